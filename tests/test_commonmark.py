"""Harmless input stays harmless: what a body may hold comes through as CommonMark has it.

The judges are markdown-it's own renderer, for examples that are put together here, and for the
examples of the specification what it says itself.
"""

import re
from itertools import product
from urllib.parse import urlsplit

import pytest
from markdown_it import MarkdownIt

from edition.html.body import draw_body
from edition.sources.body import read_body
from tests import specification
from tests.harmless import OF_A_BODY
from tests.trees import Tree, fragment

_JUDGE = MarkdownIt("commonmark", {"html": False})
_INLINES = (
    *("plain words", "*one*", "__two__", "***both** of them*", "`code <b>`", "``a ` b``"),
    *("[words](https://example.org/a_b?c=d&e)", "<https://example.org/>", "a\\\nb", "a  \nb"),
    *("\\*no emphasis\\*", "&copy; &#8212; &amp;amp;", "5 * 3 * 2", "snake_case_word", "a < b > c"),
    *("*a `b` [c](https://example.org/)*", "1986\\. A year", "né 中国 Қазақстан", "\\# no heading"),
    *("![](", "a ]( b", "**", "a ~~b~~ c", "| a | b |", "a@b.example", "www.example.org"),
)
_BLOCKS = (
    *("{}", "{}\n\n{}", "- {}\n- {}", "- {}\n\n- {}", "3. {}\n4. {}", "> {}", "> {}\n>\n> {}"),
    *("- {}\n  - {}", "> - {}", "1) {}\n2) {}", "* {}\n+ {}", "{}\n{}", "   {}", "- > {}\n\n  {}"),
    *("    {}", "```\n{}\n```", "~~~ text\n{}\n~~~", "-   {}\n\n    {}", "{}\n- {}"),
)
EXAMPLES = tuple(
    dict.fromkeys(block.replace("{}", words) for block, words in product(_BLOCKS, _INLINES))
)
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_WITHOUT_A_HOST = re.compile(r"(?<![\w.:/<])/(?=ur[il])")
"""Begins most addresses in the specification's examples, which would be refused as they are."""
REASONS = {
    "a form": "[[ begins a term, whatever it is in CommonMark",
    "HTML": "none is let in, and words that look like a tag are refused with it",
    "an element": "bodies have no headings, rules and images",
    "an address": "links lead to a host of the web, or to a letter box",
    "half a link": "words that hold ]( were meant as a link, and are none",
}
"""Why a body does not hold what CommonMark lets a text hold."""
_TAG = re.compile(r"<[A-Za-z/!?]")


def plain(tree: Tree) -> Tree:
    """The same without what bodies leave out (titles, names of languages) and put in (`rel`).

    Quotation marks are set as typographers do; white space between blocks means nothing.
    """
    kept: list[Tree | str] = []
    for child in tree.children:
        if isinstance(child, Tree):
            inner = plain(child)
            loose = tree.name == "li" and inner.name == "p"  # bodies draw such items close together
            kept += inner.children if loose else [inner]
        elif tree.name in ("code", "p", "em", "strong", "a", "li") or child.strip():
            text = child.translate(_STRAIGHT)
            kept.append(text)
    if tree.name == "li":
        kept = [child.strip() if isinstance(child, str) else child for child in kept]
    kept = [child for child in kept if child != ""]
    attributes = {k: v for k, v in tree.attributes.items() if k in ("href", "start")}
    return Tree(tree.name, attributes, kept)


def comes_through(source: str, html: str) -> bool | None:
    """Say whether a body is drawn as it should be; None if it is refused, or no CommonMark."""
    body, problems = read_body(source, "docs/notes/a.md")
    if problems or "[[" in source:  # which is a form of the edition's own
        return None
    return plain(fragment(str(draw_body(body)))) == plain(fragment(html))


def test_what_is_let_in_comes_through_unchanged() -> None:
    results = {source: comes_through(source, _JUDGE.render(source)) for source in EXAMPLES}
    assert [source for source, right in results.items() if right is False] == []
    assert sum(right is True for right in results.values()) > 300


def leads_out(link: Tree) -> bool:
    """Say whether a link leads to a host of the web or to a letter box."""
    address = urlsplit(link.attributes["href"])
    if address.scheme.lower() == "mailto":
        return "@" in address.path
    host = re.fullmatch(r"[\w-]+(\.[\w-]+)*(:\d+)?", address.netloc)
    return address.scheme.lower() in ("http", "https") and host is not None


def words_outside_code(tree: Tree) -> str:
    parts = (c if isinstance(c, str) else words_outside_code(c) for c in tree.children)
    return "" if tree.name == "code" else "".join(parts)


def reason(source: str, html: str) -> str:
    """Return for which of `REASONS` an example is refused or read in another way, or nothing."""
    if "[[" in source:
        return "a form"
    if html.replace("\n", "") != _JUDGE.render(source).replace("\n", ""):  # which lets none through
        return "HTML"
    tree = fragment(html)
    if {(element.name, "") for element in tree} - OF_A_BODY - {("", "")}:
        return "an element"
    if not all(map(leads_out, tree.find("a"))):
        return "an address"
    words = words_outside_code(tree)
    return "half a link" if "](" in words else "HTML" if _TAG.search(words) else ""


def test_the_specification_s_examples_come_through_or_are_refused_for_a_reason() -> None:
    try:
        examples = specification.examples()
    except specification.UnreachableError as why:
        pytest.skip(f"the examples cannot be fetched: {why}")
    reasons, results = {}, {}
    for example in examples:
        source, html = (_WITHOUT_A_HOST.sub("https://example.org/", part) for part in example)
        reasons[source], results[source] = reason(source, html), comes_through(source, html)
    unlike_it = {source: results[source] for source in results if results[source] is not True}
    assert unlike_it == {source: None for source, why in reasons.items() if why}
    assert {*reasons.values()} == {"", *REASONS}
    assert len(results) - len(unlike_it) > 400
