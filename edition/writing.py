"""Writing what contributors make: whole or not at all, and nothing that is there by accident."""

from __future__ import annotations

import os
from pathlib import Path


def write_new(file: Path, content: bytes) -> None:
    """Write a file that is not there yet; an interrupt leaves none."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("xb") as new:
        try:
            new.write(content)
        except BaseException:
            file.unlink()
            raise


def replace_file(file: Path, before: bytes | None, content: bytes) -> None:
    """Put a content in the place of another, or of none; refuse if that is no longer there."""
    if before is None:
        write_new(file, content)
        return
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        write_new(fresh, content)
        if file.read_bytes() != before:
            raise FileExistsError(0, "was changed meanwhile", str(file))
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
