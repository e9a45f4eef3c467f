"""`edition new` at a terminal asks one question after the other, for each sort of entry."""

import re
import sys
from pathlib import Path

import pytest

from tests import tiny_edition
from tests.command import files_of, run
from tests.new_entries import MADE, Made

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

from tests.terminal import INTERRUPT, answer, converse


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny_edition.lay_out(tmp_path / "edition")


def undated(text: str) -> str:
    """Return a file's text with the day on which the test runs replaced."""
    return re.sub(r"^date: \S+$", "date: 2027-01-31", text, flags=re.MULTILINE)


@pytest.mark.parametrize(("sort", "made"), MADE.items(), ids=MADE)
def test_answers_make_the_same_file_as_options(root: Path, sort: str, made: Made) -> None:
    outcome = answer(root, [], *made.answers, sort=sort)
    assert outcome.stdout.splitlines()[:1] == [made.path]
    assert outcome.status == 0
    assert undated((root / made.path).read_text(encoding="utf-8")) == made.text
    assert run(root, "check").status == 0


@pytest.mark.parametrize("sort", ["event", "reference"])
def test_an_interrupt_leaves_nothing(root: Path, sort: str) -> None:
    before = files_of(root)
    status, shown = converse(root, [], *MADE[sort].answers, INTERRUPT, sort=sort)
    assert status == 130
    assert shown.splitlines()[-1] == "edition: nothing was written"
    assert files_of(root) == before


AGAIN = {
    "a date of another order": (
        "event",
        {1: ("24.11.2026", "1998-01")},
        "> expected a date such as 2023-05-19, 1992-01, 198X, 2004~, -0150 or 2004/.., found"
        " 24.11.2026 (did you mean 2026-11-24?)",
    ),
    "what a date means is said": ("event", {1: ("198X",)}, "> that is: 1980s"),
    "a language that is none": (
        "term",
        {4: ("cn 梯", "ru лестница")},
        "> there is no language cn (the code of a language may differ from that of a state: zh, kk,"
        " uk)",
    ),
    "a form that the article has not": (
        "term",
        {2: ("ladders",), 11: ("", "ladder", "")},
        "> > edition: form-unused: the form “ladders” does not occur in the text (it stands only in"
        " a heading, a list or a citation, or in a longer word or form)",
    ),
    "a title with a lost brace": (
        "reference",
        {4: ("100 % of {Winter & more", "100 % of {Winter} & more")},
        "> expected a closing brace for each opening one, found '100 % of {Winter & more'",
    ),
    "a page of the web without an address": (
        "reference",
        {10: ("", "https://example.org/a_b?c#d")},
        "> expected an answer, found nothing",
    ),
}


@pytest.mark.parametrize(("sort", "changed", "said"), AGAIN.values(), ids=AGAIN)
def test_an_answer_that_does_not_fit_is_refused_with_the_reason_and_asked_for_again(
    root: Path, sort: str, changed: dict[int, tuple[str, ...]], said: str
) -> None:
    made = MADE[sort]
    lines = [
        line
        for number, given in enumerate(made.answers)
        for line in changed.get(number, (given,))
    ]  # fmt: skip
    outcome = answer(root, [], *lines, sort=sort)
    assert said in outcome.stderr.splitlines()
    assert outcome.status == 0
    assert (root / made.path).exists()


def test_a_doi_may_be_given_as_an_address(root: Path) -> None:
    answers = (
        "book",
        "Doe, Ann",
        "",
        "",
        "T",
        "",
        "",
        "P",
        "",
        "https://doi.org/10.1000/182",
        "",
        "",
    )
    outcome = answer(root, [], *answers, sort="reference")
    assert outcome.status == 0
    assert "  doi       = {10.1000/182}," in (
        (root / "bibliography" / "notes.bib").read_text(encoding="utf-8").splitlines()
    )


def test_what_is_known_is_offered(root: Path) -> None:
    outcome = answer(root, [], *MADE["term"].answers, sort="term")
    offered = outcome.stderr.replace("\n", " ")
    assert "Languages named here so far: fr French, zh-Hans Chinese." in offered
    assert re.search(r"1 +concept +an idea", offered)
