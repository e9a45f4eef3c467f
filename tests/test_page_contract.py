"""What every text page promises styles, scripts, exports and other programs, in the built site.

The notes are read here from their files by a few lines, not by the engine.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from edition.core.lettering import letter
from tests.command import REPOSITORY
from tests.trees import Tree, document

PAGES = [
    "front",
    *("01-setting", "02-concept", "03-silkroads", "04-summit", "05-media"),
    *("06-bri", "07-trade", "08-language", "09-outlook"),
    "references",
]
PHRASING = {"a", "em", "mark", "span", "strong", "sup"}
"""Elements of phrasing content that units have; there is no need for any other."""
OF_THE_EDITION = {"number", "printed-number", "marker", "note-marker"}
OF_THE_WORDS = {"citation", "small-caps", "term"}
PUBLISHED = "https://sshjournal.com/index.php/sshj/article/view/1031"
"""Where the article is: how a paragraph is cited says so."""


@dataclass(frozen=True)
class NoteFile:
    """What a note's file says in its front matter."""

    id: str
    quote: str
    unit: str
    """Empty where the quote alone says it."""
    kind: str
    level: str


def front_matter(file: Path) -> dict[str, Any]:
    _, front, _ = file.read_text(encoding="utf-8").split("---\n", 2)
    fields: dict[str, Any] = yaml.safe_load(front)
    return fields


def read_note(file: Path) -> NoteFile:
    fields = front_matter(file)
    return NoteFile(
        file.stem,
        " ".join(str(fields["quote"]).split()),
        fields.get("unit", ""),
        fields["kind"],
        str(fields.get("level", 1)),
    )


EVENTS: dict[str, list[str]] = defaultdict(list)
"""The names of events by the unit that dates them: all of this edition say which."""
for _file in sorted((REPOSITORY / "docs" / "timeline").glob("*.md")):
    EVENTS[front_matter(_file).get("unit", "")].append(_file.stem)
NOTES = [read_note(file) for file in sorted((REPOSITORY / "docs" / "notes").glob("*.md"))]


@pytest.fixture(scope="module")
def drawn(real_site: Path) -> dict[str, Tree]:
    """Every page of the text, and the plain view."""
    return {page: document(real_site / "text" / page / "index.html") for page in [*PAGES, "plain"]}


def units(page: Tree) -> list[Tree]:
    return [element for element in page if "data-unit" in element.attributes]


def the(element: Tree, name: str = "", **attributes: str) -> Tree:
    """The one element with some attributes."""
    (found,) = element.find(name, **attributes)
    return found


def notes_of(page: Tree) -> list[Tree]:
    return page.find("aside", class_="note")


def is_anchor(element: Tree, unit: Tree) -> bool:
    """Whether an element is the empty anchor of a sentence, exactly as the contract has it."""
    name = element.attributes.get("id", "")
    return (
        element.name == "span"
        and not element.children
        and element.attributes == {"id": name, "data-edition": ""}
        and name.startswith(f"{unit.attributes['id']}-s")
    )


EVERY_PAGE = pytest.mark.parametrize("name", [*PAGES, "plain"])
NOTED_PAGE = pytest.mark.parametrize("name", PAGES)


# ---- Units ----


@EVERY_PAGE
def test_a_unit_holds_phrasing_content_alone(drawn: dict[str, Tree], name: str) -> None:
    for unit in units(drawn[name]):
        assert {element.name for element in unit if element is not unit} <= PHRASING


@EVERY_PAGE
def test_a_unit_is_a_paragraph_an_item_or_a_heading_with_its_own_id(
    drawn: dict[str, Tree], name: str
) -> None:
    for unit in units(drawn[name]):
        assert unit.name in {"p", "li", "h1", "h2", "h3"}
        assert unit.attributes["id"] == unit.attributes["data-unit"]
        assert units(unit) == [unit]


@EVERY_PAGE
def test_what_the_edition_puts_into_a_unit_is_known_and_says_so(
    drawn: dict[str, Tree], name: str
) -> None:
    """So wraps around the article's words do not, and nothing else of the edition is there."""
    for unit in units(drawn[name]):
        for element in unit.find():
            classes = set(element.attributes.get("class", "").split())
            if element is unit or is_anchor(element, unit):
                continue
            assert ("data-edition" in element.attributes) == bool(classes & OF_THE_EDITION)
            assert classes <= OF_THE_EDITION | OF_THE_WORDS


@EVERY_PAGE
def test_no_control_of_a_unit_is_inside_another(drawn: dict[str, Tree], name: str) -> None:
    for unit in units(drawn[name]):
        for anchor in unit.find("a"):
            assert anchor.find("a") == [anchor]
            assert [e for e in anchor if "data-edition" in e.attributes and e is not anchor] == []


