"""`edition note` at a terminal asks for what is missing; without an answer nothing is written."""

import re
import sys
from pathlib import Path

import pytest

from edition.core.note import Kind
from edition.core.sorts import NOTE_KINDS
from tests import tiny_edition
from tests.command import files_of

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

from tests.terminal import INTERRUPT, answer, converse

NOTES = "docs/notes"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny_edition.lay_out(tmp_path / "edition")


def questions(stderr: str) -> list[str]:
    """Return the first words of each question, by which it is known; answers leave no line end."""
    asked = re.findall(r"(?:^|\n|> )\n(?!> )(\S.*)", stderr)
    return [re.split(r"[.?] |[?]$", question)[0] for question in asked]


def written(root: Path, name: str) -> str:
    return (root / NOTES / f"{name}.md").read_text(encoding="utf-8")


def test_everything_that_is_missing_is_asked_for(root: Path) -> None:
    outcome = answer(
        root, ["--date", "2027-01-31"],
        "the worst winter", "update", "", "Wren Halloran", "y", "https://example.org/#a: b", "",
        "It was that of 1998.", "Or so they say.", "",
    )  # fmt: skip
    assert outcome.status == 0
    assert outcome.stdout.splitlines()[0] == f"{NOTES}/worst-winter.md"
    assert written(root, "worst-winter") == (
        "---\n"
        "quote: the worst winter\n"
        "unit: p1\n"
        "kind: update\n"
        "level: 1\n"
        "author_name: Wren Halloran\n"
        "date: 2027-01-31\n"
        "licence: CC BY 4.0\n"
        "new_source: 'https://example.org/#a: b'\n"
        "---\n"
        "It was that of 1998.\n"
        "Or so they say.\n"
    )
    assert questions(outcome.stderr) == [
        "Which words of the article is the note about",
        "What is the note for",
        "Whom is it for",
        "Who writes it",
        "Is it your own, and may it be published under CC BY 4.0",
        "Where can it be read",
        "What is it called",
        "What does the note say",
        "Shall this be written, in docs/notes/worst-winter.md",
    ]


ASKED = {
    "all but the words": (["the worst winter"], ["query", "", "Wren", "n", "", "", "a", ""], 8),
    "not the kind": (
        ["the worst winter", "--kind", "query"],
        ["", "Wren", "n", "", "", "a", ""],
        7,
    ),
    "not the author": (
        ["the worst winter", "--kind", "query", "--author", "editors"],
        ["", "", "", "a", ""],
        5,
    ),
    "not the source": (
        ["the worst winter", "--kind", "query", "--author", "editors", "--source", "a"],
        ["", "", "a", ""],
        4,
    ),
    "nothing but the name": (
        ["the worst winter", "--kind", "query", "--author", "editors", "--body", "a"],
        [""],
        1,
    ),
    "nothing": (
        [*("the worst winter", "--kind", "query", "--author", "editors"),
         *("--body", "a", "--id", "winter")],
        [],
        0,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "answers", "count"), ASKED.values(), ids=ASKED)
def test_nothing_is_asked_that_was_given(
    root: Path, arguments: list[str], answers: list[str], count: int
) -> None:
    outcome = answer(root, arguments, *answers)
    assert outcome.status == 0
    assert len(questions(outcome.stderr)) == count


KIND = ["the worst winter", "--author", "editors", "--body", "a", "--id", "mine"]


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        (["1"], "context"),
        (["6"], "question"),
        (["correction"], "correction"),
        ([" Correction "], "correction"),
        (["0", "7", "-1", "²", "kind", "", "corection", "2"], "correction"),
    ],
)
def test_a_kind_is_chosen_by_number_or_name(root: Path, answers: list[str], kind: str) -> None:
    outcome = answer(root, KIND, *answers)
    assert outcome.status == 0
    assert written(root, "mine").splitlines()[3] == f"kind: {kind}"


def test_a_kind_that_is_nearly_right_is_told(root: Path) -> None:
    lines = answer(root, KIND, "corection", "2").stderr.splitlines()
    assert (
        "> expected a number from 1 to 6 or a name, found 'corection' (did you mean correction?)"
    ) in lines


