"""YAML without its surprises; what is refused is named with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.sources.strict_yaml import MAX_DEPTH, Node, read_yaml


def plain(node: Node) -> object:
    """Return a node without its lines."""
    if isinstance(node.value, dict):
        return {key: plain(value) for key, value in node.value.items()}
    if isinstance(node.value, tuple):
        return [plain(value) for value in node.value]
    return node.value


READ = {
    "words": ("a: b c", {"a": "b c"}),
    "no is a word": ("a: no\nb: yes\nc: true", {"a": "no", "b": "yes", "c": "true"}),
    "numbers are words": ("a: 1.10\nb: 012\nc: 1e3", {"a": "1.10", "b": "012", "c": "1e3"}),
    "times and dates are words": ("a: 12:30\nb: 2024-04-30", {"a": "12:30", "b": "2024-04-30"}),
    "nothing": ("a:\nb: ~\nc: null\nd: ''", {"a": "", "b": "", "c": "", "d": ""}),
    "quoted nothing is a word": ("a: 'null'\nb: \"~\"", {"a": "null", "b": "~"}),
    "quotation marks": ("a: \"b: c\"\nd: 'it''s'", {"a": "b: c", "d": "it's"}),
    "a list": ("a: [b, c]\nd:\n  - e\n  - f", {"a": ["b", "c"], "d": ["e", "f"]}),
    "a mapping": ("a:\n  b: c\n  d: e", {"a": {"b": "c", "d": "e"}}),
    "several lines": ("a: |\n  b\n  c\nd: >\n  e\n  f\n", {"a": "b\nc\n", "d": "e f\n"}),
    "escapes": ('a: "\\u00e9\\t\\x41\\U0001F600"', {"a": "é\tA😀"}),
    "comments": ("# a\na: b # c", {"a": "b"}),
    "a merge key is a key": ("a:\n  <<: b", {"a": {"<<": "b"}}),
    "an empty file": ("", {}),
    "comments alone": ("# nothing\n", {}),
    "as deep as allowed": ("a: " + "{a: " * (MAX_DEPTH - 1) + "b" + "}" * (MAX_DEPTH - 1),
                           None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), READ.values(), ids=READ)
def test_values_are_words_lists_and_mappings(text: str, value: object) -> None:
    node, problems = read_yaml(text, "a.yml")
    assert problems == ()
    if value is not None:
        assert plain(node) == value


LAUGHS = 'a: &a ["lol","lol"]\n' + "".join(
    f"{name}: &{name} [*{before},*{before},*{before},*{before},*{before},*{before},*{before}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
REFUSED = {
    "a key twice": ("b: 2\na: 1\na: 3", 3, "the key a stands twice, first on line {}"),
    "a key twice below": ("a:\n  b: 1\n  b: 2", 3, "the key b stands twice, first on line {}"),
    "an anchor": ("a: 1\nb: &x 1", 2, "anchors and aliases are not used here"),
    "an alias": ("a: 1\nb: *x", 2, "anchors and aliases are not used here"),
    "an anchor on a mapping": ("&x {a: 1}", 1, "anchors and aliases are not used here"),
    "an anchor on a key": ("&x a: 1", 1, "anchors and aliases are not used here"),
    "an alias merged": ("a: 1\n<<: *x", 2, "anchors and aliases are not used here"),
    "a billion laughs": (LAUGHS, 1, "anchors and aliases are not used here"),
    "a tag": ("a: 1\nb: !!int 2", 2, "tags (`!…`) are not used here"),
    "a tag that calls": (
        "a: !!python/object/apply:os.system ['id']",
        1,
        "tags (`!…`) are not used here",
    ),
    "a tag of its own": ("a: 1\n\nb: !x 2", 3, "tags (`!…`) are not used here"),
    "a tag on the mapping": ("!x {a: 1}", 1, "tags (`!…`) are not used here"),
    "a tag on a key": ("!!str a: 1", 1, "tags (`!…`) are not used here"),
    "a list": ("- a\n- b", 1, "expected lines of the form `name: value`"),
    "a word": ("a", 1, "expected a line of the form `name: value`, found 'a'"),
    "two documents": ("a: 1\n---\nb: 2", 2, "expected one YAML document, found another"),
    "a list as key": ("? [a]\n: b", 1, "expected a word before the colon"),
    "a mapping as key": ("a: 1\n{b: 1}: c", 2, "expected a word before the colon"),
    "an override by an escape": (
        'a: 1\nb: "\\u202E"',
        2,
        "found the bidirectional override U+202E, which nobody can see",
    ),
    "an override in a key": (
        'a: 1\n"\\u202Eb": 2',
        2,
        "found the bidirectional override U+202E, which nobody can see",
    ),
    "a null by an escape": (
        'a: "\\0"',
        1,
        "found the control character U+0000, which nobody can see",
    ),
    "half of a character": ('a: "\\uD83D"', 1, "found the surrogate U+D83D, which nobody can see"),
    "an escape beyond Unicode": (
        'a: 1\nb: "\\U00110000"',
        2,
        "not valid YAML: found an escape of a character that is none",
    ),
    "an escape far beyond Unicode": (
        'a: "\\UFFFFFFFF"',
        1,
        "not valid YAML: found an escape of a character that is none",
    ),
    "too deep": ("a: 1\nb: " + "[" * 20 + "]" * 20, 2, f"expected at most {MAX_DEPTH} levels"),
    "far too deep": ("a: " + "[" * 5000, 1, f"expected at most {MAX_DEPTH} levels"),
    "too deep in lines": (
        "\n".join("  " * level + "a:" for level in range(20)),
        MAX_DEPTH + 1,
        f"expected at most {MAX_DEPTH} levels",
    ),
}


@pytest.mark.parametrize(("text", "line", "message"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("first_line", [1, 2])
def test_what_yaml_could_surprise_with_is_refused_at_its_line(
    text: str, line: int, message: str, first_line: int
) -> None:
    node, problems = read_yaml(text, "a.yml", first_line)
    assert node.value == {}
    assert [(p.place.path, p.place.line, p.code, p.message) for p in problems] == [
        # Where a key stands twice, the first stands on the line before in these cases.
        ("a.yml", line + first_line - 1, "yaml", message.format(line + first_line - 2))
    ]


INVALID = {
    "a colon in a value": (
        "a: 1\nb: c: d",
        "2: expected one value, found a colon within it"
        " (put the whole value in quotation marks: b: 'c: d')",
    ),
    "a colon in a value with an apostrophe": (
        "b: c's: d",
        "1: expected one value, found a colon within it"
        " (put the whole value in quotation marks: b: 'c''s: d')",
    ),
    "a bracket left open": (
        "a: 1\nb: [c",
        "2: a list opens with [ and does not close as it should"
        " (write it as [one, two], or put the value in quotation marks)",
    ),
    "a quotation left open": (
        "a: 1\nb: 'c\nd: 2",
        "2: a quotation mark opens here, and none closes it"
        " (close it at the end of the value, or take it out)",
    ),
    "words behind a quotation": (
        'a: "b," c',
        "1: expected nothing behind the closing quotation mark, found more"
        " (put the whole value in quotation marks: a: '\"b,\" c')",
    ),
    "a value that opens with a sign": (
        "a: 1\nb: @c",
        "2: a value cannot begin with @ (put the whole value in quotation marks: b: '@c')",
    ),
    "a value that opens with a star": (
        "a: * b",
        "1: a value cannot begin with * (put the whole value in quotation marks: a: '* b')",
    ),
    "a key further in": (
        "a: 1\n b: 2",
        "2: expected the field to begin at the left, found spaces before it (take out the spaces)",
    ),
    "a line that is no key": (
        "a: 1\nword\nb: 2",
        "2: expected a line of the form `name: value`, found 'word'"
        " (put a colon and a space behind the name, or join it to the line above)",
    ),
    "a first line that is no key": (
        "word one\nb: 2",
        "1: expected a line of the form `name: value`, found 'word one'"
        " (put a colon and a space behind the name, or join it to the line above)",
    ),
    "a last line that is no key": (
        "a: 1\nword",
        "2: expected a line of the form `name: value`, found 'word'"
        " (put a colon and a space behind the name, or join it to the line above)",
    ),
    "a long value with a colon": (
        f"a: {'b ' * 40}: c",
        "1: expected one value, found a colon within it"
        " (put the whole value in single quotation marks, and double those within it)",
    ),
}
"""What is said of it, behind its line."""


@pytest.mark.parametrize(("text", "said"), INVALID.values(), ids=INVALID)
def test_what_is_no_yaml_is_told_in_plain_words_with_its_line_and_the_cure(
    text: str, said: str
) -> None:
    _, problems = read_yaml(text, "a.yml")
    assert [f"{p.place.line}: {p.message} ({p.hint})" for p in problems] == [said]


OTHERWISE = {
    "a brace too many": ("a: 1\nb: c}\n}", 3),
    "a control character": ("a: 1\nb: \x07", 2),
    "a C1 control character": ("a: 1\nb: 2\nc: \x80", 3),
}


@pytest.mark.parametrize(("text", "line"), OTHERWISE.values(), ids=OTHERWISE)
def test_whatever_else_is_no_yaml_is_refused_at_its_line(text: str, line: int) -> None:
    _, problems = read_yaml(text, "a.yml")
    assert [(p.code, p.place.line) for p in problems] == [("yaml", line)]


@given(st.text(alphabet="ab: \n-[]{}\"'#&*@!|>%\t,?", max_size=40))
def test_whatever_is_refused_is_told_with_a_line_that_is_there(text: str) -> None:
    _, problems = read_yaml(text, "a.yml")
    assert all(1 <= p.place.line <= text.count("\n") + 1 for p in problems)
    assert all(p.message for p in problems)


@pytest.mark.parametrize("text", ["a:\n\t- b", "a: 1\n\tb: 2"])
def test_a_tab_is_refused_with_the_cure(text: str) -> None:
    _, problems = read_yaml(text, "a.yml")
    assert [(p.place.line, p.hint) for p in problems] == [(2, "use spaces, not tabs")]


def test_a_field_stands_on_the_line_of_its_key_and_an_item_on_its_own() -> None:
    node, _ = read_yaml("a: 1\n\nb:\n  - c\n  - d: e\n\n  # f\nf: |\n  g\nh: i", "a.yml", 2)
    assert isinstance(node.value, dict)
    assert {key: value.line for key, value in node.value.items()} == {
        "a": 2, "b": 4, "f": 9, "h": 11,
    }  # fmt: skip
    items = node.value["b"].value
    assert isinstance(items, tuple)
    assert [item.line for item in items] == [5, 6]


words = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=6)


@given(st.dictionaries(words, words | st.lists(words, max_size=3), max_size=5))
def test_what_was_written_is_read(value: dict[str, str | list[str]]) -> None:
    text = "".join(
        f"'{key}': '{item}'\n"
        if isinstance(item, str)
        else f"'{key}': [" + ", ".join(f"'{word}'" for word in item) + "]\n"
        for key, item in value.items()
    )
    node, problems = read_yaml(text, "a.yml")
    assert problems == ()
    assert plain(node) == value


@given(st.text(st.sampled_from("ab:-[]{}\n #&*!|>'\"%@`,?~\t") | st.characters(), max_size=40))
def test_any_text_is_read_or_refused_at_one_of_its_lines(text: str) -> None:
    node, problems = read_yaml(text, "a.yml")
    assert isinstance(node.value, dict)
    assert len(problems) <= 1
    for problem in problems:
        assert problem.code == "yaml"
        assert 1 <= problem.place.line <= len(text.splitlines()) + 1
