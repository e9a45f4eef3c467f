"""`edition intake` writes the entries of a message after the same checks, or nothing at all.

A case is a message in `intake/`, and beside it what is printed, in a file that ends in `.out`.
`pytest --update-golden` writes those anew; read the difference.
"""

import datetime
import io
import sys
from pathlib import Path

import pytest

from tests import tiny_edition
from tests.command import REPOSITORY, Outcome, files_of, run, run_apart

FOLDER = REPOSITORY / "tests" / "intake"
WINTER = "docs/notes/winter.md"
WORST = "docs/notes/worst-winter.md"

TAKEN: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "a-byte-order-mark.txt": ((), (WORST,)),
    "a-correction.txt": ((), ("bibliography/corrections/quill2016marks.md",)),
    "a-correction-without-an-author.eml": (
        (),
        ("bibliography/corrections/quill2016marks.md",),
    ),
    "a-mailbox.eml": ((), (WINTER,)),
    "a-term.txt": ((), ("docs/glossary/ladder.md",)),
    "an-empty-licence.txt": ((), (WINTER,)),
    "as-the-form-sends-it.eml": ((), (WINTER,)),
    "attached-from-another-folder.eml": ((), (WINTER,)),
    "attached.eml": ((), (WINTER,)),
    "base64.eml": ((), (WINTER,)),
    "broken-quote.eml": ((), (WINTER,)),
    "consent-before-the-entry.eml": ((), (WINTER,)),
    "consent-in-a-sentence.eml": ((), (WINTER,)),
    "consent-refused.eml": ((), (WINTER,)),
    "consent-within-the-entry.txt": ((), (WINTER,)),
    "curly-for-straight.txt": ((), (WINTER,)),
    "dashes-for-hyphens.eml": ((), (WINTER,)),
    "entry-alone.txt": (("--name", "mine"), ("docs/notes/mine.md",)),
    "format-flowed-delsp.eml": ((), (WINTER,)),
    "format-flowed.eml": ((), (WINTER,)),
    "forwarded-twice.eml": ((), (WINTER,)),
    "issue-as-people-write.txt": ((), (WORST,)),
    "issue-made-with-the-form.txt": ((), (WORST,)),
    "issue-with-another-licence.txt": ((), (WORST,)),
    "issue-without-consent.txt": ((), (WORST,)),
    "latin-1.eml": ((), (WINTER,)),
    "no-author-and-no-date.eml": ((), (WINTER,)),
    "non-breaking-spaces.eml": ((), (WINTER,)),
    "place-without-a-path.txt": ((), ("docs/places/next-town.md",)),
    "plain-and-html.eml": ((), (WINTER,)),
    "plain-text-file.txt": ((), (WINTER,)),
    "quoted-in-a-reply.eml": ((), (WINTER,)),
    "quoted-printable.eml": ((), (WINTER,)),
    "signed-as-somebody-else.eml": ((), (WINTER,)),
    "there-already.txt": (("--replace",), ("docs/notes/two-high-waters.md",)),
    "trailing-white-space.eml": ((), (WINTER,)),
    "two-entries.txt": (("--all",), (WINTER, "docs/timeline/storm.md")),
}
"""What is taken: the options, and the files that are then there or are others."""
REFUSED: dict[str, tuple[str, ...]] = {
    "a-correction-by-no-name.txt": (),
    "a-file-in-latin-1.txt": (),
    "a-folder-below.txt": (),
    "a-hidden-file.txt": (),
    "a-name-that-is-taken.txt": (),
    "a-name-with-a-space.txt": (),
    "a-path-of-windows.txt": (),
    "a-path-upwards.txt": (),
    "a-reference-that-is-not-there.txt": (),
    "an-absolute-path.txt": (),
    "an-unknown-encoding.eml": (),
    "an-unknown-field.txt": (),
    "another-encoding-than-said.eml": (),
    "another-folder.txt": (),
    "another-kind-of-file.txt": (),
    "attached-with-a-name-to-mend.eml": (),
    "broken-lines-that-fit-nowhere.txt": (),
    "cut-short.eml": (),
    "empty.txt": (),
    "html-alone.eml": (),
    "issue-with-a-heading.txt": (),
    "issue-with-a-label-for-a-heading.txt": (),
    "issue-with-a-level-that-is-none.txt": (),
    "issue-with-a-rule.txt": (),
    "issue-without-a-kind.txt": (),
    "keys-of-a-terminal.txt": (),
    "next-begins-before-the-end.txt": ("--all",),
    "no-author-in-a-file.txt": (),
    "no-end.txt": (),
    "no-entry.eml": (),
    "pictures-alone.eml": (),
    "quote-with-a-colon.txt": (),
    "quoted-in-part.eml": (),
    "raw-html.txt": (),
    "the-library.txt": (),
    "too-large.txt": (),
    "twice-the-same.txt": ("--all",),
    "words-of-two-places.txt": (),
    "words-that-are-not-there.txt": (),
}
AGAIN: dict[str, tuple[str, ...]] = {
    "there-already.txt": (),
    "two-entries.txt": (),
}
"""Messages that are refused without the options with which they are taken."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny_edition.lay_out(tmp_path / "edition")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a tiny edition in which nothing is written."""
    return tiny_edition.lay_out(tmp_path_factory.mktemp("intake") / "edition")


@pytest.fixture(autouse=True)
def _nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)


def printed(outcome: Outcome) -> str:
    """Return all that is printed, in a form that is the same every day."""
    said = f"status {outcome.status}\n{outcome.stderr}{outcome.stdout}"
    return said.replace(datetime.date.today().isoformat(), "TODAY")


