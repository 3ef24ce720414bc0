"""Counting as Word prints it: 4, iv, d, 4th, Fourth (ECMA-376 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

from scr_lint.counted import ordinal

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_MAX_ROMAN = 32_767
_MAX_LETTERS = 780


def roman(number: int) -> str:
    """Lower-case Roman numerals; outside 1 to 32767 the plain number, as Word does."""
    if not 0 < number <= _MAX_ROMAN:
        return str(number)
    signs = []
    for worth, sign in _ROMAN:
        count, number = divmod(number, worth)
        signs.append(sign * count)
    return "".join(signs)


def letters(number: int) -> str:
    """a to z, then aa, bb to zz, then aaa: Word repeats the letter, it does not count on."""
    if not 0 < number <= _MAX_LETTERS:
        return str(number)
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def cardinal_text(number: int) -> str:
    """The number in words, with a capital: "Twenty-one", "One hundred four"."""
    return _in_words(number).capitalize()


def ordinal_text(number: int) -> str:
    """The ordinal in words, with a capital: "Twenty-first"."""
    head, last = _split_last(_in_words(number))
    usual = last[:-1] + "ieth" if last.endswith("y") else f"{last}th"
    return (head + _ORDINALS.get(last, usual)).capitalize()


def _in_words(number: int) -> str:
    if number < 0 or number > 99_999:
        return str(number)
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, one = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[one]}" if one else "")
    unit, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    many, rest = divmod(number, unit)
    return f"{_in_words(many)} {name}" + (f" {_in_words(rest)}" if rest else "")


def _split_last(words: str) -> tuple[str, str]:
    at = max(words.rfind(" "), words.rfind("-")) + 1
    return words[:at], words[at:]


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": ordinal,
    "cardinalText": cardinal_text,
    "ordinalText": ordinal_text,
    "numberInDash": lambda number: f"- {number} -",
    "bullet": lambda _number: "",
    "none": lambda _number: "",
}


def formatted(number: int, number_format: str) -> str:
    """A number in one of Word's formats; formats not known here print plain digits."""
    return FORMATS.get(number_format, str)(number)
