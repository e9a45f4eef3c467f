"""What a text page shows, laid out for its template: the place, the units, the footnotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from edition.core.citation import Citation
from edition.core.edition import Edition
from edition.core.footnotes import Footnote, number_footnotes
from edition.core.formatted import Formatted
from edition.core.pages import TextPage
from edition.core.unit import Role, Unit
from edition.html.about import BY_THEMSELVES, About, about_group, about_unit
from edition.html.marks import draw_marks
from edition.html.note import NoteView, view_notes
from edition.html.switch import SwitchView, view_switch
from edition.html.unit import NO_MARKS, draw_unit
from edition.html.words import draw_runs

PLAIN = "text/plain/"
"""Address of the whole article on one page without notes."""
PLAIN_TITLE = "The whole article"
"""What contents and windows call that page."""


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit as drawn, and what there is to it."""

    html: Markup
    about: About | None


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring units of one role."""

    role: str
    units: tuple[UnitView, ...]
    about: About | None
    """Of units that have none of their own, such as the items of a list."""


@dataclass(frozen=True, slots=True)
class BackLink:
    """The way from a footnote back to one mention."""

    target: str
    """The id of the marker."""
    paragraph: str
    """Such as `¶7`."""
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


@dataclass(frozen=True, slots=True)
class TextPageView:
    """A text page, ready to be set."""

    kind: str
    """`front`, `chapter`, `references` or `plain`."""
    address: str
    title: str
    """The editors' title; empty on the plain page, which has the work's own."""
    number: int
    range: str
    """Such as `¶¶ 6–10 of 25`; empty where there are no paragraphs."""
    first: str
    """The id of the first unit."""
    groups: tuple[Group, ...]
    notes: tuple[NoteView, ...]
    switch: SwitchView
    footnotes: tuple[FootnoteView, ...]


def view_text_page(
    edition: Edition, formatted: Formatted, page: TextPage, order: Sequence[str] | None = None
) -> TextPageView:
    """Lay out one text page; `order` is the host's order of footnotes, if it has numbered them."""
    units = [edition.unit_by_id[unit_id] for unit_id in page.units]
    kind = "chapter" if page.number else page.slug
    heading = 2 if any(unit.role is Role.TITLE for unit in units) else 1
    return _view(edition, formatted, kind, page.address, page.title, page.number, units, heading,
                 order)  # fmt: skip


def view_plain_page(edition: Edition, formatted: Formatted) -> TextPageView:
    """Lay out the whole article on one page; its footnotes are numbered through."""
    return _view(edition, formatted, "plain", PLAIN, "", 0, edition.units, 1, None)


def _view(
    edition: Edition,
    formatted: Formatted,
    kind: str,
    address: str,
    title: str,
    number: int,
    units: Sequence[Unit],
    heading: int,
    order: Sequence[str] | None,
) -> TextPageView:
    citations = [c for unit in units for c in edition.citations_of_unit.get(unit.id, ())]
    footnotes = number_footnotes(citations, order)
    numbers = {footnote.name: footnote.number for footnote in footnotes}
    mentions = _mentions(footnotes)
    ids = [] if kind == "plain" else [unit.id for unit in units]
    notes = view_notes(edition, formatted, address, ids)
    notes_of: dict[str, list[NoteView]] = {}
    for note in notes:
        notes_of.setdefault(note.unit, []).append(note)
    groups = []
    for role, members in groupby(units, key=lambda unit: unit.role):
        drawn = []
        together: list[NoteView] = []
        for unit in members:
            own = notes_of.get(unit.id, ())
            cited = edition.citations_of_unit.get(unit.id, ())
            marks = draw_marks(own, edition.spans) if own else NO_MARKS
            html = draw_unit(unit, address, cited, numbers, mentions, heading, marks)
            about = None
            if kind != "plain" and role in BY_THEMSELVES:
                named = {f"fn-{c.footnote}": numbers[c.footnote] for c in cited}
                about = about_unit(edition, unit, own, named)
            else:
                together += own
            drawn.append(UnitView(html, about))
        groups.append(Group(role.value, tuple(drawn), about_group(role, together)))
    return TextPageView(
        kind=kind,
        address=address,
        title=title,
        number=number,
        range=paragraph_range(edition, units),
        first=units[0].id if units else "",
        groups=tuple(groups),
        notes=notes,
        switch=view_switch(notes),
        footnotes=tuple(_footnote(formatted, note, mentions) for note in footnotes),
    )


def paragraph_range(edition: Edition, units: Sequence[Unit]) -> str:
    """Return which of the work's paragraphs are among the units: `¶¶ 6–10 of 25`."""
    if not paragraph_span(units):
        return ""
    return f"{paragraph_span(units)} of {len(edition.paragraphs)}"


def paragraph_span(units: Sequence[Unit]) -> str:
    """Return the paragraphs among the units without their total: `¶¶ 6–10`."""
    numbers = [unit.number for unit in units if unit.role is Role.PARAGRAPH]
    if not numbers:
        return ""
    first, last = numbers[0], numbers[-1]
    return f"¶ {first}" if first == last else f"¶¶ {first}–{last}"


def _mentions(footnotes: Sequence[Footnote]) -> dict[Citation, str]:
    """Return the id of every marker: the footnote's name and which mention it is."""
    return {
        citation: f"fnref-{note.name}-{count}"
        for note in footnotes
        for count, citation in enumerate(note.citations, 1)
    }


def _footnote(formatted: Formatted, note: Footnote, mentions: dict[Citation, str]) -> FootnoteView:
    several = len(note.citations) > 1
    back_links = tuple(
        BackLink(
            target=mentions[citation],
            paragraph=f"¶{citation.unit.lstrip('p')}",
            label=f"Back to paragraph {citation.unit.lstrip('p')}"
            + (f", mention {count} of {len(note.citations)}" if several else ""),
        )
        for count, citation in enumerate(note.citations, 1)
    )
    return FootnoteView(
        id=f"fn-{note.name}",
        reference=draw_runs(formatted.entries.get(note.key, ())),
        place=draw_runs(formatted.citations.get((note.key, note.locator), ())),
        key=note.key,
        back_links=back_links,
    )
