"""A contributor is somebody who wrote something of the edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from edition.core.contributor_role import ContributorRole
from edition.core.problem import Place, Problem

_UNKNOWN = Place("")


@dataclass(frozen=True, slots=True)
class Contributor:
    """A person, or the editors together."""

    id: str
    """In `docs/about/contributors.yml`; empty for somebody who is not in it yet."""
    name: str
    orcid: str = ""
    """ISO 27729, in groups of four; empty when unknown."""
    licence: str = ""
    """To which they agree for all that they sign, by its name; empty where each file says it."""
    roles: tuple[ContributorRole, ...] = ()
    """What they do for the edition that leaves no entry."""
    is_group: bool = False
    """Whether the name is that of several people, which has no family name."""
    place: Place = field(default=_UNKNOWN, compare=False)
    """Where the licence, or else the name, stands in the file."""


def stranger(name: str, contributors: Mapping[str, Contributor], place: Place) -> Problem:
    """Return the remark that somebody signs by name, which is for an editor to settle."""
    message = f"{name} is not among the contributors yet; an editor will add the name"
    known = [one.id for one in contributors.values() if one.name == name]
    hint = f"is it the one who signs with author: {known[0]}?" if known else ""
    return Problem(place, "author-new", message, hint, is_error=False)


def is_orcid(text: str) -> bool:
    """Say whether a text is an ORCID iD whose check digit is right (ISO 7064, MOD 11-2).

    >>> is_orcid("0000-0002-1825-0097"), is_orcid("0000-0002-1825-0098")
    (True, False)
    """
    digits = text.replace("-", "")
    if len(digits) != 16 or not digits[:15].isdecimal() or not digits.isascii():
        return False
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return digits[15] == ("X" if check == 10 else str(check))
