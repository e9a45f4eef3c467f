"""The syllabus builder as drawn: what can be set, and lists of it that the editors made."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass

from edition.core.assignment import Assignment, Assignments, Sort
from edition.core.outline import OutlinedSession, read_outline
from edition.core.reading import WORDS_PER_MINUTE
from edition.html.link import Xref

BUILDER = "teach/syllabus/"
"""Address of the page on which a syllabus is made."""
VERSION = 1
"""Of the form in which a link holds a syllabus; the builder's scripts read the same."""


@dataclass(frozen=True, slots=True)
class BuilderView:
    """What the builder is told by its page."""

    is_here: bool
    """Whether the page is the builder's own; on others the list is only counted."""
    sorts: tuple[Sort, ...]
    unlisted: tuple[Assignment, ...]
    """What a link may name though the form does not offer it."""
    paragraphs: str
    """The words of each paragraph, in order, with spaces between them."""
    sentences: str
    """The words of each sentence, with spaces between them, and commas between paragraphs."""
    has_sentences: bool
    """Whether the edition has a record of them."""
    last: int
    """The number of the last paragraph."""
    per_minute: int
    """Words that are read in a minute."""


@dataclass(frozen=True, slots=True)
class ExampleSession:
    """One session of an example."""

    title: str
    readings: tuple[Xref, ...]


@dataclass(frozen=True, slots=True)
class ExampleView:
    """A syllabus that the editors made: its link, and what is in it."""

    title: str
    address: str
    """Of the builder with it; empty where the edition has no builder."""
    sessions: tuple[ExampleSession, ...]


def view_builder(assignments: Assignments, page: str) -> BuilderView:
    """Return what the builder needs to know, for a page."""
    paragraphs = assignments.edition.paragraphs
    lengths = assignments.edition.sentence_lengths
    return BuilderView(
        is_here=page == BUILDER,
        sorts=assignments.sorts,
        unlisted=assignments.unlisted,
        paragraphs=" ".join(str(unit.words) for unit in paragraphs),
        sentences=",".join(" ".join(map(str, lengths.get(u.number, ()))) for u in paragraphs),
        has_sentences=bool(lengths),
        last=paragraphs[-1].number if paragraphs else 0,
        per_minute=WORDS_PER_MINUTE,
    )


def view_example(assignments: Assignments, title: str, sessions: str) -> ExampleView:
    """Return an example from its title and its outline, which has been checked."""
    found = tuple(_session(assignments, session) for session in read_outline(sessions))
    state = {
        "t": title,
        "s": [
            {"t": one.title, "d": "", "r": "", "i": [link.address for link in one.readings]}
            for one in found
        ],
    }
    has_builder = BUILDER in assignments.edition.editors_page_at
    return ExampleView(title, f"{BUILDER}#{fragment(state)}" if has_builder else "", found)


def _session(assignments: Assignments, session: OutlinedSession) -> ExampleSession:
    things = (assignments.at(address) for address in session.addresses)
    links = tuple(Xref(thing.address, thing.title) for thing in things if thing is not None)
    return ExampleSession(session.title, links)


def fragment(state: object) -> str:
    """Return a syllabus as the fragment of an address: `1.` and base64url of JSON in UTF-8."""
    text = json.dumps(state, ensure_ascii=False, separators=(",", ":"))
    return f"{VERSION}.{base64.urlsafe_b64encode(text.encode()).decode().rstrip('=')}"
