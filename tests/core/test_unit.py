"""A unit is numbered by its id, has words, and is called by what it is."""

import pytest

from edition.core.inline import Run
from edition.core.unit import Role, Unit, unit_name
from tests.core.editions import unit


@pytest.mark.parametrize(
    ("unit_id", "number"),
    [("p7", 7), ("p25", 25), ("r29", 29), ("title", 0), ("h-abstract", 0), ("keyword", 0)],
)
def test_a_unit_is_numbered_by_its_id(unit_id: str, number: int) -> None:
    assert Unit(unit_id, Role.PARAGRAPH, "a", (Run("a"),), (1,)).number == number


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("a", 1), ("The sea wrote on it (Quill, 2016).", 7), ("a – b", 3)],
)
def test_words_are_counted_by_white_space(text: str, words: int) -> None:
    assert unit("p1", Role.PARAGRAPH, text).words == words


A, B, LINK, LINK_TOO = Run("ab"), Run("c"), Run("def", address="https://a"), Run("g", address="b")
LINKS: dict[str, tuple[tuple[Run, ...], tuple[tuple[int, int], ...]]] = {
    "none": ((A, B), ()),
    "one": ((A, LINK, B), ((2, 5),)),
    "at both ends": ((LINK, A, LINK_TOO), ((0, 3), (5, 6))),
    "side by side": ((A, LINK, LINK_TOO), ((2, 5), (5, 6))),
    "all of it": ((LINK,), ((0, 3),)),
    "nothing": ((), ()),
}


@pytest.mark.parametrize(("runs", "links"), LINKS.values(), ids=LINKS)
def test_a_unit_knows_where_the_article_has_links(
    runs: tuple[Run, ...], links: tuple[tuple[int, int], ...]
) -> None:
    text = "".join(run.text for run in runs)
    assert Unit("p1", Role.PARAGRAPH, text, runs, (1,)).links == links


NAMES = {
    Role.TITLE: ("title", "the title"),
    Role.AUTHOR: ("author", "the author’s name"),
    Role.DATE: ("received", "the date “Received 1 May”"),
    Role.RIGHTS: ("copyright", "the copyright notice"),
    Role.HEADING: ("h-a", "the heading “Received 1 May”"),
    Role.ABSTRACT: ("abstract", "the abstract"),
    Role.KEYWORDS: ("keyword", "the keywords"),
    Role.PARAGRAPH: ("p12", "¶ 12"),
    Role.REFERENCE: ("r12", "reference 12"),
}


def test_every_role_has_a_name() -> None:
    assert NAMES.keys() == set(Role)


@pytest.mark.parametrize(("role", "named"), NAMES.items(), ids=lambda value: str(value))
def test_a_unit_is_called_by_what_it_is(role: Role, named: tuple[str, str]) -> None:
    unit_id, name = named
    assert unit_name(unit(unit_id, role, "Received 1 May")) == name
