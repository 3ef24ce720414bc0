"""The tokens of a content stream (ISO 32000-1, 7.2, 7.3 and 7.8.2).

pdfminer's own tokenizer takes most of the time a long draft needs; one regular expression is four
times as quick, and cannot be led into unbounded nesting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pdfminer.psparser import LIT

_TOKEN = re.compile(
    rb"""
      (?P<number>[+-]?(?:\d+\.?\d*|\.\d+))(?=[\0\t\n\f\r ()<>\[\]{}/%]|$)
    | (?P<word>[^\0\t\n\f\r ()<>\[\]{}/%]+)
    | <(?P<hex>[0-9A-Fa-f\0\t\n\f\r ]*)>
    | \((?P<plain>[^()\\\r]*)\)
    | (?P<open>\()
    | (?P<array>\[) | (?P<end>\])
    | /(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%]*)
    | (?P<dict><<) | (?P<close>>>)
    | (?P<comment>%[^\r\n]*)
    """,
    re.VERBOSE,
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))|\r\n?", re.DOTALL)
_CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_IMAGE_END = re.compile(rb"[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)")
_NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_CONSTANTS: dict[bytes, Any] = {b"true": True, b"false": False, b"null": None}
_DEEPEST = 40


class Operator(bytes):
    """The name of an operator."""


def tokens(content: bytes) -> Iterator[Any]:
    """Operands as pdfminer's interpreter takes them, and operators, in order.

    Inline images are passed over: "BI", their dictionary and "EI" come out, their data do not.
    """
    at, end = 0, len(content)
    nested: list[list[Any]] = []
    while at < end:
        found = _TOKEN.search(content, at)
        if found is None:
            return
        at, kind = found.end(), found.lastgroup
        if kind == "number":
            value: Any = _number(found["number"])
        elif kind == "word":
            word = found["word"]
            if word not in _CONSTANTS:
                nested.clear()
                yield Operator(word)
                if word == b"ID":
                    stop = _IMAGE_END.search(content, at)
                    at = stop.start() if stop else end
                continue
            value = _CONSTANTS[word]
        elif kind in ("array", "dict"):
            if len(nested) < _DEEPEST:
                nested.append([])
            continue
        elif kind in ("end", "close"):
            if not nested:
                continue
            value = nested.pop() if kind == "end" else _mapping(nested.pop())
        elif kind == "comment":
            continue
        else:
            value, at = _operand(found, content)
        if nested:
            nested[-1].append(value)
        else:
            yield value


def _operand(found: re.Match[bytes], content: bytes) -> tuple[Any, int]:
    """A name or string, and where it ends."""
    kind = found.lastgroup
    if kind == "plain":
        return found["plain"], found.end()
    if kind == "hex":
        digits = b"".join(found["hex"].split()).replace(b"\0", b"")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")), found.end()
    if kind == "name":
        name = _NAME_CODE.sub(lambda m: bytes([int(m[1], 16)]), found["name"])
        return LIT(name.decode("utf-8", "replace")), found.end()
    return _string(content, found.end())


def _number(text: bytes) -> int | float:
    return float(text[:40]) if b"." in text else int(text[:20])


def _string(content: bytes, start: int) -> tuple[bytes, int]:
    """A string with brackets or escapes in it, which begins at `start`."""
    depth = 1
    for mark in _BRACKET.finditer(content, start):
        depth += {b"(": 1, b")": -1}.get(mark[0], 0)
        if depth == 0:
            return _ESCAPE.sub(_unescaped, content[start : mark.start()]), mark.end()
    return b"", len(content)


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    if found[2]:
        return b""
    return _CONTROLS.get(found[3], found[3]) if found[3] else b"\n"


def _mapping(entries: list[Any]) -> dict[str, Any]:
    pairs = zip(entries[::2], entries[1::2], strict=False)
    return {str(getattr(key, "name", key)): value for key, value in pairs}
