"""A proof: what the check would say of an edition if some of its files were others."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from edition.checked import load_checked
from edition.core.problem import Problem

_FOLDERS = ("docs", "bibliography", "macros", "overrides", "source")


def prove(root: Path, files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Return what the check says of an edition with these files, by path, in it, and not without.

    Nothing below the root is touched: the files are laid over a copy. Warnings count only where
    they are about one of the files. Raise `OSError` where a file could not lie.
    """
    edition, problems = load_checked(root)
    if edition is None:
        return problems
    atlas = edition.settings.atlas
    plans = (edition.settings.base, *((atlas.states, atlas.waters) if atlas else ()))
    others = (PurePosixPath(plan.path).parts[0] for plan in plans if plan)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "edition"
        copy.mkdir()
        for entry in root.iterdir():
            if entry.is_file():
                shutil.copyfile(entry, copy / entry.name)
        for name in {*_FOLDERS, *others}:
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name, symlinks=True)
        try:
            for path, content in files.items():
                (copy / path).parent.mkdir(parents=True, exist_ok=True)
                (copy / path).write_bytes(content)
        except OSError as error:  # the copy is nobody's business
            there = root / Path(error.filename).relative_to(copy)
            raise OSError(error.errno, error.strerror, str(there)) from None
        found = load_checked(copy)[1]
    before = set(problems)
    return tuple(
        problem
        for problem in found
        if problem.place.path in files or (problem.is_error and problem not in before)
    )
