"""A footnote as readers see it: the reference in full, and the way back to every mention."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from edition.core.citation import Citation
from edition.core.edition import Edition
from edition.core.footnotes import Footnote
from edition.core.formatted import Formatted
from edition.core.lettering import letter
from edition.core.unit import unit_name
from edition.html.words import draw_runs


@dataclass(frozen=True, slots=True)
class BackLink:
    """The way from a footnote back to one mention."""

    target: str
    """The id of the marker."""
    where: str
    """What the unit is called that holds it: `¶ 7`."""
    letter: str
    """Of the mention, where the footnote has several."""
    label: str
    """What a screen reader says; no two of one footnote are alike."""


@dataclass(frozen=True, slots=True)
class FootnoteView:
    """A footnote, ready to be set."""

    id: str
    reference: Markup
    place: Markup
    """How the style cites the locator; empty when the whole work is meant."""
    key: str
    back_links: tuple[BackLink, ...]


def footnote_anchor(name: str) -> str:
    """Return the id of a footnote's element."""
    return f"fn-{name}"


def marker_ids(footnotes: Iterable[Footnote]) -> dict[Citation, str]:
    """Return the id of every marker: the footnote's name and which mention it is."""
    return {
        citation: f"fnref-{footnote.name}-{count}"
        for footnote in footnotes
        for count, citation in enumerate(footnote.citations, 1)
    }


def view_footnote(
    edition: Edition, formatted: Formatted, footnote: Footnote, markers: Mapping[Citation, str]
) -> FootnoteView:
    """Lay out one footnote; `markers` are the ids of its mentions."""
    total = len(footnote.citations)
    back_links = []
    for count, citation in enumerate(footnote.citations, 1):
        where = unit_name(edition.unit_by_id[citation.unit])
        its_letter, label = "", f"Back to {where.replace('¶', 'paragraph')}"
        if total > 1:
            its_letter, label = letter(count), f"{label}, mention {count} of {total}"
        back_links.append(BackLink(markers[citation], where, its_letter, label))
    return FootnoteView(
        id=footnote_anchor(footnote.name),
        reference=draw_runs(formatted.entries.get(footnote.key, ())),
        place=draw_runs(formatted.citations.get((footnote.key, footnote.locator), ())),
        key=footnote.key,
        back_links=tuple(back_links),
    )
