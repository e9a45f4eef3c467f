"""An entry's file says what it was written from, whatever the words; its name is free and plain."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from edition.core.entry_file import entry_path, entry_text, proposed_id
from edition.core.entry_forms import NOTE
from edition.core.identifier import is_identifier
from edition.core.quote import collapsed
from edition.sources.entries import Entry, read_entries
from edition.sources.strict_yaml import read_yaml
from tests.command import REPOSITORY

note_text = partial(entry_text, NOTE)
WORDS = ("quote", "prefix", "suffix", "author_name", "new_source")
"""Fields that hold words of somebody's own."""


@dataclass(frozen=True)
class Read:
    """What the reader of entries says of a file."""

    entry: Entry | None
    codes: tuple[str, ...]


def read_back(text: str) -> Read:
    """Read a file as the check does."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / entry_path(NOTE, "a-note")
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8", newline="")
        entries, problems = read_entries(Path(folder), NOTE)
    codes = tuple(problem.code for problem in problems)
    return Read(entries[0] if entries else None, codes)


def test_a_file_has_the_fields_of_the_form_in_its_order_and_then_the_body() -> None:
    values = {
        "date": "2026-11-24", "tags": ("soft power", "no"), "kind": "query", "unit": "p4",
        "author_name": "Élodie O’Neill", "quote": 'the notion of "getting', "suffix": "# x",
        "level": "2", "orcid": "", "prefix": "", "new_source": "https://example.org/a: b",
    }  # fmt: skip
    assert note_text(values, "\n  One.\n\n- Two.\n\n") == (
        "---\n"
        "quote: 'the notion of \"getting'\n"
        "unit: p4\n"
        "suffix: '# x'\n"
        "kind: query\n"
        "level: 2\n"
        "author_name: Élodie O’Neill\n"
        "date: 2026-11-24\n"
        "tags: [soft power, 'no']\n"
        "new_source: 'https://example.org/a: b'\n"
        "---\n"
        "One.\n\n- Two.\n"
    )


HOSTILE = [
    *("a: b", "a:", ":a", "a #b", "#a", "a ::: b", "key: [x, y]", "a\tb", "a \n b", "\na: b\n"),
    *("'", "''", "it's", "'a'", '"', '"a"', 'a "b" c', "a\\", "\\n", '\\"', "'\\'", "\"'\"'"),
    *("- a", "-", "---", "--- a", "...", "? a", "! a", "!!int 1", "& a", "&a", "*a", "* a", "@a"),
    *("`a`", "%a", "| a", "> a", "|", ">-", "{a: b}", "{", "}", "[a]", "[", "]", ", a", "a, b"),
    *("~", "null", "yes", "No", "y", "TRUE", "off", "1", "1.0", "0x1f", "1e3", "12:30", ".inf"),
    *("2026-11-24", "<<", "=", "+", "<a>", "{{ a }}", "{# a #}", "${a}", "$(a)", "[[a]]", "[@a]"),
    *("“a”", "‘a’", "a—b", "共同体：建设", "成", "ﬁn", "e\u0301", "\u0301e", "नेपाल", "עברית", "😀"),
    *("a\u00a0b", "a\u2028b", "a\u2029b", "\ufffd", "می\u200cخواهم", "👩\u200d🚀"),
    *("a" * 2000, " a", "a ", "a  b", "ſ", "İ", "ß", "a.", "a;", "(a", "a)", "a (b: c)", "a - b"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "words"),
    [(name, words) for name in WORDS for words in HOSTILE if not NOTE.field(name).fault(words)],
)
def test_hostile_words_are_read_as_they_are(name: str, words: str) -> None:
    values = {"quote": "a", name: words}
    read = read_back(note_text(values, "Words."))
    assert read.entry is not None
    assert read.entry.values == {key: collapsed(value) for key, value in values.items()}


@pytest.mark.parametrize("words", ["a\u200bb", "\ufeffa", "a\u00adb", "a\u200db", "a\u200eb"])
def test_words_that_nobody_can_see_are_refused(words: str) -> None:
    assert read_back(note_text({"quote": words}, "Words.")).codes == ("file-character",)


def test_the_longest_quote_is_among_the_hostile_words() -> None:
    """Or a limit would leave more of them out than is meant."""
    assert [words for words in HOSTILE if NOTE.field("quote").fault(words)] == []


PIECES = st.sampled_from([": ", " #", "'", '"', "\\", "- ", "---", "\n", "\n---\n", "[", "]", "{",
                          "}", ",", "&", "*", "!", "|", ">", "%", "@", "`", "~", "no", "1", "é",
                          "“", "共", "\u2028", "\x85", "\ufeff", "\r", "\t", " "])  # fmt: skip
ANY = st.text(max_size=40) | st.lists(PIECES | st.text(max_size=3), max_size=12).map("".join)


def encoded(values: dict[str, str | list[str]], body: str) -> str:
    """Return the text of a file; half a character, which no file can hold, is left aside."""
    text = note_text(values, body)
    assume(text == text.encode("utf-8", "replace").decode())
    return text


@given(st.dictionaries(st.sampled_from(WORDS), ANY), ANY)
@example({"quote": "\u202ea"}, "")
@example({"quote": "\u2028"}, "")
@example({"quote": "a"}, "\n\n---\nquote: b\n---\n")
def test_any_words_are_read_as_they_are_or_refused(values: dict[str, str], body: str) -> None:
    """What nobody can see is refused; nothing is ever read as something else."""
    wanted = {"kind": "query", **{name: collapsed(value) for name, value in values.items()}}
    read = read_back(encoded({"kind": "query", **values}, f"Words. {body}"))
    if read.entry is None:
        assert read.codes == ("file-character",)
    else:
        assert read.entry.values == {name: value for name, value in wanted.items() if value}


@given(st.lists(ANY))
@example(["a, b", "c"])
@example(["no", "2023", "[a]"])
def test_any_list_is_read_as_it_is_or_refused(tags: list[str]) -> None:
    text = encoded({"tags": tags}, "Words.")
    if read_back(text).entry is None:
        assert read_back(text).codes == ("file-character",)
        return
    front = text.split("---\n")[1] if any(map(collapsed, tags)) else "tags: []"
    node, problems = read_yaml(front, "a.md")
    assert problems == ()
    assert isinstance(node.value, dict)
    items = node.value["tags"].value
    assert [item.value for item in items] == [tag for tag in map(collapsed, tags) if tag]


@given(st.sampled_from(HOSTILE) | ANY)
@example("no")
@example("2026-11-24")
@example("1_000")
def test_other_readers_of_yaml_take_any_words_for_words(words: str) -> None:
    """Stock PyYAML turns `no` into False and a date into one; what is quoted it leaves alone."""
    text = encoded({"new_source": words}, "Words.")
    assume(collapsed(words) and read_back(text).entry is not None)
    assert yaml.safe_load(text.split("\n---\n")[0]) == {"new_source": collapsed(words)}


def test_the_notes_of_this_edition_come_back() -> None:
    entries, _ = read_entries(REPOSITORY, NOTE)
    assert entries
    for entry in entries:
        read = read_back(note_text({**entry.values, **entry.lists}, "Words."))
        assert read.entry is not None
        assert (read.entry.values, read.entry.lists) == (entry.values, entry.lists)


def test_a_body_is_not_wrapped() -> None:
    """A word that came to begin a line could mean something to Markdown."""
    body = f"{'word ' * 30}- no item # no heading 1. no number"
    assert note_text({"quote": "a"}, body) == f"---\nquote: a\n---\n{body}\n"


PROPOSED = {
    "words": ("railway building project", "railway-building-project"),
    "small words say nothing": ("The notion of a hard power", "notion-hard-power"),
    "small words alone": ("as it was", "as-it-was"),
    "four words": ("one two three four five", "one-two-three-four"),
    "signs": ('“Belt & Road” (BRI), 2.5 %: "so"', "belt-road-bri-2"),
    "an apostrophe": ("China's and Nye’s words", "chinas-nyes-words"),
    "a dash": ("hard—soft power", "hard-soft-power"),
    "letters and marks apart": ("cafe\u0301 e\u0323\u0302", "cafe-e"),
    "accents": ("Élodie Sørensen, Straße, İzmir", "elodie-srensen-strasse-izmir"),
    "letters of mathematics, degrees": ("𝐁 ℌ 20 K", "b-h-20-k"),
    "ligatures": ("ﬁne eﬀort", "fine-effort"),
    "another script": ("命运共同体", "note"),
    "another script and a number": ("一带一路 2023", "2023"),
    "signs alone": ("— … “”", "note"),
    "an address": ("https://example.org/a_b", "https-example-org-b"),
    "a long word": ("x" * 90, "x" * 40),
    "long words": (f"{'a' * 20} {'b' * 19} c", f"{'a' * 20}-{'b' * 19}"),
    "words too long together": (f"{'a' * 20} {'b' * 20} c", "a" * 20),
}


@pytest.mark.parametrize(("words", "name"), PROPOSED.values(), ids=PROPOSED)
def test_a_name_is_proposed_from_the_words(words: str, name: str) -> None:
    assert proposed_id(words, ()) == name


@pytest.mark.parametrize(
    ("taken", "name"),
    [
        ({"tide"}, "tide-2"),
        ({"tide", "tide-2", "tide-3"}, "tide-4"),
        ({"tide", "tide-3"}, "tide-2"),
        ({"tide-2"}, "tide"),
    ],
)
def test_a_name_that_is_taken_gets_a_number(taken: set[str], name: str) -> None:
    assert proposed_id("the tide", taken) == name


@given(st.text(), st.sets(st.from_regex(r"[a-z]{1,4}(-[2-4])?", fullmatch=True)))
def test_a_proposed_name_is_valid_and_free(words: str, taken: set[str]) -> None:
    name = proposed_id(words, taken)
    assert is_identifier(name)
    assert name not in taken
    assert is_identifier(proposed_id(words, {name}))
    assert proposed_id(words, {name}) != name


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("tags", "soft power", ""),
        ("tags", "Soft Power", "words of small letters in tags"),
        ("tags", "", "words of small letters in tags"),
        ("author_name", "a" * 100, ""),
        ("author_name", "a" * 101, "at most 100 characters in author_name"),
        ("orcid", "0000-0002-1825-0097", ""),
        ("orcid", "0000 0002 1825 0097", "an ORCID iD such as 0000-0002-1825-0097 in orcid"),
    ],
)
def test_what_a_field_is_expected_to_hold_is_said(name: str, value: str, expected: str) -> None:
    assert NOTE.field(name).fault(value) == expected
