"""A figure as readers see it: drawn, with its numbers and their sources in a table beneath."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from edition.core.addresses import figure_address, note_address
from edition.core.edition import Edition
from edition.core.figure import Figure, Form
from edition.core.formatted import Formatted
from edition.core.note_record import first_words
from edition.core.point import Qualifier
from edition.html.body import draw_body
from edition.html.cited import SourceView, draw_cited, view_sources
from edition.html.link import Xref
from edition.html.plot import PlotView, view_plot
from edition.html.signature import SignatureView, view_signature
from edition.html.term_link import draw_term

_BROKEN = "A broken end: the source gives no exact number."
_UNDATED = "A hollow point: the day of the number is not known exactly."


@dataclass(frozen=True, slots=True)
class RowView:
    """One number, as the table has it."""

    when: str
    qualifier: str
    amount: str
    sources: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure, ready to be set."""

    id: str
    title: str
    measure: str
    head: str
    """The measure as the head of a column."""
    dates: str
    """What the dates are: the head of the first column."""
    plot: PlotView
    remarks: tuple[str, ...]
    """What its signs mean, of those that it has."""
    rows: tuple[RowView, ...]
    address: str
    """Of its entry, below the site's base."""
    body: Markup
    notes: tuple[Xref, ...]
    """The notes with which it is shown."""
    sources: tuple[SourceView, ...]
    signature: SignatureView
    file: str
    """Its source, below the edition's root."""


def view_figures(edition: Edition, formatted: Formatted, page: str) -> tuple[FigureView, ...]:
    """Lay out all figures."""
    return tuple(view_figure(edition, formatted, page, figure) for figure in edition.figures)


def view_figure_called(
    edition: Edition, formatted: Formatted, page: str, name: str
) -> FigureView | None:
    """Lay out the figure of an id; None if there is none, as in an example for no edition."""
    figure = edition.figure_by_id.get(name)
    return view_figure(edition, formatted, page, figure) if figure else None


def view_figure(edition: Edition, formatted: Formatted, page: str, figure: Figure) -> FigureView:
    """Lay out one figure for a page."""
    cite, point_to = partial(draw_cited, formatted, page), partial(draw_term, edition, page)
    plot = view_plot(figure)
    return FigureView(
        id=figure.id,
        title=figure.title,
        measure=figure.measure,
        head=f"{figure.measure[:1].upper()}{figure.measure[1:]}",
        dates="Date" if figure.form is Form.TOTAL else "Period",
        plot=plot,
        remarks=tuple(_remarks(figure, plot)),
        rows=tuple(
            RowView(
                point.when_words,
                point.qualifier.value,
                point.amount,
                tuple(cite(cited) for cited in point.cited),
            )
            for point in figure.points
        ),
        address=figure_address(figure.id),
        body=draw_body(figure.body, cite, point_to),
        notes=tuple(
            Xref(note_address(edition, note.id), first_words(note.quote.exact))
            for note in edition.notes_of_figure.get(figure.id, ())
        ),
        sources=view_sources(formatted, page, figure.sources),
        signature=view_signature(figure),
        file=figure.place.path,
    )


def _remarks(figure: Figure, plot: PlotView) -> Iterator[str]:
    if any(point.qualifier is not Qualifier.EXACT for point in figure.points):
        yield _BROKEN
    if figure.form is Form.TOTAL and not all(mark.is_dated for mark in plot.marks):
        yield _UNDATED
