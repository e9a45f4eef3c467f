"""Text files are UTF-8, of bounded size, without characters that nobody can see."""

import unicodedata
from pathlib import Path

import pytest

from edition.core.problem import Problem
from edition.sources.textfile import MAX_BYTES, read_text


def read(root: Path, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    (root / "a.md").write_bytes(data)
    return read_text(root, "a.md")


READ = {
    "ASCII": (b"words\n", "words\n"),
    "accents": ("né, 北京, Қазақстан\n".encode(), "né, 北京, Қазақстан\n"),
    "beyond the first plane": ("𝒜 😀".encode(), "𝒜 😀"),
    "a byte order mark": (b"\xef\xbb\xbfwords", "words"),
    "CRLF": (b"a\r\nb\r\n", "a\nb\n"),
    "CR": (b"a\rb", "a\nb"),
    "line ends mixed": (b"a\r\n\nb\r\r\n", "a\n\nb\n\n"),
    "a tab": (b"a\tb", "a\tb"),
    "empty": (b"", ""),
    "right to left letters": ("שלום".encode(), "שלום"),
    "a joiner that emoji need": ("👩\u200d🚀".encode(), "👩\u200d🚀"),
    "a joiner after a selector": ("🏳\ufe0f\u200d🌈".encode(), "🏳\ufe0f\u200d🌈"),
    "a key of an emoji": ("1\ufe0f\u20e3".encode(), "1\ufe0f\u20e3"),
    "a non-joiner that Persian needs": ("می\u200cخواهم".encode(), "می\u200cخواهم"),
    "a joiner that Sinhala needs": ("ක්\u200dර".encode(), "ක්\u200dර"),
    "a variant of an ideograph": ("葛\U000e0100".encode(), "葛\U000e0100"),
    "a no-break space": ("a\u00a0b".encode(), "a\u00a0b"),
    "as large as allowed": (b"x" * MAX_BYTES, "x" * MAX_BYTES),
}


@pytest.mark.parametrize(("data", "text"), READ.values(), ids=READ)
def test_text_is_read_with_line_feeds(tmp_path: Path, data: bytes, text: str) -> None:
    assert read(tmp_path, data) == (text, ())


@pytest.mark.parametrize(
    ("data", "line", "byte"),
    [
        (b"caf\xe9", 1, "0xE9"),
        (b"a\nb\ncaf\xe9 c\nd", 3, "0xE9"),
        (b"\xff\xfea\x00", 1, "0xFF"),
        (b"a\n\xc3", 2, "0xC3"),
        (b"a\xed\xa0\x80", 1, "0xED"),
        (b"\xc0\xaf", 1, "0xC0"),
        (b"\xf5\x80\x80\x80", 1, "0xF5"),
    ],
    ids=["Latin-1", "Latin-1 on the third line", "UTF-16", "cut off", "a surrogate", "overlong",
         "beyond Unicode"],
)  # fmt: skip
def test_another_encoding_is_refused_at_its_line(
    tmp_path: Path, data: bytes, line: int, byte: str
) -> None:
    text, problems = read(tmp_path, data)
    assert text == ""
    assert [str(problem) for problem in problems] == [
        f"a.md:{line}: file-encoding: expected UTF-8, found the byte {byte}"
        " (save the file with the encoding UTF-8)"
    ]


HIDDEN = {
    "NUL": "\0",
    "bell": "\x07",
    "escape": "\x1b",
    "delete": "\x7f",
    "C1 control": "\x80",
    "next line": "\x85",
    "form feed": "\f",
    "left-to-right embedding": "\u202a",
    "right-to-left override": "\u202e",
    "left-to-right isolate": "\u2066",
    "pop directional isolate": "\u2069",
    "zero width space": "\u200b",
    "zero width no-break space": "\ufeff",
    "word joiner": "\u2060",
    "soft hyphen": "\u00ad",
    "left-to-right mark": "\u200e",
    "Arabic letter mark": "\u061c",
    "joiner between Latin letters": "\u200d",
    "non-joiner between Latin letters": "\u200c",
    "variation selector": "\ufe00",
    "selector of an emoji, after none": "\ufe0f",
    "selector of an ideograph, after none": "\U000e0100",
    "tag": "\U000e0041",
    "invisible times": "\u2062",
    "Hangul filler": "\u3164",
    "grapheme joiner": "\u034f",
    "line separator": "\u2028",
    "noncharacter FDD0": "\ufdd0",
    "noncharacter FDEF": "\ufdef",
    "noncharacter FFFE": "\ufffe",
    "noncharacter FFFF": "\uffff",
    "noncharacter 1FFFE": "\U0001fffe",
    "noncharacter 10FFFF": "\U0010ffff",
}


@pytest.mark.parametrize("hidden", HIDDEN.values(), ids=HIDDEN)
def test_a_character_that_nobody_can_see_is_refused_at_its_line(
    tmp_path: Path, hidden: str
) -> None:
    assert unicodedata.category(hidden) in ("Cc", "Cf", "Cn", "Lo", "Mn", "Zl")
    text, problems = read(tmp_path, f"a\nb {hidden}c\nd {hidden}".encode())
    assert text == ""
    assert [(p.code, p.place.line) for p in problems] == [("file-character", 2)]
    assert f"U+{ord(hidden):04X}, " in problems[0].message


def test_a_line_is_counted_the_same_whatever_ends_it(tmp_path: Path) -> None:
    assert [read(tmp_path, f"a{end}b{end}\0".encode())[1][0].place.line
            for end in ("\n", "\r\n", "\r")] == [3, 3, 3]  # fmt: skip


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    text, problems = read(tmp_path, b"x" * (MAX_BYTES + 1))
    assert text == ""
    assert [str(problem) for problem in problems] == [
        f"a.md:1: file-size: expected at most {MAX_BYTES} bytes, found {MAX_BYTES + 1}"
    ]


@pytest.mark.parametrize("path", ["b.md", "folder", "a.md/b.md"])
def test_what_is_no_readable_file_is_a_problem(tmp_path: Path, path: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.md").touch()
    text, problems = read_text(tmp_path, path)
    assert text == ""
    assert [(p.code, p.place.path) for p in problems] == [("file-missing", path)]


@pytest.mark.parametrize("hidden", ["\u00ad", "\u200b", "\u200e"])
def test_the_article_may_hold_what_typesetting_left(tmp_path: Path, hidden: str) -> None:
    (tmp_path / "a.txt").write_text(f"a{hidden}b", encoding="utf-8")
    assert read_text(tmp_path, "a.txt", verbatim=True) == (f"a{hidden}b", ())


@pytest.mark.parametrize("hidden", ["\u202e", "\0", "\ufdd0"])
def test_the_article_holds_nothing_that_turns_or_marks_it(tmp_path: Path, hidden: str) -> None:
    (tmp_path / "a.txt").write_text(f"a{hidden}b", encoding="utf-8")
    text, problems = read_text(tmp_path, "a.txt", verbatim=True)
    assert (text, [p.code for p in problems]) == ("", ["file-character"])


def test_many_selectors_in_a_row_carry_no_secret(tmp_path: Path) -> None:
    text, problems = read(tmp_path, "😀\ufe0f\ufe0f".encode())
    assert (text, [p.code for p in problems]) == ("", ["file-character"])
