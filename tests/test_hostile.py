"""Hostile pull requests: each is refused with file, line and code, or is words that do nothing.

The vectors are those that were tried against the stock programs, where most of them ran scripts,
left the site, showed files of the machine or stalled the build.
"""

import re
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.command import run
from tests.forked import run_forked
from tests.harmless import assert_harmless, honest, pages_of
from tests.pull_request import laid, refused, shown, words_of
from tests.tiny_edition import lay_out
from tests.trees import document

LINE = re.compile(r"(?P<path>[^:]+):\d+: (?P<code>[a-z]+(?:-[a-z]+)*): (?P<warning>warning: )?.+")
STALLS = [case for case in refused() if case.name.startswith("stall-")]
REFUSED = [case for case in refused() if case not in STALLS]
SECONDS, BYTES = 10, 500_000_000
"""A guard against hanging, five times what the check may take; and what memory it gets."""


def named(case: Path) -> str:
    return case.name


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny edition; every case is laid over it and taken away again."""
    return lay_out(tmp_path_factory.mktemp("hostile") / "edition")


def expect(case: Path, stderr: str, update: bool) -> None:
    """What was said is what is expected: lines with file, line and code, one of them an error."""
    file = case / "expected.txt"
    if update:
        file.write_text(stderr, encoding="utf-8")
    assert stderr == file.read_text(encoding="utf-8")
    found = [LINE.fullmatch(line) for line in stderr.splitlines()]
    assert all(found)
    assert any(match and not match["warning"] for match in found)


@pytest.mark.parametrize("case", REFUSED, ids=named)
def test_it_is_refused_with_file_line_and_code(
    root: Path, tmp_path: Path, case: Path, update_golden: bool
) -> None:
    with laid(root, case, tmp_path / "aside"):
        outcome = run(root, "check")
    expect(case, outcome.stderr, update_golden)
    assert outcome.status == 1


@pytest.mark.parametrize("case", STALLS, ids=named)
def test_it_stalls_nothing(root: Path, tmp_path: Path, case: Path, update_golden: bool) -> None:
    """The check, in a process of its own, ends in little time and memory, and says why."""
    with laid(root, case, tmp_path / "aside"):
        outcome = run_forked(root, "check", limits=(SECONDS, BYTES), EDITION_LIMITS="off")
    expect(case, outcome.stderr, update_golden)
    assert outcome.status == 1


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the tiny edition with every case in it that is let in."""
    folder = tmp_path_factory.mktemp("shown")
    with ExitStack() as all_of_them:
        for case in shown():
            all_of_them.enter_context(laid(root, case, folder / case.name))
        outcome = run(root, "build", "--site-dir", str(folder / "site"))
    assert outcome.status == 0, outcome.stderr
    return folder / "site"


@pytest.mark.parametrize("case", shown(), ids=named)
def test_it_is_words_as_they_were_typed(site: Path, case: Path) -> None:
    for address, words in words_of(case).items():
        said = " ".join(document(site / address / "index.html").words.split())
        assert [one for one in words if " ".join(one.split()) not in said] == [], address


def test_it_is_nothing_but_words(site: Path, tiny_root: Path) -> None:
    """No element or attribute but those that pages are made of."""
    allowed = honest(tiny_root / "site")
    for file in pages_of(site):
        assert_harmless(document(file), allowed, str(file))


def test_the_edition_is_as_it_was_when_a_case_has_been_taken_away(root: Path) -> None:
    assert run(root, "check").stderr == ""


def test_every_vector_has_a_case() -> None:
    names = [case.name for case in (*REFUSED, *shown())]
    assert {int(name[:2]) for name in names} == set(range(1, 38))
    assert {int(case.name.split("-")[1]) for case in STALLS} >= set(range(1, 10))