def test_every_kind_is_explained() -> None:
    assert list(NOTE_KINDS) == list(Kind)


AUTHORS = {
    "a name": (["Wren Halloran"], "author_name: Wren Halloran"),
    "an id": (["carberry"], "author: carberry"),
    "the name of somebody who has an id": (["josiah carberry"], "author: carberry"),
    "an id that is nearly right": (["carbery", "carberry"], "author: carberry"),
    "a name of one word": (["Wren"], "author_name: Wren"),
    "a name that is too long": (["a" * 101, "Wren"], "author_name: Wren"),
    "nothing": (["", "Wren"], "author_name: Wren"),
    "a key that is no letter": (["Wr\x1b[Den", "Wren"], "author_name: Wren"),
    "bytes that are no text": (["Wr\udcffn", "Wren"], "author_name: Wren"),
}


@pytest.mark.parametrize(("answers", "field"), AUTHORS.values(), ids=AUTHORS)
def test_an_author_is_an_id_or_a_name(root: Path, answers: list[str], field: str) -> None:
    arguments = ["the worst winter", "--kind", "query", "--body", "a", "--id", "mine"]
    assert answer(root, arguments, *answers).status == 0
    assert written(root, "mine").splitlines()[5] == field


def test_with_an_orcid_id_a_name_is_asked_for(root: Path) -> None:
    """Who has an id among the contributors has the other there."""
    arguments = ["the worst winter", "--kind", "query", "--body", "a", "--id", "mine"]
    outcome = answer(root, [*arguments, "--orcid", "0000-0002-1825-0097"], "Carberry")
    assert outcome.status == 0
    assert written(root, "mine").splitlines()[5:7] == [
        "author_name: Carberry",
        "orcid: '0000-0002-1825-0097'",
    ]


NAMES = {
    "Enter alone": ([""], "worst-winter"),
    "another name": (["winter-of-1998"], "winter-of-1998"),
    "words": (["Winter of 1998"], "winter-of-1998"),
    "the name of a file": (["winter.md"], "winter"),
    "a name that is taken": (["two-high-waters", "winter"], "winter"),
    "no name": (["§", "../a", "winter"], "winter"),
}


@pytest.mark.parametrize(("answers", "name"), NAMES.values(), ids=NAMES)
def test_a_name_is_proposed_and_another_may_be_given(
    root: Path, answers: list[str], name: str
) -> None:
    arguments = ["the worst winter", "--kind", "query", "--author", "editors", "--body", "a"]
    before = set(files_of(root / NOTES))
    outcome = answer(root, arguments, *answers)
    assert outcome.stdout.splitlines()[0] == f"{NOTES}/{name}.md"
    assert set(files_of(root / NOTES)) - before == {f"{name}.md"}


WORDS = {
    "in one place": (["the worst winter"], ("the worst winter", "p1", "")),
    "nowhere at first": (["the wurst winter", "the worst winter"], ("the worst winter", "p1", "")),
    "nearly everywhere at first": (["e", "the worst winter"], ("the worst winter", "p1", "")),
    "in two units": (["Quill, 2016", "2"], ("Quill, 2016", "p3", "")),
    "in two places of a unit": (["carries a", "1"], ("carries a", "p1", "prefix: wall")),
    "by name": (["carries a", "p1 at 54"], ("carries a", "p1", "suffix: mark.")),
    "a place that there is not": (["carries a", "3", "1"], ("carries a", "p1", "prefix: wall")),
}


@pytest.mark.parametrize(("answers", "quote"), WORDS.values(), ids=WORDS)
def test_the_place_is_chosen_among_several(
    root: Path, answers: list[str], quote: tuple[str, str, str]
) -> None:
    arguments = ["--kind", "query", "--author", "editors", "--body", "a", "--id", "mine"]
    assert answer(root, arguments, *answers).status == 0
    lines = written(root, "mine").splitlines()
    words, unit, context = quote
    expected = [f"quote: {words}", f"unit: {unit}", *([context] if context else []), "kind: query"]
    assert [line.replace("'", "") for line in lines[1 : len(expected) + 1]] == expected