@EVERY_PAGE
def test_no_id_stands_twice(drawn: dict[str, Tree], name: str) -> None:
    ids = Counter(e.attributes["id"] for e in drawn[name] if "id" in e.attributes)
    assert [found for found, count in ids.items() if count > 1] == []


@EVERY_PAGE
def test_nothing_inline_runs_or_styles(drawn: dict[str, Tree], name: str) -> None:
    for element in drawn[name]:
        assert "style" not in element.attributes
        assert [key for key in element.attributes if key.startswith("on")] == []
        assert element.name != "style"
        if element.name == "script" and element.attributes.get("type") != "application/ld+json":
            assert "src" in element.attributes


# ---- Notes ----


def test_every_note_is_one_element_of_the_site(drawn: dict[str, Tree]) -> None:
    found = Counter(note.attributes["id"] for page in drawn.values() for note in notes_of(page))
    assert found == {f"note-{note.id}": 1 for note in NOTES}
    assert NOTES


@NOTED_PAGE
def test_a_note_is_a_footnote_with_a_name_its_kind_and_its_level(
    drawn: dict[str, Tree], name: str
) -> None:
    by_id = {f"note-{note.id}": note for note in NOTES}
    for element in notes_of(drawn[name]):
        note = by_id[element.attributes["id"]]
        assert element.attributes["role"] == "doc-footnote"
        assert element.attributes["data-kind"] == note.kind
        assert element.attributes["data-level"] == note.level
        assert element.attributes["aria-label"].startswith(
            f"Note {the(element, 'a', class_='note-letter').words}: "
        )


@NOTED_PAGE
def test_the_marks_of_a_note_cover_the_very_words_that_its_file_quotes(
    drawn: dict[str, Tree], name: str
) -> None:
    words: dict[str, str] = {}
    places: dict[str, set[str]] = {}
    for unit in units(drawn[name]):
        for mark in unit.find("mark"):
            for note in mark.attributes["data-notes"].split():
                words[note] = words.get(note, "") + mark.words
                places.setdefault(note, set()).add(unit.attributes["data-unit"])
    here = {note.attributes["id"] for note in notes_of(drawn[name])}
    expected = [note for note in NOTES if f"note-{note.id}" in here]
    assert words == {note.id: note.quote for note in expected}
    assert all(len(units) == 1 for units in places.values())
    assert [n.id for n in expected if n.unit and places[n.id] != {n.unit}] == []


@NOTED_PAGE
def test_every_marker_leads_to_its_note_and_every_note_back(
    drawn: dict[str, Tree], name: str
) -> None:
    page = drawn[name]
    there = []
    for unit in units(page):
        for marker in unit.find("sup", class_="note-marker"):
            link = the(marker, "a")
            note = the(page, "aside", id=link.attributes["href"].removeprefix("#"))
            back = the(note, "a", role="doc-backlink")
            assert link.attributes["role"] == "doc-noteref"
            assert back.attributes["href"] == f"#{link.attributes['id']}"
            assert note.attributes["data-words"] == link.attributes["id"]
            assert back.words == link.words
            there.append(note.attributes["id"])
    assert there == [note.attributes["id"] for note in notes_of(page)]


@NOTED_PAGE
def test_letters_run_through_the_page_from_a(drawn: dict[str, Tree], name: str) -> None:
    markers = [sup.words for sup in drawn[name].find("sup", class_="note-marker")]
    notes = [the(note, "a", class_="note-letter").words for note in notes_of(drawn[name])]
    assert markers == notes == [letter(number) for number in range(1, len(notes) + 1)]


@NOTED_PAGE
def test_a_marker_is_hidden_with_its_note(drawn: dict[str, Tree], name: str) -> None:
    """Styles go by level and kind: so both say the same, and a mark the lowest of its notes."""
    page = drawn[name]
    levels = {}
    for note in notes_of(page):
        link = the(page, "a", id=note.attributes["data-words"])
        (marker,) = (sup for sup in page.find("sup", class_="note-marker") if link in list(sup))
        for attribute in ("data-level", "data-kind"):
            assert marker.attributes[attribute] == note.attributes[attribute]
        levels[note.attributes["id"].removeprefix("note-")] = note.attributes["data-level"]
    for mark in page.find("mark"):
        named = mark.attributes["data-notes"].split()
        assert mark.attributes["data-level"] == min(levels[note] for note in named)


@NOTED_PAGE
def test_notes_stand_after_the_text_and_nothing_of_them_in_it(
    drawn: dict[str, Tree], name: str
) -> None:
    work, section = the(drawn[name], "div", class_="work"), the(drawn[name], class_="notes")
    assert notes_of(work) == []
    assert notes_of(section) == notes_of(drawn[name])
    assert units(section) == []


