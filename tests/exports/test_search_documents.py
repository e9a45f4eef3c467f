"""What search finds of the work: every unit at its own place."""

from dataclasses import replace

import pytest

from edition.core.unit import Role
from edition.exports.search_entries import search_entries
from tests.core.editions import EDITION, P2, page, unit
from tests.core.noted import NOTED


def test_every_unit_is_found_at_its_place_with_its_words() -> None:
    found = {entry["location"]: entry["text"] for entry in search_entries(EDITION)}
    assert {place: text for place, text in found.items() if "#" in place} == {
        "text/front/#title": "The wall",
        "text/01-wall/#p1": EDITION.units[1].text,
        "text/01-wall/#p2": "Nobody read it (Teale &amp; co, 2020; Quill, 2016).",
        "text/references/#r1": "Quill, B. (2016). Marks on a wall.",
    }


def test_a_page_stands_before_its_units_so_that_hits_can_name_it() -> None:
    places = [entry["location"] for entry in search_entries(EDITION)]
    pages = ["text/front/", "text/01-wall/", "text/references/"]
    assert [place for place in places if "#" not in place] == pages
    seen: list[str] = []
    for place in places:
        assert "#" not in place or place.split("#")[0] in seen
        seen.append(place)


def test_hits_are_called_by_what_they_are() -> None:
    titles = [entry["title"] for entry in search_entries(EDITION)]
    assert titles == ["A title", "Title", "A title", "¶ 1", "¶ 2", "A title", "Reference 1"]


def test_no_word_of_the_text_is_markup() -> None:
    units = tuple(replace(unit, text="<b>") if unit is P2 else unit for unit in EDITION.units)
    entry = search_entries(replace(EDITION, units=units))[4]
    assert (entry["location"], entry["text"]) == ("text/01-wall/#p2", "&lt;b&gt;")


@pytest.mark.parametrize(
    ("role", "unit_id", "title"),
    [
        (Role.TITLE, "title", "Title"),
        (Role.AUTHOR, "author", "Author’s name"),
        (Role.DATE, "received", "Date “Sea &amp; salt”"),
        (Role.RIGHTS, "copyright", "Copyright notice"),
        (Role.HEADING, "h-sea", "Heading “Sea &amp; salt”"),
        (Role.ABSTRACT, "abstract", "Abstract"),
        (Role.KEYWORDS, "keyword", "Keywords"),
        (Role.PARAGRAPH, "p12", "¶ 12"),
        (Role.REFERENCE, "r12", "Reference 12"),
    ],
)
def test_a_hit_of_any_role_has_a_name_and_no_markup(role: Role, unit_id: str, title: str) -> None:
    found = unit(unit_id, role, "Sea & salt")
    edition = replace(EDITION, units=(found,), text_pages=(page("front", (found, ())),))
    assert [entry["title"] for entry in search_entries(edition)] == ["A title", title]


def test_notes_are_no_words_of_the_work() -> None:
    """They are found where they are listed; a paragraph is found by its own words alone."""
    assert search_entries(NOTED) == search_entries(EDITION)
