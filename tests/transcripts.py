"""Transcripts on pages: what somebody types at a terminal, and what the command `edition` says.

A block of code is one if it begins with `$ `. Its commands stand behind that sign, and what is
answered to their questions behind `>`: so a transcript holds all that is needed to make it anew.
"""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

from tests.terminal import session

COMMAND, PROMPT = "$ ", ">"
PROGRAM = ".venv/bin/edition"
DAY = "2026-11-30"
"""The day that a transcript shows, whenever it is made."""
_BLOCK = re.compile(r"(?<=^```\n)\$ .*?(?=^```$)", re.DOTALL | re.MULTILINE)
_TRAILING = re.compile(r" +$", re.MULTILINE)
"""What an editor would remove from the page."""
_DATE = re.compile(r"(?<=^  date: )\d{4}-\d\d-\d\d$", re.MULTILINE)


def rewritten(text: str, make: Callable[[str], str]) -> str:
    """Return the text of a page with each of its transcripts made anew, in their order."""
    return _BLOCK.sub(lambda found: make(found[0]), text)


def replay(root: Path, transcript: str) -> str:
    """Run the commands of a transcript in the folder of an edition; return what stands there."""
    shown = ""
    for part in re.split(r"^(?=\$ )", transcript, flags=re.MULTILINE)[1:]:
        first, *lines = part.splitlines()
        program, *command = shlex.split(first.removeprefix(COMMAND))
        assert program == PROGRAM, first
        answers = [line[1:].strip() for line in lines if line == PROMPT or line[:2] == f"{PROMPT} "]
        _, said = session(root, command, *answers)
        shown += f"{first}\n{_TRAILING.sub('', said)}"
    return _DATE.sub(DAY, shown)
