"""The rules for issue forms, as GitHub documents them.

“Syntax for issue forms”, “Syntax for GitHub's form schema” and “Common validation errors when
creating issue forms” of docs.github.com.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_TOP = {"name", "description", "title", "labels", "assignees", "projects", "type", "body"}
_NEEDED = {"name", "description", "body"}
_ATTRIBUTES: Mapping[str, tuple[set[str], set[str]]] = {
    "markdown": ({"value"}, set()),
    "textarea": ({"label"}, {"description", "placeholder", "value", "render"}),
    "input": ({"label"}, {"description", "placeholder", "value"}),
    "dropdown": ({"label", "options"}, {"description", "multiple", "default"}),
    "checkboxes": ({"label", "options"}, {"description"}),
}
"""Of each type of element: the attributes that it must have, and those that it may have."""
_ID = re.compile(r"[A-Za-z0-9_-]+")


def faults(form: Any) -> Iterator[str]:
    """Yield what GitHub would refuse in a form."""
    if not isinstance(form, dict):
        yield "a form is a mapping"
        return
    yield from (f"there is no key {key}" for key in sorted(map(str, form.keys() - _TOP)))
    yield from (f"the key {key} is missing" for key in sorted(_NEEDED - form.keys()))
    for key in ("name", "description", "title"):
        if not isinstance(form.get(key, "x"), str) or not form.get(key, "x").strip():
            yield f"{key} is no text"
    body = form.get("body", [])
    if not isinstance(body, list) or not body:
        yield "body is no list of elements"
        return
    if all(isinstance(element, dict) and element.get("type") == "markdown" for element in body):
        yield "body asks for nothing"
    for element in body:
        yield from _element(element)
    yield from _repeated("id", [e.get("id") for e in body if isinstance(e, dict)])
    yield from _repeated("label", [_attributes(e).get("label") for e in body])


def _element(element: Any) -> Iterator[str]:
    if not isinstance(element, dict) or element.get("type") not in _ATTRIBUTES:
        yield "an element has no type that GitHub knows"
        return
    kind = element["type"]
    known = {"type", "attributes"} | ({"id", "validations"} if kind != "markdown" else set())
    yield from (f"{kind} has no key {key}" for key in sorted(element.keys() - known))
    if "id" in element and not _ID.fullmatch(str(element["id"])):
        yield f"the id {element['id']} has other characters than letters, digits, - and _"
    attributes = _attributes(element)
    needed, allowed = _ATTRIBUTES[kind]
    yield from (f"{kind} lacks {key}" for key in sorted(needed - attributes.keys()))
    yield from (
        f"{kind} has no attribute {key}" for key in sorted(attributes.keys() - needed - allowed)
    )
    for key in ("label", "value", "description", "placeholder"):
        if key in attributes and not isinstance(attributes[key], str):
            yield f"{key} is no text"
    if kind in ("dropdown", "checkboxes"):
        yield from _options(kind, attributes.get("options"))
    validations = element.get("validations", {})
    if not isinstance(validations, dict) or validations.keys() - {"required"}:
        yield "validations knows required alone"
    elif not isinstance(validations.get("required", False), bool):
        yield "required is true or false"
    elif kind == "checkboxes" and validations:
        yield "of checkboxes, each option is required or not"


def _options(kind: str, options: Any) -> Iterator[str]:
    if not isinstance(options, list) or not options:
        yield "options is no list"
        return
    if kind == "dropdown":
        if not all(isinstance(option, str) and option for option in options):
            yield "an option is no text"  # YAML reads Yes as true, and 1 as a number
        elif any(option.lower() == "none" for option in options):
            yield "the option None is GitHub's own"
        yield from _repeated("option", [str(option) for option in options])
        return
    for option in options:
        if not isinstance(option, dict) or not isinstance(option.get("label"), str):
            yield "an option has no label"
        elif option.keys() - {"label", "required"}:
            yield "an option has label and required alone"
        elif not isinstance(option.get("required", False), bool):
            yield "required is true or false"


def _attributes(element: Any) -> dict[str, Any]:
    found = element.get("attributes", {}) if isinstance(element, dict) else {}
    return found if isinstance(found, dict) else {}


def _repeated(what: str, values: list[Any]) -> Iterator[str]:
    given = [value for value in values if value is not None]
    yield from sorted(f"the {what} {v} stands twice" for v in {*given} if given.count(v) > 1)
