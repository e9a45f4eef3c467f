"""Pages hold words and calls with literal arguments; every other construct is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.macro import Call
from edition.core.problem import Place
from edition.sources.template import read_template

PATH = "docs/index.md"
Keywords = tuple[tuple[str, str | int], ...]


def call(
    name: str, *arguments: str | int, keywords: Keywords = (), index: int = 0, line: int = 1
) -> Call:
    return Call(name, arguments, keywords, index, Place(PATH, line))


CALLS = {
    "no argument": ("{{ chapters() }}", call("chapters")),
    "a word": ('{{ cite("nye2004") }}', call("cite", "nye2004")),
    "single quotation marks": ("{{ cite('nye2004') }}", call("cite", "nye2004")),
    "two words": ('{{ cite("nye2004", "p. 5") }}', call("cite", "nye2004", "p. 5")),
    "by name": (
        '{{ cite(key="nye2004", locator="p. 5") }}',
        call("cite", keywords=(("key", "nye2004"), ("locator", "p. 5"))),
    ),
    "a number": ("{{ quote(7) }}", call("quote", 7)),
    "without spaces": ('{{cite("a")}}', call("cite", "a")),
    "with space control": ('{{- cite("a") -}}', call("cite", "a")),
    "over lines": ('{{ cite(\n  "a",\n) }}', call("cite", "a")),
    "braces in the words": ('{{ cite("a }} {% b") }}', call("cite", "a }} {% b")),
    "an unknown name": ("{{ range(9) }}", call("range", 9)),
    "a name of Jinja's": ("{{ super() }}", call("super")),
}


@pytest.mark.parametrize(("source", "expected"), CALLS.values(), ids=CALLS)
def test_a_call_with_literal_arguments_is_read(source: str, expected: Call) -> None:
    template, problems = read_template(source, PATH)
    assert problems == ()
    assert template.parts == (expected,)


REFUSED = {
    "server-side template injection": ("{{ cycler.__init__.__globals__.os.popen('id').read() }}"),
    "a loop": "{% for i in range(10**9) %}a{% endfor %}",
    "an endless loop": "{% for i in range(10**12) %}{% endfor %}",
    "a power": "{{ 10**9 }}",
    "a long word": "{{ 'a'*10**9 }}",
    "a filter": '{{ cite("a") | upper }}',
    "a filter in an argument": '{{ cite("a" | upper) }}',
    "a filter block": "{% filter upper %}a{% endfilter %}",
    "an attribute": "{{ a.b }}",
    "a method": "{{ a.b() }}",
    "an attribute of a result": '{{ cite("a").b }}',
    "an item of a result": '{{ cite("a")[0] }}',
    "a call of a result": '{{ cite("a")("b") }}',
    "a method of a word": '{{ "a".upper() }}',
    "a variable": "{{ a }}",
    "a word alone": '{{ "a" }}',
    "a number alone": "{{ 1 }}",
    "a sum": '{{ cite("a") + 1 }}',
    "words joined": '{{ cite("a" ~ "b") }}',
    "a comparison": '{{ cite("a") == "b" }}',
    "a test": '{{ cite("a") is defined }}',
    "a negation": '{{ not cite("a") }}',
    "a condition": '{{ cite("a") if true }}',
    "a condition in an argument": '{{ cite("a" if true else "b") }}',
    "a variable as argument": "{{ cite(a) }}",
    "a call as argument": '{{ cite(quote("a")) }}',
    "a list as argument": '{{ cite(["a"]) }}',
    "a tuple as argument": '{{ cite(("a",)) }}',
    "a mapping as argument": '{{ cite({"a": "b"}) }}',
    "a fraction as argument": "{{ cite(1.5) }}",
    "a negative number as argument": "{{ cite(-1) }}",
    "none as argument": "{{ cite(none) }}",
    "true as argument": "{{ cite(true) }}",
    "false by name": '{{ cite("a", locator=false) }}',
    "a list of arguments": '{{ cite(*["a"]) }}',
    "a mapping of arguments": '{{ cite(**{"key": "a"}) }}',
    "two calls": '{{ cite("a"), cite("b") }}',
    "a call in a list": '{{ [cite("a")] }}',
    "set": "{% set a = 1 %}",
    "a set block": "{% set a %}b{% endset %}",
    "if": "{% if true %}a{% endif %}",
    "include": '{% include "_text_page.html.jinja" %}',
    "import": '{% import "cite.md.jinja" as a %}',
    "from": '{% from "cite.md.jinja" import cite %}',
    "extends": '{% extends "main.html" %}',
    "block": "{% block a %}b{% endblock %}",
    "macro": "{% macro a() %}b{% endmacro %}",
    "call block": '{% call cite("a") %}b{% endcall %}',
    "with": "{% with a = 1 %}b{% endwith %}",
    "autoescape": "{% autoescape false %}a{% endautoescape %}",
    "do": "{% do a() %}",
    "debug": "{% debug %}",
    "print": "{% print(1) %}",
    "a tag that does not exist": "{% nonsense %}",
    "an end without a beginning": "{% endfor %}",
    "braces never closed": "{{",
    "a call never closed": '{{ cite("a"',
    "braces closed too early": '{{ cite("a" }}',
    "words never closed": '{{ cite("a) }}',
    "a tag never closed": "{% for",
    "a comment never closed": "{## a",
    "raw never closed": "{% raw %}a",
    "nothing between braces": "{{ }}",
    "three braces": '{{{ cite("a") }}}',
    "a sign that Jinja does not know": "{{ cite(`a`) }}",
    "an assignment": '{{ a = cite("a") }}',
    "a lambda": "{{ (lambda: 1)() }}",
    "a name in an attribute of self": "{{ self.a() }}",
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_everything_else_of_jinja_is_refused_at_its_line(source: str) -> None:
    template, problems = read_template(f"Words.\n\n{source}\n", PATH, first_line=4)
    assert template.calls == ()
    assert [(p.place, p.code) for p in problems] == [(Place(PATH, 6), "macro-form")] * len(problems)
    assert problems


WORDS = [
    "",
    "Words.\n",
    "# A heading {#its-id}\n\nand more words",
    "{#id} and {#other} #} kept",
    "{: .class #id }",
    "a { b } c",
    "{ { a } }",
    "a }} b %} c ##}",
    "2 < 3 && a | b",
    "\\{\\{",
    "é “quoted” — 北京",
    "$x_{1}$",
]


@pytest.mark.parametrize("source", WORDS)
def test_words_and_attributes_of_markdown_stay_as_they_are(source: str) -> None:
    template, problems = read_template(source, PATH)
    assert problems == ()
    assert "".join(part for part in template.parts if isinstance(part, str)) == source
    assert template.calls == ()


def test_words_and_calls_keep_their_order() -> None:
    template, problems = read_template('One (A){{ cite("a") }}.\n\n{{ quote("p1") }} two', PATH)
    assert problems == ()
    assert template.parts == (
        "One (A)",
        call("cite", "a", index=1),
        ".\n\n",
        call("quote", "p1", index=3, line=3),
        " two",
    )


def test_what_is_between_raw_tags_is_words_and_calls_nothing() -> None:
    template, problems = read_template('{% raw %}{{ cite("a") }}{% endraw %}', PATH)
    assert problems == ()
    assert template.parts == ('{{ cite("a") }}',)


def test_a_comment_is_left_out_and_counts_its_lines() -> None:
    template, problems = read_template("a{## b\nc ##}\n{{ d }}", PATH)
    assert "".join(str(part) for part in template.parts) == "a\n"
    assert [p.place.line for p in problems] == [3]


def test_every_fault_of_a_page_is_reported() -> None:
    _, problems = read_template("{{ a }}\n{{ 1 + 1 }}\n\n{% if a %}b{% endif %}", PATH, 10)
    assert [problem.place.line for problem in problems] == [10, 11, 13]
    assert all("the form is {{ name(" in problem.hint for problem in problems)


@given(st.text(st.sampled_from("{}%#\"' ()abc.|~[]*1\n") | st.characters(), max_size=40))
def test_no_text_makes_anything_but_words_calls_and_problems(source: str) -> None:
    template, problems = read_template(source, PATH)
    assert all(isinstance(part, str | Call) for part in template.parts)
    for made in template.calls:
        values = (*made.arguments, *(value for _, value in made.keywords))
        assert all(type(value) in (str, int) for value in values)
    lines = source.count("\n") + 1
    assert all(1 <= problem.place.line <= lines for problem in problems)


@given(st.text(st.characters(exclude_characters="{\r"), max_size=40))
def test_a_page_without_braces_is_its_own_words(source: str) -> None:
    template, problems = read_template(source, PATH)
    assert problems == ()
    assert "".join(str(part) for part in template.parts) == source


PIECES = (
    *('{{ cite("a") }}', '{{cite("a")}}', '{{ cite("b c") }}', "{{ cite('a') }}", '{{ cite("") }}'),
    *(
        '{{- cite("a") -}}',
        '{{ cite("a") | upper }}',
        '{{ cite("a", "b") }}',
        "{{ a }}",
        "{{",
        "}}",
    ),
    *("{", "}", "{%", "%}", "{% raw %}", "{% endraw %}", "{##", "##}", '"', "\n", " ", "words\n\n"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_plain_calls_are_read_as_on_any_other_page(source: str) -> None:
    """A comment makes no difference; before it, a page was read piece by piece, and now whole."""
    apart, faults = read_template(source, PATH)
    whole, expected = read_template("{## ##}" + source, PATH)
    assert apart == whole
    assert [fault.place for fault in faults] == [fault.place for fault in expected]
