"""The bridge to mkdocs-bibtex: a footnote on an editors' page says what the reference says."""

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_bibtex.citation import Citation, CitationBlock

from edition.bibtex_bridge import EditionRegistry
from edition.core.citation import emitted_name
from edition.core.formatted import Formatted
from edition.core.inline import Run
from tests.core.editions import EDITION
from tests.trees import fragment

SHOWN = {
    "an address": "Quill. https://example.org/a_b?c=d&e=f#g",
    "emphasis marks": "a *b* **c** _d_ __e__",
    "brackets": "Ladders [Doctoral thesis]. (2019).",
    "a link": "[a](https://example.org)",
    "an element": "<b>a</b> <script>alert(1)</script>",
    "an entity": "a &amp; b & c",
    "code": "`a` ``b``",
    "a backslash": r"a\b \* c",
    "a footnote mark": "a[^1]",
    "a citation": "[@a]",
    "a table": "a | b",
    "a number at the start": "1984. A year.",
    "a hyphen at the start": "- a",
    "a heading mark at the start": "# a",
    "a colon": "Soft power: the evolution",
    "signs of mathematics": "a ~ b ^ c = d",
}


def registry(words: str) -> EditionRegistry:
    place = {("quill2016", "p. 12"): (Run("(Quill, 2016, p. 12)"),)}
    return EditionRegistry(EDITION, Formatted({"quill2016": (Run(words),)}, place, {}))


def drawn(words: str, locator: str = "") -> str:
    name = emitted_name("quill2016", locator)
    source = registry(words).reference_text(Citation(name))
    html = markdown.markdown(
        f"[^a]\n\n[^a]: {source}", extensions=["footnotes", "tables"], output_format="html"
    )
    (item,) = fragment(html).find("li")
    return " ".join(item.words.replace("\u00a0↩", "").split())


@pytest.mark.parametrize("words", SHOWN.values(), ids=SHOWN)
def test_a_reference_is_its_words_and_no_markdown(words: str) -> None:
    assert drawn(words) == words


@given(st.text(st.sampled_from("ab1 .,:;*_[]()<>&#~^=|\\`-+!/@'\""), min_size=1, max_size=20))
def test_no_reference_is_read_as_markdown(text: str) -> None:
    words = " ".join(f"Q{text}".split())
    assert drawn(words) == words


def test_a_cited_place_stands_before_the_reference() -> None:
    assert drawn("Quill. Marks.", "p. 12") == "(Quill, 2016, p. 12) Quill. Marks."


def test_only_what_a_macro_emitted_becomes_a_footnote() -> None:
    """What contributors write as `[@key]`, shown as code for instance, is left alone."""
    name = emitted_name("quill2016", "p. 12")
    emitted = CitationBlock([Citation(name)], f"@{name}")
    written = CitationBlock([Citation("quill2016")], "@quill2016")
    unknown = CitationBlock([Citation("nobody1999")], "see @nobody1999, p. 5")
    blocks = [written, emitted, unknown]
    registry("a").validate_citation_blocks(blocks)
    assert blocks == [emitted]
    assert registry("a").inline_text(emitted) == f"[^{name}]"
