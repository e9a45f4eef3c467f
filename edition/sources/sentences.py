"""The record of sentences: `source/sentences.txt`, an id, a tab and the words, one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from edition.core.passage import first_difference
from edition.core.problem import Place, Problem
from edition.core.sentence import Sentence, split_sentences
from edition.core.unit import Role, Unit
from edition.sources.textfile import read_text

PATH = "source/sentences.txt"
_HEAD = "# The article’s sentences, each with its permanent id. Words and ids are never changed.\n"
_CURE = "run `edition sentences --update` and commit the file"


def read_sentences(
    root: Path, units: Sequence[Unit]
) -> tuple[tuple[Sentence, ...], tuple[Problem, ...]]:
    """Return the sentences, in order, and whatever in the record is not the article.

    None, without a problem, where there is no record: an edition may do without. With one, the
    sentences of each paragraph are its words, all of them and in order, but for white space.
    """
    if not (root / PATH).exists():
        return (), ()
    text, problems = read_text(root, PATH, verbatim=True)
    lines: dict[str, list[tuple[str, str, Place]]] = {}
    faults = list(problems)
    paragraphs = {unit.id: unit for unit in units if unit.role is Role.PARAGRAPH}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, tab, words = line.partition("\t")
        owner, dash, _ = name.partition("-s")
        place = Place(PATH, number)
        if not tab or not dash or owner not in paragraphs:
            message = f"expected the id of a sentence, a tab and its words, found {line[:40]!r}"
            faults.append(Problem(place, "sentence-record", message))
            continue
        lines.setdefault(owner, []).append((name, words, place))
    found: list[Sentence] = []
    for unit_id, unit in paragraphs.items():
        recorded, wrong = _sentences(unit, lines.get(unit_id, ()))
        found += recorded
        faults += wrong
    return tuple(found), tuple(faults)


def _sentences(
    unit: Unit, lines: Iterable[tuple[str, str, Place]]
) -> tuple[list[Sentence], list[Problem]]:
    """Follow the lines of a paragraph through its text, up to the first that is not there."""
    found: list[Sentence] = []
    at, last = 0, Place(PATH)
    for count, (name, words, place) in enumerate(lines, 1):
        last = place
        if name != f"{unit.id}-s{count}":
            message = f"expected {unit.id}-s{count} here, found {name}"
            return found, [Problem(place, "sentence-record", message, "ids are counted from 1")]
        at += len(unit.text[at:]) - len(unit.text[at:].lstrip())
        if not words or not unit.text.startswith(words, at):
            expected, given = first_difference(unit.text[at:], words)
            message = f"{name}: expected “{expected}”, found “{given}”"
            hint = "the words are the article’s: restore the line"
            return found, [Problem(place, "sentence-record", message, hint)]
        found.append(Sentence(name, unit.id, at, at + len(words), place))
        at += len(words)
    if rest := unit.text[at:].strip():
        message = f"{unit.id}: the record lacks its words from “{rest[:40]}” on"
        return found, [Problem(last, "sentence-record", message, _CURE if not found else "")]
    return found, []


def updated_sentences(units: Sequence[Unit], known: Sequence[Sentence]) -> str:
    """Return the text of the record with a proposal for each paragraph that it lacks."""
    recorded = {sentence.unit for sentence in known}
    lines = [_HEAD]
    for unit in units:
        if unit.role is Role.PARAGRAPH:
            spans = (
                [(s.start, s.end) for s in known if s.unit == unit.id]
                if unit.id in recorded
                else split_sentences(unit.text)
            )
            lines += _lines(unit, spans)
    return "".join(lines)


def _lines(unit: Unit, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    yield "\n"
    for count, (start, end) in enumerate(spans, 1):
        yield f"{unit.id}-s{count}\t{unit.text[start:end]}\n"
