"""What a text page shows, laid out for its template: the place, the units, notes and footnotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from edition.core.addresses import PLAIN
from edition.core.citation import Citation
from edition.core.edition import Edition
from edition.core.footnotes import Footnote, number_footnotes
from edition.core.formatted import Formatted
from edition.core.pages import TextPage
from edition.core.problem import Place
from edition.core.unit import RUNNING_TEXT, Role, Unit, range_name
from edition.html.about import About, about_group, about_unit
from edition.html.footnote import FootnoteView, marker_ids, view_footnote
from edition.html.gloss import Gloss, view_glosses
from edition.html.marks import draw_marks
from edition.html.note import NoteView, view_notes
from edition.html.switch import SwitchView, view_switch
from edition.html.term_link import mark_terms
from edition.html.unit import draw_unit

_SLUG = PLAIN.split("/")[1]
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
    terms: tuple[Gloss, ...]
    """Every term, person and place that is marked on the page, in the order of first mention."""
    footnotes: tuple[FootnoteView, ...]


def view_text_page(
    edition: Edition, formatted: Formatted, page: TextPage, order: Sequence[str] | None = None
) -> TextPageView:
    """Lay out one text page; `order` is the host's order of footnotes, if it has numbered them."""
    notes = view_notes(edition, formatted, page.address, page.units)
    return _view(edition, formatted, page, notes, order)


def view_plain_page(edition: Edition, formatted: Formatted) -> TextPageView:
    """Lay out the whole article on one page, without notes; footnotes are numbered through."""
    units = tuple(unit.id for unit in edition.units)
    whole = TextPage(_SLUG, "", (), units, Place(edition.settings.base.path))
    return _view(edition, formatted, whole, None, None)


def _view(
    edition: Edition,
    formatted: Formatted,
    page: TextPage,
    notes: Sequence[NoteView] | None,
    order: Sequence[str] | None,
) -> TextPageView:
    """Lay out a page; `notes` is None where nothing of the edition stands after the paragraphs."""
    units = [edition.unit_by_id[unit_id] for unit_id in page.units]
    citations = [c for unit in units for c in edition.citations_of_unit.get(unit.id, ())]
    footnotes = number_footnotes(citations, order)
    markers = marker_ids(footnotes)
    glosses = {} if notes is None else view_glosses(edition, page.units)
    return TextPageView(
        kind="chapter" if page.number else page.slug,
        address=page.address,
        title=page.title,
        number=page.number,
        range=paragraph_range(edition, units),
        first=units[0].id if units else "",
        groups=tuple(_groups(edition, page, units, notes, glosses, footnotes, markers)),
        notes=tuple(notes or ()),
        switch=view_switch(notes or ()),
        terms=tuple(glosses.values()),
        footnotes=tuple(view_footnote(edition, formatted, f, markers) for f in footnotes),
    )


def _cited(footnotes: Mapping[str, Footnote], cited: Iterable[Citation]) -> list[Footnote]:
    """Return the footnotes to which some citations lead, in the order of their numbers."""
    names = {citation.footnote for citation in cited} & footnotes.keys()
    return sorted((footnotes[name] for name in names), key=lambda footnote: footnote.number)


def _groups(
    edition: Edition,
    page: TextPage,
    units: Sequence[Unit],
    notes: Sequence[NoteView] | None,
    glosses: Mapping[str, Gloss],
    footnotes: Sequence[Footnote],
    markers: Mapping[Citation, str],
) -> Iterator[Group]:
    footnote_of = {footnote.name: footnote for footnote in footnotes}
    numbers = {footnote.name: footnote.number for footnote in footnotes}
    # The editors' title of a page stands above the work's own.
    heading = 2 if page.title and any(unit.role is Role.TITLE for unit in units) else 1
    notes_of: defaultdict[str, list[NoteView]] = defaultdict(list)
    for note in notes or ():
        notes_of[note.unit].append(note)
    for role, members in groupby(units, key=lambda unit: unit.role):
        drawn: list[UnitView] = []
        together: list[NoteView] = []
        for unit in members:
            own = notes_of[unit.id]
            cited = edition.citations_of_unit.get(unit.id, ())
            marks = draw_marks(own, edition.spans)
            named = [o for o in edition.marked_terms.get(unit.id, ()) if o.term in glosses]
            terms = mark_terms(named)
            html = draw_unit(
                unit,
                page.address,
                cited,
                numbers,
                markers,
                heading,
                marks,
                terms,
                edition.sentences_of_unit.get(unit.id, ()),
            )
            about = None
            if role not in RUNNING_TEXT:
                together += own
            elif notes is not None:
                noted, told = _cited(footnote_of, cited), [glosses[o.term] for o in named]
                about = about_unit(edition, unit, own, noted, told)
            drawn.append(UnitView(html, about))
        yield Group(role.value, tuple(drawn), about_group(role, together))


def paragraph_range(edition: Edition, units: Iterable[Unit]) -> str:
    """Return which of the work's paragraphs are among the units: `¶¶ 6–10 of 25`."""
    span = paragraph_span(units)
    return f"{span} of {len(edition.paragraphs)}" if span else ""


def paragraph_span(units: Iterable[Unit]) -> str:
    """Return the paragraphs among the units without their total: `¶¶ 6–10`."""
    numbers = paragraph_numbers(units)
    if not numbers:
        return ""
    return range_name(numbers[0], numbers[-1])


def paragraph_numbers(units: Iterable[Unit]) -> tuple[int, ...]:
    """Return the numbers of the paragraphs among the units."""
    return tuple(unit.number for unit in units if unit.role is Role.PARAGRAPH)
