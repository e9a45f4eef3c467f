"""Words with their marks, as HTML: runs inside, links and markers at their offsets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from edition.core.inline import Run


@dataclass(frozen=True, slots=True)
class Wrap:
    """An element around a stretch of words."""

    start: int
    end: int
    opening: Markup
    closing: Markup


@dataclass(frozen=True, slots=True)
class Insert:
    """Something of the edition's own at one place between the words."""

    offset: int
    html: Markup


_LINK_ENDS = Markup("</a>")


def draw_runs(runs: Sequence[Run]) -> Markup:
    """Draw runs alone, as in a formatted reference."""
    return Markup("").join(_marked(run.text, run) for run in runs)


def draw_words(
    runs: Sequence[Run],
    links: Sequence[Wrap] = (),
    inserts: Sequence[Insert] = (),
    marks: Sequence[Wrap] = (),
) -> Markup:
    """Draw the words of a unit; offsets are code points of its plain text.

    Neither links nor marks overlap among themselves. Marks lie inside links and are cut where a
    link begins or ends. What is to be inserted within a link, the words' own or one of these, comes
    after it: nothing interactive ends up inside another.
    """
    links = _with_own(runs, links)
    inserts = [_after_link(insert, links) for insert in inserts]
    edges = {0, sum(len(run.text) for run in runs)}
    for wrap in (*links, *marks):
        edges |= {wrap.start, wrap.end}
    edges |= {insert.offset for insert in inserts}
    cuts = sorted(edges)
    parts: list[Markup] = []
    link: Wrap | None = None
    for index, cut in enumerate(cuts):
        if link is not None and link.end == cut:
            parts.append(link.closing)
            link = None
        parts += [insert.html for insert in inserts if insert.offset == cut]
        if index + 1 == len(cuts):
            break
        for wrap in links:
            if wrap.start == cut < wrap.end:
                parts.append(wrap.opening)
                link = wrap
        words = [_marked(text, run) for text, run in _between(runs, cut, cuts[index + 1])]
        for mark in marks:
            if mark.start <= cut < mark.end:
                words = [mark.opening, *words, mark.closing]
        parts += words
    return Markup("").join(parts)


def _with_own(runs: Sequence[Run], links: Sequence[Wrap]) -> Sequence[Wrap]:
    """Return the links with those that the words themselves are, unless they lie in one."""
    own: list[Wrap] = []
    at = 0
    for run in runs:
        start, at = at, at + len(run.text)
        if not run.address or any(link.start < at and start < link.end for link in links):
            continue
        opening = Markup(f'<a href="{escape(run.address)}">')  # noqa: S704  # escaped
        if own and own[-1].end == start and own[-1].opening == opening:
            own[-1] = replace(own[-1], end=at)
        else:
            own.append(Wrap(start, at, opening, _LINK_ENDS))
    return (*links, *own) if own else links


def _after_link(insert: Insert, links: Sequence[Wrap]) -> Insert:
    """Move an insert that would stand inside a link to its end."""
    for link in links:
        if link.start < insert.offset < link.end:
            return Insert(link.end, insert.html)
    return insert


def _between(runs: Sequence[Run], start: int, end: int) -> list[tuple[str, Run]]:
    """Return the words between two offsets, each stretch with the run that marks it."""
    found = []
    at = 0
    for run in runs:
        first, last = max(start, at), min(end, at + len(run.text))
        if first < last:
            unlinked = replace(run, address="") if run.address else run
            found.append((run.text[first - at : last - at], unlinked))
        at += len(run.text)
    return found


def _marked(text: str, run: Run) -> Markup:
    """Draw words with their marks; put together by hand, since every word passes through here."""
    html = str(escape(text))
    if run.small_caps:
        html = f'<span class="small-caps">{html}</span>'
    if run.superscript:
        html = f"<sup>{html}</sup>"
    if run.emphasis:
        html = f"<em>{html}</em>"
    if run.strong:
        html = f"<strong>{html}</strong>"
    if run.address:
        html = f'<a href="{escape(run.address)}">{html}</a>'
    return Markup(html)  # noqa: S704  # its words and its address are escaped
