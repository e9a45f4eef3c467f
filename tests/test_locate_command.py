"""`edition locate` says where words of the article stand, and how to link to them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from edition.sources.load import load
from tests import tiny_edition
from tests.command import run, run_apart
from tests.forked import run_forked


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the tiny edition, which no test of this file changes."""
    return tiny_edition.lay_out(tmp_path_factory.mktemp("locate") / "edition")


WINTER = (
    "p1 at 111–127 “… how high the water came in the worst winter that anyone remembers (Quill,"
    " …”\n"
    "  page  text/01-ladder/#p1 “The ladder and the door”\n"
    "  link  p/1/\n"
)
IN_P1 = (
    "p1 at 151–162 “… winter that anyone remembers (Quill, 2016). Nobody paints it twice, so …”\n"
    "  page  text/01-ladder/#p1 “The ladder and the door”\n"
    "  link  p/1/\n"
)
IN_P3 = (
    "p3 at 232–243 “… book that nobody asks to see (Quill, 2016).”\n"
    "  page  text/02-book/#p3 “The book”\n"
    "  link  p/3/\n"
)
SHOWN = {
    "one place, with its page and its link": (["the worst winter"], WINTER),
    "words with white space of their own": (["  the\n worst\twinter "], WINTER),
    "words that were not put into quotation marks": (["the", "worst", "winter"], WINTER),
    "several places, in the order of the work": (["Quill, 2016"], f"{IN_P1}\n{IN_P3}"),
    "the places of one unit": (["Quill, 2016", "--unit", "p3"], IN_P3),
    "a unit that is no paragraph": (
        ["which of the two is believed"],
        "abstract at 61–89 “… of them wet. This piece asks which of the two is believed.”\n"
        "  page  text/front/#abstract “Title and abstract”\n"
        "  link  u/abstract/\n",
    ),
    "words that hold signs": (
        ['("low water," n.d.)'],
        'p2 at 168–187 “… numbers come from the moon ("low water," n.d.); its paper comes from a'
        " …”\n"
        "  page  text/01-ladder/#p2 “The ladder and the door”\n"
        "  link  p/2/\n",
    ),
}


@pytest.mark.parametrize(("arguments", "stdout"), SHOWN.values(), ids=SHOWN)
def test_every_place_is_shown_with_what_leads_to_it(
    root: Path, arguments: list[str], stdout: str
) -> None:
    outcome = run(root, "locate", *arguments)
    assert (outcome.status, outcome.stdout, outcome.stderr) == (0, stdout, "")


@pytest.mark.parametrize("words", ["e", "the", "a book", "High", "winter", "2", "(", "tides,"])
def test_the_offsets_are_those_of_the_printed_text(root: Path, words: str) -> None:
    """Whoever has `edition text` can take the words out of it."""
    lines = run(root, "text").stdout.splitlines()
    edition, _ = load(root)
    assert edition is not None
    wanted = [
        (unit.id, match.start(), match.end())
        for unit, line in zip(edition.units, lines, strict=True)
        for match in re.finditer(re.escape(words), line)
    ]
    outcome = run(root, "locate", words)
    found = re.findall(r"^(\S+) at (\d+)–(\d+) “", outcome.stdout, re.MULTILINE)
    assert [(unit, int(start), int(end)) for unit, start, end in found] == wanted
    assert outcome.status == (0 if wanted else 1)


def test_links_are_absolute_when_the_address_of_the_site_is_known(root: Path) -> None:
    outcome = run_apart(root, "locate", "the worst winter", EDITION_URL="https://example.org/a")
    assert outcome.stdout.splitlines()[1:] == [
        "  page  https://example.org/a/text/01-ladder/#p1 “The ladder and the door”",
        "  link  https://example.org/a/p/1/",
    ]


