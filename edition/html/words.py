"""Words with their marks, as HTML: runs inside, links and markers at their offsets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


def draw_runs(runs: Sequence[Run]) -> Markup:
    """Draw runs alone, as in a formatted reference."""
    return Markup("").join(_marked(run.text, run, linked=True) for run in runs)


def draw_words(
    runs: Sequence[Run], wraps: Sequence[Wrap] = (), inserts: Sequence[Insert] = ()
) -> Markup:
    """Draw the words of a unit with wraps and inserts; offsets are code points of its plain text.

    Wraps do not overlap. Where a wrap ends and an insert stands at the same offset, the insert
    comes after the wrap: nothing interactive ends up inside a link.
    """
    length = sum(len(run.text) for run in runs)
    edges = {0, length}
    for wrap in wraps:
        edges |= {wrap.start, wrap.end}
    edges |= {insert.offset for insert in inserts}
    cuts = sorted(edges)
    parts: list[Markup] = []
    inside: Wrap | None = None
    for index, cut in enumerate(cuts):
        if inside is not None and inside.end == cut:
            parts.append(inside.closing)
            inside = None
        parts += [insert.html for insert in inserts if insert.offset == cut]
        for wrap in wraps:
            if wrap.start == cut < wrap.end:
                parts.append(wrap.opening)
                inside = wrap
        if index + 1 < len(cuts):
            stretch = _between(runs, cut, cuts[index + 1])
            parts += [_marked(text, run, linked=inside is None) for text, run in stretch]
    return Markup("").join(parts)


def _between(runs: Sequence[Run], start: int, end: int) -> list[tuple[str, Run]]:
    """Return the words between two offsets, each stretch with the run that marks it."""
    found = []
    at = 0
    for run in runs:
        first, last = max(start, at), min(end, at + len(run.text))
        if first < last:
            found.append((run.text[first - at : last - at], run))
        at += len(run.text)
    return found


def _marked(text: str, run: Run, *, linked: bool) -> Markup:
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
    if run.address and linked:
        html = f'<a href="{escape(run.address)}">{html}</a>'
    return Markup(html)  # noqa: S704  # its words and its address are escaped
