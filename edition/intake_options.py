"""The options of `edition intake`."""

from __future__ import annotations

import argparse

from edition.core.enclosure import CLOSING, OPENING
from edition.locate_command import Commands


def add_intake(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = commands.add_parser(
        "intake",
        help="make entry files of an e-mail, an issue or a text that somebody sent",
        description=(
            "Make entry files of an e-mail or a text. Each entry stands between the lines"
            f" `{OPENING}` and `{CLOSING}`; one alone may stand there as a whole file, or as the"
            " text of an issue that was made with the form for a note."
        ),
    )
    parser.add_argument("file", metavar="FILE", help="the saved message; - for standard input")
    parser.add_argument("--all", action="store_true", help="take more than one entry")
    parser.add_argument("--replace", action="store_true", help="write over a file that is there")
    parser.add_argument("--name", default="", help="what to call it, instead of its name")
