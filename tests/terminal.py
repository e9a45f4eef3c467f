"""A terminal at which the command `edition` asks and somebody answers; Windows has none."""

import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.command import Outcome
from tests.forked import run_reading

END, INTERRUPT = "\x04", "\x03"
PROMPT = b"> "
TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    " os.execv(sys.executable, [sys.executable, '-m', 'edition', *sys.argv[1:]])"
)
"""Makes standard input the terminal from which a process can be interrupted, then runs edition."""


def answer(
    root: Path, arguments: Sequence[str], *answers: str, sort: str = "note", agrees: bool = True
) -> Outcome:
    """Run the command with a terminal as standard input, and what it prints apart from it.

    Who agrees answers once more than is given here: Enter, when the whole file is shown.
    """
    master, slave = pty.openpty()
    lines = (*answers, "") if agrees else answers
    os.write(master, "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"))
    os.write(master, END.encode())
    outcome = run_reading(slave, root, "new", sort, *arguments)
    os.close(slave)
    os.close(master)
    return outcome


def converse(
    root: Path, arguments: Sequence[str], *answers: str, sort: str = "note"
) -> tuple[int, str]:
    """Let `edition new` ask at a terminal; return its status and what stands there."""
    return session(root, ["new", sort, *arguments], *answers)


def session(root: Path, command: Sequence[str], *answers: str) -> tuple[int, str]:
    """Run a command with everything at a terminal; return its status and what stands there.

    Each answer is given when it is asked for; when there are none left, the input ends. The line's
    end behind an interrupt wakes a process that was interrupted just before it began to wait.
    """
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", TERMINAL, *command],
        cwd=root,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        env={**os.environ, "TERM": "dumb", "INPUTRC": os.devnull},
    )
    os.close(slave)
    left, shown = list(answers), b""
    while data := _read(master):
        shown += data
        if shown.endswith(PROMPT):
            os.write(master, f"{left.pop(0)}\n".encode() if left else END.encode())
    os.close(master)
    return process.wait(), shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1024)
    except OSError:  # on Linux the end of a terminal is an error
        return b""