MISSED = {
    "words that are nearly there": (
        ["believe the lader"],
        "edition: quote-not-found: the quote is not in the text; nearest: p3 “… When the two"
        " disagree, boats believe the ladder, visitors believe the door, and the …”: expected"
        " “the lader” (the quote), found “the ladder,” (the text)",
    ),
    "words that are nowhere": (
        ["nothing like this anywhere zzz"],
        "edition: quote-not-found: expected “nothing like this anywhere zzz” in the text, found"
        " nothing like it",
    ),
    "words of another unit": (
        ["the worst winter", "--unit", "p3"],
        "edition: quote-not-found: expected the quote in p3, found it in p1 (did you mean unit:"
        " p1?)",
    ),
    "a unit that is not there": (
        ["the worst winter", "--unit", "p11"],
        "edition: unit-unknown: expected a unit of the work, found p11 (did you mean unit: p1?)",
    ),
    "words of two units": (
        ["asks for a new one. The table"],
        "edition: quote-not-found: expected the quote in one unit, found it across p1 and p2"
        " (a quote is of one paragraph: leave out the words of the others)",
    ),
    "no words": (
        [" "],
        "edition: quote-not-found: expected words of the text, found an empty quote",
    ),
}


@pytest.mark.parametrize(("arguments", "message"), MISSED.values(), ids=MISSED)
def test_words_that_stand_nowhere_are_told_with_the_nearest(
    root: Path, arguments: list[str], message: str
) -> None:
    outcome = run(root, "locate", *arguments)
    assert (outcome.status, outcome.stdout, outcome.stderr) == (1, "", f"{message}\n")


def test_what_is_wrong_elsewhere_does_not_hinder(tmp_path: Path) -> None:
    root = tiny_edition.lay_out(tmp_path / "edition")
    (root / "docs" / "notes" / "broken.md").write_text("no front matter", encoding="utf-8")
    (root / "docs" / "text" / "01-ladder.md").unlink()
    outcome = run(root, "locate", "the worst winter")
    assert outcome.status == 0
    assert outcome.stdout.splitlines() == WINTER.splitlines()[:1]


def test_where_there_is_no_edition_it_says_so(tmp_path: Path) -> None:
    outcome = run(tmp_path, "locate", "words")
    assert outcome.status == 1
    assert outcome.stderr == (
        "edition.yml:1: file-missing: cannot be read: No such file or directory\n"
        f"edition: {tmp_path.resolve()} is not the folder of an edition: name it with --root\n"
    )


def test_a_base_text_that_was_altered_is_not_searched(tmp_path: Path) -> None:
    root = tiny_edition.lay_out(tmp_path / "edition")
    (root / "source" / "tides.txt").write_text("the worst winter\n", encoding="utf-8")
    outcome = run(root, "locate", "the worst winter")
    assert (outcome.status, outcome.stdout) == (1, "")
    codes = [line.split(": ")[1] for line in outcome.stderr.splitlines()]
    assert codes[:1] == ["base-changed"]


@pytest.mark.parametrize("arguments", [[], ["--unit", "p1"], ["a", "--kind", "query"], ["\udcff"]])
def test_a_wrong_call_ends_with_two(root: Path, arguments: list[str]) -> None:
    outcome = run_forked(root, "locate", *arguments)
    assert (outcome.status, outcome.stdout) == (2, "")
    assert outcome.stderr.splitlines()[-1].startswith("edition")


def test_a_terminal_that_lacks_letters_shows_their_codes(root: Path) -> None:
    outcome = run_apart(root, "locate", "the worst winter", PYTHONIOENCODING="ascii")
    assert (outcome.status, outcome.stderr) == (0, "")
    assert outcome.stdout.startswith("p1 at 111\\u2013127 \\u201c\\u2026 how high")


def test_who_reads_along_may_stop(root: Path) -> None:
    """`edition locate e | head` prints no traceback when `head` has enough."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "edition", "locate", "e"],
        cwd=root,
        stdout=writing,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")
