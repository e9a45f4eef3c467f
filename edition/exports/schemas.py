"""The forms of entries as JSON Schema, by which editors of text complete and check front matter.

A schema sees values as an editor's YAML 1.2 has read them: `level: 1` is a number there, while the
reader of entries takes every scalar as text. So whatever is written is allowed in each type that it
can arrive in, and a schema refuses nothing for its type that the reader accepts.
"""

from __future__ import annotations

import json
from typing import Any

from edition.core.entry_form import EntryForm, FieldForm, Shape
from edition.core.entry_forms import FORMS

_Json = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_BLANK_IS: _Json = {
    "description": "Nothing, as if the field were not there.",
    "type": ["string", "null"],
    "pattern": r"^\s*$",
}
"""Not an `enum`, whose members editors would offer."""
_BLANK: _Json = {"$ref": "#/$defs/blank"}


def export_schemas() -> dict[str, bytes]:
    """Return `data/schemas/NAME.json` for each form: JSON Schema, draft 2020-12."""
    return {
        f"data/schemas/{form.name}.json": (
            json.dumps(_schema(form), ensure_ascii=False) + "\n"
        ).encode()
        for form in FORMS
    }


def _schema(form: EntryForm) -> _Json:
    """Return the schema of a front matter; the body is none of its business."""
    families = {
        f"^{member.name}" + (f"(?:{member.ending})$" if member.ending else ""): _field(member)
        for member in form.families()
    }
    either = [{"required": [name], "properties": {name: {"not": _BLANK}}} for name in form.either]
    return {
        "$schema": _DRAFT,
        "title": form.name.capitalize(),
        "description": form.summary,
        "type": "object",
        "properties": {
            member.name: _field(member) for member in form.fields if not member.is_family
        },
        **({"patternProperties": families} if families else {}),
        "required": [member.name for member in form.fields if member.required],
        **({"oneOf": either} if either else {}),
        "additionalProperties": False,
        "$defs": {"blank": _BLANK_IS},
    }


def _field(member: FieldForm) -> _Json:
    expected = f" Expected: {member.described}." if member.described else ""
    return {"description": f"{member.summary}{expected}", **_values(member)}


def _values(member: FieldForm) -> _Json:
    """Return what a field may hold; only what is required may not be left blank."""
    word = _word(member)
    if member.shape is Shape.SERIES:
        items = {"anyOf": [word, _BLANK]}
        return {"anyOf": [word, {"type": "array", "items": items, "contains": word}]}
    if member.shape is Shape.LIST:
        words = {"type": "array", "items": {"anyOf": [word, _BLANK]}}
        return {"anyOf": [word, words, _BLANK]}
    return word if member.required else {"anyOf": [word, _BLANK]}


def _word(member: FieldForm) -> _Json:
    """Return the schema of one value that is not blank."""
    if member.shape is Shape.CHOICE:
        numbers = [int(choice) for choice in member.choices if choice.isdecimal()]
        return {"enum": [*numbers, *member.choices]}
    if member.shape is Shape.DATE:
        return {"type": "string", "format": "date", "pattern": f"^{_DATE}$"}
    word = _types(member)
    word["pattern"] = f"^(?:{member.pattern})$" if member.pattern else r"\S"
    if member.longest:
        word["maxLength"] = member.longest
    return word


def _types(member: FieldForm) -> _Json:
    """Return the types in which an editor may read text that fits a field."""

    def fits(text: str) -> bool:
        return not member.fault(text)

    types = ["string"]
    if fits("12"):
        types.append("number" if fits("1.5") else "integer")
    if fits("true"):
        types.append("boolean")
    only_positive = {"minimum": 0} if fits("12") and not fits("-12") else {}
    return {"type": types if types[1:] else "string", **only_positive}
