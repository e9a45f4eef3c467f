"""A quote is mended only where one place alone can be meant, and what was done is said."""

import pytest

from edition.core.anchor import Passages
from edition.core.quote_repair import Repaired, repaired
from edition.sources.strict_yaml import read_yaml

TEXT = Passages([
    ("p1", "Nye calls it “soft power” in a book. It’s a “notion” of the West."),
    ("p2", 'Others say "notion": it is the state\'s, and the state’s.'),
    ("p3", "Power is soft, and power is hard; the notion: a word."),
])  # fmt: skip
JOINED = "the lines of the quote were joined, as the article has them"
MARKS = "the quotation marks of the quote are now those of the article"
YAML = "the quote was put in quotation marks, as YAML wants it"


def read(line: str) -> str | None:
    node, problems = read_yaml(line, "")
    if problems or not isinstance(node.value, dict):
        return None
    (value,) = node.value.values()
    return value.value if isinstance(value.value, str) else None


def entry(front: str) -> str:
    return f"---\n{front}\nkind: query\n---\nquote: no field\n"


MENDED = {
    "straight marks": ("quote: 'it \"soft power\" in'", "quote: it “soft power” in\nunit: p1",
                       [MARKS]),
    "a straight apostrophe": ("quote: It's a", "quote: It’s a\nunit: p1", [MARKS]),
    "curly marks where the text has straight ones": (
        "quote: Others say “notion”", "quote: 'Others say \"notion\"'\nunit: p2", [MARKS]
    ),
    "broken lines": ("quote: calls it\nsoft", None, []),
    "lines broken in one place": ("quote: Power is soft, and power\nis hard",
                                  "quote: 'Power is soft, and power is hard'\nunit: p3", [JOINED]),
    "lines broken after the name": ("quote:\nPower is soft", "quote: Power is soft\nunit: p3",
                                    [JOINED]),
    "both": ("quote: It's a\n“notion” of", "quote: It’s a “notion” of\nunit: p1",
             [JOINED, MARKS]),
    "a colon": ("quote: the notion: a", "quote: 'the notion: a'\nunit: p3", [YAML]),
    "what YAML takes for marks of its own": (
        "quote: \"notion\": it is", "quote: '\"notion\": it is'\nunit: p2", [YAML]
    ),
    "with a unit that tells which": (
        "quote: '“notion\"'\nunit: p2", "quote: '\"notion\"'\nunit: p2", [MARKS]
    ),
    "with a prefix that is straight too": (
        "quote: notion\nprefix: a \"", "quote: notion\nunit: p1", [MARKS]
    ),
}  # fmt: skip
LEFT = {
    "right words": "quote: soft power",
    "right words with straight marks": 'quote: Others say "notion"',
    "marks that fit in two places": "quote: the state`s",
    "an apostrophe that fits in two places": "quote: '\"notion”'",
    "other words": "quote: hard power's",
    "lines that do not go on": "quote: Power is soft\nand hard",
    "no quote": "event: a",
}


@pytest.mark.parametrize(("given", "front", "said"), MENDED.values(), ids=MENDED)
def test_what_is_plain_is_mended(given: str, front: str | None, said: list[str]) -> None:
    expected = entry(given if front is None else front)
    assert repaired(entry(given), TEXT, read) == Repaired(expected, tuple(said))


@pytest.mark.parametrize("given", LEFT.values(), ids=LEFT)
def test_what_is_right_or_not_plain_is_left_alone(given: str) -> None:
    assert repaired(entry(given), TEXT, read) == Repaired(entry(given))


@pytest.mark.parametrize("text", ["", "quote: It's a\n", "---\nquote: It's a\n", "---\n---\n"])
def test_what_has_no_front_matter_is_left_alone(text: str) -> None:
    assert repaired(text, TEXT, read) == Repaired(text)
