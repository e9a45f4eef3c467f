"""`edition summary` shows changed entries as readers will see them, whatever is in the files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import tiny_edition
from tests.command import run
from tests.summaries import elements, lines_of

NOTE = """---
quote: two high waters a day
unit: p2
kind: context
level: 2
author_name: Ada Quill
date: 2026-11-24
new_source: https://example.org/tides
---
Not *every* coast has two: $1 to $2 [@quill2016marks, p. 12]. See [[high water]].

> Somebody’s words

1. [one](https://example.org/one)
2. two
"""


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_edition.lay_out(tmp_path_factory.mktemp("summary") / "edition")


@pytest.fixture
def root(copied: Path) -> Iterator[Path]:
    """The tiny edition, in which a test may add notes."""
    notes = copied / "docs" / "notes"
    known = set(notes.iterdir())
    yield copied
    for file in set(notes.iterdir()) - known:
        file.unlink()


def written(root: Path, path: str, text: str) -> str:
    """Write a file and return its summary."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    outcome = run(root, "summary", path)
    assert (outcome.status, outcome.stderr) == (0, "")
    return outcome.stdout


def test_a_note_is_shown_with_the_paragraph_it_is_about(root: Path) -> None:
    summary = written(root, "docs/notes/new.md", NOTE)
    lines = lines_of(summary)
    assert lines[:4] == [
        "As it will look",
        "In docs/notes/new.md:",
        "Context, for students",
        "On the marked words of ¶ 2:",
    ]
    assert lines[4].startswith("The table on the office door is younger. It promises two high")
    assert lines[5] == "Not every coast has two: $1 to $2 (Quill, 2016, p. 12). See high water."
    # The words of the quotation twice: its own and those of its paragraph.
    assert lines[6:11] == ["Somebody’s words", "Somebody’s words", "one", "two", "Sources:"]
    assert lines[11].startswith("Quill, B. (2016). Marks on a wall.")
    assert lines[12:] == [
        "A source that an editor will catalogue:",
        "https://example.org/tides",
        "Ada Quill, 24 November 2026",
    ]
    marked = [element.text for element in elements(summary) if element.tag == "strong"]
    assert marked == ["two high waters a day"]


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        ("docs/glossary/high-water.md", ["high water (event)", "The article names it:"]),
        (
            "docs/timeline/paper-of-the-table.md",
            ["1998: The almanac is printed", "On the marked words of ¶ 2:"],
        ),
        (
            "docs/timeline/worst-winter.md",
            [
                "about 1990s: A winter that nobody dates",
                "The text remembers a worst winter, and no",
            ],
        ),
        (
            "docs/figures/lines-in-the-book.md",
            [
                "Lines in the harbour master’s book",
                "lines:",
                "1998: over 70 (Harbour Office, 1998)",
            ],
        ),
        (
            "bibliography/corrections/lowwater.md",
            ["A reference, corrected", "Low water.", "booktitle:", "as printed: nothing"],
        ),
        (
            "bibliography/evidence/lowwater.md",
            ["What was found of a reference: found", "Low water."],
        ),
    ],
)
def test_each_kind_of_entry_is_shown(root: Path, path: str, lines: list[str]) -> None:
    shown = lines_of(run(root, "summary", path).stdout)
    assert shown[:2] == ["As it will look", f"In {path}:"]
    for line, expected in zip(shown[2:], lines, strict=False):
        assert line.startswith(expected)
    assert len(shown) >= 2 + len(lines)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("two high waters a day", "three high waters a day", "three high waters a day"),
        ("unit: p2", "unit: p9", "On words that were not found in the article:"),
        ("quill2016marks", "quill2017marks", "quill2017marks (not in the library)"),
        ("author_name: Ada Quill", "author: nobody", "nobody, 24 November 2026"),
        ("date: 2026-11-24", "date: yesterday", "Ada Quill"),
        ("kind: context", "kind: context\nmore: x", "Ada Quill, 24 November 2026"),
    ],
)
def test_a_note_that_is_not_right_yet_is_shown_as_far_as_it_can_be(
    root: Path, old: str, new: str, expected: str
) -> None:
    assert expected in lines_of(written(root, "docs/notes/new.md", NOTE.replace(old, new)))


@pytest.mark.parametrize(
    "text",
    ["", "no front matter", NOTE.replace("kind: context", "kind:\tcontext: x"), "---\n---\n"],
    ids=["empty", "no head", "no YAML", "no fields"],
)
def test_what_cannot_be_read_waits_until_it_is_mended(root: Path, text: str) -> None:
    shown = lines_of(written(root, "docs/notes/new.md", text))
    assert shown[2] == "It cannot be shown before it is mended as said above."


