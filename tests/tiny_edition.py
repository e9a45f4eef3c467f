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
    _copy(FOLDER, root)
    for folder in ("overrides", "macros"):
        _copy(REPOSITORY / folder, root / folder)
    return root


def copied(root: Path, to: Path) -> Path:
    """Copy an edition without the site that was built of it, which is most of it; return it."""
    return _copy(root, to, without="site")


def _copy(folder: Path, to: Path, without: str = "") -> Path:
    """Copy a folder, but nothing of a name at its top; neither dates nor rights play a part."""

    def left_out(here: str, names: list[str]) -> set[str]:
        return {without} if Path(here) == folder else set()

    return Path(shutil.copytree(folder, to, ignore=left_out, copy_function=shutil.copyfile))


def lay_out_site(site: Path) -> None:
    """Put something into the place of a site. No command reads what a site there holds."""
    for path in ("index.html", "stale.html", "text/plain/index.html", ".hidden/stale"):
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{path} of the site before", encoding="utf-8")


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
