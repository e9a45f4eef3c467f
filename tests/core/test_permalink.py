"""A link that was public leads somewhere for ever; new ones are only recorded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.permalink import LockLine, Redirect, check_lock, updated_lock
from edition.core.problem import Place

CURRENT = {
    "p/1/": "text/01-a/#p1",
    "p/2/": "text/02-b/#p2",
    "r/nye2004/": "bibliography/#nye2004",
}
PAIRS = list(CURRENT.items())


def lock(*pairs: tuple[str, str]) -> list[LockLine]:
    return [
        LockLine(short, address, Place("permalinks.lock", line))
        for line, (short, address) in enumerate(pairs, 1)
    ]


def moves(**pairs: str) -> list[Redirect]:
    return [
        Redirect(old, new, Place("redirects.yml", line))
        for line, (old, new) in enumerate(pairs.items(), 1)
    ]


def lines(locked: list[LockLine], redirects: list[Redirect]) -> list[str]:
    return [str(problem).partition(" (")[0] for problem in check_lock(CURRENT, locked, redirects)]


def test_links_that_are_all_there_are_no_problem() -> None:
    assert lines(lock(*PAIRS), []) == []


def test_new_links_are_a_warning_only() -> None:
    problems = list(check_lock(CURRENT, lock(*PAIRS[1:]), []))
    assert [(p.code, p.is_error) for p in problems] == [("permalink-new", False)]
    assert problems[0].message == "1 links are not recorded yet, first p/1/"


def test_a_new_address_of_an_old_link_is_recorded_too() -> None:
    """The page of a chapter got another name; the old one must go on leading there."""
    locked = lock(("p/1/", "text/01-old/#p1"), *PAIRS[1:])
    assert lines(locked, moves(**{"text/01-old/": "text/01-a/"})) == [
        "permalinks.lock:1: permalink-new: warning: 1 links are not recorded yet, first p/1/"
    ]


LOST = {
    "a short link and its address": (
        [("p/9/", "text/02-b/#p9")],
        {},
        [
            "permalinks.lock:4: permalink-lost: the permanent link p/9/ no longer exists",
            "permalinks.lock:4: permalink-lost: the address text/02-b/#p9 of p/9/ no longer exists",
        ],
    ),
    "the address of a link that stays": (
        [("p/1/", "text/01-old/#p1")],
        {},
        ["permalinks.lock:4: permalink-lost: the address text/01-old/#p1 of p/1/ no longer exists"],
    ),
    "only the address is redirected": (
        [("p/9/", "text/02-b/#p9")],
        {"text/02-b/#p9": "text/02-b/#p2"},
        ["permalinks.lock:4: permalink-lost: the permanent link p/9/ no longer exists"],
    ),
    "only the short link is redirected": (
        [("p/9/", "text/02-b/#p9")],
        {"p/9/": "p/2/"},
        ["permalinks.lock:4: permalink-lost: the address text/02-b/#p9 of p/9/ no longer exists"],
    ),
    "a redirect to nothing": (
        [("p/1/", "text/01-old/#p1")],
        {"text/01-old/": "text/01-aa/"},
        [
            "redirects.yml:1: redirect-dangling: text/01-old/ is said to have gone to text/01-aa/,"
            " which is not there",
            "permalinks.lock:4: permalink-lost: the address text/01-old/#p1 of p/1/ no longer"
            " exists",
        ],
    ),
    "a page redirected to one without the place": (
        [("p/1/", "text/01-old/#p1")],
        {"text/01-old/": "text/02-b/"},
        ["permalinks.lock:4: permalink-lost: the address text/01-old/#p1 of p/1/ no longer exists"],
    ),
    "a redirect in a circle": (
        [("p/1/", "text/x/#p1")],
        {"text/x/": "text/y/", "text/y/": "text/x/"},
        [
            "redirects.yml:1: redirect-dangling: text/x/ is said to have gone to text/y/, which is"
            " not there",
            "redirects.yml:2: redirect-dangling: text/y/ is said to have gone to text/x/, which is"
            " not there",
            "permalinks.lock:4: permalink-lost: the address text/x/#p1 of p/1/ no longer exists",
        ],
    ),
    "a redirect to itself": (
        [("p/1/", "text/x/#p1")],
        {"text/x/#p1": "text/x/#p1"},
        [
            "redirects.yml:1: redirect-dangling: text/x/#p1 is said to have gone to text/x/#p1,"
            " which is not there",
            "permalinks.lock:4: permalink-lost: the address text/x/#p1 of p/1/ no longer exists",
        ],
    ),
}


@pytest.mark.parametrize(("pairs", "redirects", "expected"), LOST.values(), ids=LOST)
def test_a_link_that_leads_nowhere_is_an_error(
    pairs: list[tuple[str, str]], redirects: dict[str, str], expected: list[str]
) -> None:
    assert lines(lock(*PAIRS, *pairs), moves(**redirects)) == expected


MOVED = {
    "a paragraph to another": (
        [("p/9/", "text/02-b/#p9")],
        {"p/9/": "p/2/", "text/02-b/#p9": "text/02-b/#p2"},
    ),
    "a page": ([("p/1/", "text/01-old/#p1")], {"text/01-old/": "text/01-a/"}),
    "a page to a place": ([("p/1/", "text/01-old/#p1")], {"text/01-old/": "text/01-a/#p1"}),
    "a place on a page that stays": (
        [("r/nye2004/", "bibliography/#nye04")],
        {"bibliography/#nye04": "bibliography/#nye2004"},
    ),
    "a page twice": (
        [("p/1/", "text/x/#p1"), ("p/1/", "text/y/#p1")],
        {"text/x/": "text/y/", "text/y/": "text/01-a/"},
    ),
    "a place, and then its page": (
        [("p/1/", "text/x/#q1"), ("p/1/", "text/y/#p1")],
        {"text/x/#q1": "text/y/#p1", "text/y/": "text/01-a/"},
    ),
    "a place to a whole page": (
        [("p/9/", "text/02-b/#p9")],
        {"p/9/": "text/02-b/", "text/02-b/#p9": "text/02-b/"},
    ),
    "a place to a short link": (
        [("p/9/", "text/02-b/#p9")],
        {"p/9/": "p/2/", "text/02-b/#p9": "p/2/"},
    ),
}


@pytest.mark.parametrize(("pairs", "redirects"), MOVED.values(), ids=MOVED)
def test_a_link_that_moved_and_says_where_is_kept(
    pairs: list[tuple[str, str]], redirects: dict[str, str]
) -> None:
    assert lines(lock(*PAIRS, *pairs), moves(**redirects)) == []


def test_the_nearest_address_is_offered_for_a_redirect_to_nothing() -> None:
    problems = list(check_lock(CURRENT, lock(*PAIRS), moves(**{"old/": "text/01-a/#p2"})))
    assert [(p.code, p.hint) for p in problems] == [
        ("redirect-dangling", "did you mean text/01-a/#p1?")
    ]


def test_the_lock_is_sorted_lines_of_link_tab_address() -> None:
    assert updated_lock(CURRENT, lock(("p/1/", "text/01-old/#p1"))) == (
        "p/1/\ttext/01-a/#p1\n"
        "p/1/\ttext/01-old/#p1\n"
        "p/2/\ttext/02-b/#p2\n"
        "r/nye2004/\tbibliography/#nye2004\n"
    )


shorts = st.sampled_from(["p/1/", "p/2/", "p/10/", "r/a/", "u/title/"])
addresses = st.sampled_from(["text/a/#p1", "text/b/#p1", "text/b/#p2", "bibliography/#a"])


@given(st.dictionaries(shorts, addresses), st.lists(st.tuples(shorts, addresses)))
def test_updating_removes_nothing_and_adds_all_of_today_s_links(
    current: dict[str, str], locked: list[tuple[str, str]]
) -> None:
    text = updated_lock(current, lock(*locked))
    pairs = {tuple(line.split("\t")) for line in text.splitlines()}
    assert pairs == set(locked) | set(current.items())


@given(st.dictionaries(shorts, addresses), st.lists(st.tuples(shorts, addresses)))
def test_updating_twice_is_updating_once(
    current: dict[str, str], locked: list[tuple[str, str]]
) -> None:
    once = updated_lock(current, lock(*locked))
    again = [tuple(line.split("\t", 1)) for line in once.splitlines()]
    assert updated_lock(current, lock(*((short, address) for short, address in again))) == once


@given(st.dictionaries(shorts, addresses), st.lists(st.tuples(shorts, addresses)))
def test_without_redirects_every_lost_pair_is_reported_and_nothing_else(
    current: dict[str, str], locked: list[tuple[str, str]]
) -> None:
    problems = list(check_lock(current, lock(*locked), []))
    lost = {p.place.line for p in problems if p.code == "permalink-lost"}
    assert lost == {
        line
        for line, (short, address) in enumerate(locked, 1)
        if short not in current or address not in current.values()
    }
    assert {p.code for p in problems if not p.is_error} == (
        {"permalink-new"} if set(current.items()) - set(locked) else set()
    )
