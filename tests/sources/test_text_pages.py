"""The reading text: paragraphs and citations, each with its line."""

from pathlib import Path

import pytest

from edition.core.citation import Citation
from edition.core.macro import Signature
from edition.core.pages import TextPage
from edition.core.problem import Place, Problem
from edition.sources.text_pages import read_text_pages

MACROS = {
    "cite": Signature("cite", ("key", "locator"), 1),
    "quote": Signature("quote", ("unit",), 1),
}


def read(root: Path, pages: dict[str, str]) -> tuple[tuple[TextPage, ...], tuple[Problem, ...]]:
    folder = root / "docs" / "text"
    folder.mkdir(parents=True)
    for name, text in pages.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return read_text_pages(root, MACROS)


def one(root: Path, body: str) -> tuple[TextPage, tuple[Problem, ...]]:
    """Read a page whose body begins on line 4."""
    pages, problems = read(root, {"a": f"---\ntitle: A\n---\n{body}"})
    return pages[0], problems


def places(page: TextPage) -> list[tuple[str, int]]:
    return [(block.text, block.place.line) for block in page.blocks]


BLOCKS = {
    "one paragraph": ("One.\n", [("One.", 4)]),
    "after a blank line": ("\nOne.\n", [("One.", 5)]),
    "two": ("\nOne.\n\nTwo.\n", [("One.", 5), ("Two.", 7)]),
    "far apart": ("\nOne.\n\n\n \t\n\nTwo.", [("One.", 5), ("Two.", 10)]),
    "over lines": ("\nOne\ntwo.\n\nThree.\n", [("One two.", 5), ("Three.", 8)]),
    "marks": ("\n## *One*\n\n**Two.**", [("One", 5), ("Two.", 7)]),
    "spaces at the ends": ("\n  One. \n\n\tTwo.", [("One.", 5), ("Two.", 7)]),
    "none": ("\n \n", []),
    "nothing at all": ("", []),
    "a call over lines": (
        '\nOne (A){{ cite(\n  "a"\n) }}.\n\nTwo.',
        [("One (A).", 5), ("Two.", 9)],
    ),
    "a comment over lines": ("\nOne.\n\n{## a\nb ##}\n\nTwo.", [("One.", 5), ("Two.", 10)]),
}


@pytest.mark.parametrize(("body", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blank_lines_part_paragraphs_and_each_knows_its_line(
    tmp_path: Path, body: str, expected: list[tuple[str, int]]
) -> None:
    page, problems = one(tmp_path, body)
    assert problems == ()
    assert places(page) == expected


CITED = {
    "after a parenthesis": ('\nOne (A){{ cite("a") }}.', [("a", "", 7, 5)]),
    "with a locator": ('\nOne (A){{ cite("a", "p. 5") }}.', [("a", "p. 5", 7, 5)]),
    "by name": ('\nOne (A){{ cite(locator="p. 5", key="a") }}.', [("a", "p. 5", 7, 5)]),
    "a number as locator": ('\nOne (A){{ cite("a", 5) }}.', [("a", "5", 7, 5)]),
    "two in one paragraph": (
        '\nOne (A){{ cite("a") }},\ntwo (B){{ cite("b") }}.',
        [("a", "", 7, 5), ("b", "", 16, 6)],
    ),
    "two at one place": (
        '\nOne (A; B){{ cite("a") }}{{ cite("b") }}.',
        [("a", "", 10, 5), ("b", "", 10, 5)],
    ),
    "after marks": ('\n*One* (A){{ cite("a") }}.', [("a", "", 7, 5)]),
    "after a heading mark": ('\n## One (A){{ cite("a") }}', [("a", "", 7, 5)]),
    "after spaces": ('\nOne   (A){{ cite("a") }}', [("a", "", 7, 5)]),
    "at the end": ('\nOne (A){{ cite("a") }}\n\nTwo.', [("a", "", 7, 5)]),
}


@pytest.mark.parametrize(("body", "expected"), CITED.values(), ids=CITED)
def test_a_citation_knows_its_place_in_the_words_and_its_line(
    tmp_path: Path, body: str, expected: list[tuple[str, str, int, int]]
) -> None:
    page, problems = one(tmp_path, body)
    assert problems == ()
    assert page.blocks[0].citations == tuple(
        Citation(key, locator, "", offset, Place("docs/text/a.md", line))
        for key, locator, offset, line in expected
    )


@pytest.mark.parametrize(
    "body",
    [
        '\nOne (A)\n\n{{ cite("a") }}\n\nTwo.\n',
        '{{ cite("a") }}\n\nOne (A).\n',
        '\nOne (A).\n\n\n{{ cite("a") }}',
        '{{ cite("a") }}',
    ],
    ids=["between paragraphs", "at the top", "at the end", "alone"],
)
def test_a_citation_that_stands_alone_does_not_vanish(tmp_path: Path, body: str) -> None:
    """It becomes a citation of some paragraph or a problem, but is not dropped in silence."""
    page, problems = one(tmp_path, body)
    assert problems or any(block.citations for block in page.blocks)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            '\nOne.\n\n{{ quote("p1") }}',
            "docs/text/a.md:7: macro-unknown: there is no macro quote; known are cite",
        ),
        (
            "\nOne (A){{ cite() }}",
            "docs/text/a.md:5: macro-arguments: expected cite(key, [locator]), found no key",
        ),
        (
            "\nOne {{ a.b }}",
            "docs/text/a.md:5: macro-form: expected a macro call with literal arguments, found a"
            " Jinja getattr",
        ),
    ],
    ids=["another macro", "no key", "another construct"],
)
def test_a_text_page_may_call_cite_and_nothing_else(
    tmp_path: Path, body: str, expected: str
) -> None:
    _, problems = one(tmp_path, body)
    assert [str(problem).partition(" (the form")[0] for problem in problems] == [expected]


