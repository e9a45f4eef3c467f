"""What there is to a paragraph: its notes, its footnotes, its link, behind one button after it.

Whoever listens to the text, or reads it with every control put away, still reaches all of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from edition.core.addresses import event_address, short_link
from edition.core.edition import Edition
from edition.core.footnotes import Footnote
from edition.core.unit import Role, Unit, unit_name
from edition.html.footnote import footnote_anchor
from edition.html.gloss import Gloss
from edition.html.library import STATUS
from edition.html.link import Xref
from edition.html.note import NoteView

_GROUPS = {
    Role.TITLE: "the title",
    Role.AUTHOR: "the author’s name",
    Role.DATE: "the dates",
    Role.RIGHTS: "the copyright notice",
    Role.HEADING: "the heading",
    Role.KEYWORDS: "the keywords",
    Role.REFERENCE: "the references",
}


@dataclass(frozen=True, slots=True)
class AboutFootnote:
    """A footnote of the unit, and what came of looking for its source."""

    id: str
    number: int
    status: str
    """Empty where nothing is said of it."""


@dataclass(frozen=True, slots=True)
class About:
    """What there is to one unit, or to neighbours of one role."""

    id: str
    label: str
    """Such as `About ¶ 7`."""
    short_link: str
    """Of the unit; empty for several units together."""
    notes: tuple[NoteView, ...]
    paragraph: int = 0
    """The number of the paragraph; 0 for what is none."""
    footnotes: tuple[AboutFootnote, ...] = ()
    terms: tuple[Gloss, ...] = ()
    """What the unit names."""
    events: tuple[Xref, ...] = ()
    """What the unit gives a date for."""


def about_unit(
    edition: Edition,
    unit: Unit,
    notes: Sequence[NoteView],
    footnotes: Sequence[Footnote],
    terms: Sequence[Gloss],
) -> About:
    """Return what there is to one unit."""
    return About(
        id=f"about-{unit.id}",
        label=f"About {unit_name(unit)}",
        short_link=short_link(edition, unit.id),
        notes=tuple(notes),
        paragraph=unit.number if unit.role is Role.PARAGRAPH else 0,
        footnotes=tuple(_footnote(edition, footnote) for footnote in footnotes),
        terms=tuple(terms),
        events=tuple(
            Xref(event_address(event.id), f"{event.label}, {event.when.words}")
            for event in edition.events_of_unit.get(unit.id, ())
        ),
    )


def about_group(role: Role, notes: Sequence[NoteView]) -> About | None:
    """Return what there is to neighbours that have no button of their own; None for nothing."""
    if not notes:
        return None
    return About(f"about-{notes[0].unit}", f"About {_GROUPS[role]}", "", tuple(notes))


def _footnote(edition: Edition, footnote: Footnote) -> AboutFootnote:
    reference = edition.reference_by_key.get(footnote.key)
    evidence = reference.evidence if reference else None
    return AboutFootnote(
        footnote_anchor(footnote.name), footnote.number, STATUS[evidence.status] if evidence else ""
    )
