r"""Inline content of pandoc's JSON, read into runs; only what a reference can hold.

The types are those of pandoc-types 1.23. An address that is neither http nor https loses its link:
`\href` in a BibTeX field would otherwise bring `javascript:` into the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from edition.core.inline import Run
from edition.core.reference import ADDRESS

_SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}
_MARKS: Mapping[str, Callable[[Run], Run]] = {
    # Emphasis inside emphasis stands upright again, as in print.
    "Emph": lambda run: replace(run, emphasis=not run.emphasis),
    "Strong": lambda run: replace(run, strong=True),
    "SmallCaps": lambda run: replace(run, small_caps=True),
    "Superscript": lambda run: replace(run, superscript=True),
}
_QUOTES = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}
_Part = tuple[str, Run]
"""Words, and a run without words that carries their marks."""


def read_inlines(inlines: Iterable[Any]) -> tuple[Run, ...]:
    """Read a list of pandoc inlines; neighbours with the same marks are put together."""
    parts: list[_Part] = []
    for text, marks in _spread(inlines, Run("")):
        if parts and parts[-1][1] == marks:
            parts[-1] = (parts[-1][0] + text, marks)
        else:
            parts.append((text, marks))
    return tuple(replace(marks, text=text) for text, marks in parts)


def _spread(inlines: Iterable[Any], marks: Run) -> Iterator[_Part]:
    """Yield the parts of some inlines; plain words between two marks are one."""
    words: list[str] = []
    for inline in inlines:
        kind, content = inline["t"], inline.get("c")
        if kind == "Str":
            words.append(content)
            continue
        if kind in _SPACES:
            words.append(_SPACES[kind])
            continue
        if words:
            yield "".join(words), marks
            words = []
        yield from _marked(kind, content, marks)
    if words:
        yield "".join(words), marks


def _marked(kind: str, content: Any, marks: Run) -> Iterator[_Part]:
    """Yield the parts of one inline that is more than a word or a space."""
    if kind in _MARKS:
        yield from _spread(content, _MARKS[kind](marks))
    elif kind == "Link":
        address = content[2][0]
        linked = replace(marks, address=address) if ADDRESS.fullmatch(address) else marks
        yield from _spread(content[1], linked)
    elif kind == "Quoted":
        quotes = _QUOTES[content[0]["t"]]
        yield quotes[0], marks
        yield from _spread(content[1], marks)
        yield quotes[1], marks
    elif kind in ("Code", "Math", "RawInline"):
        yield content[1], marks
    else:
        yield from _spread(_children(content), marks)


def _children(content: Any) -> Sequence[Any]:
    """Return the inlines of a `Span`, `Cite`, `Strikeout` …, which stand last or alone."""
    if isinstance(content, list) and content and isinstance(content[-1], list):
        return content[-1]
    return content if isinstance(content, list) else ()
