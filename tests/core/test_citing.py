"""What stands as the example on the page that says how to cite."""

from dataclasses import replace

import pytest

from edition.core.addresses import cite_page
from edition.core.citing import CITED, SEVERAL, SINGLE, STYLES, examples, places
from edition.core.edition import Edition
from edition.core.quote import Quote
from tests.core.editions import EDITION, P1, P2, with_calls
from tests.core.noted import MARKS, NOTED, TITLE_NOTE, note, with_notes

READ = note("read", Quote("Nobody read it"))

EXAMPLES = {
    "notes on the first paragraph": (NOTED, "p1", "sea"),
    "no notes": (EDITION, "p1", ""),
    "a note on the second paragraph alone": (with_notes(READ), "p2", "read"),
    "notes on the title and on a reference alone": (
        with_notes(TITLE_NOTE, MARKS), "p1", "whose-wall",
    ),
    "a note whose words are nowhere": (with_notes(note("lost", Quote("nowhere"))), "p1", ""),
    "no page with paragraphs": (
        replace(EDITION, text_pages=EDITION.text_pages[:1]), "", "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edition", "paragraph", "noted"), EXAMPLES.values(), ids=EXAMPLES)
def test_the_first_paragraph_with_a_note_is_the_example(
    edition: Edition, paragraph: str, noted: str
) -> None:
    found = examples(edition)
    assert (found.paragraph.id if found.paragraph else "") == paragraph
    assert (found.note.id if found.note else "") == noted


def test_a_place_is_a_paragraph_or_the_paragraphs_of_a_chapter() -> None:
    assert places(NOTED) == ("", SINGLE, SEVERAL, "para. 1", "paras. 1–2")


def test_a_chapter_of_one_paragraph_is_no_example_of_several() -> None:
    _, chapter, _ = EDITION.text_pages
    short = replace(chapter, units=("p1",), blocks=chapter.blocks[:1])
    edition = replace(EDITION, text_pages=(short,), units=(P1, P2))
    assert examples(edition).chapter is None
    assert places(edition) == ("", SINGLE, SEVERAL, "para. 1")


SHOWN = {
    "the notes": (("cite_this", ("notes",)), "ways/cite/"),
    "another work": (("cite_this", ("article",)), ""),
    "another macro": (("quote", ("notes",)), ""),
}


@pytest.mark.parametrize(("call", "address"), SHOWN.values(), ids=SHOWN)
def test_only_a_page_that_shows_how_something_is_cited_is_linked_for_it(
    call: tuple[str, tuple[str | int, ...]], address: str
) -> None:
    page = replace(with_calls(call).editors_pages[0], path="ways/cite.md")
    assert cite_page(replace(NOTED, editors_pages=(page,)), "notes") == address


def test_there_are_three_styles_and_six_works() -> None:
    assert list(STYLES.values()) == ["APA", "MLA", "Chicago"]
    assert len(CITED) == len(set(CITED)) == 6
