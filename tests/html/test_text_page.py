"""What a text page shows: which paragraphs, and footnotes that lead back to every mention."""

import pytest

from edition.core.formatted import Formatted
from edition.core.inline import Run
from edition.html.text_page import paragraph_range, view_plain_page, view_text_page
from tests.core.editions import EDITION
from tests.trees import fragment

FORMATTED = Formatted(
    entries={"quill2016": (Run("Quill & co"),), "teale2020": (Run("Teale"),)},
    citations={("quill2016", "p. 12"): (Run("(Quill, 2016, p. 12)"),)},
    csl={},
)
FRONT, CHAPTER, REFERENCES = EDITION.text_pages


@pytest.mark.parametrize(
    ("ids", "shown"),
    [
        (["p1", "p2"], "¶¶ 1–2 of 2"),
        (["p2"], "¶ 2 of 2"),
        (["title", "p1"], "¶ 1 of 2"),
        (["r1"], ""),
        ([], ""),
    ],
)
def test_a_page_says_which_paragraphs_it_has(ids: list[str], shown: str) -> None:
    assert paragraph_range(EDITION, [EDITION.unit_by_id[unit] for unit in ids]) == shown


def test_a_chapter_shows_its_units_and_its_footnotes() -> None:
    view = view_text_page(EDITION, FORMATTED, CHAPTER)
    assert (view.kind, view.number, view.first) == ("chapter", 1, "p1")
    assert [(group.role, len(group.units)) for group in view.groups] == [("paragraph", 2)]
    assert [note.id for note in view.footnotes] == [
        "fn-quill2016",
        "fn-quill2016--p-12",
        "fn-teale2020",
    ]
    assert [fragment(note.reference).words for note in view.footnotes] == [
        "Quill & co",
        "Quill & co",
        "Teale",
    ]
    assert [fragment(note.place).words for note in view.footnotes] == [
        "",
        "(Quill, 2016, p. 12)",
        "",
    ]


def test_every_footnote_leads_back_to_its_marker_and_says_where() -> None:
    view = view_text_page(EDITION, FORMATTED, CHAPTER)
    markers = {
        marker.attributes["id"]
        for group in view.groups
        for unit in group.units
        for marker in fragment(unit).find("a", role="doc-noteref")
    }
    back = [link for note in view.footnotes for link in note.back_links]
    assert {link.target for link in back} == markers
    assert [link.paragraph for link in back] == ["¶1", "¶1", "¶2"]


def test_back_links_of_one_footnote_sound_different() -> None:
    view = view_plain_page(EDITION, FORMATTED)
    for note in view.footnotes:
        labels = [link.label for link in note.back_links]
        assert len(set(labels)) == len(labels)


def test_the_host_s_order_numbers_the_footnotes() -> None:
    view = view_text_page(
        EDITION, FORMATTED, CHAPTER, ["teale2020", "quill2016", "quill2016--p-12"]
    )
    shown = [
        (marker.words, marker.find("a")[0].attributes["href"])
        for group in view.groups
        for unit in group.units
        for marker in fragment(unit).find("sup", class_="marker")
    ]
    assert shown == [("2", "#fn-quill2016"), ("3", "#fn-quill2016--p-12"), ("1", "#fn-teale2020")]


def test_the_plain_page_has_all_units_and_no_title_of_the_editors() -> None:
    view = view_plain_page(EDITION, FORMATTED)
    assert (view.kind, view.title, view.range) == ("plain", "", "¶¶ 1–2 of 2")
    assert [group.role for group in view.groups] == ["title", "paragraph", "reference"]


def test_front_matter_and_references_are_pages_of_their_own_kind() -> None:
    assert view_text_page(EDITION, FORMATTED, FRONT).kind == "front"
    assert view_text_page(EDITION, FORMATTED, REFERENCES).kind == "references"
    assert view_text_page(EDITION, FORMATTED, REFERENCES).footnotes == ()
