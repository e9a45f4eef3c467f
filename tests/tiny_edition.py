"""The tiny edition: a second one, of a text of our own, drawn with the repository's macros.

Its folder, `tests/tiny/`, lacks the macros and the theme: they serve any article, so they are
taken from the repository.
"""

import shutil
from pathlib import Path

from tests.command import REPOSITORY

FOLDER = REPOSITORY / "tests" / "tiny"


def lay_out(root: Path) -> Path:
    """Put the whole tiny edition into a folder that does not exist yet, and return it."""
    shutil.copytree(FOLDER, root)
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    shutil.copytree(REPOSITORY / "macros", root / "macros")
    return root


def overlay(root: Path, changes: Path) -> None:
    """Lay the files of a folder over an edition.

    Two small files in it are about others: `deleted.txt` names files to delete, and `grown.txt`
    files to be made of a number of bytes, which nobody wants to keep in a repository.
    """
    for line in _lines(changes / "deleted.txt"):
        file = root / line
        shutil.rmtree(file) if file.is_dir() else file.unlink()
    for line in _lines(changes / "grown.txt"):
        name, _, size = line.partition(" ")
        (root / name).write_bytes(b"word " * (int(size) // 5))
    for file in sorted(changes.rglob("*")):
        path = file.relative_to(changes)
        if file.is_file() and str(path) not in ("deleted.txt", "grown.txt", "expected.txt"):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, root / path)


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []
