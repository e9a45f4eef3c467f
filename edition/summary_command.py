"""`edition summary`: says in Markdown what a contribution changes, and how it will look."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

from edition.core.change import Change
from edition.locate_command import Commands, utf_8
from edition.refusal import refuse
from edition.sources.changes import ChangesError, read_changes
from edition.sources.load import load


def add_summary(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = commands.add_parser("summary", help="say in Markdown how changed entries will look")
    parser.add_argument("files", nargs="*", type=utf_8, help="paths below the edition's folder")
    parser.add_argument("--since", type=utf_8, default="", help="a commit: all changed since then")


def write_summary(root: Path, options: argparse.Namespace) -> int:
    """Print the summary; what is wrong with the files is the check's to say."""
    from edition.html.changes_summary import summarise_changes  # as for a build, it draws
    from edition.sources.citeproc import format_library

    changes = [Change(name, not (root / name).exists()) for name in options.files]
    if options.since:
        try:
            changes += read_changes(root, options.since)
        except ChangesError as error:
            return refuse(str(error))
    edition, _ = load(root)
    if edition is None or not edition.units:
        return refuse("the edition cannot be read: see what edition check says")
    formatted, _ = format_library(root, edition)
    text = summarise_changes(edition, formatted, sorted(set(changes)))
    if isinstance(sys.stdout, io.TextIOWrapper):  # a file's, whatever a terminal would have
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(text)
    return 0
