"""The kind of a page that the editors wrote: it decides which styles and scripts the page loads."""

from __future__ import annotations

from edition.core.pages import EditorsPage

_KINDS = (
    ("home", {"title_page"}),
    ("macros", {"macro_reference"}),
    ("timeline", {"timeline", "timeline_overview"}),
    ("figures", {"figures"}),
    ("notes", {"notes", "glossary", "people", "places"}),
    ("teaching", {"questions", "exercise", "guide", "way"}),
    ("map", {"map"}),
    ("cite", {"cite_this"}),
    ("syllabus", {"syllabus"}),
    ("note-form", {"note_form"}),
    ("reference-form", {"reference_form"}),
    ("bibliography", {"bibliography"}),
    ("pictures", {"picture"}),
)
"""Each kind and the macros that make a page one; of several, the first."""

_FIGURES = {"figure", "figures", "macro_reference"}
"""Macros that draw figures, or examples of them."""


def macros_called(page: EditorsPage | None) -> set[str]:
    """Return the names of the macros that a page calls; none where there is no page."""
    return {call.name for call in page.calls} if page else set()


def page_kind(page: EditorsPage | None) -> str:
    """Return the kind of an editors' page; `page` if it is of none that has styles of its own."""
    called = macros_called(page)
    return next((kind for kind, macros in _KINDS if called & macros), "page")


def draws_figures(page: EditorsPage | None) -> bool:
    """Say whether an editors' page draws figures."""
    return bool(macros_called(page) & _FIGURES)
