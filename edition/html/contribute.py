"""The forms for contributors as drawn: the choices they offer, and where they lead."""

from __future__ import annotations

from dataclasses import dataclass

from edition.core.edition import Edition
from edition.core.forge import Forge, forge_at
from edition.core.note import LEVELS, PURPOSES, Kind
from edition.core.unit import unit_name

NOTE_FORM = "contribute/note/"
"""Address of the page on which a note is written."""
REFERENCE_FORM = "contribute/reference/"
"""Address of the page on which a reference is corrected."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several values of a field."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class FormView:
    """What a form is told by its page."""

    is_here: bool
    """Whether the page is the form's own; another one only says where the form is."""
    address: str
    forge: Forge
    contact: str
    units: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    levels: tuple[Choice, ...]


def view_form(edition: Edition, form: str, page: str) -> FormView:
    """Return what a form, given by its address, needs to know for a page."""
    settings = edition.settings
    return FormView(
        is_here=page == form,
        address=form_page(edition, form),
        forge=forge_at(settings.forge, settings.forge_kind),
        contact=settings.contact,
        units=tuple(Choice(unit.id, unit_name(unit)) for unit in edition.units),
        kinds=tuple(Choice(kind.value, f"{kind.label}: {PURPOSES[kind]}") for kind in Kind),
        levels=tuple(Choice(str(level), whom) for level, whom in LEVELS.items()),
    )


def form_page(edition: Edition, form: str) -> str:
    """Return the address of a form, or nothing where the edition has no such page."""
    return form if form in edition.editors_page_at else ""
