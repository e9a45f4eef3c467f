"""What is cited of the edition itself, as pandoc's citation processor writes it in each style."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from edition.core.cited_passage import cited_passages
from edition.core.citing import SEVERAL, SINGLE
from edition.core.edition import Edition
from edition.core.formatted import Formatted, plain
from edition.core.quote import Quote
from edition.sources.formatter import read_style
from edition.sources.works import format_works
from tests.core.editions import EDITION
from tests.core.noted import NEW, SEA, TEALE, note, with_notes

STYLES = ("apa", "mla", "chicago")
NOTES = (
    SEA,
    note("read", Quote("Nobody read it"), author=TEALE, revised="2027-01-02"),
    note("cross", Quote("Nobody"), author=replace(NEW, name="Juan de la Cruz")),
)
WALL = with_notes(*NOTES)


def written(edition: Edition, root: Path) -> Formatted:
    return format_works(root, edition, read_style(root, "apa"), "1")


def with_settings(**changes: object) -> Edition:
    return replace(WALL, settings=replace(WALL.settings, **changes))  # type: ignore[arg-type]


def with_work(**changes: object) -> Edition:
    return with_settings(work=replace(WALL.settings.work, **changes))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("works")


@pytest.fixture(scope="module")
def wall(root: Path) -> Formatted:
    return written(WALL, root)


ARTICLES = {
    "all that is known": (
        WALL,
        "Halloran, W. (2021). The wall. Harbours. https://example.org/tides",
        "Halloran, Wren. “The wall.” Harbours, Mar. 2021, https://example.org/tides.",
        "Halloran, Wren. 2021. “The wall.” Harbours, March 4. https://example.org/tides.",
    ),
    "no address": (
        with_work(address=""),
        "Halloran, W. (2021). The wall. Harbours.",
        "Halloran, Wren. “The wall.” Harbours, Mar. 2021.",
        "Halloran, Wren. 2021. “The wall.” Harbours, March 4.",
    ),
    "a particle that styles drop": (
        with_work(author="Juan de la Cruz", address=""),
        "Cruz, J. de la. (2021). The wall. Harbours.",
        "Cruz, Juan de la. “The wall.” Harbours, Mar. 2021.",
        "Cruz, Juan de la. 2021. “The wall.” Harbours, March 4.",
    ),
    "two authors": (
        with_work(author="Wren Halloran and Rowan Teale", address=""),
        "Halloran, W., & Teale, R. (2021). The wall. Harbours.",
        "Halloran, Wren, and Rowan Teale. “The wall.” Harbours, Mar. 2021.",
        "Halloran, Wren, and Rowan Teale. 2021. “The wall.” Harbours, March 4.",
    ),
    "signs of TeX": (
        with_work(title="50% of $x_1$ & {more} #2", address=""),
        "Halloran, W. (2021). 50% of $x_1$ & {more} #2. Harbours.",
        "Halloran, Wren. “50% of $x_1$ & {more} #2.” Harbours, Mar. 2021.",
        "Halloran, Wren. 2021. “50% of $x_1$ & {more} #2.” Harbours, March 4.",
    ),
}


@pytest.mark.parametrize(("edition", *STYLES), ARTICLES.values(), ids=ARTICLES)
def test_the_article_is_its_author_s(
    root: Path,
    edition: Edition,
    apa: str,
    mla: str,
    chicago: str,
) -> None:
    styled = written(edition, root).styled
    assert {label: plain(style.work) for label, style in styled.items()} == {
        "APA": apa,
        "MLA": mla,
        "Chicago": chicago,
    }


EDITIONS = {
    "without an address": (
        WALL,
        "The test editors. (2027). The wall: an edition.",
        "The test editors. The wall: an edition. 2027.",
        "The test editors. 2027. The wall: an edition.",
    ),
    "with one": (
        with_settings(url="https://example.org/wall/"),
        "The test editors. (2027). The wall: an edition. https://example.org/wall/",
        "The test editors. The wall: an edition. 2027, https://example.org/wall/.",
        "The test editors. 2027. The wall: an edition. https://example.org/wall/.",
    ),
    "without a date": (
        replace(WALL, notes=()),
        "The test editors. (n.d.). The wall: an edition.",
        "The test editors. The wall: an edition.",
        "The test editors. n.d. The wall: an edition.",
    ),
}


@pytest.mark.parametrize(("edition", *STYLES), EDITIONS.values(), ids=EDITIONS)
def test_the_edition_is_its_editors_with_the_date_of_its_last_change_and_no_invented_address(
    root: Path,
    edition: Edition,
    apa: str,
    mla: str,
    chicago: str,
) -> None:
    styled = written(edition, root).styled
    assert {label: plain(style.edition) for label, style in styled.items()} == {
        "APA": apa,
        "MLA": mla,
        "Chicago": chicago,
    }


IN = "The wall: an edition"
CITED = {
    "the editors together": (
        "sea",
        f"The editors. (2026). Note on ¶ 1, “The sea wrote on it”. In {IN}.",
        f"The editors. “Note on ¶ 1, ‘The sea wrote on it’.” {IN}, 2026.",
        f"The editors. 2026. “Note on ¶ 1, ‘The sea wrote on it’.” In {IN}.",
    ),
    "a person with an ORCID iD": (
        "read",
        f"Teale, R. (2027). Note on ¶ 2, “Nobody read it”. In {IN}.",
        f"Teale, Rowan. “Note on ¶ 2, ‘Nobody read it’.” {IN}, 2027.",
        f"Teale, Rowan. 2027. “Note on ¶ 2, ‘Nobody read it’.” In {IN}.",
    ),
    "a person with a particle": (
        "cross",
        f"Cruz, J. de la. (2026). Note on ¶ 2, “Nobody”. In {IN}.",
        f"Cruz, Juan de la. “Note on ¶ 2, ‘Nobody’.” {IN}, 2026.",
        f"Cruz, Juan de la. 2026. “Note on ¶ 2, ‘Nobody’.” In {IN}.",
    ),
}


@pytest.mark.parametrize(("note_id", *STYLES), CITED.values(), ids=CITED)
def test_a_note_is_a_part_of_the_edition_by_the_one_who_signs_it(
    wall: Formatted,
    note_id: str,
    apa: str,
    mla: str,
    chicago: str,
) -> None:
    assert {label: plain(style.notes[note_id]) for label, style in wall.styled.items()} == {
        "APA": apa,
        "MLA": mla,
        "Chicago": chicago,
    }


PLACES: Mapping[str, tuple[str, str, str]] = {
    "": ("(Halloran, 2021)", "(Halloran)", "(Halloran 2021)"),
    "para. 1": (
        "(Halloran, 2021, para. 1)", "(Halloran, par. 1)", "(Halloran 2021, para. 1)",
    ),
    "paras. 1–2": (
        "(Halloran, 2021, paras. 1–2)", "(Halloran, pars. 1–2)", "(Halloran 2021, paras. 1–2)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_paragraph_is_cited_as_a_place_in_the_article(wall: Formatted, place: str) -> None:
    found = tuple(plain(style.places[place]) for style in wall.styled.values())
    assert found == PLACES[place]


def test_a_passage_that_is_not_known_yet_is_cited_as_the_style_would(wall: Formatted) -> None:
    """A page fills in the numbers of what its reader chose; the rest is the style's own."""
    for style, passage in zip(wall.styled.values(), cited_passages(wall), strict=True):
        single = passage.single.replace("{first}", "1")
        several = passage.several.replace("{first}", "1").replace("{last}", "2")
        assert passage.bare == plain(style.places[""])
        assert single == plain(style.places["para. 1"])
        assert several == plain(style.places["paras. 1–2"])


