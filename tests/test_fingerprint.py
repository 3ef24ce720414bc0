"""Fingerprints survive what does not change the words."""

from __future__ import annotations

from scr_lint.fingerprint import fingerprints


def one(rule: str, sentence: str, words: str, about: str = "") -> str:
    return next(iter(fingerprints([(rule, sentence, words, about)])))


def test_a_fingerprint_has_twelve_hexadecimal_digits() -> None:
    assert len(one("BL002", "She failed to act.", "failed to act")) == 12
    int(one("BL002", "She failed to act.", "failed to act"), 16)


def test_quotes_spaces_ligatures_hyphens_and_case_do_not_count() -> None:
    first = one(
        "BL002", "The nurse's office “failed to file” a multi-agency note.", "failed to file"
    )
    second = one(
        "BL002",
        'The nurse’s oﬃce "failed  to\u00a0ﬁle" a multi\u00ad‑agency note.',
        "failed to ﬁle",
    )
    assert first == second


def test_rule_sentence_and_words_each_count() -> None:
    base = ("BL002", "She failed to act.", "failed to act")
    others = [("BL003", *base[1:]), (base[0], "He failed to act.", base[2]), (*base[:2], "failed")]
    assert len({one(*base), *(one(*o) for o in others)}) == 4


def test_the_same_words_twice_in_a_sentence_are_told_apart() -> None:
    key = ("BL002", "They failed her and failed her again.", "failed her", "")
    first, second = fingerprints([key, key])
    assert first != second


def test_what_a_finding_is_about_counts() -> None:
    parties = {one("LP007", "", "", party) for party in ("", "board", "leaders")}
    assert len(parties) == 3
    sentence = "The trial and the inquest were held in May."
    assert one("TA002", sentence, sentence, "criminal") != one("TA002", sentence, sentence)
