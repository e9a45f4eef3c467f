"""What there is to a paragraph: its notes, its footnotes, its link, behind one button after it.

Whoever listens to the text, or reads it with every control put away, still reaches all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edition.core.addresses import short_link
from edition.core.edition import Edition
from edition.core.unit import Role, Unit, unit_name
from edition.html.footnote import footnote_anchor
from edition.html.note import NoteView

BY_THEMSELVES = {Role.PARAGRAPH, Role.ABSTRACT}
"""Units long enough for a button of their own; others share one with their neighbours."""
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
class About:
    """What there is to one unit, or to neighbours of one role."""

    id: str
    label: str
    """Such as `About ¶ 7`."""
    short_link: str
    """Of the unit; empty for several units together."""
    notes: tuple[NoteView, ...]
    footnotes: tuple[tuple[str, int], ...]
    """Id and number of each footnote, in order."""


def about_unit(
    edition: Edition, unit: Unit, notes: Sequence[NoteView], footnotes: Mapping[str, int]
) -> About:
    """Return what there is to one unit; `footnotes` are its footnotes' numbers by their names."""
    return About(
        id=f"about-{unit.id}",
        label=f"About {unit_name(unit)}",
        short_link=short_link(edition, unit.id),
        notes=tuple(notes),
        footnotes=tuple((footnote_anchor(name), n) for name, n in footnotes.items()),
    )


def about_group(role: Role, notes: Sequence[NoteView]) -> About | None:
    """Return what there is to neighbours that have no button of their own; None for nothing."""
    if not notes:
        return None
    return About(f"about-{notes[0].unit}", f"About {_GROUPS[role]}", "", tuple(notes), ())
