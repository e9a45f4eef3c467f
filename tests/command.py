"""Running the command `edition` as its users do, in this process or in one of its own."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from edition.__main__ import main

REPOSITORY = Path(__file__).parents[1]


@dataclass(frozen=True)
class Outcome:
    """What a command leaves behind on the terminal."""

    status: int
    stdout: str
    stderr: str


def run(root: Path, *arguments: str) -> Outcome:
    """Run the command in this process; an exception, which a user would see, is the test's."""
    stdout, stderr = io.StringIO(), io.StringIO()
    with redirect_stdout(stdout), redirect_stderr(stderr):
        status = main(["--root", str(root), *arguments])
    return Outcome(status, stdout.getvalue(), stderr.getvalue())


def run_apart(root: Path, *arguments: str, **environment: str) -> Outcome:
    """Run the command in a process of its own, in the folder of the edition."""
    done = subprocess.run(
        [sys.executable, "-m", "edition", *arguments],
        cwd=root,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below a folder, by its path there."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
