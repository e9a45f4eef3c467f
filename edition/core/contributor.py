"""A contributor is somebody who wrote something of the edition."""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.core.contributor_role import ContributorRole
from edition.core.problem import Place

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
