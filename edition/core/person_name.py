"""Names of people as CSL-JSON has them, in parts, written in one line."""

from __future__ import annotations

from collections.abc import Mapping


def family_first(name: Mapping[str, str]) -> str:
    """Return a name as reference managers read it, told apart by commas.

    A particle that belongs to the family name stands before it, one that styles drop from it after
    the given names.

    >>> family_first({"family": "Cruz", "given": "Ana", "dropping-particle": "de la"})
    'Cruz, Ana de la'
    """
    if "literal" in name:
        return name["literal"]
    family = _joined(name, "non-dropping-particle", "family")
    given = _joined(name, "given", "dropping-particle")
    return ", ".join(part for part in (family, given, name.get("suffix", "")) if part)


def in_order(name: Mapping[str, str]) -> str:
    """Return a name as it is spoken.

    >>> in_order({"family": "Cruz", "given": "Ana", "dropping-particle": "de la"})
    'Ana de la Cruz'
    """
    if "literal" in name:
        return name["literal"]
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return _joined(name, *parts)


def _joined(name: Mapping[str, str], *parts: str) -> str:
    return " ".join(filter(None, (name.get(part, "") for part in parts)))
