"""Places that are no longer where they were are known, with where each is today."""

from dataclasses import replace

import pytest

from edition.core.addresses import moved_places
from edition.core.permalink import LockLine, Redirect
from edition.core.problem import Place
from tests.core.editions import EDITION

PLACE = Place("redirects.yml", 1)
OLD, NEW = "text/01-old/", "text/01-wall/"

MOVED: dict[str, tuple[list[str], dict[str, str], dict[str, dict[str, str]]]] = {
    "nothing": ([f"{NEW}#p1"], {}, {}),
    "a page": ([f"{OLD}#p1"], {OLD: NEW}, {OLD: {"p1": f"{NEW}#p1"}}),
    "a page twice": (
        [f"{OLD}#p1"], {OLD: "text/later/", "text/later/": NEW}, {OLD: {"p1": f"{NEW}#p1"}}),
    "a place to a short link": (
        [f"{NEW}#gone"], {f"{NEW}#gone": "p/1/"}, {NEW: {"gone": f"{NEW}#p1"}}),
    "a place of a page that moved": (
        [f"{OLD}#p1", f"{OLD}#p2"], {OLD: NEW, f"{OLD}#p1": "p/2/"},
        {OLD: {"p1": f"{NEW}#p2", "p2": f"{NEW}#p2"}}),
    "a place that was never in the lock": (
        [], {f"{NEW}#gone": f"{NEW}#p1"}, {NEW: {"gone": f"{NEW}#p1"}}),
    "a place that is there": ([f"{NEW}#p1"], {f"{NEW}#p1": "p/2/"}, {}),
    "to nowhere": ([f"{NEW}#gone"], {f"{NEW}#gone": f"{NEW}#lost"}, {}),
    "in a circle": ([f"{NEW}#a"], {f"{NEW}#a": f"{NEW}#b", f"{NEW}#b": f"{NEW}#a"}, {}),
    "not redirected": ([f"{NEW}#gone"], {}, {}),
}  # fmt: skip


@pytest.mark.parametrize(("lock", "redirects", "expected"), MOVED.values(), ids=MOVED)
def test_places_are_followed_to_where_they_are(
    lock: list[str], redirects: dict[str, str], expected: dict[str, dict[str, str]]
) -> None:
    edition = replace(
        EDITION,
        lock=tuple(LockLine("x/", address, PLACE) for address in lock),
        redirects=tuple(Redirect(old, new, PLACE) for old, new in redirects.items()),
    )
    assert moved_places(edition) == expected
