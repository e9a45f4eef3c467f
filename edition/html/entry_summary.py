"""An entry as a forge's summary shows it: what readers will see, on a page without our styles."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from edition.core.body import Body, Cited, cited_keys
from edition.core.contribution import Contribution
from edition.core.contributor import Contributor
from edition.core.edition import Edition
from edition.core.event import Event
from edition.core.figure import Figure
from edition.core.formatted import Formatted
from edition.core.note import LEVELS, Note
from edition.core.point import Point
from edition.core.quote import Quote
from edition.core.reference import Correction, Evidence, unbraced
from edition.core.span import Span
from edition.core.term import Term
from edition.core.unit import unit_name
from edition.html.body import draw_body
from edition.html.library import STATUS
from edition.html.signature import view_signature
from edition.html.words import draw_runs

Shown = Contribution | Correction | Evidence


def draw_entry(edition: Edition, formatted: Formatted, entry: Shown) -> Markup:
    """Draw an entry: what it is, the words that it is about, its own, its sources, its author.

    What is not right yet is drawn as far as it can be; the problems say what is wrong.
    """
    return Markup("").join(_Drawing(edition, formatted).entry(entry))


class _Drawing:
    """Draws entries of one edition."""

    def __init__(self, edition: Edition, formatted: Formatted) -> None:
        self.edition, self.formatted = edition, formatted

    def entry(self, entry: Shown) -> Iterable[Markup]:
        if isinstance(entry, Correction):
            return self.correction(entry)
        if isinstance(entry, Evidence):
            return self.evidence(entry)
        return (*self.head(entry), *self.rest(entry))

    def head(self, entry: Contribution) -> Iterable[Markup]:
        """Draw what only entries of one kind have."""
        if isinstance(entry, Note):
            yield _title(f"{entry.kind.label}, for {LEVELS[entry.level]}")
            yield from self.quotation(entry.quote, self.edition.anchors.get(entry.id))
        elif isinstance(entry, Term):
            yield _title(f"{entry.name} ({entry.kind})")
            yield from _listed("The article names it", entry.forms)
        elif isinstance(entry, Event):
            yield _title(f"{entry.when.words}: {entry.label}")
            if entry.quote:
                yield from self.quotation(entry.quote, self.edition.event_anchors.get(entry.id))
        elif isinstance(entry, Figure):
            yield _title(entry.title)
            yield from _listed(entry.measure, map(self.point, entry.points))

    def quotation(self, quote: Quote, found: object) -> Iterable[Markup]:
        """Draw the unit that holds a quote, the words marked; or the words alone."""
        if not quote.exact:
            yield Markup("<p>Its quote cannot be read yet.</p>")
            return
        if not isinstance(found, Span):
            yield Markup("<p>On words that were not found in the article:</p>")
            yield Markup("<blockquote>{}</blockquote>").format(quote.exact)
            return
        unit = self.edition.unit_by_id[found.unit]
        before, words = unit.text[: found.start], unit.text[found.start : found.end]
        yield Markup("<p>On the marked words of {}:</p>").format(unit_name(unit))
        yield Markup("<blockquote>{}<strong>{}</strong>{}</blockquote>").format(
            before, words, unit.text[found.end :]
        )

    def rest(self, entry: Contribution) -> Iterable[Markup]:
        """Draw what all entries have: words, sources, author."""
        yield self.body(entry.body)
        keys = entry.sources if isinstance(entry, Term | Event | Figure) else cited_keys(entry.body)
        yield from _listed("Sources", [self.reference(key) for key in keys])
        if isinstance(entry, Note) and entry.new_source:
            yield from _listed("A source that an editor will catalogue", [entry.new_source])
        yield _signed(entry)

    def reference(self, key: str) -> Markup:
        """Draw an entry of the library in full; an unknown key stands for itself."""
        runs = self.formatted.entries.get(key, ())
        return draw_runs(runs) if runs else Markup("{} (not in the library)").format(key)

    def point(self, point: Point) -> Markup:
        """Draw one number of a figure with what is cited for it."""
        words = f"{point.when.words}: {point.qualifier} {point.number}"
        return Markup(" ").join([Markup(escape(words)), *map(self.cited, point.cited)])  # noqa: S704

    def body(self, body: Body) -> Markup:
        """Draw a body; citations and terms are words here."""
        return draw_body(body, self.cited)

    def cited(self, citation: Cited) -> Markup:
        runs = self.formatted.citations.get((citation.key, citation.locator), ())
        return draw_runs(runs) if runs else Markup("({}?)").format(citation.key)

    def correction(self, entry: Correction) -> Iterable[Markup]:
        """Draw what a correction changes, each field with what shows it."""
        yield _title("A reference, corrected")
        yield Markup("<p>{}</p>").format(self.reference(entry.reference))
        reference = self.edition.reference_by_key.get(entry.reference)
        printed = reference.fields if reference else {}
        evidence = dict(entry.evidence)
        for field, value in entry.values:
            yield from _listed(
                field,
                [
                    f"as printed: {unbraced(printed.get(field, '')) or 'nothing'}",
                    f"as corrected: {unbraced(value) or 'nothing'}",
                    f"how one knows: {evidence.get(field) or 'not said'}",
                ],
            )
        yield self.body(entry.body)

    def evidence(self, entry: Evidence) -> Iterable[Markup]:
        """Draw what came of looking for a source."""
        yield _title(f"What was found of a reference: {STATUS[entry.status]}")
        yield Markup("<p>{}</p>").format(self.reference(entry.reference))
        yield from _listed("Seen", entry.sources)
        yield self.body(entry.body)


def _title(words: str) -> Markup:
    return Markup("<h3>{}</h3>").format(words)


def _listed(label: str, items: Iterable[str | Markup]) -> Iterable[Markup]:
    """Draw a list under a label; nothing for an empty one."""
    lines = Markup("").join(Markup("<li>{}</li>").format(item) for item in items)
    if lines:
        yield Markup("<p>{}:</p><ul>{}</ul>").format(label, lines)


def _signed(entry: Contribution) -> Markup:
    """Draw who wrote an entry and when, as far as its file says."""
    author: Contributor = entry.author
    signature = view_signature(entry) if entry.date else None
    words = ", ".join(filter(None, (author.name, signature.date_words if signature else "")))
    return Markup("<p>{}</p>").format(escape(words))
