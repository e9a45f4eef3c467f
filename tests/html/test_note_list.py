"""All notes, by text page and in its order, with what they can be filtered by."""

from edition.html.note_list import view_note_list
from edition.html.switch import Choice
from tests.core.editions import EDITION
from tests.core.noted import FORMATTED, IN_ORDER, NOTED, SEA, with_notes
from tests.trees import fragment

PAGE = "notes/"


def test_notes_are_listed_by_text_page_in_the_order_of_the_text() -> None:
    listed = view_note_list(NOTED, FORMATTED, PAGE)
    assert [(p.slug, p.number, p.address, [n.id for n in p.notes]) for p in listed.pages] == [
        ("front", 0, "text/front/", ["whose-wall"]),
        (
            "01-wall",
            1,
            "text/01-wall/",
            ["sea", "wrote", "again", "second-mention", "second-mention-too"],
        ),
        ("references", 0, "text/references/", ["marks"]),
    ]
    assert [n.id for p in listed.pages for n in p.notes] == [found.id for found in IN_ORDER]


def test_a_text_page_without_notes_is_not_listed() -> None:
    listed = view_note_list(with_notes(SEA), FORMATTED, PAGE)
    assert [page.slug for page in listed.pages] == ["01-wall"]


def test_the_notes_on_one_unit_can_be_listed_alone() -> None:
    listed = view_note_list(NOTED, FORMATTED, PAGE, "title")
    assert [[n.id for n in page.notes] for page in listed.pages] == [["whose-wall"]]
    assert view_note_list(NOTED, FORMATTED, PAGE, "p2").pages == ()


def test_a_listed_note_has_no_letter_and_leads_to_its_words() -> None:
    """Letters change; in a list nothing would say of which page they are."""
    for page in view_note_list(NOTED, FORMATTED, PAGE).pages:
        for found in page.notes:
            assert found.letter == ""
            assert found.address == f"{page.address}#note-{found.id}"


def test_links_are_those_of_the_page_that_lists() -> None:
    (page,) = view_note_list(with_notes(SEA), FORMATTED, PAGE).pages
    links = [link.attributes["href"] for link in fragment(page.notes[0].body).find("a")]
    assert links == ["../bibliography/#quill2016", "../bibliography/#teale2020"]


def test_notes_are_filtered_by_what_they_have() -> None:
    listed = view_note_list(NOTED, FORMATTED, PAGE)
    assert [(choice.value, choice.count) for choice in listed.kinds] == [
        ("context", 1), ("correction", 1), ("update", 1), ("source", 2), ("query", 1),
        ("question", 1),
    ]  # fmt: skip
    assert listed.levels == (
        Choice("1", "everybody", 4),
        Choice("2", "students", 1),
        Choice("3", "specialists", 2),
    )
    assert listed.tags == (Choice("north sea", "north sea", 1), Choice("tides", "tides", 1))
    assert listed.authors == (
        Choice("Ada Ostrander", "Ada Ostrander", 1),
        Choice("Rowan Teale", "Rowan Teale", 1),
        Choice("The editors", "The editors", 5),
    )


def test_a_choice_counts_the_notes_that_it_leaves_in_the_list() -> None:
    listed = view_note_list(NOTED, FORMATTED, PAGE)
    notes = [found for page in listed.pages for found in page.notes]
    counted = {
        **{choice: sum(n.kind == choice.value for n in notes) for choice in listed.kinds},
        **{choice: sum(str(n.level) == choice.value for n in notes) for choice in listed.levels},
        **{choice: sum(choice.value in n.tags for n in notes) for choice in listed.tags},
        **{
            choice: sum(n.signature.author == choice.value for n in notes)
            for choice in listed.authors
        },
    }
    assert all(choice.count == count > 0 for choice, count in counted.items())


def test_an_edition_without_notes_lists_nothing() -> None:
    listed = view_note_list(EDITION, FORMATTED, PAGE)
    assert (listed.pages, listed.kinds, listed.levels, listed.tags, listed.authors) == ((),) * 5