def test_every_short_link_of_a_note_leads_to_it(real_site: Path, drawn: dict[str, Tree]) -> None:
    page_of = {note.attributes["id"]: name for name in PAGES for note in notes_of(drawn[name])}
    for note in NOTES:
        short = document(real_site / "n" / note.id / "index.html")
        to = f"../../text/{page_of[f'note-{note.id}']}/#note-{note.id}"
        assert the(short, "meta", http_equiv="refresh").attributes["content"] == f"0; url={to}"
        assert the(short, "a").attributes["href"] == to


@NOTED_PAGE
def test_a_note_gives_its_own_permanent_link(drawn: dict[str, Tree], name: str) -> None:
    """To follow, and to read on paper: letters are of this page and this day."""
    for note in notes_of(drawn[name]):
        short = f"n/{note.attributes['id'].removeprefix('note-')}/"
        links = [link.attributes["href"] for link in the(note, class_="note-links").find("a")]
        assert links[0] == f"../../{short}"
        assert the(note, class_="note-address").words.endswith(f" {short}")


@NOTED_PAGE
def test_the_lists_after_the_paragraphs_name_every_note_once(
    drawn: dict[str, Tree], name: str
) -> None:
    page = drawn[name]
    named = []
    for about in page.find("details", class_="about-unit"):
        assert "data-edition" in about.attributes
        named += [
            link.attributes["href"].removeprefix("#")
            for item in about.find("li")
            if "data-kind" in item.attributes
            for link in item.find("a")
        ]
    assert sorted(named) == sorted(note.attributes["id"] for note in notes_of(page))


@NOTED_PAGE
def test_the_list_after_a_paragraph_names_its_notes_its_footnotes_and_its_link(
    drawn: dict[str, Tree], name: str
) -> None:
    page = drawn[name]
    work = the(page, "div", class_="work")
    elements = [child for child in work.children if isinstance(child, Tree)]
    for unit, after in pairwise(elements):
        unit_id = unit.attributes.get("data-unit", "")
        if not unit_id.startswith("p") or not unit_id[1:].isdigit():
            continue
        assert after.attributes["id"] == f"about-{unit_id}"
        assert the(after, "summary").words == f"About ¶ {unit_id[1:]}"
        listed = [link.attributes["href"] for link in after.find("a")]
        markers = [link.attributes["href"] for link in unit.find("a", role="doc-noteref")]
        terms = [link.attributes["href"] for link in unit.find("a", class_="term")]
        dated = [f"../../timeline/#{event}" for event in EVENTS.get(unit_id, ())]
        own = f"../../p/{unit_id[1:]}/"
        expected = [*dict.fromkeys(markers), *terms, *dated, own, PUBLISHED, "../../cite/"]
        assert sorted(listed) == sorted(expected)


@NOTED_PAGE
def test_the_switch_counts_what_is_on_its_page(drawn: dict[str, Tree], name: str) -> None:
    form = the(drawn[name], "form", class_="switch")
    levels = Counter(note.attributes["data-level"] for note in notes_of(drawn[name]))
    kinds = Counter(note.attributes["data-kind"] for note in notes_of(drawn[name]))
    shown = the(form, class_="switch-count").words
    first, others = levels["1"], levels["2"] + levels["3"]
    hidden = f", {others} hidden" if others else ""
    assert shown == f"{first} {'note' if first == 1 else 'notes'}{hidden}"
    boxes = [box for box in form.find("input") if box.attributes["name"] == "kind"]
    assert {box.attributes["value"] for box in boxes} == set(kinds)


# ---- The plain view ----


def test_the_plain_view_has_nothing_of_the_notes(drawn: dict[str, Tree]) -> None:
    plain = drawn["plain"]
    for class_ in ("note", "notes", "note-marker", "about-unit", "switch", "note-body"):
        assert plain.find(class_=class_) == [], class_
    for name in ("mark", "aside"):
        assert plain.find(name) == [], name
    ids = {element.attributes.get("id", "") for element in plain}
    assert [found for found in ids if found.startswith(("note-", "noteref-", "about-"))] == []
    links = {link.attributes.get("href", "") for link in plain.find("a")}
    assert [
        link for link in links if "#note" in link or "n/" in link.split("#")[0].split("../")
    ] == []


# ---- The list of all notes ----


def test_the_list_of_notes_has_each_once_and_leads_to_it(real_site: Path) -> None:
    page = document(real_site / "notes" / "index.html")
    listed = {}
    for entry in page.find("article", class_="listed-note"):
        heading = the(entry, "h3")
        listed[entry.attributes["id"]] = the(heading, "a").attributes["href"].split("#")[1]
        assert entry.attributes["aria-labelledby"] == heading.attributes["id"]
    assert listed == {f"note-{note.id}": f"note-{note.id}" for note in NOTES}
    assert len(page.find("article", class_="listed-note")) == len(NOTES)
