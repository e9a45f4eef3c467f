"""The closed grammar of marks in a base text: what is a mark, and what is the article's own."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from edition.core.inline import Run, read_inline

ADDRESS = "https://example.org/a"

MARKED = {
    "strong words": ("**Keyword:** tides", [Run("Keyword:", strong=True), Run(" tides")]),
    "one strong letter": ("**A** tide", [Run("A", strong=True), Run(" tide")]),
    "two strong letters apart": (
        "**A** and **B**",
        [Run("A", strong=True), Run(" and "), Run("B", strong=True)],
    ),
    "two strong words apart": (
        "**one** and **two**",
        [Run("one", strong=True), Run(" and "), Run("two", strong=True)],
    ),
    "emphasis": (
        "In *The Diplomat*.",
        [Run("In "), Run("The Diplomat", emphasis=True), Run(".")],
    ),
    "emphasis inside a word": (
        "re*print*ed",
        [Run("re"), Run("print", emphasis=True), Run("ed")],
    ),
    "emphasis over a line end": ("*one\ntwo*", [Run("one two", emphasis=True)]),
    "emphasis in strong words": (
        "**a *b* c**",
        [Run("a ", strong=True), Run("b", strong=True, emphasis=True), Run(" c", strong=True)],
    ),
    "strong words in emphasis": (
        "*a **b** c*",
        [Run("a ", emphasis=True), Run("b", strong=True, emphasis=True), Run(" c", emphasis=True)],
    ),
    "an address in angle brackets": (
        f"see <{ADDRESS}>.",
        [Run("see "), Run(ADDRESS, address=ADDRESS), Run(".")],
    ),
    "an e-mail address in angle brackets": (
        "<mailto:a@example.org>",
        [Run("mailto:a@example.org", address="mailto:a@example.org")],
    ),
    "a label with an address": (f"[a word]({ADDRESS})", [Run("a word", address=ADDRESS)]),
    "an address with a space, as a page break left it": (
        "[file](https://example.org/c25fa f8a4.docx)",
        [Run("file", address="https://example.org/c25fa%20f8a4.docx")],
    ),
    "emphasis in a label": (
        f"[a *word*]({ADDRESS})",
        [Run("a ", address=ADDRESS), Run("word", emphasis=True, address=ADDRESS)],
    ),
    "a label in emphasis": (
        f"*see [a]({ADDRESS})*",
        [Run("see ", emphasis=True), Run("a", emphasis=True, address=ADDRESS)],
    ),
    "a doubly escaped underscore": (r"content\\_85", [Run("content_85")]),
    "doubly escaped underscores in a label": (
        rf"[b\\_and\\_r]({ADDRESS}_b)",
        [Run("b_and_r", address=f"{ADDRESS}_b")],
    ),
    "marks side by side": (
        f"*b*<{ADDRESS}>**one**",
        [Run("b", emphasis=True), Run(ADDRESS, address=ADDRESS), Run("one", strong=True)],
    ),
}

WORDS = {
    "plain words": "Nothing to see.",
    "multiplication": "2 * 3 * 4",
    "multiplication of strong marks": "2 ** 3 ** 4",
    "a star before a space": "* a*",
    "a star after a space": "*a *",
    "one star": "*a",
    "strong words left open": "**a",
    "strong words never opened": "a**",
    "nothing between stars": "** and ****",
    "a stray bracket": "Marine Corps University].",
    "an opening bracket": "[ibid.",
    "brackets without an address": "[sic] and [1]",
    "an address apart from its label": f"[a] ({ADDRESS})",
    "a label with a script": "[a](javascript:alert(1))",
    "a label with a path": "[a](../b)",
    "a label without words": f"[]({ADDRESS})",
    "an element": "<b>bold</b> <br>",
    "a script in angle brackets": "<javascript:alert(1)>",
    "an address with a space in angle brackets": "<https://example.org/a b>",
    "less and greater": "a < b > c",
    "a single escape": r"a\_b",
    "an escaped star": r"a\*b",
    "underscores": "_a_ __b__",
    "backticks": "`a`",
    "an entity": "a &amp; b",
    "a heading mark inside": "issue # 4",
    "a citation key": "[@key, p. 4]",
}


@pytest.mark.parametrize(("source", "runs"), MARKED.values(), ids=MARKED)
def test_a_mark_goes_and_leaves_its_words_marked(source: str, runs: list[Run]) -> None:
    inline = read_inline(source)
    assert list(inline.runs) == runs
    assert inline.text == "".join(run.text for run in runs)


@pytest.mark.parametrize("source", WORDS.values(), ids=WORDS)
def test_what_is_no_mark_stays_word_for_word(source: str) -> None:
    inline = read_inline(source)
    assert inline.text == source
    assert inline.runs == (Run(source),)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("  a  ", "a"),
        ("a\nb", "a b"),
        ("a \t\n b", "a b"),
        ("a\u00a0\u00a0b", "a b"),
        ("**a **b", "**a **b"),
        ("*a* \n *b*", "a b"),
        ("", ""),
        (" \n\t ", ""),
    ],
    ids=["ends", "line end", "mixture", "no-break spaces", "no mark", "around marks", "none",
         "only white space"],
)  # fmt: skip
def test_white_space_is_single_spaces_and_none_at_the_ends(source: str, text: str) -> None:
    assert read_inline(source).text == text


def test_a_space_between_marks_belongs_to_neither() -> None:
    assert read_inline("*a* **b**").runs == (
        Run("a", emphasis=True),
        Run(" "),
        Run("b", strong=True),
    )


@pytest.mark.parametrize(
    ("source", "index", "offset"),
    [
        ("abc", 0, 0),
        ("abc", 2, 2),
        ("abc", 3, 3),
        ("  abc", 2, 0),
        ("  abc", 0, 0),
        ("a   b", 4, 2),
        ("a   b", 2, 2),
        ("*ab*c", 1, 0),
        ("*ab*c", 3, 2),
        ("*ab*c", 4, 2),
        ("*ab*c", 5, 3),
        (r"a\\_b", 4, 2),
        ("<https://example.org> a", 21, 19),
        ("[ab](https://example.org)c", 25, 2),
        ("[ab](https://example.org)c", 10, 2),
    ],
)
def test_a_place_in_the_source_has_its_place_in_the_words(
    source: str, index: int, offset: int
) -> None:
    assert read_inline(source).offset_of(index) == offset


plain = st.text(st.characters(codec="utf-8", exclude_characters="*<[\\"), max_size=60)
marked = st.text(st.sampled_from("ab *<>[]()\\_\n:/#é"), max_size=40) | st.lists(
    st.sampled_from(["**", "*", " ", "a", "bc", f"<{ADDRESS}>", "[a](", f"{ADDRESS})", r"\\_"])
).map("".join)


@given(plain)
@example("a \x1c b")
def test_words_without_marks_are_only_collapsed(source: str) -> None:
    assert read_inline(source).text == " ".join(source.split())


@given(plain)
def test_reading_plain_words_again_changes_nothing(source: str) -> None:
    once = read_inline(source)
    again = read_inline(once.text)
    assert (again.text, again.runs) == (once.text, once.runs)


@given(marked)
def test_reading_adds_no_words_and_reorders_none(source: str) -> None:
    rest = iter(source)
    assert all(letter in rest for letter in read_inline(source).text.replace(" ", ""))


@given(marked)
def test_the_runs_together_are_the_words_and_none_is_empty_or_like_its_neighbour(
    source: str,
) -> None:
    inline = read_inline(source)
    assert "".join(run.text for run in inline.runs) == inline.text
    assert all(run.text for run in inline.runs)
    marks = [(r.strong, r.emphasis, r.address) for r in inline.runs]
    assert all(one != other for one, other in pairwise(marks))


@given(marked)
def test_every_character_is_found_at_its_place_in_the_source(source: str) -> None:
    inline = read_inline(source)
    for piece in inline.pieces:
        for step in range(piece.length):
            assert inline.offset_of(piece.origin + step) == piece.offset + step
            letter = inline.text[piece.offset + step]
            assert letter in (" ", "_") or letter == source[piece.origin + step]


@given(marked)
def test_places_keep_their_order_from_the_first_to_the_last(source: str) -> None:
    inline = read_inline(source)
    offsets = [inline.offset_of(index) for index in range(len(source) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[0] == 0
    assert offsets[-1] == len(inline.text)
