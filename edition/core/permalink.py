"""Permanent links: which addresses were ever public, and whether each still leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from edition.core.passage import did_you_mean
from edition.core.problem import Place, Problem

_LOCK = Place("permalinks.lock")


@dataclass(frozen=True, slots=True, order=True)
class LockLine:
    """One line of `permalinks.lock`: a short link and an address it once led to."""

    short: str
    """Below the site's base, ending in a slash: `p/7/`."""
    address: str
    """Below the site's base: `text/04-summit/#p7`."""
    place: Place


@dataclass(frozen=True, slots=True)
class Redirect:
    """One line of `redirects.yml`: where an address went."""

    old: str
    new: str
    place: Place


def check_lock(
    current: Mapping[str, str], lock: Sequence[LockLine], redirects: Sequence[Redirect]
) -> Iterable[Problem]:
    """Yield a problem for every link that was public and no longer leads anywhere.

    `current` maps each short link of today's edition to its address.
    """
    moved = {redirect.old: redirect.new for redirect in redirects}
    places = set(current.values())
    alive = living(current)
    for redirect in redirects:
        if not arrival(redirect.new, alive, moved):
            message = f"{redirect.old} is said to have gone to {redirect.new}, which is not there"
            yield Problem(
                redirect.place, "redirect-dangling", message, did_you_mean(redirect.new, alive)
            )
    for line in lock:
        if line.short not in current and not arrival(line.short, alive, moved):
            message = f"the permanent link {line.short} no longer exists"
            hint = f"say in redirects.yml where it went: `{line.short}: …`"
            yield Problem(line.place, "permalink-lost", message, hint)
        if line.address not in places and not arrival(line.address, alive, moved):
            message = f"the address {line.address} of {line.short} no longer exists"
            hint = f"say in redirects.yml where it went: `{line.address.split('#')[0]}: …`"
            yield Problem(line.place, "permalink-lost", message, hint)
    locked = {(line.short, line.address) for line in lock}
    new = sorted(pair for pair in current.items() if pair not in locked)
    if new:
        message = f"{len(new)} links are not recorded yet, first {new[0][0]}"
        hint = "run `edition permalinks --update` and commit the file"
        yield Problem(_LOCK, "permalink-new", message, hint, is_error=False)


def living(current: Mapping[str, str]) -> Set[str]:
    """Return every address that is there today: short links, places, and the places' pages."""
    places = set(current.values())
    return places | {address.split("#")[0] for address in places} | set(current)


def arrival(address: str, alive: Set[str], moved: Mapping[str, str]) -> str:
    """Return where an address is today, itself or through redirects of it or its page.

    Empty when it is nowhere.
    """
    seen: set[str] = set()
    while address not in alive:
        if address in seen:
            return ""
        seen.add(address)
        page, _, anchor = address.partition("#")
        if address in moved:
            address = moved[address]
        elif anchor and page in moved:
            new_page, _, new_anchor = moved[page].partition("#")
            address = f"{new_page}#{new_anchor or anchor}"
        else:
            return ""
    return address


def updated_lock(current: Mapping[str, str], lock: Sequence[LockLine]) -> str:
    """Return the text of the lock with today's links added; nothing is ever removed."""
    lines = {(line.short, line.address) for line in lock} | set(current.items())
    return "".join(f"{short}\t{address}\n" for short, address in sorted(lines))
