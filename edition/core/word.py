"""A word is what stands between spaces; of scripts without spaces, every character is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

ALONE = "\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff"
"""Chinese characters, kana, and their punctuation. Korean has spaces; so has Thai, between
phrases, and telling its words takes a dictionary."""
_MARKS = "\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""What belongs to the character before it: voiced sound marks and variation selectors."""
_WORD = re.compile(rf"[{ALONE}][{_MARKS}]*|[^\s{ALONE}]{{1,64}}")
"""The limit keeps a text without any space, such as a long address, from being one word."""


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield start and end of each word between two offsets; words across either are cut there."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield match.span()


def shortened(text: str, most: int = 60) -> str:
    """Return a text of at most so many characters; what is too long loses words in its middle.

    >>> shortened("the outcomes that you want", 24)
    'the … you want'
    """
    if len(text) <= most:
        return text
    half = (most - len(" … ")) // 2
    return f"{text[:half].rsplit(' ', 1)[0]} … {text[-half:].split(' ', 1)[-1]}"


def word_start(text: str, at: int, most: int = 20) -> int:
    """Return where the word at a place begins, or the place itself if that is far."""
    space = text.rfind(" ", max(0, at - most), at + 1)
    return space + 1 if space >= 0 else 0 if at <= most else at


def word_end(text: str, at: int, most: int = 20) -> int:
    """Return where the word before a place ends, or the place itself if that is far."""
    space = text.find(" ", max(0, at - 1), at + most)
    return space if space >= 0 else len(text) if at + most >= len(text) else at


def excerpt(text: str, start: int, end: int, reach: int = 30) -> str:
    """Return a stretch of a text, shortened, with the whole words within reach on both sides."""
    left = max(0, start - reach)
    if left:
        space = text.find(" ", left - 1, start)
        left = left if space < 0 else space + 1
    right = min(len(text), end + reach)
    if right < len(text):
        space = text.rfind(" ", end, right + 1)
        right = right if space < 0 else space
    opening, closing = "… " if left else "", " …" if right < len(text) else ""
    return f"{opening}{text[left:start]}{shortened(text[start:end])}{text[end:right]}{closing}"
