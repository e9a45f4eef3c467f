"""The lock and the redirects, each line with its place."""

from pathlib import Path

import pytest

from edition.core.permalink import LockLine, Redirect
from edition.core.problem import Place
from edition.sources.permalinks import LOCK, REDIRECTS, read_lock, read_redirects


def test_an_edition_need_have_neither(tmp_path: Path) -> None:
    assert read_lock(tmp_path) == ((), ())
    assert read_redirects(tmp_path) == ((), ())


def test_a_line_of_the_lock_is_link_tab_address(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_text("p/1/\ttext/a/#p1\nr/a/\tbibliography/#a\n", encoding="utf-8")
    assert read_lock(tmp_path) == (
        (
            LockLine("p/1/", "text/a/#p1", Place(LOCK, 1)),
            LockLine("r/a/", "bibliography/#a", Place(LOCK, 2)),
        ),
        (),
    )


@pytest.mark.parametrize(
    "line",
    ["p/1/ text/a/#p1", "p/1/", "\ttext/a/", "p/1\ttext/a/", "p/1/\t", "", "# a comment",
     "<<<<<<< HEAD"],
)  # fmt: skip
def test_any_other_line_of_the_lock_is_a_problem_and_the_rest_is_read(
    tmp_path: Path, line: str
) -> None:
    text = f"p/1/\ttext/a/#p1\n{line}\np/2/\ttext/a/#p2\n"
    (tmp_path / LOCK).write_text(text, encoding="utf-8")
    lines, problems = read_lock(tmp_path)
    assert [locked.short for locked in lines] == ["p/1/", "p/2/"]
    assert [str(problem) for problem in problems] == [
        f"permalinks.lock:2: permalink-line: expected a short link, a tab and an address, found"
        f" {line!r}"
    ]


def test_a_redirect_is_two_addresses(tmp_path: Path) -> None:
    (tmp_path / REDIRECTS).write_text("# Moved.\ntext/a/: text/b/\np/9/: p/8/\n", encoding="utf-8")
    assert read_redirects(tmp_path) == (
        (
            Redirect("text/a/", "text/b/", Place(REDIRECTS, 2)),
            Redirect("p/9/", "p/8/", Place(REDIRECTS, 3)),
        ),
        (),
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("/text/a/: text/b/", "redirect-form"),
        ("https://example.org/a/: text/b/", "redirect-form"),
        ("text/a/:", "redirect-form"),
        ("text/a/: [text/b/]", "redirect-form"),
        ("../a/: text/b/", "redirect-form"),
        ("text/../../a/: text/b/", "redirect-form"),
        ("p/1/: p/3/", "yaml"),
        ("text/a: b: c", "yaml"),
    ],
)
def test_any_other_redirect_is_a_problem_at_its_line(tmp_path: Path, line: str, code: str) -> None:
    """Pages are written at the old address, so it must stay inside the site."""
    (tmp_path / REDIRECTS).write_text(f"p/1/: p/2/\n{line}\n", encoding="utf-8")
    _, problems = read_redirects(tmp_path)
    assert [(p.place, p.code) for p in problems] == [(Place(REDIRECTS, 2), code)]


def test_redirects_in_another_encoding_are_one_problem(tmp_path: Path) -> None:
    (tmp_path / REDIRECTS).write_bytes(b"caf\xe9/: a/")
    redirects, problems = read_redirects(tmp_path)
    assert redirects == ()
    assert [problem.code for problem in problems] == ["file-encoding"]
