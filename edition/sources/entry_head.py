"""The head of an entry that may still be wrong: its fields, read and written line by line."""

from __future__ import annotations

import re

from edition.sources.strict_yaml import read_yaml

_FIELD = re.compile(r"([A-Za-z_-]+): *(.*)")
_FENCE = "---"


def is_whole(text: str) -> bool:
    """Say whether an entry opens with a head that has an end."""
    lines = text.split("\n")
    return lines[0] == _FENCE and _FENCE in lines[1:]


def has_field(text: str, name: str) -> bool:
    """Say whether a head names a field, whatever that holds."""
    return any(match and match[1] == name for match in map(_FIELD.match, _lines(text)))


def field_value(text: str, name: str) -> str:
    """Return what a field holds; empty where there is none, or none that can be read."""
    for line in _lines(text):
        match = _FIELD.match(line)
        if match and match[1] == name:
            return line_value(line) or ""
    return ""


def with_field(text: str, name: str, written: str) -> str:
    """Return a whole entry with a field, as YAML has it, at the end, in place of an empty one."""
    lines = text.split("\n")
    end = lines.index(_FENCE, 1)
    kept = [line for line in lines[:end] if not re.fullmatch(rf"{name}: *(''|\"\")? *", line)]
    return "\n".join([*kept, f"{name}: {written}", *lines[end:]])


def line_value(line: str) -> str | None:
    """Return what a line of a head gives a field; None where it is no valid YAML."""
    node, problems = read_yaml(line, "")
    if problems or not isinstance(node.value, dict):
        return None
    values = [value.value for value in node.value.values()]
    return values[0] if len(values) == 1 and isinstance(values[0], str) else None


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return lines[1 : lines.index(_FENCE, 1)] if _FENCE in lines[1:] else []