def test_works_of_one_author_are_not_told_apart_since_none_stand_together(root: Path) -> None:
    """Neither a letter after the year nor a dash for the name: each is cited by itself."""
    twins = with_notes(SEA, replace(SEA, id="sea-again"), replace(SEA, id="sea-once-more"))
    for style in written(twins, root).styled.values():
        assert {plain(style.notes[name]) for name in style.notes} == {plain(style.notes["sea"])}


def test_the_edition_s_own_style_is_the_one_of_the_pages(root: Path, wall: Formatted) -> None:
    chicago = format_works(root, WALL, read_style(root, "chicago-author-date"), "1")
    assert chicago.own == wall.styled["Chicago"]
    assert wall.own == wall.styled["APA"]


def test_what_was_formatted_once_starts_no_process(
    root: Path, wall: Formatted, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> object:
        raise AssertionError("a process was started")

    monkeypatch.setattr("subprocess.run", refuse)
    assert written(WALL, root) == wall


def test_an_edition_without_notes_and_paragraphs_is_cited_too(root: Path) -> None:
    bare = replace(EDITION, text_pages=EDITION.text_pages[:1])
    for style in written(bare, root).styled.values():
        assert style.notes == {}
        assert set(style.places) == {"", SINGLE, SEVERAL}
        assert style.work
        assert style.edition
