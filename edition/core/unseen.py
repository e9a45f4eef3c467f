"""Characters that nobody can see: with them, what one sees is not what stands there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_NEVER = {
    **{chr(code): "control character" for code in range(32) if chr(code) not in "\t\n\r"},
    **{chr(code): "control character" for code in range(0x7F, 0xA0)},
    **{chr(code): "bidirectional override" for code in (*range(0x202A, 0x202F),)},
    **{chr(code): "bidirectional isolate" for code in (*range(0x2066, 0x206A),)},
    **{chr(code): "surrogate" for code in range(0xD800, 0xE000)},  # by an escape of YAML
    **{chr(code): "noncharacter" for code in range(0xFDD0, 0xFDF0)},
    **{
        chr(plane + last): "noncharacter"
        for plane in range(0, 0x110000, 0x10000)
        for last in (0xFFFE, 0xFFFF)
    },
}
"""What no file of an edition holds, the article's own text included."""


def _named(codes: Iterable[int], name: str) -> dict[str, str]:
    return {chr(code): name for code in codes}


_VARIATIONS = _named((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)), "variation selector")
_JOINERS = _named((0x200C, 0x200D), "joiner")
_HIDDEN = {
    **_named((0xAD,), "soft hyphen"),
    **_named((0x61C, 0x200E, 0x200F), "bidirectional mark"),
    **_named((0x200B, 0x2060, 0xFEFF), "space without a width"),
    **_named((0x2028, 0x2029), "separator of lines"),
    **_named(range(0x2061, 0x2065), "invisible operator"),
    **_named(range(0x206A, 0x2070), "control of the direction of digits or shapes"),
    **_named((0x115F, 0x1160, 0x3164, 0xFFA0), "filler of Hangul"),
    **_named((0x34F, 0x17B4, 0x17B5, *range(0x180B, 0x1810)), "character without a shape"),
    **_named(range(0xFFF9, 0xFFFC), "mark of annotation"),
    **_named(range(0x1D173, 0x1D17B), "control of musical notes"),
    **_named(range(0xE0000, 0xE0080), "tag"),
    **_VARIATIONS,
    **_JOINERS,
}
"""What only the article's own text may hold, since it is shown as it was received; Unicode calls
these default-ignorable. Joiners and variation selectors are let pass where writing needs them."""

_NAMES = {**_HIDDEN, **_NEVER}
_NOWHERE, _UNSEEN = frozenset(_NEVER), frozenset(_NAMES)
_IDEOGRAPHS = 0x2E80
"""From here on, letters have variants that a selector chooses."""


def first_unseen(text: str, *, verbatim: bool = False) -> tuple[int, str] | None:
    """Return where the first character stands that nobody can see, and a message that names it.

    `verbatim` is for the article's own text, which may hold what typesetting has left in it.
    """
    if (_NOWHERE if verbatim else _UNSEEN).isdisjoint(text):
        return None
    names = _NEVER if verbatim else _NAMES
    for index, found in enumerate(text):
        if found in names and not _is_needed(text, index):
            return index, f"found the {names[found]} U+{ord(found):04X}, which nobody can see"
    return None


def _is_needed(text: str, index: int) -> bool:
    """Say whether writing needs a character there: Persian and Hindi words, emoji, old ideographs.

    One of them alone, after what it acts on: many in a row can carry words that nobody sees.
    """
    found, before = text[index], text[index - 1 : index]
    if not before:
        return False
    kind = unicodedata.category(before)
    if found in _VARIATIONS:
        if ord(found) >= 0xFE0E and ord(found) < 0xFE10:  # as text, as an emoji
            return kind[0] in "NSP" and before not in _VARIATIONS
        return kind == "Lo" and ord(before) >= _IDEOGRAPHS
    if found in _JOINERS:
        if before in _VARIATIONS or kind in ("So", "Sk"):
            return found == "\u200d"
        return kind in ("Lo", "Mn", "Mc") and ord(before) >= 0x600
    return False