def test_an_answer_with_too_many_places_is_shown_some_of_them_without_options(root: Path) -> None:
    outcome = answer(root, [], "e")
    shown = outcome.stderr.split("quote more words\n")[1].splitlines()[:21]
    assert all(re.match(r"  [a-z0-9-]+ +“", line) for line in shown[:20])
    assert re.fullmatch(r"  … and \d+ more", shown[20])


def test_words_that_were_given_and_are_not_there_end_it(root: Path) -> None:
    outcome = answer(root, ["the wurst winter"])
    assert (outcome.status, questions(outcome.stderr)) == (1, [])


def test_what_the_check_refuses_of_a_body_is_asked_for_again(root: Path) -> None:
    arguments = ["the worst winter", "--kind", "query", "--author", "editors", "--source", "a"]
    outcome = answer(
        root, [*arguments, "--level", "1", "--id", "mine"], "See [@nobody].", "", "See.", ""
    )
    assert outcome.status == 0
    assert questions(outcome.stderr) == [
        *["What does the note say"] * 2,
        "Shall this be written, in docs/notes/mine.md",
    ]
    refusal = (
        "> > edition: line 1 of the body: citation-unknown: the library has no entry nobody"
        " (name a source that the library lacks in new_source:, without brackets in the text)"
    )
    assert refusal in outcome.stderr.splitlines()
    assert written(root, "mine").split("---\n")[2] == "See.\n"


def test_a_wrong_source_ends_it_though_a_body_was_asked_for(root: Path) -> None:
    """Another body would not mend it."""
    arguments = ["the worst winter", "--kind", "query", "--author-name", "Wren"]
    before = files_of(root)
    outcome = answer(root, [*arguments, "--source", "{{ a }}"], "", "n", "", "Words.", "")
    assert (outcome.status, outcome.stdout) == (1, "")
    assert outcome.stderr.splitlines()[-1] == (
        "> > edition: field: expected plain words in new_source, found '{{ a }}'"
    )
    assert files_of(root) == before


ANSWERS = ["the worst winter", "update", "2", "Wren", "y", "a", "", "Words."]


def test_the_file_is_shown_before_it_is_written_and_may_be_refused(root: Path) -> None:
    before = files_of(root)
    outcome = answer(root, ["--date", "2027-01-31"], *ANSWERS, "", "n", agrees=False)
    assert (outcome.status, outcome.stdout) == (1, "")
    assert outcome.stderr.endswith(
        "Shall this be written, in docs/notes/worst-winter.md? Press Enter if so, n if not.\n\n"
        "  ---\n  quote: the worst winter\n  unit: p1\n  kind: update\n  level: 2\n"
        "  author_name: Wren\n  date: 2027-01-31\n  licence: CC BY 4.0\n  new_source: a\n"
        "  ---\n  Words.\n\n"
        "> edition: nothing was written\n"
    )
    assert files_of(root) == before


@pytest.mark.parametrize("given", [0, 3, len(ANSWERS)])
def test_the_end_of_the_input_writes_nothing(root: Path, given: int) -> None:
    before = files_of(root)
    outcome = answer(root, [], *ANSWERS[:given], agrees=False)
    assert (outcome.status, outcome.stdout) == (1, "")
    assert outcome.stderr.splitlines()[-1] == "edition: nothing was written"
    assert files_of(root) == before


@pytest.mark.parametrize("given", [0, 3, len(ANSWERS)])
def test_an_interrupt_writes_nothing(root: Path, given: int) -> None:
    before = files_of(root)
    status, shown = converse(root, [], *ANSWERS[:given], INTERRUPT)
    assert status == 130
    assert shown.splitlines()[-1] == "edition: nothing was written"
    assert files_of(root) == before


def test_at_a_whole_terminal_a_note_is_made_too(root: Path) -> None:
    """There a line can be edited while it is typed; here standard output is no file."""
    status, shown = converse(root, ["--date", "2027-01-31"], *ANSWERS, "", "")
    assert status == 0
    assert written(root, "worst-winter").split("---\n")[2] == "Words.\n"
    assert f"{NOTES}/worst-winter.md" in shown.splitlines()