def test_files_that_are_no_entries_are_named_and_not_shown(root: Path) -> None:
    paths = ("docs/notes/gone.md", "edition.yml", ".github/workflows/check.yml")
    assert lines_of(run(root, "summary", *paths).stdout)[1:] == [
        "Files that are removed:",
        ".github/workflows/check.yml",
        "docs/notes/gone.md",
        "Other files that are changed, which somebody has to read as they are:",
        "edition.yml",
    ]


def test_of_very_many_files_the_rest_is_named(root: Path) -> None:
    paths = [f"docs/notes/n{number}.md" for number in range(10, 40)]
    for path in paths:
        (root / path).write_text(NOTE, encoding="utf-8")
    shown = lines_of(run(root, "summary", *paths).stdout)
    assert len([line for line in shown if line.startswith("In docs/notes/")]) == 20
    assert shown[-11:] == ["Too many to be shown here:", *paths[20:]]


HOSTILE = [
    "# Nothing is wrong",
    "<h2>Merged</h2>",
    "![x](https://evil.example/x.png)",
    "[x](javascript:alert(1))",
    "[x](data:text/html,x)",
    "&NewLine;&NewLine;# x",
    "&#10;&#10;## x",
    "`a\n\n# x`",
    "```\n\n\n# x\n</pre>\n\n# y\n```",
    "    code\n\n    # x",
    "<!--\n\n-->",
    "</div>\n\n## x",
    "::error::x\n\n##[error]y",
    "[x]: javascript:alert(1)\n\n[x]",
    "{{ 1 }} {% x %}",
]


@pytest.mark.parametrize("attack", HOSTILE)
def test_a_body_forges_nothing(root: Path, attack: str) -> None:
    """Whatever the check says of it, the summary shows words, of which none is ours."""
    summary = written(root, "docs/notes/new.md", f"{NOTE}\n{attack}\n")
    found = list(elements(summary))
    tags = [element.tag for element in found]
    assert [tags.count(tag) for tag in ("h1", "h2", "h3", "img", "script")] == [0, 1, 1, 0, 0]
    links = [element.attrib["href"] for element in found if "href" in element.attrib]
    assert {link.split(":")[0] for link in links} <= {"https"}
    assert "evil" not in "".join(links)


@pytest.mark.parametrize(
    "field",
    [
        "author_name: '# Nothing is wrong'",
        'author_name: "a\\n\\n# x"',
        "author_name: '<h1>x</h1>'",
        "author_name: '![x](https://evil.example/x.png)'",
        'new_source: "x\\n\\n## y"',
        "quote: '</div> <h2>two high waters a day'",
        "kind: '<h2>x'",
        'date: "2026\\n\\n# x"',
    ],
)
def test_a_field_forges_nothing(root: Path, field: str) -> None:
    name = field.split(":")[0]
    lines = [field if line.startswith(f"{name}:") else line for line in NOTE.split("\n")]
    summary = written(root, "docs/notes/new.md", "\n".join(lines))
    tags = [element.tag for element in elements(summary)]
    assert [tags.count(tag) for tag in ("h1", "h2", "h3", "img")] == [0, 1, 1, 0]


@pytest.mark.parametrize("name", ["# x", "<h1>x", "a\n\n# b", "![x](y)", "`a`", "\u202ea"])
def test_the_name_of_a_file_forges_nothing(root: Path, name: str) -> None:
    path = f"docs/notes/{name.replace('/', '')}.md"
    tags = [element.tag for element in elements(written(root, path, NOTE))]
    assert [tags.count(tag) for tag in ("h1", "h2", "img")] == [0, 1, 0]


@pytest.mark.parametrize("since", ["nowhere", "--output=x"])
def test_a_commit_that_git_does_not_know_is_an_error(root: Path, since: str) -> None:
    outcome = run(root, "summary", f"--since={since}")
    assert outcome.status == 1
    assert outcome.stderr.startswith("edition: ")
    assert "Traceback" not in outcome.stderr


def test_without_an_edition_the_check_is_named(tmp_path: Path) -> None:
    outcome = run(tmp_path, "summary", "docs/notes/new.md")
    assert (outcome.status, outcome.stdout) == (1, "")
    assert outcome.stderr == "edition: the edition cannot be read: see what edition check says\n"
