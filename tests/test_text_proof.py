"""The text of the built site is the article's, proved without any code of the engine.

What is compared here is read from `source/article.txt` by the few lines below, and from the pages
by html5lib; neither knows how the engine derives or draws a unit. All notes and terms are on.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.span import Span
from edition.html.marks import draw_marks
from edition.html.note import NoteView, view_note
from edition.html.term_link import mark_terms
from edition.html.unit import draw_unit
from tests.command import REPOSITORY
from tests.real_edition import EDITION, PROBLEMS
from tests.trees import Tree, document, fragment, read

SOURCE = (REPOSITORY / "source" / "article.txt").read_text(encoding="utf-8").split("\n")

LINES = {
    "title": [3], "author": [5], "received": [7], "revised": [9], "accepted": [11],
    "published": [13], "copyright": [17], "h-abstract": [19], "abstract": [21], "keyword": [23],
    "h-introduction": [25],
    "p1": [27], "p2": [29, 31], "p3": [33], "p4": [35, 37], "p5": [39], "p6": [41], "p7": [43, 45],
    "p8": [47], "p9": [49], "p10": [51], "p11": [53], "p12": [55, 57], "p13": [59], "p14": [61, 63],
    "p15": [65], "p16": [67, 69], "p17": [71], "p18": [73], "p19": [75, 77], "p20": [79],
    "p21": [81, 83], "p22": [85], "p23": [87], "p24": [89], "p25": [91, 93],
    "h-references": [95],
    "r1": [97], "r2": [98], "r3": [99], "r4": [100], "r5": [101], "r6": [102], "r7": [103],
    "r8": [104, 106], "r9": [107], "r10": [108], "r11": [109], "r12": [110], "r13": [111],
    "r14": [112], "r15": [113], "r16": [114], "r17": [115], "r18": [116], "r19": [117],
    "r20": [118], "r21": [119], "r22": [120], "r23": [121], "r24": [122], "r25": [123, 127],
    "r26": [128], "r27": [129, 130], "r29": [131],
}  # fmt: skip
"""The lines of the article that hold each unit, counted by hand."""

PAGES = [
    "front",
    *("01-setting", "02-concept", "03-silkroads", "04-summit", "05-media"),
    *("06-bri", "07-trade", "08-language", "09-outlook"),
    "references",
]


def unmarked(line: str) -> str:
    """Take away the marks of Markdown that the article has, and nothing else."""
    line = re.sub(r"\[([^\]]*)\]\(http[^)]*\)", r"\1", line)
    line = re.sub(r"<(http[^>]*)>", r"\1", line)
    return re.sub(r"^\s*(#+|-)\s", "", line).replace("*", "").replace(r"\\_", "_")


def words_of(unit: str) -> str:
    """Derive the words of a unit from the article."""
    text = " ".join(unmarked(SOURCE[line - 1]) for line in LINES[unit])
    if unit.startswith("r") and unit[1:].isdigit():
        text = re.sub(r"(^|\s)\d+\.\s+(?=[A-Zp]|https://www\.opend)", r"\1", text)
    return " ".join(text.split())


def units_of(page: Tree) -> Iterator[tuple[str, str]]:
    """Read the units of a page: what the edition adds is removed, white space collapsed."""
    for element in page:
        if "data-unit" in element.attributes:
            words = element.without("data-edition").words
            yield element.attributes["data-unit"], " ".join(words.split())


def test_every_line_of_the_article_is_in_one_unit_here() -> None:
    assert [n for lines in LINES.values() for n in lines] == [
        n for n, line in enumerate(SOURCE, 1) if line.strip()
    ]
    assert len(LINES) == 65


def test_the_article_has_stars_as_marks_only() -> None:
    """So that taking all of them away takes nothing of its words."""
    assert "".join(SOURCE).count("*") == 2 * 2 + 3 * 2


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("title", "China's soft power ascendancy in Central Asia"),
        ("author", "Apisada Laowattanabhongse"),
        ("received", "Received 08-04-2024"),
        ("h-references", "References:"),
        ("keyword", "Keyword: China, Central Asia, soft power"),
        ("r10", "Joseph S. Nye, J. (2011). THE FUTURE OF POWER. Public Affairs."),
        (
            "r6",
            "Derryberry, S. J. (2019). Chinese soft power ends, ways, and means Marine Corps"
            " University]. https://apps.dtic.mil/sti/trecms/pdf/AD1177256.pdf",
        ),
        (
            "r8",
            "Factsheet on President Kassym-Jomart Tokayev's state visit to China and the"
            " China-Central Asia Summit. (2023). The Ministry of Foreign Affairs of the Republic of"
            " Kazakhstan. Retrieved 5 January 2024 from"
            " https://www.gov.kz/uploads/2023/5/19/c25fa"
            " f8a48a661ed145d0db9acb20db3_original.18748.docx",
        ),
        (
            "r27",
            "Yau, N. (2021). China polishes its image in Central Asia through the soft power of"
            " language. openDemocracy. Retrieved 6 March 2024 from"
            " https://www.opendemocracy.net/en/odr/china-central-asia-soft-power-language/",
        ),
    ],
)
def test_the_words_that_are_compared_are_as_a_person_reads_them(unit: str, words: str) -> None:
    assert words_of(unit) == words


def test_the_chapters_hold_every_unit_once_in_order_word_for_word(real_site: Path) -> None:
    found = [
        unit
        for page in PAGES
        for unit in units_of(document(real_site / "text" / page / "index.html"))
    ]
    assert found == [(unit, words_of(unit)) for unit in LINES]


def test_the_plain_view_holds_every_unit_once_in_order_word_for_word(real_site: Path) -> None:
    found = list(units_of(document(real_site / "text" / "plain" / "index.html")))
    assert found == [(unit, words_of(unit)) for unit in LINES]


def test_the_notes_are_on_where_the_text_is_compared(real_site: Path) -> None:
    """Each has a letter and marks in a chapter; the plain view, compared too, has none of them."""
    notes = {file.stem for file in (REPOSITORY / "docs" / "notes").glob("*.md")}
    drawn = [document(real_site / "text" / page / "index.html") for page in PAGES]
    marked = {
        name
        for page in drawn
        for mark in page.find("mark")
        for name in mark.attributes["data-notes"].split()
    }
    letters = [marker for page in drawn for marker in page.find("sup", class_="note-marker")]
    assert notes
    assert marked == notes
    assert len(letters) == len(notes)
    plain = document(real_site / "text" / "plain" / "index.html")
    assert plain.find("mark") == plain.find(class_="note-marker") == plain.find("aside") == []


def test_the_terms_are_on_where_the_text_is_compared(real_site: Path) -> None:
    """Every paragraph of the chapters has links of them; the plain view, compared too, has none."""
    for page in PAGES:
        for unit in document(real_site / "text" / page / "index.html"):
            if re.fullmatch(r"abstract|p\d+", unit.attributes.get("data-unit", "")):
                assert unit.find("a", class_="term") != []
    plain = document(real_site / "text" / "plain" / "index.html")
    assert plain.find("a", class_="term") == []


def test_every_page_that_quotes_a_unit_quotes_it_word_for_word(real_site: Path) -> None:
    quoted = 0
    for file in sorted(real_site.rglob("*.html")):
        for unit, words in units_of(document(file)):
            assert words == words_of(unit)
            quoted += 1
    assert quoted >= 2 * len(LINES)


def test_no_page_of_the_text_is_forgotten_here(real_site: Path) -> None:
    assert sorted(folder.name for folder in (real_site / "text").iterdir()) == sorted(
        [*PAGES, "plain"]
    )


@pytest.mark.parametrize("page", ["references", "plain"])
def test_the_printed_numbers_are_1_to_29_and_28_stands_in_27(real_site: Path, page: str) -> None:
    drawn = document(real_site / "text" / page / "index.html")
    numbers = {
        item.attributes["data-unit"]: [
            number.words for number in item.find("span", class_="printed-number")
        ]
        for item in drawn.find("li", class_="printed-reference")
    }
    single = {f"r{n}": [f"{n}."] for n in (*range(1, 27), 29)}
    assert numbers == {**single, "r27": ["27.", "28."]}
    yau = drawn.find("li", data_unit="r27")[0]
    words = " ".join(yau.words.split())
    assert words.startswith("27. Yau, N. (2021).")
    assert words.endswith(
        "Retrieved 6 March 2024 from 28. https://www.opendemocracy.net/en/odr/"
        "china-central-asia-soft-power-language/"
    )


def characters(text: str) -> str:
    return "".join(text.split())


def printed(element: Tree) -> str:
    """The words of a unit together with the printed numbers, which the source holds too."""
    return "".join(
        child
        if isinstance(child, str)
        else ""
        if "data-edition" in child.attributes and child.attributes.get("class") != "printed-number"
        else printed(child)
        for child in element.children
    )


@pytest.mark.parametrize("pages", [PAGES, ["plain"]], ids=["chapters", "plain view"])
def test_from_the_first_to_the_last_character_the_site_is_the_article(
    real_site: Path, pages: list[str]
) -> None:
    built = "".join(
        characters(printed(element))
        for page in pages
        for element in document(real_site / "text" / page / "index.html")
        if "data-unit" in element.attributes
    )
    assert built == characters("".join(unmarked(line) for line in SOURCE))


def test_the_independent_proof_would_find_an_alteration(real_site: Path) -> None:
    """The comparison above is not blind to the smallest change."""
    page = (real_site / "text" / "02-concept" / "index.html").read_bytes()
    altered = read(page.replace(b"outcomes the you", b"outcomes  the yoU"))
    assert list(units_of(altered)) != [("p4", words_of("p4"))]
    assert list(units_of(read(page))) == [("p4", words_of("p4"))]


# ---- Whatever is quoted ----


@pytest.fixture(scope="module")
def edition() -> Edition:
    assert PROBLEMS == ()
    return EDITION


@pytest.fixture(scope="module")
def note(edition: Edition) -> NoteView:
    """Some note, to be put anywhere."""
    return view_note(edition, Formatted({}, {}, {}), "notes/", edition.notes[0], "a")


@given(st.data())
def test_no_quote_can_change_a_word(edition: Edition, note: NoteView, data: st.DataObject) -> None:
    """Notes on any stretches of any unit, among citations, footnotes, numbers, terms and links."""
    unit = edition.unit_by_id[data.draw(st.sampled_from(sorted(LINES)))]
    offsets = st.integers(0, len(unit.text))
    quoted = data.draw(st.lists(st.tuples(offsets, offsets), max_size=8))
    spans = {f"n{n}": Span(unit.id, min(pair), max(pair)) for n, pair in enumerate(quoted)}
    notes = [replace(note, id=name, marker=f"noteref-{name}") for name in spans]
    cited = edition.citations_of_unit.get(unit.id, ())
    drawn = fragment(
        draw_unit(
            unit,
            "text/a/",
            cited,
            {citation.footnote: 1 for citation in cited},
            {citation: f"fnref-{n}" for n, citation in enumerate(cited)},
            marks=draw_marks(notes, spans),
            terms=mark_terms(edition.marked_terms.get(unit.id, ())),
        )
    )
    assert list(units_of(drawn)) == [(unit.id, words_of(unit.id))]
    for anchor in drawn.find("a"):
        assert anchor.find("a") == [anchor]
    for name, span in spans.items():
        marked = [m.words for m in drawn.find("mark") if name in m.attributes["data-notes"].split()]
        assert "".join(marked) == unit.text[span.start : span.end]
