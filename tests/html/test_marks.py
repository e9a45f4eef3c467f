"""Marks show which words notes are about, and letters stand where those words end."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.edition import Edition
from edition.core.inline import Run
from edition.core.lettering import letter
from edition.core.note import Kind
from edition.core.quote import Quote
from edition.core.unit import PrintedNumber, Role, Unit
from edition.html.marks import draw_marks
from edition.html.note import view_notes
from edition.html.unit import draw_unit
from tests.core.editions import EDITION, FIRST, P1, SECOND
from tests.core.noted import FORMATTED, NOTED, note, with_notes
from tests.trees import Tree, fragment

PAGE = "text/01-wall/"


def editing(text: str, role: Role = Role.PARAGRAPH, *runs: Run) -> Edition:
    """The small edition with another text in the place of its first paragraph."""
    unit = Unit("p1", role, text, runs or (Run(text),), (1,))
    title, _, p2, r1 = EDITION.units
    return replace(EDITION, units=(title, unit, p2, r1))


def drawn(edition: Edition, unit_id: str = "p1") -> Tree:
    """A unit with the marks of all its notes and its footnotes' markers."""
    unit = edition.unit_by_id[unit_id]
    views = view_notes(edition, FORMATTED, PAGE, [unit_id])
    cited = edition.citations_of_unit.get(unit_id, ()) if unit is P1 else ()
    numbers = {citation.footnote: n for n, citation in enumerate(cited, 1)}
    markers = {citation: f"fnref-{n}" for n, citation in enumerate(cited, 1)}
    marks = draw_marks(views, edition.spans)
    return fragment(draw_unit(unit, PAGE, cited, numbers, markers, marks=marks))


def shown(tree: Tree) -> str:
    """The words with each mark as `[words|its notes]` and each note's letter as `^letter`."""
    parts = []
    for child in tree.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.name == "mark":
            parts.append(f"[{child.words}|{child.attributes['data-notes']}]")
        elif "note-marker" in child.attributes.get("class", ""):
            parts.append(f"^{child.words}")
        elif "data-edition" not in child.attributes:
            parts.append(shown(child))
    return "".join(parts)


TEXT = "one two three four five six"
QUOTED: dict[str, tuple[dict[str, str], str]] = {
    "no note": ({}, TEXT),
    "one": ({"m": "two"}, "one [two|m]^a three four five six"),
    "at both ends": ({"m": "one", "n": "six"}, "[one|m]^a two three four five [six|n]^b"),
    "everything": ({"m": TEXT}, f"[{TEXT}|m]^a"),
    "apart": ({"m": "two", "n": "four"}, "one [two|m]^a three [four|n]^b five six"),
    "side by side": ({"m": "two ", "n": "three"}, "one [two|m]^a [three|n]^b four five six"),
    "overlapping": (
        {"m": "two three", "n": "three four"},
        "one [two |m][three|m n]^a[ four|n]^b five six",
    ),
    "one in another": (
        {"m": "two three four", "n": "three"},
        "one [two |m][three|m n]^a[ four|m]^b five six",
    ),
    "the same words": ({"m": "three", "n": "three"}, "one two [three|m n]^a^b four five six"),
    "the same beginning": (
        {"m": "two", "n": "two three"},
        "one [two|n m]^a[ three|n]^b four five six",
    ),
    "the same end": ({"m": "two three", "n": "three"}, "one [two |m][three|m n]^a^b four five six"),
    "a chain of three": (
        {"m": "one two", "n": "two three", "o": "three four"},
        "[one |m][two|m n]^a[ |n][three|n o]^b[ four|o]^c five six",
    ),
    "a part of a word": ({"m": "hre"}, "one two t[hre|m]^ae four five six"),
}


@pytest.mark.parametrize(("quotes", "expected"), QUOTED.values(), ids=QUOTED)
def test_quotes_are_marked_and_lettered_in_the_order_of_their_ends(
    quotes: dict[str, str], expected: str
) -> None:
    notes = [note(name, Quote(quote, "p1")) for name, quote in quotes.items()]
    assert shown(drawn(with_notes(*notes, edition=editing(TEXT)))) == expected


