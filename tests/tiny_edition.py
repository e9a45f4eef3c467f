"""The tiny edition: a second one, of a text of our own, drawn with the repository's macros.

Its folder, `tests/tiny/`, lacks the macros and the theme: they serve any article, so they are
taken from the repository.
"""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
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


@contextmanager
def overlaid(root: Path, changes: Path, aside: Path) -> Iterator[None]:
    """Lay the files of a folder over an edition; what they replace waits in a folder aside.

    Two small files in it are about others: `deleted.txt` names files to delete, and `grown.txt`
    files to be made of a number of bytes, which nobody wants to keep in a repository.
    """
    with ExitStack() as undo:
        undo.callback(shutil.rmtree, aside, ignore_errors=True)
        for line in _lines(changes / "deleted.txt"):
            put_aside(root, line, aside, undo)
        for line in _lines(changes / "grown.txt"):
            name, _, size = line.partition(" ")
            cleared(root, name, aside, undo).write_bytes(b"word " * (int(size) // 5))
        for file in sorted(changes.rglob("*")):
            path = file.relative_to(changes).as_posix()
            if file.is_file() and path not in ("deleted.txt", "grown.txt", "expected.txt"):
                shutil.copyfile(file, cleared(root, path, aside, undo))
        yield


def cleared(root: Path, path: str, aside: Path, undo: ExitStack) -> Path:
    """Put away what stands at a path; return the path, whose folder is there."""
    file = root / path
    for folder in reversed(file.relative_to(root).parents[:-1]):
        if not (root / folder).exists():
            (root / folder).mkdir()
            undo.callback((root / folder).rmdir)
    put_aside(root, path, aside, undo)
    undo.callback(file.unlink)
    return file


def put_aside(root: Path, path: str, aside: Path, undo: ExitStack) -> None:
    """Take away what stands at a path, if anything does, until it is put back."""
    file, kept = root / path, aside / path
    if file.exists() or file.is_symlink():
        kept.parent.mkdir(parents=True, exist_ok=True)
        file.rename(kept)
        undo.callback(kept.rename, file)


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []
