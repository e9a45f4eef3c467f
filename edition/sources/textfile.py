"""Text files are UTF-8, of bounded size, without characters that nobody can see."""

from __future__ import annotations

from contextvars import ContextVar
from pathlib import Path

from edition.core.problem import Place, Problem
from edition.core.unseen import first_unseen

MAX_BYTES = 2_000_000
"""More than any file of an edition needs; a larger one would stall what reads it."""

at_work = ContextVar("at_work", default="edition.yml")
"""The file that was read last: where a limit of time or memory is met, it is named."""


def read_text(
    root: Path, path: str, max_bytes: int = MAX_BYTES, *, verbatim: bool = False
) -> tuple[str, tuple[Problem, ...]]:
    r"""Return the text of a file below the root, or an empty text and the reason.

    Line ends become `\n`. A byte order mark is dropped. `verbatim` is for files that hold the
    article's own words, which may have soft hyphens and the like.
    """
    place = Place(path)
    at_work.set(path)
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
    if unseen := first_unseen(text, verbatim=verbatim):
        index, message = unseen
        line = text.count("\n", 0, index) + 1
        return "", (Problem(Place(path, line), "file-character", message, "delete it"),)
    return text, ()
