"""The options of `edition note`: what can be said of a note beforehand."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable

from edition.asking import can_ask
from edition.core.identifier import is_identifier
from edition.core.note import LEVELS, Kind
from edition.core.note_file import expected_of
from edition.core.quote import collapsed
from edition.locate_command import Commands, utf_8


def add_note(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = commands.add_parser(
        "note",
        help="make the file of a note on words of the article",
        description="Make the file of a note. At a terminal, what is missing is asked for.",
    )
    parser.set_defaults(fail=parser.error)
    add = parser.add_argument
    add("words", nargs="*", type=utf_8, help="the article's words, letter for letter")
    add("--unit", type=utf_8, default="", help="where they stand, if in several units: p4")
    add("--prefix", type=utf_8, default="", help="the words directly before, if twice in a unit")
    add("--suffix", type=utf_8, default="", help="the words directly after, if twice in a unit")
    add("--kind", choices=[kind.value for kind in Kind], help="what the note is for")
    levels = ", ".join(f"{level} {whom}" for level, whom in LEVELS.items())
    add("--level", choices=[*map(str, LEVELS)], default="1", help=f"whom it is for: {levels}")
    author = parser.add_mutually_exclusive_group()
    author.add_argument("--author", type=_field("author"), help="your id among the contributors")
    author.add_argument("--author-name", type=_field("author_name"), help="your name, if new here")
    add("--orcid", type=_field("orcid"), help="your ORCID iD, if new here")
    add("--tag", type=_field("tags"), action="append", default=[], help="may be given repeatedly")
    add("--source", type=_field("new_source"), help="a source that the library lacks")
    add("--body", type=utf_8, default="", help="what the note says, in Markdown")
    add("--id", type=_id, help="the note's permanent name (default: from the quoted words)")
    add("--date", type=_date, help="the day on which it was written (default: today)")


def missing(options: argparse.Namespace) -> tuple[str, ...]:
    """Return what is required and was not given."""
    required = {
        "the quoted words": collapsed(" ".join(options.words)),
        "--kind": options.kind,
        "--author or --author-name": options.author or options.author_name,
        "--body": options.body.strip(),
    }
    return tuple(name for name, value in required.items() if not value)


def check_usage(options: argparse.Namespace) -> None:
    """End the command as argparse does if it was not called as it can be."""
    if options.orcid and options.author:
        options.fail("argument --orcid: not allowed with argument --author")
    if (lacking := missing(options)) and not can_ask():
        options.fail(f"required where nobody can be asked: {', '.join(lacking)}")


def _field(name: str) -> Callable[[str], str]:
    """Return the reader of an option that holds a field of the form."""

    def read(given: str) -> str:
        value = collapsed(utf_8(given))
        if expected := expected_of(name, value):
            raise argparse.ArgumentTypeError(f"expected {expected}, found {value!r}")
        return value

    return read


def _id(given: str) -> str:
    if not is_identifier(given):
        raise argparse.ArgumentTypeError(
            f"expected small letters, digits and hyphens, found {given!r}"
        )
    return given


def _date(given: str) -> str:
    try:
        if datetime.date.fromisoformat(given).isoformat() == given:
            return given
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"expected a date such as 2026-11-23, found {given!r}")
