"""What the forms for contributors must know of the edition beside its text."""

from __future__ import annotations

import json
from collections.abc import Mapping

from edition.core.edition import Edition
from edition.core.reference import REQUIRED, Reference
from edition.core.term import called

_OURS = "printed_"
"""Opens the names of fields that are the engine's, not the printed list's."""


def export_contributing(edition: Edition) -> dict[str, bytes]:
    """Return `data/contributing.json`, which only the pages with a form ask for.

    `notes` and `corrections` are names that are taken; `names` is what `[[…]]` finds;
    `contributors` gives ids by name; `library` has each reference as printed, with what corrects it
    now; `required` has the fields that each type needs, `a|b` being satisfied by either.
    """
    record = {
        "notes": sorted(_note_names(edition)),
        "corrections": sorted(c.id for one in edition.library for c in one.corrections),
        "names": sorted({name for name, _ in called(edition.terms)}),
        "contributors": {
            one.name: one.id for one in edition.contributors.values() if not one.is_group
        },
        "library": {reference.key: _reference(reference) for reference in edition.library},
        "required": REQUIRED,
    }
    text = json.dumps(record, ensure_ascii=False, sort_keys=True)
    return {"data/contributing.json": f"{text}\n".encode()}


def _note_names(edition: Edition) -> set[str]:
    """Return the names that notes have, or had: a permanent link keeps its meaning."""
    links = {line.short for line in edition.lock} | {redirect.old for redirect in edition.redirects}
    former = {link.split("/")[1] for link in links if link.startswith("n/")}
    return former | {note.id for note in edition.notes}


def _reference(reference: Reference) -> Mapping[str, object]:
    printed = {
        name: value for name, value in reference.fields.items() if not name.startswith(_OURS)
    }
    changes = {
        change.field: {"corrected": change.corrected, "evidence": change.evidence}
        for change in reference.changes
    }
    return {
        "type": reference.type,
        "number": reference.printed_number,
        "printed": printed,
        "changes": changes,
    }
