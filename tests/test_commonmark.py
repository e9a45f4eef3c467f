"""Harmless input stays harmless: what a body may hold comes through as CommonMark has it.

The judge is markdown-it's own renderer, for examples that are put together here. Those of the
specification are under CC BY-SA and in no package, so they are not kept; to run them as well:

    COMMONMARK_SPEC=/path/to/spec.txt pytest tests/test_commonmark.py
"""

import os
import re
from itertools import product
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from edition.html.body import draw_body
from edition.sources.body import read_body
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
_SPEC = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.DOTALL | re.MULTILINE)


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


@pytest.mark.skipif("COMMONMARK_SPEC" not in os.environ, reason="no specification was named")
def test_the_specification_s_examples_come_through_unchanged() -> None:
    text = Path(os.environ["COMMONMARK_SPEC"]).read_text(encoding="utf-8").replace("→", "\t")
    results = {source: comes_through(source, html) for source, html in _SPEC.findall(text)}
    assert [source for source, right in results.items() if right is False] == []
    assert sum(right is True for right in results.values()) > 200
