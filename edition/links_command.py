"""`edition links`: asks whether what the edition links to is still there, and reports."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from unicodedata import normalize

from edition.core.edition import Edition
from edition.core.outside import outside_links
from edition.exports.link_report import report_links
from edition.locate_command import Commands
from edition.refusal import refuse
from edition.sources.load import load


def add_links(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = commands.add_parser("links", help="ask all addresses outside, and report in Markdown")
    parser.add_argument("--minutes", type=float, default=40.0, help="begin no request after that")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between two at one host")


def write_links(root: Path, options: argparse.Namespace) -> int:
    """Print the report; a link that is dead is no error of the command."""
    from edition.visiting import NAME, Visitor  # what speaks HTTP takes its time to import

    edition, _ = load(root)
    if edition is None:
        return refuse("the edition cannot be read: see what edition check says")
    links = outside_links(edition)
    visitor = Visitor(f"{NAME}/1 ({_about(edition)})", pause=options.pause)
    findings = visitor.visit_all([link.address for link in links], options.minutes * 60)
    sys.stdout.write(report_links(links, findings))
    return 0


def _about(edition: Edition) -> str:
    """Return how the edition introduces itself, and where to complain (RFC 9110, 10.1.5)."""
    settings = edition.settings
    plain = normalize("NFKD", settings.title).encode("ascii", "ignore").decode()
    title = "".join(letter for letter in plain if letter not in "()\\")
    return "; ".join(filter(None, (title, settings.url or settings.forge, settings.contact)))
