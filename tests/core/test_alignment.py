"""The text pages hold the work's units: all, once, in order, unaltered. What is not, is named."""

from itertools import count, permutations

import pytest

from edition.core.alignment import align
from edition.core.citation import Citation
from edition.core.inline import Run
from edition.core.pages import Block, TextPage
from edition.core.problem import Place
from edition.core.unit import Role, Unit

UNITS = {
    "title": "The table of tides",
    "p1": "Every harbour wall carries a ladder, and every ladder carries a mark of the sea.",
    "p2": "The table on the office door is younger and promises two high waters a day.",
    "p3": "Boats believe the ladder, and visitors believe the table that hangs on the door.",
}
EXTRA = "Editors hold that this ladder, repainted in June, was no witness to any winter at all."


def unit(unit_id: str, text: str) -> Unit:
    role = Role.TITLE if unit_id == "title" else Role.PARAGRAPH
    return Unit(unit_id, role, text, (Run(text),), (1,))


WORK = [unit(*item) for item in UNITS.items()]


def pages(*texts: list[str]) -> list[TextPage]:
    """Pages `docs/text/1.md`, `2.md` and so on; their blocks stand on lines 5, 7, 9 and so on."""
    return [
        TextPage(
            f"{number}",
            "A title",
            tuple(
                Block(text, (), Place(f"docs/text/{number}.md", line))
                for text, line in zip(blocks, count(5, 2), strict=False)
            ),
            (),
            Place(f"docs/text/{number}.md", 4),
        )
        for number, blocks in enumerate(texts, 1)
    ]


def lines(*texts: list[str]) -> list[str]:
    return sorted(str(problem) for problem in align(pages(*texts), WORK)[1])


def test_unaltered_words_find_their_units() -> None:
    title, p1, p2, p3 = UNITS.values()
    aligned, problems = align(pages([title], [p1, p2], [p3]), WORK)
    assert problems == ()
    assert [page.units for page in aligned] == [("title",), ("p1", "p2"), ("p3",)]


def test_a_citation_learns_its_unit_from_the_words() -> None:
    title, p1, p2, p3 = UNITS.values()
    written = Citation("quill2016", "p. 4", "", 6, Place("docs/text/1.md", 7))
    page = pages([title, p1, p2, p3])[0]
    block = Block(p1, (written,), Place("docs/text/1.md", 7))
    aligned, _ = align(
        [TextPage(page.slug, "", (page.blocks[0], block, *page.blocks[2:]), (), page.place)], WORK
    )
    assert aligned[0].blocks[1].citations == (
        Citation("quill2016", "p. 4", "p1", 6, Place("docs/text/1.md", 7)),
    )


def test_an_altered_word_is_shown_between_its_neighbours() -> None:
    title, p1, p2, p3 = UNITS.values()
    assert lines([title, p1.replace("carries a mark", "bears a mark"), p2, p3]) == [
        "docs/text/1.md:7: text-differs: p1: expected “… ladder, and every ladder carries a mark"
        " of …”, found “… ladder, and every ladder bears a mark of …” (the article's words are"
        " never altered)"
    ]


@pytest.mark.parametrize(
    "altered",
    [
        lambda text: text.replace(",", ""),
        lambda text: text[:-1],
        lambda text: text + " Truly.",
        lambda text: "Truly, " + text,
        lambda text: text.replace("harbour", "harbor"),
        lambda text: text.replace(" a ladder", "\u00a0a ladder"),
        lambda text: text.replace("a mark", "a “mark”"),
        lambda text: text.replace("Every", "EVERY"),
    ],
    ids=["a comma gone", "the end gone", "words at the end", "words at the start", "a letter",
         "another space", "quotation marks", "capitals"],
)  # fmt: skip
def test_every_alteration_is_found_at_its_line(altered: object) -> None:
    title, p1, p2, p3 = UNITS.values()
    assert callable(altered)
    _, problems = align(pages([title, altered(p1), p2, p3]), WORK)
    assert [(p.code, p.place) for p in problems] == [("text-differs", Place("docs/text/1.md", 7))]
    assert problems[0].message.startswith("p1: ")


def test_a_missing_paragraph_is_reported_after_the_one_before_it() -> None:
    title, p1, _, p3 = UNITS.values()
    assert lines([title, p1], [p3]) == [
        "docs/text/1.md:7: text-missing: p2 (“The table on the office door …”) is missing after"
        " this line"
    ]


def test_a_missing_first_unit_is_reported_on_the_first_page() -> None:
    _, p1, p2, p3 = UNITS.values()
    assert lines([p1, p2, p3]) == [
        "docs/text/1.md:4: text-missing: title (“The table of tides …”) is missing after this line"
    ]


def test_everything_is_missing_from_no_pages() -> None:
    aligned, problems = align([], WORK)
    assert aligned == ()
    assert [p.code for p in problems] == ["text-missing"] * 4


def test_a_repeated_paragraph_is_reported_with_its_first_place() -> None:
    title, p1, p2, p3 = UNITS.values()
    assert lines([title, p1, p2], [p1, p3]) == [
        "docs/text/2.md:5: text-repeated: p1 stands twice, first at docs/text/1.md:7"
    ]


def test_swapped_paragraphs_are_out_of_order() -> None:
    title, p1, p2, p3 = UNITS.values()
    assert lines([title, p2, p1, p3]) == [
        "docs/text/1.md:9: text-order: p1 stands after p2; the work has it before"
    ]


@pytest.mark.parametrize("place", [1, 2, 3, 4], ids=["first", "second", "third", "last"])
def test_an_extra_paragraph_is_the_only_one_reported(place: int) -> None:
    """Whatever stands beside it, the paragraphs that are the author's are not accused."""
    texts = list(UNITS.values())
    texts.insert(place, EXTRA)
    _, problems = align(pages(texts), WORK)
    assert [(p.code, p.place.line) for p in problems] == [("text-differs", 5 + 2 * place)]
    assert "Editors hold that this" in problems[0].message


def test_words_like_nothing_in_the_work_are_said_to_be_in_none_of_it() -> None:
    assert "docs/text/1.md:13: text-differs: the paragraph “ЖЖЖ ЩЩЩ …” is not in the base text" in [
        line.partition(" (")[0] for line in lines([*UNITS.values(), "ЖЖЖ ЩЩЩ"])
    ]


def test_units_with_the_same_words_are_told_apart_by_their_order() -> None:
    """A work may have two headings alike."""
    work = [unit("h-a", "Results"), unit("p1", UNITS["p1"]), unit("h-b", "Results"),
            unit("p2", UNITS["p2"])]  # fmt: skip
    aligned, problems = align(pages([u.text for u in work]), work)
    assert problems == ()
    assert aligned[0].units == ("h-a", "p1", "h-b", "p2")


@pytest.mark.parametrize("order", list(permutations(range(4)))[1:], ids=str)
def test_no_order_but_the_author_s_is_accepted(order: tuple[int, ...]) -> None:
    texts = list(UNITS.values())
    _, problems = align(pages([texts[index] for index in order]), WORK)
    assert {problem.code for problem in problems} == {"text-order"}
