"""A citation in what a contributor wrote leads to the entry that it cites."""

import pytest

from edition.core.body import Cited
from edition.core.formatted import Formatted
from edition.core.inline import Run
from edition.core.problem import Place
from edition.html.cited import SourceView, draw_cited, view_sources
from tests.trees import fragment

FORMATTED = Formatted(
    entries={"quill2016": (Run("Quill & co. "), Run("Marks", emphasis=True)), "b": (Run("B."),)},
    citations={
        ("quill2016", ""): (Run("(Quill, 2016)"),),
        ("quill2016", "p. 12"): (Run("(Quill & "), Run("co", emphasis=True), Run(", p. 12)")),
    },
    csl={},
)


@pytest.mark.parametrize(
    ("page", "key", "locator", "html"),
    [
        (
            "text/01-wall/",
            "quill2016",
            "",
            '<a class="cited" href="../../bibliography/#quill2016">(Quill, 2016)</a>',
        ),
        (
            "notes/",
            "quill2016",
            "p. 12",
            '<a class="cited" href="../bibliography/#quill2016">'
            "(Quill &amp; <em>co</em>, p. 12)</a>",
        ),
        (
            "bibliography/",
            "quill2016",
            "",
            '<a class="cited" href="#quill2016">(Quill, 2016)</a>',
        ),
        (
            "notes/",
            'a"<b>',
            "",
            '<a class="cited" href="../bibliography/#a&quot;&lt;b&gt;">a"&lt;b&gt;</a>',
        ),
        (
            "notes/",
            "quill2016",
            "p. 9",
            '<a class="cited" href="../bibliography/#quill2016">quill2016</a>',
        ),
    ],
    ids=["in a text page", "with a place", "on the page itself", "a hostile key",
         "a place that was not formatted"],
)  # fmt: skip
def test_a_citation_reads_as_in_running_text_and_leads_to_its_entry(
    page: str, key: str, locator: str, html: str
) -> None:
    cited = Cited(key, locator, Place("docs/notes/a.md", 9))
    assert fragment(draw_cited(FORMATTED, page, cited)) == fragment(html)


def test_sources_are_shown_in_full_in_the_order_given() -> None:
    b, quill = view_sources(FORMATTED, "notes/", ["b", "quill2016"])
    assert b == SourceView("b", b.text, "../bibliography/#b")
    assert (quill.key, quill.address) == ("quill2016", "../bibliography/#quill2016")
    assert fragment(b.text) == fragment("B.")
    assert fragment(quill.text) == fragment("Quill &amp; co. <em>Marks</em>")


def test_a_source_that_was_not_formatted_is_still_led_to() -> None:
    (source,) = view_sources(FORMATTED, "bibliography/", ["teale2020"])
    assert (source.text, source.address) == ("", "#teale2020")


def test_nothing_cited_is_nothing_shown() -> None:
    assert view_sources(FORMATTED, "notes/", []) == ()
