"""Words with their marks, as HTML: runs inside, links and markers at their offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

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


LINK_ENDS = Markup("</a>")
_REMEMBERED = 16_384
"""References that are not drawn anew while they stay the same; most are drawn again and again."""


@lru_cache(maxsize=_REMEMBERED)
def draw_runs(runs: tuple[Run, ...]) -> Markup:
    """Draw runs alone, as in a formatted reference."""
    return draw_words(runs)


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
    inserted = _by_place(inserts, links)
    edges = {0, sum(len(run.text) for run in runs), *inserted}
    for wrap in (*links, *marks):
        edges |= {wrap.start, wrap.end}
    opening = {link.start: link.opening for link in links}
    closing = {link.end: link.closing for link in links}
    beginning = {mark.start: mark for mark in marks}
    parts: list[Markup] = []
    mark: Wrap | None = None
    for offset, words in _stretches(runs, sorted(edges)):
        if offset in closing:
            parts.append(closing[offset])
        parts += inserted.get(offset, ())
        if offset in opening:
            parts.append(opening[offset])
        mark = beginning.get(offset, mark)
        if mark is not None and offset < mark.end:
            parts += (mark.opening, words, mark.closing)
        else:
            parts.append(words)
    return Markup("".join(parts))  # noqa: S704  # each of them is markup


def _with_own(runs: Sequence[Run], links: Iterable[Wrap]) -> Sequence[Wrap]:
    """Return the links in order, with those that the words themselves are where none is given."""
    given = sorted((link for link in links if link.start < link.end), key=lambda link: link.start)
    own: list[Wrap] = []
    at = 0
    for run in runs:
        start, at = at, at + len(run.text)
        if not run.address or start == at or _first_link(given, start, at) is not None:
            continue
        opening = Markup(f'<a href="{escape(run.address)}">')  # noqa: S704  # escaped
        if own and own[-1].end == start and own[-1].opening == opening:
            own[-1] = replace(own[-1], end=at)
        else:
            own.append(Wrap(start, at, opening, LINK_ENDS))
    return sorted((*given, *own), key=lambda link: link.start) if own else given


def _by_place(inserts: Iterable[Insert], links: Sequence[Wrap]) -> Mapping[int, list[Markup]]:
    """Return inserts by their offsets; what would stand inside a link is moved to its end."""
    placed: dict[int, list[Markup]] = {}
    for insert in inserts:
        link = _first_link(links, insert.offset, insert.offset)
        placed.setdefault(insert.offset if link is None else link.end, []).append(insert.html)
    return placed


def _first_link(links: Sequence[Wrap], start: int, end: int) -> Wrap | None:
    """Return the first of some links, in order, that ends behind `start` and begins before `end`.

    Of an offset alone, given twice, it is the link that has it strictly inside.
    """
    at = bisect_right(links, start, key=lambda link: link.end)
    return links[at] if at < len(links) and links[at].start < end else None


def _stretches(runs: Sequence[Run], offsets: Sequence[int]) -> Iterator[tuple[int, Markup]]:
    """Yield each offset with the words from there to the next one; none follow the last."""
    index, first = 0, 0
    for offset, end in pairwise((*offsets, offsets[-1])):
        start, html = offset, ""
        while start < end:
            run = runs[index]
            last = first + len(run.text)
            html += _marked(run.text[start - first : end - first], run)
            start = min(end, last)
            if start == last:
                index, first = index + 1, last
        yield offset, Markup(html)  # noqa: S704  # `_marked` escapes


def _marked(text: str, run: Run) -> str:
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
    return html