def compare(case: str, outcome: Outcome, update: bool) -> None:
    file = FOLDER / f"{case}.out"
    if update:
        file.write_text(printed(outcome), encoding="utf-8")
    assert printed(outcome) == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", TAKEN)
def test_a_message_becomes_entries_that_pass_the_check(
    root: Path, case: str, update_golden: bool
) -> None:
    options, paths = TAKEN[case]
    before = files_of(root)
    outcome = run(root, "intake", str(FOLDER / case), *options)
    compare(case, outcome, update_golden)
    assert outcome.status == 0
    after = files_of(root)
    assert {path for path, content in after.items() if before.get(path) != content} == set(paths)
    assert before.keys() <= after.keys()
    assert run(root, "check").status == 0


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_is_told_and_nothing_is_written(
    kept: Path, case: str, update_golden: bool
) -> None:
    before = files_of(kept)
    outcome = run(kept, "intake", str(FOLDER / case), *REFUSED[case])
    compare(case, outcome, update_golden)
    assert (outcome.status, outcome.stdout) == (1, "")
    assert outcome.stderr.splitlines()[-1].endswith("nothing was written")
    assert files_of(kept) == before


def test_every_message_is_a_case() -> None:
    messages = {file.name for file in FOLDER.iterdir() if file.suffix != ".out"}
    assert messages == TAKEN.keys() | REFUSED.keys()
    assert len(REFUSED) >= len(TAKEN)


def test_more_than_one_entry_and_a_file_that_is_there_want_to_be_meant(kept: Path) -> None:
    before = files_of(kept)
    assert run(kept, "intake", str(FOLDER / "two-entries.txt")) == Outcome(
        1,
        "",
        "edition: the message has 2 entries: docs/notes/winter.md, docs/timeline/storm.md (take"
        " them with --all); nothing was written\n",
    )
    assert run(kept, "intake", str(FOLDER / "there-already.txt")) == Outcome(
        1,
        "",
        "edition: docs/notes/two-high-waters.md is there already (write over it with --replace);"
        " nothing was written\n",
    )
    assert files_of(kept) == before


def test_all_ways_of_the_same_entry_make_the_same_file(tmp_path: Path) -> None:
    """Whatever mail programs did to it on its way."""
    same = [
        *("a-mailbox.eml", "as-the-form-sends-it.eml", "attached.eml", "base64.eml"),
        *("dashes-for-hyphens.eml", "forwarded-twice.eml", "non-breaking-spaces.eml"),
        *("plain-and-html.eml", "plain-text-file.txt", "trailing-white-space.eml"),
    ]
    made = set()
    for case in same:
        root = tiny_edition.lay_out(tmp_path / case)
        assert run(root, "intake", str(FOLDER / case)).status == 0
        made.add((root / WINTER).read_bytes())
    assert len(made) == 1


def test_an_entry_may_be_given_another_name(root: Path) -> None:
    case = FOLDER / "attached-with-a-name-to-mend.eml"
    assert run(root, "intake", str(case), "--name", "winter").status == 0
    assert (root / WINTER).exists()
    outcome = run(root, "intake", str(FOLDER / "two-entries.txt"), "--all", "--name", "mine")
    assert outcome == Outcome(
        1,
        "",
        "edition: the message has several entries: --name can name one only; nothing was written\n",
    )


@pytest.mark.parametrize("name", ["../winter", "Winter", "a/b", ".", "a b"])
def test_a_name_that_leads_elsewhere_is_refused(kept: Path, name: str) -> None:
    before = files_of(kept)
    outcome = run(kept, "intake", str(FOLDER / "base64.eml"), "--name", name)
    assert (outcome.status, outcome.stdout) == (1, "")
    assert files_of(kept) == before


def test_a_message_may_come_from_standard_input(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO((FOLDER / "base64.eml").read_bytes()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert run(root, "intake", "-").status == 0
    assert (root / WINTER).exists()


def test_a_message_that_is_too_large_is_not_read(kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "large.eml"
    file.write_bytes(b"a" * 5_000_001)
    outcome = run(kept, "intake", str(file))
    assert outcome == Outcome(
        1,
        "",
        "edition: the message is too large: expected at most 5000000 bytes; nothing was written\n",
    )


def test_a_file_that_is_not_there_is_told(kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "none.eml"
    outcome = run(kept, "intake", str(file))
    assert outcome == Outcome(
        1, "", f"edition: nothing was written: {file}: No such file or directory\n"
    )


@pytest.mark.parametrize("link", ["docs/notes", WINTER])
def test_nothing_is_written_through_a_symbolic_link(root: Path, tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    if link == WINTER:
        elsewhere.write_text("mine", encoding="utf-8")
    else:
        (root / link).rename(elsewhere)
    (root / link).symlink_to(elsewhere)
    before = files_of(tmp_path)
    outcome = run(root, "intake", str(FOLDER / "base64.eml"), "--replace")
    assert outcome == Outcome(
        1,
        "",
        f"{link}:1: file-place: expected a file or a folder, found a symbolic link"
        " (put the file itself there)\n",
    )
    assert files_of(tmp_path) == before


def test_a_terminal_shows_the_same(root: Path) -> None:
    """The cases above run within the tests; this one in a process of its own."""
    outcome = run_apart(root, "intake", str(FOLDER / "base64.eml"))
    assert printed(outcome) == (FOLDER / "base64.eml.out").read_text(encoding="utf-8")
