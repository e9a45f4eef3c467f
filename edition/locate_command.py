"""`edition locate`: says where words stand in the work, and how to link to them."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

from edition.core.addresses import short_link, unit_address
from edition.core.anchor import Miss, Quote, Span, locate
from edition.core.edition import Edition
from edition.core.word import excerpt
from edition.printing import print_problems
from edition.refusal import refuse
from edition.sources.load import load

Commands = argparse._SubParsersAction  # it has no public name


def add_locate(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = commands.add_parser("locate", help="say where words of the article stand")
    parser.add_argument("words", nargs="+", type=utf_8, help="words, letter for letter")
    parser.add_argument("--unit", type=utf_8, default="", help="look there only: p4")


def utf_8(given: str) -> str:
    """Return what was given, unless it holds bytes that are no text."""
    try:
        given.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError("expected UTF-8") from None
    return given


def locate_words(root: Path, options: argparse.Namespace) -> int:
    """Print every place of some words; return 0, or 1 when they stand nowhere."""
    edition = load_text(root)
    if edition is None:
        return 1
    quote = Quote(" ".join(options.words), options.unit)
    is_known = not quote.unit or quote.unit in edition.unit_by_id
    spans = list(edition.passages.places(quote)) if is_known else []
    if not spans and isinstance(found := locate(edition.passages, quote), Miss):
        return refuse(said(found))
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal may lack letters that a work has
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.stdout.write("\n".join(_shown(edition, span) for span in spans))
    return 0


def load_text(root: Path) -> Edition | None:
    """Return an edition whose text can be searched, whatever else is wrong, or say why not."""
    edition, problems = load(root)
    if edition is not None and edition.units:
        return edition
    print_problems(problems)
    if not (root / "edition.yml").is_file():
        refuse(f"{root} is not the folder of an edition: name it with --root")
    return None


def said(miss: Miss) -> str:
    """Return a miss in words."""
    return f"{miss.code}: {miss.message}{f' ({miss.hint})' if miss.hint else ''}"


def _shown(edition: Edition, span: Span) -> str:
    """Return a place as lines: what stands there, its page, its link."""
    base = edition.settings.url
    text = edition.unit_by_id[span.unit].text
    lines = [f"{span.unit} at {span.start}–{span.end} “{excerpt(text, span.start, span.end)}”"]
    if page := edition.page_of_unit.get(span.unit):
        lines.append(f"  page  {base}{unit_address(edition, span.unit)} “{page.title}”")
        lines.append(f"  link  {base}{short_link(edition, span.unit)}")
    return "".join(f"{line}\n" for line in lines)
