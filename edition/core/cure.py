"""A cure is what to write into a note's file so that its quote finds its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from edition.core.context import describe_within
from edition.core.passages import Passages
from edition.core.quote import Quote
from edition.core.span import Span

_LISTED = 5
_CONTEXT = 64
"""Characters of a prefix or suffix up to which it is proposed; above, a longer quote is better."""
_PLAIN = re.compile(r"[^\W\d_][\w ,.;()’“”–—-]*")
_NO_TEXT = re.compile(r"(?:y|yes|n|no|true|false|on|off|null)", re.IGNORECASE)
"""What some readers of YAML take for something else than a text, though it looks plain."""


def tell_apart(passages: Passages, quote: Quote, places: Sequence[Span]) -> str:
    """Return what to add to a quote, or to put in the place of what it has, to mean each place."""
    ways = []
    old = {"unit": quote.unit, "prefix": quote.prefix, "suffix": quote.suffix}
    for span in places:
        full = describe_within(passages, span, _CONTEXT)
        if full is None:
            return "quote more words"
        new = {"unit": full.unit, "prefix": full.prefix, "suffix": full.suffix}
        lines = [
            f"`{_line(name, value)}`" for name, value in new.items() if value not in ("", old[name])
        ]
        ways.append(f"for {span.unit} at {span.start} write {' and '.join(lines)}")
    return "; ".join(ways)


def _line(name: str, value: str) -> str:
    """Return a line of front matter; a string of JSON is one of YAML too."""
    is_plain = _PLAIN.fullmatch(value) and not _NO_TEXT.fullmatch(value)
    return f"{name}: {value if is_plain else json.dumps(value, ensure_ascii=False)}"


def did_you_mean_units(units: Iterable[str]) -> str:
    """Return a hint that names the units which are meant perhaps, or nothing if there are none."""
    proposed = [f"unit: {unit}" for unit in dict.fromkeys(units)]
    return f"did you mean {listed(proposed, 'or')}?" if proposed else ""


def listed(names: Sequence[str], last: str = "and") -> str:
    """Return names as a list in words, of which the first few are shown.

    >>> listed(["p1", "p2", "p3"])
    'p1, p2 and p3'
    """
    shown = [*names[:_LISTED], *(["others"] if len(names) > _LISTED else [])]
    return f" {last} ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
