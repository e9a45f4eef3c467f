"""The fields of an entry that stands on words of the article."""

from __future__ import annotations

from edition.core.entry_form import FieldForm, Shape
from edition.core.signing import IDENTIFIER, IDENTIFIER_IS

QUOTE_FIELDS = ("quote", "unit", "prefix", "suffix")


def quote_form(summary: str, *, required: bool) -> tuple[FieldForm, ...]:
    """Return the fields for a quote and for what tells its place; `summary` says what it is."""
    return (
        FieldForm("quote", Shape.WORDS, summary, required=required, longest=2_000),
        FieldForm(
            "unit",
            Shape.PATTERN,
            "Where the words stand, such as p4; needed when they occur in more than one unit.",
            pattern=IDENTIFIER,
            described=IDENTIFIER_IS,
        ),
        _beside_quote("prefix", "before"),
        _beside_quote("suffix", "after"),
    )


def _beside_quote(name: str, where: str) -> FieldForm:
    summary = f"The words directly {where} the quote; only where it occurs twice in its unit."
    return FieldForm(name, Shape.WORDS, summary, longest=300)
