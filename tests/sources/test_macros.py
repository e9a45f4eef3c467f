"""A macro is a file that opens with what it does and an example, and defines one macro."""

from pathlib import Path

import pytest

from edition.core.macro import Signature
from edition.core.problem import Place, Problem
from edition.sources.macros import read_macros

MACRO = """\
{##
Greets somebody,
by name.
Example: {{ greet("Wren") }}
##}
{% macro greet(name, mark="!") %}<p>{{ name }}{{ mark }}</p>{% endmacro %}
"""


def read(root: Path, **files: str) -> tuple[dict[str, Signature], tuple[Problem, ...]]:
    (root / "macros").mkdir()
    for name, text in files.items():
        (root / "macros" / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return read_macros(root)


def test_a_macro_is_read_with_its_documentation(tmp_path: Path) -> None:
    signatures, problems = read(tmp_path, greet__html__jinja=MACRO)
    assert problems == ()
    greet = signatures["greet"]
    assert (greet.parameters, greet.required) == (("name", "mark"), 1)
    assert greet.summary == "Greets somebody, by name."
    assert greet.example == '{{ greet("Wren") }}'
    assert [(call.name, call.place) for call in greet.calls] == [
        ("greet", Place("macros/greet.html.jinja", 4))
    ]
    assert greet.draws_html


def test_a_macro_of_markdown_says_so(tmp_path: Path) -> None:
    signatures, _ = read(tmp_path, greet__md__jinja=MACRO)
    assert not signatures["greet"].draws_html


def test_parts_and_other_files_are_no_macros(tmp_path: Path) -> None:
    assert read(tmp_path, _greet__html__jinja="{% macro a() %}", README__md="a") == ({}, ())


def test_an_edition_without_macros_has_none(tmp_path: Path) -> None:
    assert read_macros(tmp_path) == ({}, ())


WRONG = {
    "another ending": ("greet__txt__jinja", MACRO, 1),
    "no comment": ("greet__html__jinja", MACRO[MACRO.index("{% macro") :], 1),
    "no example": ("greet__html__jinja", MACRO.replace("Example:", "Such as"), 1),
    "another name": ("hail__html__jinja", MACRO, 1),
    "two of one name": ("greet__html__jinja", MACRO + MACRO[MACRO.index("{% macro") :], 1),
    "none": ("greet__html__jinja", MACRO[: MACRO.index("{% macro")], 1),
    "not a template": ("greet__html__jinja", MACRO.replace("{% endmacro %}", ""), 6),
    "a tag never closed": ("greet__html__jinja", MACRO + "\n{% if", 8),
}


@pytest.mark.parametrize(("name", "text", "line"), WRONG.values(), ids=WRONG)
def test_a_file_that_is_no_macro_is_a_problem(
    tmp_path: Path, name: str, text: str, line: int
) -> None:
    signatures, problems = read(tmp_path, **{name: text})
    assert signatures == {}
    path = f"macros/{name.replace('__', '.')}"
    assert [(p.place, p.code) for p in problems] == [(Place(path, line), "macro-file")]


def test_an_example_is_a_call_like_any_other(tmp_path: Path) -> None:
    _, problems = read(tmp_path, greet__html__jinja=MACRO.replace('"Wren"', "wren"))
    assert [(p.place, p.code) for p in problems] == [
        (Place("macros/greet.html.jinja", 4), "macro-form")
    ]