def test_pages_come_in_the_order_of_the_work(tmp_path: Path) -> None:
    slugs = ["references", "02-b", "front", "10-c", "01-a"]
    pages, problems = read(tmp_path, dict.fromkeys(slugs, "---\ntitle: A\n---\n"))
    assert problems == ()
    assert [page.slug for page in pages] == ["front", "01-a", "02-b", "10-c", "references"]


@pytest.mark.parametrize("name", ["A", "a b", "é", "a.b", "a_b"])
def test_the_name_of_a_page_is_part_of_its_address(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "docs" / "text"
    folder.mkdir(parents=True)
    (folder / f"{name}.md").write_text("---\ntitle: A\n---\n", encoding="utf-8")
    pages, problems = read_text_pages(tmp_path, MACROS)
    assert pages == ()
    assert [str(problem) for problem in problems] == [
        f"docs/text/{name}.md:1: file-name: expected a name of small letters, digits and hyphens,"
        f" found {name!r}"
    ]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("", "docs/text/a.md:1: field: expected the field title, found none"),
        ("title:", "docs/text/a.md:2: field: expected words in title, found nothing"),
        (
            "title: A\ntemplate: main.html",
            "docs/text/a.md:3: field: there is no field template; known are title",
        ),
    ],
)
def test_a_text_page_has_a_title_and_nothing_else(
    tmp_path: Path, front: str, expected: str
) -> None:
    _, problems = read(tmp_path, {"a": f"---\n{front}\n---\n\nOne.\n"})
    assert [str(problem).partition(" (did")[0] for problem in problems] == [expected]


@pytest.mark.parametrize(
    "title", ["A <b>", "{{ cite('a') }}", "{% raw %}", "a</title><script>alert(1)</script>"]
)
def test_a_title_is_plain_words(tmp_path: Path, title: str) -> None:
    """MkDocs' own templates escape nothing, and a chapter's title is on every page."""
    _, problems = read(tmp_path, {"a": f'---\ntitle: "{title}"\n---\n\nOne.\n'})
    assert [(p.place, p.code) for p in problems] == [(Place("docs/text/a.md", 2), "front-matter")]


def test_a_work_without_pages_is_a_problem(tmp_path: Path) -> None:
    pages, problems = read(tmp_path, {})
    assert pages == ()
    assert [str(problem) for problem in problems] == [
        "docs/text:1: text-missing: expected the chapters of the work here, found none"
    ]
