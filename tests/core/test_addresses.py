"""Units, references, notes and terms have short links, and every short link leads to its place."""

from dataclasses import replace

import pytest

from edition.core.addresses import (
    SHORT_FOLDERS,
    current_links,
    note_address,
    note_anchor,
    note_link,
    reference_address,
    reference_link,
    short_link,
    short_pages,
    term_address,
    term_link,
    unit_address,
)
from edition.core.permalink import Redirect
from edition.core.problem import Place
from edition.core.quote import Quote
from edition.sources.load import load
from tests.core.editions import EDITION
from tests.core.noted import IN_ORDER, NOTED, SEA, note, with_notes
from tests.core.termed import TERMED
from tests.tiny_edition import FOLDER


def test_every_short_link_leads_to_its_place() -> None:
    assert current_links(EDITION) == {
        "u/title/": "text/front/#title",
        "p/1/": "text/01-wall/#p1",
        "p/2/": "text/01-wall/#p2",
        "u/r1/": "text/references/#r1",
        "r/quill2016/": "bibliography/#quill2016",
        "r/1/": "bibliography/#quill2016",
        "r/teale2020/": "bibliography/#teale2020",
    }


def test_a_paragraph_is_linked_by_number_and_other_units_by_name() -> None:
    assert short_link(EDITION, "p2") == "p/2/"
    assert short_link(EDITION, "title") == "u/title/"
    assert unit_address(EDITION, "p2") == "text/01-wall/#p2"


def test_every_note_has_a_short_link_that_leads_beside_its_text() -> None:
    links = current_links(NOTED)
    assert {short: address for short, address in links.items() if short.startswith("n/")} == {
        "n/whose-wall/": "text/front/#note-whose-wall",
        "n/sea/": "text/01-wall/#note-sea",
        "n/wrote/": "text/01-wall/#note-wrote",
        "n/again/": "text/01-wall/#note-again",
        "n/second-mention/": "text/01-wall/#note-second-mention",
        "n/second-mention-too/": "text/01-wall/#note-second-mention-too",
        "n/marks/": "text/references/#note-marks",
    }
    for found in IN_ORDER:
        assert links[note_link(found.id)] == note_address(NOTED, found.id)
        assert note_address(NOTED, found.id).endswith(f"#{note_anchor(found.id)}")


def test_every_term_person_and_place_has_a_short_link_into_its_list() -> None:
    links = current_links(TERMED)
    assert {short: address for short, address in links.items() if short.startswith("g/")} == {
        "g/writing/": "glossary/#writing",
        "g/wrote-on/": "glossary/#wrote-on",
        "g/nobody/": "people/#nobody",
        "g/sea/": "places/#sea",
    }
    for found in TERMED.terms:
        assert links[term_link(found.id)] == term_address(TERMED, found.id)


def test_a_reference_has_a_short_link_by_its_key() -> None:
    assert current_links(EDITION)[reference_link("teale2020")] == reference_address("teale2020")


def test_notes_add_their_own_links_and_change_no_other() -> None:
    links = current_links(NOTED)
    assert {s: to for s, to in links.items() if not s.startswith("n/")} == current_links(EDITION)


def test_a_note_that_stands_nowhere_has_no_link() -> None:
    links = current_links(with_notes(SEA, note("lost", Quote("nowhere"))))
    assert [short for short in links if short.startswith("n/")] == ["n/sea/"]


def test_short_links_are_the_pages_of_their_folders() -> None:
    """The tiny edition has everything that has a permanent link."""
    edition, _ = load(FOLDER)
    assert edition is not None
    assert {short.split("/")[0] for short in current_links(edition)} == set(SHORT_FOLDERS)


@pytest.mark.parametrize(
    ("old", "new", "page"),
    [
        ("n/gone/", "n/sea/", {"n/gone/": "text/01-wall/#note-sea"}),
        ("n/gone/", "bibliography/", {"n/gone/": "bibliography/"}),
        ("n/sea/", "n/marks/", {}),  # what is there goes before what is said to have moved
        ("text/old/", "text/01-wall/", {}),
        ("n/gone/#a", "n/sea/", {}),
        ("g/gone/", "g/sea/", {"g/gone/": "places/#sea"}),
    ],
    ids=[
        "to a short link",
        "to a page",
        "still there",
        "no short link",
        "a place of a page",
        "a term",
    ],
)
def test_a_short_link_that_was_redirected_keeps_its_page(
    old: str, new: str, page: dict[str, str]
) -> None:
    edition = replace(TERMED, redirects=(Redirect(old, new, Place("redirects.yml")),))
    assert short_pages(edition) == {**current_links(TERMED), **page}
