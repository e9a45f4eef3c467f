"""Every value that a template of the theme puts out is escaped: the host’s Jinja escapes none."""

from collections.abc import Iterator

import pytest
from jinja2 import Environment, nodes

from tests.command import REPOSITORY

OVERRIDES = REPOSITORY / "overrides"
TEMPLATES = sorted(OVERRIDES.rglob("*.html"))
DRAWN = {
    "page.content": "what the host made of a page; its source was checked, and it is read back",
    "edition.attribution": "drawn by a macro, in a sandbox that escapes",
    "edition.head.linked_data": "JSON, whose own signs are escaped as JSON has it",
}
"""Values that are markup, each with the reason why it is."""
ESCAPES = {"e", "escape", "forceescape"}


def shown(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{shown(node.node)}.{node.attr}"
    return type(node).__name__


def macros_of(tree: nodes.Template) -> set[str]:
    """The macros that a template has: its own, and imported ones, which are looked at as well."""
    imported = {
        name if isinstance(name, str) else name[1]
        for found in tree.find_all(nodes.FromImport)
        for name in found.names
    }
    return imported | {macro.name for macro in tree.find_all(nodes.Macro)}


def is_safe(node: nodes.Node, macros: set[str]) -> bool:
    if isinstance(node, nodes.TemplateData | nodes.Const):
        return True
    if isinstance(node, nodes.Filter):
        return node.name in ESCAPES
    if isinstance(node, nodes.CondExpr):
        return is_safe(node.expr1, macros) and (node.expr2 is None or is_safe(node.expr2, macros))
    if isinstance(node, nodes.Call):
        return isinstance(node.node, nodes.Name) and node.node.name in macros
    return shown(node) in DRAWN


def unescaped(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and form of each value that a template puts out as it is."""
    tree = Environment().parse(source)
    macros = macros_of(tree)
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            if not is_safe(node, macros):
                yield node.lineno, shown(node)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_a_template_puts_out_nothing_unescaped(template: object) -> None:
    assert list(unescaped(template.read_text(encoding="utf-8"))) == []  # type: ignore[attr-defined]


def test_each_exception_is_one_that_a_template_needs() -> None:
    sources = "".join(file.read_text(encoding="utf-8") for file in TEMPLATES)
    assert [name for name in DRAWN if f"{{{{ {name} }}}}" not in sources] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{{ a | e }}", []),
        ("{{ a | url | e }}", []),
        ("{{ 'a' }}", []),
        ("{{ a | e if b }}", []),
        ("{{ a | e if b else c | e }}", []),
        ("{% macro a(b) %}{{ b | e }}{% endmacro %}{{ a(c) }}", []),
        ("{{ page.content }}", []),
        ("{{ a }}", [(1, "a")]),
        ("{{ a | e | upper }}", [(1, "Filter")]),
        ("{{ a | safe }}", [(1, "Filter")]),
        ("{{ a | e if b else c }}", [(1, "CondExpr")]),
        ("{{ a ~ (b | e) }}", [(1, "Concat")]),
        ("{{ a(b) }}", [(1, "Call")]),
        ("{% macro a(b) %}\n{{ b }}{% endmacro %}", [(2, "b")]),
        ("{{ page.title }}", [(1, "page.title")]),
    ],
)
def test_an_unescaped_value_is_found(source: str, found: list[tuple[int, str]]) -> None:
    assert list(unescaped(source)) == found
