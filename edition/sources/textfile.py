"""Text files are UTF-8, of bounded size, without characters that nobody can see."""

from __future__ import annotations

from pathlib import Path

from edition.core.problem import Place, Problem

MAX_BYTES = 2_000_000
"""More than any file of an edition needs; a larger one would stall what reads it."""

_FORBIDDEN = {
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
_UNSEEN = frozenset(_FORBIDDEN)


def read_text(root: Path, path: str, max_bytes: int = MAX_BYTES) -> tuple[str, tuple[Problem, ...]]:
    r"""Return the text of a file below the root, or an empty text and the reason.

    Line ends become `\n`. A byte order mark is dropped.
    """
    place = Place(path)
    file = root / path
    try:
        if file.stat().st_size > max_bytes:
            message = f"expected at most {max_bytes} bytes, found {file.stat().st_size}"
            return "", (Problem(place, "file-size", message),)
        data = file.read_bytes()
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        return "", (Problem(place, "file-missing", message),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"expected UTF-8, found the byte 0x{data[error.start]:02X}"
        hint = "save the file with the encoding UTF-8"
        return "", (Problem(Place(path, line), "file-encoding", message, hint),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if unseen := first_unseen(text):
        index, message = unseen
        line = text.count("\n", 0, index) + 1
        return "", (Problem(Place(path, line), "file-character", message, "delete it"),)
    return text, ()


def first_unseen(text: str) -> tuple[int, str] | None:
    """Return where the first character stands that nobody can see, and a message that names it."""
    if _UNSEEN.isdisjoint(text):
        return None
    index = next(i for i, character in enumerate(text) if character in _FORBIDDEN)
    found = text[index]
    return index, f"found the {_FORBIDDEN[found]} U+{ord(found):04X}, which nobody can see"