def test_notes_on_the_same_words_are_lettered_side_by_side_in_the_order_of_their_ids() -> None:
    notes = [note(name, Quote("three", "p1")) for name in ("o", "m", "n")]
    tree = drawn(with_notes(*notes, edition=editing(TEXT)))
    markers = tree.find("sup", class_="note-marker")
    assert [
        (marker.words, marker.find("a")[0].attributes["href"]) for marker in markers
    ] == [("a", "#note-m"), ("b", "#note-n"), ("c", "#note-o")]  # fmt: skip


def test_a_marker_is_the_edition_s_and_says_which_note_it_opens() -> None:
    found = note("sea", Quote("two", "p1"), kind=Kind.QUERY, level=3)
    (marker,) = drawn(with_notes(found, edition=editing(TEXT))).find("sup")
    assert (
        marker
        == fragment(
            '<sup class="note-marker" data-edition data-level="3"'
            ' data-kind="query"><a role="doc-noteref" id="noteref-sea" href="#note-sea"'
            ' aria-label="Note a: open point">a</a></sup>'
        ).find("sup")[0]
    )


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([1], ["1"]),
        ([3], ["3"]),
        ([3, 2], ["3", "2", "2"]),
        ([1, 3], ["1", "1", "3"]),
    ],
)
def test_a_mark_says_the_lowest_level_of_its_notes(levels: list[int], expected: list[str]) -> None:
    """So a reader whose level hides all of them need not see it either."""
    quotes = ["two three", "three four"]
    notes = [
        note(quote.replace(" ", "-"), Quote(quote, "p1"), level=level)
        for quote, level in zip(quotes, levels, strict=False)
    ]
    marks = drawn(with_notes(*notes, edition=editing(TEXT))).find("mark")
    assert [found.attributes["data-level"] for found in marks] == expected


# ---- With citations and links ----


def test_the_notes_of_a_paragraph_with_citations() -> None:
    """Marks lie in the links; a letter within a citation waits for its end and its footnote."""
    tree = drawn(NOTED)
    assert shown(tree.find("p")[0]) == (
        "[The sea |sea][wrote on it|sea wrote]^a[ |wrote][(Quill, 2016)|wrote][, and |wrote]"
        "[again|wrote again]^b[ |again]"
        "[(Quill, 2016)|again second-mention second-mention-too]^c^d[.|again]^e"
    )
    inserted = [
        element.attributes["class"]
        for element in tree.find("p")[0].children
        if isinstance(element, Tree) and "data-edition" in element.attributes
    ]
    assert inserted == [
        "number", "note-marker", "marker", "note-marker",
        "marker", "note-marker", "note-marker", "note-marker",
    ]  # fmt: skip
    assert tree.without("data-edition").words == P1.text
    assert [link.words for link in tree.find("a", class_="citation")] == ["(Quill, 2016)"] * 2
    assert P1.text[FIRST.offset - 1] == P1.text[SECOND.offset - 1] == ")"


def test_a_quote_that_ends_within_a_citation_has_its_letter_after_the_footnote() -> None:
    tree = drawn(with_notes(note("within", Quote("wrote on it (Quill"))))
    paragraph = tree.find("p")[0]
    assert shown(paragraph) == (
        "The sea [wrote on it |within][(Quill|within], 2016)^a, and again (Quill, 2016)."
    )
    kinds = [
        child.attributes.get("class", child.name) if isinstance(child, Tree) else child
        for child in paragraph.children
    ]
    assert kinds[1:7] == ["The sea ", "mark", "citation", "marker", "note-marker", ", and again "]


