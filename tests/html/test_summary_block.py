"""Whatever strangers write, a block of a summary is one line that Markdown does not interpret."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from edition.html.summary_block import summary_block
from tests.summaries import MARKDOWN, elements, tree_of

ALLOWED = {
    *("a", "blockquote", "br", "code", "div", "em", "h3", "h4", "li", "ol", "p", "pre"),
    *("span", "strong", "sup", "ul"),
}
ATTACKS = [
    "# A heading",
    "\n\n# A heading after a blank line\n\n",
    "\r\r## With the line ends of an old machine\r\r",
    "![image](https://evil.example/pixel.png)",
    "<img src=https://evil.example/pixel.png onerror=alert(1)>",
    "</div>\n\n<h1>Nothing is wrong</h1>",
    "[words](javascript:alert(1))",
    "<a href='javascript:alert(1)'>words</a>",
    "www.evil.example and https://evil.example",
    "```\n\n# fenced\n```",
    "| a | b |\n|---|---|\n| c | d |",
    "::error::forged",
    "-->\n\n<!-- -->",
    "<script>alert(1)</script>",
    "<details><summary>x</summary>",
    "\u2028\u2029# behind a separator of lines",
]


def shown(block: str) -> str:
    """Return the text that a browser would show of a block."""
    return "".join(tree_of(block).itertext()).strip()


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_words(attack: str) -> None:
    block = summary_block(Markup("<p>{}</p>").format(attack))
    assert [token.type for token in MARKDOWN.parse(block)] == ["html_block"]
    assert {element.tag for element in elements(block)} == {"div", "p"}


@pytest.mark.parametrize("attack", ["\n\n# A heading", "</div>\n\n# x", "<h1>x</h1>\n\n![a](b)"])
def test_without_it_the_same_words_would_be_markdown(attack: str) -> None:
    """These attacks would work on what is merely put between tags: the tests can fail."""
    types = [token.type for token in MARKDOWN.parse(f"<div><p>{attack}</p></div>\n")]
    assert types != ["html_block"]


@given(st.text())
def test_any_words_at_all_stay_on_one_line_and_are_shown(words: str) -> None:
    block = summary_block(Markup("<p>{}</p>").format(words))
    assert [token.type for token in MARKDOWN.parse(block)] == ["html_block"]
    assert block.count("\n") == 1
    assert block.endswith("\n")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("from $70 to $89 billion", "from $70 to $89 billion"),
        ("write to @somebody", "write to @\u200bsomebody"),
        ("a < b & c > d", "a < b & c > d"),
        ("one\ntwo", "one\ntwo"),
        ("turned \u202eround\u202c", "turned \ufffdround\ufffd"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("字 and é", "字 and é"),
    ],
)
def test_words_are_shown_as_they_were_written(words: str, expected: str) -> None:
    assert shown(summary_block(Markup("<p>{}</p>").format(words))) == expected


def test_two_dollar_signs_do_not_stand_in_one_text() -> None:
    block = summary_block(Markup("<p>{}</p>").format("from $70 to $89"))
    texts = [
        text for element in elements(block) for text in (element.text or "", element.tail or "")
    ]
    assert max(text.count("$") for text in texts) == 1


@pytest.mark.parametrize(
    "html",
    [
        '<a href="javascript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<p onclick="alert(1)">x</p>',
        '<p style="position:fixed">x</p>',
        '<img src="https://evil.example/x.png">',
        "<iframe src=//evil.example></iframe>",
        '<p id="__config">x</p>',
    ],
)
def test_a_hole_in_a_template_is_closed_by_the_second_wall(html: str) -> None:
    for element in elements(summary_block(Markup(html))):
        assert element.tag in ALLOWED
        assert set(element.attrib) <= {"rel"}


def test_an_address_of_the_web_stays_a_link_with_its_signs() -> None:
    link = Markup('<a href="{}">{}</a>').format("https://e.org/@me?a=1&b=$2", "words")
    links = [element for element in elements(summary_block(link)) if element.tag == "a"]
    assert [a.attrib["href"] for a in links] == ["https://e.org/@me?a=1&b=$2"]
