"""What a contribution changes, as git tells it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from edition.core.change import Change


class ChangesError(Exception):
    """Says why git cannot tell."""


def read_changes(root: Path, since: str) -> tuple[Change, ...]:
    """Return the files that were changed since a commit, as far as they lie below the root.

    A renamed file is one that was removed and one that was added: the name is a permanent link.
    """
    options = ["--name-status", "--no-renames", "--relative", "-z", "--end-of-options"]
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "diff", *options, f"{since}...HEAD"],  # noqa: S607
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise ChangesError(f"git does not run: {error.strerror}") from None
    if done.returncode:
        raise ChangesError(done.stderr.decode(errors="replace").strip())
    # Name after state, each ending in a NUL: the one character that no name can hold.
    fields = done.stdout.decode(errors="replace").split("\0")[:-1]
    return tuple(
        sorted(
            Change(path, state == "D")
            for state, path in zip(fields[::2], fields[1::2], strict=True)
        )
    )
