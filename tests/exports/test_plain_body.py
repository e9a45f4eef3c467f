"""A body as plain words: what links and citations say is said."""

import pytest

from edition.core.body import Body, Cited, Link, Paragraph
from edition.core.problem import Place
from edition.exports.plain_body import spelled_out
from edition.sources.body import read_body


def said(cited: Cited) -> str:
    return f"({cited.key} {cited.locator})" if cited.locator else f"({cited.key})"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", ""),
        ("One *or* **two**\nwords.", "One or two words."),
        ("One.\n\nTwo.", "One.\nTwo."),
        ("a < b & c", "a < b & c"),
        ("See [@quill2016] and [@quill2016, p. 12].", "See (quill2016) and (quill2016 p. 12)."),
        ("[Seen](https://example.org/a?b=1&c=2).", "Seen <https://example.org/a?b=1&c=2>."),
        ("[*a* `b`](https://example.org/)", "a b <https://example.org/>"),
        ("See <https://example.org/a>.", "See https://example.org/a."),
        ("Write to <a@example.org>.", "Write to a@example.org."),
        ("[Write](mailto:a@example.org).", "Write <mailto:a@example.org>."),
        ("> - [a](https://e.org/)\n> - [@b]\n\n1. c", "a <https://e.org/>\n(b)\nc"),
        ("**see [@teale2020]**", "see (teale2020)"),
        ("[又 [@teale2020]]{lang=zh}", "又 (teale2020)"),
        ("the [[soft power]] of", "the soft power of"),
        ("```\n[@a] <b>\n```", "[@a] <b>"),
    ],
)
def test_nothing_that_is_said_by_a_link_is_lost(source: str, words: str) -> None:
    body, problems = read_body(source, "docs/notes/a.md")
    assert problems == ()
    assert spelled_out(body, said) == words


def test_a_citation_within_a_link_is_said() -> None:
    """CommonMark as it is read here has none, but a tree may."""
    cited = Cited("quill2016", "", Place("docs/notes/a.md"))
    body = Body((Paragraph((Link("https://example.org/", (cited,)),)),))
    assert spelled_out(body, said) == "(quill2016) <https://example.org/>"
