"""What search finds of the work: every unit at its own place."""

from dataclasses import replace

from edition.exports.search_entries import search_entries
from tests.core.editions import EDITION, P2


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
