"""Pandoc's inlines become runs; an address that is no web address loses its link."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pypandoc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.inline import Run
from edition.sources.pandoc import read_inlines

Inline = Mapping[str, Any]
SPACE: Inline = {"t": "Space"}


def word(text: str) -> Inline:
    return {"t": "Str", "c": text}


def mark(kind: str, *inlines: Inline) -> Inline:
    return {"t": kind, "c": list(inlines)}


def link(address: str, *inlines: Inline) -> Inline:
    return {"t": "Link", "c": [["", [], []], list(inlines), [address, ""]]}


def quoted(kind: str, *inlines: Inline) -> Inline:
    return {"t": "Quoted", "c": [{"t": kind}, list(inlines)]}


def span(*inlines: Inline) -> Inline:
    return {"t": "Span", "c": [["", ["nocase"], []], list(inlines)]}


READ = {
    "nothing": ([], []),
    "words": ([word("a"), SPACE, word("b")], [Run("a b")]),
    "line breaks": ([word("a"), {"t": "SoftBreak"}, word("b"), {"t": "LineBreak"}, word("c")],
                    [Run("a b c")]),
    "emphasis": ([mark("Emph", word("a")), word("b")], [Run("a", emphasis=True), Run("b")]),
    "emphasis in emphasis stands upright": (
        [mark("Emph", word("a"), mark("Emph", word("b")))],
        [Run("a", emphasis=True), Run("b")],
    ),
    "strong": ([mark("Strong", word("a"))], [Run("a", strong=True)]),
    "small capitals": ([mark("SmallCaps", word("a"))], [Run("a", small_caps=True)]),
    "a superscript": ([mark("Superscript", word("a"))], [Run("a", superscript=True)]),
    "marks in marks": (
        [mark("Strong", mark("Emph", word("a")))],
        [Run("a", strong=True, emphasis=True)],
    ),
    "a span around a proper noun": ([span(word("China"))], [Run("China")]),
    "a strikeout": ([mark("Strikeout", word("a"))], [Run("a")]),
    "double quotation marks": ([quoted("DoubleQuote", word("a"))], [Run("“a”")]),
    "single quotation marks": ([quoted("SingleQuote", word("a"))], [Run("‘a’")]),
    "code": ([{"t": "Code", "c": [["", [], []], "<b>"]}], [Run("<b>")]),
    "mathematics": ([{"t": "Math", "c": [{"t": "InlineMath"}, "x^2"]}], [Run("x^2")]),
    "raw HTML is words": ([{"t": "RawInline", "c": ["html", "<script>"]}], [Run("<script>")]),
    "a citation": ([{"t": "Cite", "c": [[], [word("a")]]}], [Run("a")]),
    "a link": (
        [link("https://example.org/a", word("a"))],
        [Run("a", address="https://example.org/a")],
    ),
    "neighbours alike": ([word("a"), span(word("b")), word("c")], [Run("abc")]),
}  # fmt: skip


@pytest.mark.parametrize(("inlines", "runs"), READ.values(), ids=READ)
def test_inlines_become_runs(inlines: Sequence[Inline], runs: list[Run]) -> None:
    assert list(read_inlines(inlines)) == runs


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,a",
        "vbscript:a",
        "file:///etc/passwd",
        "//example.org",
        "#a",
        "",
        'https://example.org/"onclick="alert(1)',
        "https://example.org/ a",
    ],
)
def test_a_link_to_anything_but_a_web_address_loses_its_link(address: str) -> None:
    assert read_inlines([word("a "), link(address, mark("Emph", word("b")))]) == (
        Run("a "),
        Run("b", emphasis=True),
    )


@pytest.mark.parametrize(
    "title",
    [
        r"\href{javascript:alert(1)}{click}",
        r"\href{JaVaScRiPt:alert(1)}{click}",
        r"\url{javascript:alert(1)}",
        r"\href{data:text/html,a}{click}",
        r"\input{/etc/passwd}",
        r"\include{/etc/passwd}",
        "<script>alert(1)</script>",
        "<a href='javascript:alert(1)'>click</a>",
        r"\emph{\href{vbscript:a}{click}}",
    ],
)
def test_no_field_of_the_library_brings_a_live_address(title: str) -> None:
    """The bibliography that pandoc itself writes from a hostile title."""
    bibtex = f"@book{{a, title = {{{title}}}, publisher = {{P}}}}"
    inlines = json.loads(
        pypandoc.convert_text(
            bibtex, "json", format="biblatex", extra_args=["--citeproc", "--sandbox"]
        )
    )["blocks"]
    runs = [run for block in _paragraphs(inlines) for run in read_inlines(block)]
    assert runs
    assert {run.address for run in runs} == {""}
    assert "root:" not in "".join(run.text for run in runs)


def _paragraphs(blocks: Sequence[Any]) -> list[Any]:
    found = []
    for block in blocks:
        if block["t"] == "Div":
            found += _paragraphs(block["c"][1])
        elif block["t"] in ("Para", "Plain"):
            found.append(block["c"])
    return found


words = st.builds(word, st.text(min_size=1, max_size=5))
inlines = st.recursive(
    st.just(SPACE) | words,
    lambda inner: st.one_of(
        st.builds(mark, st.sampled_from(["Emph", "Strong", "Strikeout", "Underline"]), inner),
        st.builds(span, inner, inner),
        st.builds(link, st.sampled_from(["https://example.org", "javascript:a"]), inner),
    ),
    max_leaves=8,
)


@given(st.lists(inlines, max_size=5))
def test_all_words_stay_and_neighbours_differ(found: list[Inline]) -> None:
    runs = read_inlines(found)
    assert "".join(run.text for run in runs) == "".join(_words(inline) for inline in found)
    assert {run.address for run in runs} <= {"", "https://example.org"}


def _words(inline: Inline) -> str:
    if inline["t"] == "Space":
        return " "
    content = inline["c"]
    if isinstance(content, str):
        return content
    inner = content[1] if inline["t"] in ("Link", "Span") else content
    return "".join(_words(one) for one in inner)