ADDRESS = "https://example.org/marks_on_a_wall"
PRINTED = f"Quill, B. (2016). Marks on a wall. Retrieved from {ADDRESS}."
PRINTED_RUNS = (
    Run("Quill, B. (2016). "),
    Run("Marks on a wall", emphasis=True),
    Run(". Retrieved from "),
    Run(ADDRESS, address=ADDRESS),
    Run("."),
)
ON_A_REFERENCE = {
    "emphasised words": (
        "Marks on a wall",
        'Quill, B. (2016). <mark data-notes="n" data-level="1"><em>Marks on a wall</em></mark>^'
        f'. Retrieved from <a href="{ADDRESS}">{ADDRESS}</a>.',
    ),
    "a part of its address": (
        "marks_on",
        f'Quill, B. (2016). <em>Marks on a wall</em>. Retrieved from <a href="{ADDRESS}">'
        'https://example.org/<mark data-notes="n" data-level="1">marks_on</mark>_a_wall</a>^.',
    ),
    "its whole address": (
        ADDRESS,
        f'Quill, B. (2016). <em>Marks on a wall</em>. Retrieved from <a href="{ADDRESS}">'
        f'<mark data-notes="n" data-level="1">{ADDRESS}</mark></a>^.',
    ),
    "words and the beginning of its address": (
        "from https://example.org",
        'Quill, B. (2016). <em>Marks on a wall</em>. Retrieved <mark data-notes="n" data-level="1">'
        f'from </mark><a href="{ADDRESS}"><mark data-notes="n" data-level="1">https://example.org'
        "</mark>/marks_on_a_wall</a>^.",
    ),
    "the end of its address and what follows": (
        "_wall.",
        f'Quill, B. (2016). <em>Marks on a wall</em>. Retrieved from <a href="{ADDRESS}">'
        'https://example.org/marks_on_a<mark data-notes="n" data-level="1">_wall</mark></a>'
        '<mark data-notes="n" data-level="1">.</mark>^',
    ),
}


@pytest.mark.parametrize(("quote", "html"), ON_A_REFERENCE.values(), ids=ON_A_REFERENCE)
def test_a_note_on_a_printed_reference_keeps_its_link_whole(quote: str, html: str) -> None:
    number = (PrintedNumber(0, 1),)
    r1 = Unit("r1", Role.REFERENCE, PRINTED, PRINTED_RUNS, (1,), printed_numbers=number)
    edition = replace(EDITION, units=(*EDITION.units[:3], r1))
    tree = drawn(with_notes(note("n", Quote(quote, "r1")), edition=edition), "r1")
    marker = (
        '<sup class="note-marker" data-edition data-level="1"'
        ' data-kind="context"><a role="doc-noteref" id="noteref-n" href="#note-n"'
        ' aria-label="Note a: context">a</a></sup>'
    )
    assert tree == fragment(
        '<li class="printed-reference" id="r1" data-unit="r1">'
        '<span class="printed-number" data-edition>1.</span> ' + html.replace("^", marker) + "</li>"
    )


def test_a_note_in_a_title_stands_in_its_heading() -> None:
    tree = drawn(NOTED, "title")
    (heading,) = tree.find("h2", class_="title")
    assert shown(heading) == "The [wall|whose-wall]^a"
    assert heading.without("data-edition").words == "The wall"


# ---- Whatever is quoted ----

WORDS = " ".join(f"w{n:02}" for n in range(30))


def quoting(stretches: list[tuple[int, int]]) -> Edition:
    """An edition whose first paragraph has a note on each stretch, counted in words."""
    notes = [
        note(f"n{n:02}", Quote(" ".join(WORDS.split()[start:end]), "p1"))
        for n, (start, end) in enumerate(stretches)
    ]
    return with_notes(*notes, edition=editing(WORDS))


stretches = st.lists(
    st.tuples(st.integers(0, 29), st.integers(1, 8)).map(lambda p: (p[0], min(30, p[0] + p[1]))),
    max_size=10,
)


@given(stretches)
def test_the_marks_of_a_note_cover_its_quote_and_nothing_else(
    stretches: list[tuple[int, int]],
) -> None:
    edition = quoting(stretches)
    tree = drawn(edition)
    assert tree.without("data-edition").words == WORDS
    for found in edition.notes:
        marks = [
            mark.words
            for mark in tree.find("mark")
            if found.id in mark.attributes["data-notes"].split()
        ]
        assert "".join(marks) == found.quote.exact


@given(stretches)
def test_letters_run_through_the_text_and_each_stands_where_its_words_end(
    stretches: list[tuple[int, int]],
) -> None:
    edition = quoting(stretches)
    before, letters, ends = 0, [], {}
    for child in drawn(edition).find("p")[0].children:
        if isinstance(child, str):
            before += len(child)
        elif child.name == "mark":
            before += len(child.words)
        elif child.name == "sup":
            letters.append(child.words)
            ends[child.find("a")[0].attributes["id"]] = before
    assert letters == [letter(n) for n in range(1, len(stretches) + 1)]
    assert ends == {f"noteref-{name}": span.end for name, span in edition.spans.items()}
