"""Bodies are read into trees; what a body may not hold is a problem at its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.body import (
    Block,
    Body,
    Cited,
    Code,
    Emphasis,
    Foreign,
    Inline,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Quotation,
    TermLink,
    Text,
    cited,
    term_links,
    walk,
)
from edition.core.problem import Place, Problem
from edition.sources.body import MAX_CHARACTERS, MAX_NESTING, read_body

PATH = "docs/notes/a.md"
FIRST = 9
"""The line of the file on which the bodies below begin."""


def read(source: str) -> tuple[Body, tuple[Problem, ...]]:
    return read_body(source, PATH, FIRST)


def at(line: int) -> Place:
    return Place(PATH, line)


def paragraph(*content: Inline) -> Block:
    return Paragraph(content)


TREES: dict[str, tuple[str, tuple[Block, ...]]] = {
    "nothing": ("", ()),
    "white space": (" \n\n\t\n", ()),
    "words": ("a b\n\nc", (paragraph(Text("a b")), paragraph(Text("c")))),
    "two lines": ("a\nb", (paragraph(Text("a"), Text("\n"), Text("b")),)),
    "a line's end": ("a\\\nb", (paragraph(Text("a"), LineBreak(), Text("b")),)),
    "emphasis": ("*a **b***", (paragraph(
        Emphasis((Text("a "), Emphasis((Text("b"),), strong=True)))),)),
    "code in a line": ("a `*b*`", (paragraph(Text("a "), Code("*b*")),)),
    "code by itself": ("    *a*", (Code("*a*\n"),)),
    "code between fences": ("~~~ python\n[@a]\n~~~", (Code("[@a]\n"),)),
    "a quotation": ("> a\n>\n> > b", (
        Quotation((paragraph(Text("a")), Quotation((paragraph(Text("b")),)))),)),
    "a list": ("- a\n- b", (Items(((paragraph(Text("a")),), (paragraph(Text("b")),))),)),
    "a list with numbers": ("3) a", (Items(((paragraph(Text("a")),),), 3),)),
    "an item that is empty": ("-\n- a", (Items(((), (paragraph(Text("a")),))),)),
    "a list in a list": ("- a\n  - b", (Items((
        (paragraph(Text("a")), Items(((paragraph(Text("b")),),))),)),)),
    "a link": ("[a *b*](https://e.org/c 'title')", (paragraph(
        Link("https://e.org/c", (Text("a "), Emphasis((Text("b"),))))),)),
    "a link in capitals": ("[a](HTTPS://E.ORG/C)", (paragraph(
        Link("HTTPS://E.ORG/C", (Text("a"),))),)),
    "a link whose address has brackets": ("[a](https://e.org/b_(c))", (paragraph(
        Link("https://e.org/b_(c)", (Text("a"),))),)),
    "an address of letters from elsewhere": ("<https://пример.org/a>", (paragraph(
        Link("https://xn--e1afmkfd.org/a", (Text("https://пример.org/a"),))),)),
    "an address with a port": ("[a](http://127.0.0.1:80/)", (paragraph(
        Link("http://127.0.0.1:80/", (Text("a"),))),)),
    "a letter": ("[a](mailto:b@e.org)", (paragraph(Link("mailto:b@e.org", (Text("a"),))),)),
    "a citation": ("a [@b].", (paragraph(Text("a "), Cited("b", "", at(9)), Text(".")),)),
    "a citation with a place": ("[@b-1,  pp. 3–4,\n n. 5 ]", (paragraph(
        Cited("b-1", "pp. 3–4, n. 5", at(9))),)),
    "a citation that opens a line": ("a\n\nb\n[@c]", (
        paragraph(Text("a")), paragraph(Text("b"), Text("\n"), Cited("c", "", at(12))))),
    "a citation in emphasis": ("*a\n[@b]*", (paragraph(
        Emphasis((Text("a"), Text("\n"), Cited("b", "", at(10))))),)),
    "a citation in an item": ("- a\n- b\n  [@c]", (Items((
        (paragraph(Text("a")),),
        (paragraph(Text("b"), Text("\n"), Cited("c", "", at(11))),))),)),
    "a citation in code": ("`[@a]`", (paragraph(Code("[@a]")),)),
    "a key that no library could have": ("[@A:b.c]", (paragraph(Cited("A:b.c", "", at(9))),)),
    "a term": ("[[soft\npower]] a", (paragraph(TermLink("soft power", at(9)), Text(" a")),)),
    "a term in a quotation": ("> a\n> [[b]]", (Quotation((
        paragraph(Text("a"), Text("\n"), TermLink("b", at(10))),)),)),
    "a language": ("[a]{lang=fr}", (paragraph(Foreign("fr", (Text("a"),))),)),
    "a language with a script": ("b[a]{lang=zh-Hans-CN}c", (paragraph(
        Text("b"), Foreign("zh-Hans-CN", (Text("a"),)), Text("c")),)),
    "a language within another": ("[a [b]{lang=ru} *c*]{lang=fr}", (paragraph(Foreign("fr", (
        Text("a "), Foreign("ru", (Text("b"),)), Text(" "), Emphasis((Text("c"),))))),)),
    "a link in another language": ("[[a](https://e.org)]{lang=fr}", (paragraph(Foreign("fr", (
        Link("https://e.org", (Text("a"),)),))),)),
    "a citation in another language": ("[a [@b, p. 1]]{lang=fr}", (paragraph(Foreign("fr", (
        Text("a "), Cited("b", "p. 1", at(9))))),)),
    "typographic quotation marks": ("\"a\" it's", (paragraph(Text("“a” it’s")),)),
    "signs that mean nothing": ("a < b, [c] (d) {e} #f | 3 > 2 & @g ^ [1]", (paragraph(
        Text("a < b, [c] (d) {e} #f | 3 > 2 & @g ^ [1]")),)),
    "an entity": ("&eacute;&#233;", (paragraph(Text("éé")),)),
}  # fmt: skip


@pytest.mark.parametrize(("source", "blocks"), TREES.values(), ids=TREES)
def test_a_body_is_read_into_a_tree(source: str, blocks: tuple[Block, ...]) -> None:
    assert read(source) == (Body(blocks), ())


WEB = "expected an http, https or mailto address, found "
WORDS = "expected paragraphs, lists or quotations, found "
REFUSED: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "a heading": ("a\n\n# b", [(11, WORDS + "a heading")]),
    "a heading underlined": ("a\nb\n===", [(9, WORDS + "a heading")]),
    "a heading in an item": ("- a\n- # b", [(10, WORDS + "a heading")]),
    "a rule": ("a\n\n***", [(11, WORDS + "a rule")]),
    "an image": ("a\nb ![c](https://e.org/d.png)", [(10, WORDS + "an image")]),
    "an image by reference": ("![a][b]\n\n[b]: https://e.org", [(9, WORDS + "an image")]),
    "an image in a link": ("[![a](b)](https://e.org)", [
        (9, WORDS + "an image"), (9, "expected plain words in a link, found none")]),
    "a script link": ("[a](javascript:b)", [(9, WEB + "'javascript:b'")]),
    "a script link in capitals": ("[a](JavaScript:b)", [(9, WEB + "'JavaScript:b'")]),
    "a script link in entities": ("[a](&#106;avascript:b)", [(9, WEB + "'javascript:b'")]),
    "a script address": ("a\n<javascript:b>", [(10, WEB + "'javascript:b'")]),
    "a script link that nothing else shows": ("a\n\n[b]\n\n[b]: javascript:c", [
        (11, WEB + "'javascript:c'")]),
    "a data link": ("[a](data:text/html,b)", [(9, WEB + "'data:text/html,b'")]),
    "a file": ("[a](file:///etc/passwd)", [(9, WEB + "'file:///etc/passwd'")]),
    "another protocol": ("[a](ftp://e.org)", [(9, WEB + "'ftp://e.org'")]),
    "a relative link": ("a *b\n[c](../d.md)*", [(10, WEB + "'../d.md'")]),
    "a link to a place": ("[a](#p7)", [(9, WEB + "'#p7'")]),
    "a link to nothing": ("[a]()", [(9, WEB + "''")]),
    "a link without its scheme": ("[a](www.e.org)", [(9, WEB + "'www.e.org'")]),
    "a link of the page's own scheme": ("[a](//e.org)", [(9, WEB + "'//e.org'")]),
    "a scheme that leads nowhere": ("[a](https:b)", [(9, WEB + "'https:b'")]),
    "a scheme without a host": ("[a](https:///b)", [(9, WEB + "'https:///b'")]),
    "a scheme alone": ("[a](http:) [b](mailto:)", [(9, WEB + "'http:'"), (9, WEB + "'mailto:'")]),
    "an address that urllib cannot read": ("[a](http://[b)", [(9, WEB + "'http://%5Bb'")]),
    "a host that is none": ("[a](https://%00)", [(9, WEB + "'https://%00'")]),
    "a port that is none": ("[a](https://e.org:b)", [(9, WEB + "'https://e.org:b'")]),
    "an address that looks like another": ("[a](https://e.org@b.org)", [
        (9, WEB + "'https://e.org@b.org'")]),
    "a letter to nobody": ("[a](mailto:b)", [(9, WEB + "'mailto:b'")]),
    "a long address": ("[a](b" + 60 * "c" + ")", [(9, WEB + f"'b{39 * 'c'}…'")]),
    "an address in a link": ("[a <https://e.org>](https://e.org)", [
        (9, "expected plain words in a link, found another link")]),
    "a link without words": ("[ ](https://e.org)", [
        (9, "expected plain words in a link, found none")]),
    "a citation in a link": ("[a [@b]](https://e.org)", [
        (9, "expected a link such as [words](https://example.org), found '](https://e.org)'")]),
    "a space in an address": ("[a](https://e.org/b c)", [
        (9, "expected a link such as [words](https://example.org), found '](https://e.org/b c)'")]),
    "HTML": ("a\nH<sub>2</sub>O", [
        (10, "expected words without HTML, found '<sub>2</sub>O'")]),
    "a block of HTML": ("a\n\n<div>\nb\n</div>", [
        (11, "expected words without HTML, found '<div>'"),
        (13, "expected words without HTML, found '</div>'")]),
    "a comment": ("a <!-- b -->", [(9, "expected words without HTML, found '<!-- b -->'")]),
    "HTML in entities": ("&lt;b&gt;", [(9, "expected words without HTML, found '<b>'")]),
    "a footnote": ("a[^1]", [(9, "expected no footnotes, found '[^1]'")]),
    "a macro": ("a {{ b() }}", [(9, "expected plain words, found '{{ b() }}'")]),
    "a statement of Jinja": ("{% raw %}", [(9, "expected plain words, found '{% raw %}'")]),
    "two keys": ("[@a; @b]", [
        (9, "expected a citation such as [@key] or [@key, p. 5], found '[@a; @b]'")]),
    "two keys with a place": ("[@a, p. 1; @b]", [
        (9, "expected a citation such as [@key] or [@key, p. 5], found '[@a, p. 1; @b]'")]),
    "a place without a comma": ("a\n[@a p. 1]", [
        (10, "expected a citation such as [@key] or [@key, p. 5], found '[@a p. 1]'")]),
    "a citation never closed": ("[@a, p. 1", [
        (9, "expected a citation such as [@key] or [@key, p. 5], found '[@a, p. 1'")]),
    "a citation escaped": ("\\[@a]", [
        (9, "expected a citation such as [@key] or [@key, p. 5], found '[@a]'")]),
    "a term with brackets": ("[[a [b]]]", [
        (9, "expected a term such as [[soft power]], found '[[a [b]]]'")]),
    "a term that is empty": ("[[]]", [
        (9, "expected a term such as [[soft power]], found '[[]]'")]),
    "a language that is no tag": ("[a]{lang=zh_Hans}", [
        (9, "expected a language such as [mot]{lang=fr} or [字]{lang=zh-Hans}, found"
            " ']{lang=zh_Hans}'")]),
    "a language in quotation marks": ('[a]{lang="fr"}', [
        (9, "expected a language such as [mot]{lang=fr} or [字]{lang=zh-Hans}, found"
            " ']{lang=“fr”}'")]),
    "a language of nothing": ("a{lang=fr}", [
        (9, "expected a language such as [mot]{lang=fr} or [字]{lang=zh-Hans}, found"
            " '{lang=fr}'")]),
    "a handler for a language": ('[a]{onclick="b"}', [
        (9, "expected a language such as [mot]{lang=fr} or [字]{lang=zh-Hans}, found"
            " ']{onclick=“b”}'")]),
    "everything at once": ("# a\n\n---\n\n[b](c) ![d](e)\n<f>", [
        (9, WORDS + "a heading"), (11, WORDS + "a rule"), (13, WEB + "'c'"),
        (13, WORDS + "an image"),
        (14, "expected words without HTML, found '<f>'")]),
}  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), REFUSED.values(), ids=REFUSED)
def test_what_a_body_may_not_hold_is_reported_at_its_line(
    source: str, expected: list[tuple[int, str]]
) -> None:
    _, problems = read(source)
    assert {problem.code for problem in problems} == {"body-form"}
    assert [(problem.place.line, problem.message) for problem in problems] == expected


@pytest.mark.parametrize(("source", "_"), REFUSED.values(), ids=REFUSED)
def test_what_was_refused_leaves_no_link_behind(source: str, _: object) -> None:
    body, _problems = read(source)
    links = [part.address for part in walk(body) if isinstance(part, Link)]
    assert all(address in ("", "https://e.org") for address in links)


UNSEEN = {
    "an override in an entity": "a\n&#x202E;b",
    "an override in decimals": "a\n&#8238;b",
    "an override by name": "a\nb \N{RIGHT-TO-LEFT OVERRIDE}c",
    "an isolate in emphasis": "a\n*&#x2066;b*",
}


@pytest.mark.parametrize("source", UNSEEN.values(), ids=UNSEEN)
def test_a_character_that_nobody_can_see_is_reported_even_as_an_entity(source: str) -> None:
    """A file that holds it is refused; an entity brings it in by the back door."""
    _, problems = read(source)
    assert [(problem.code, problem.place) for problem in problems] == [("file-character", at(10))]


# ---- Size and depth ----

SIZES = {
    "as many characters as allowed": ("a" * MAX_CHARACTERS, None),
    "as many, and white space around": (f"\n\n {'a' * MAX_CHARACTERS} \n\n", None),
    "one too many": ("a" * (MAX_CHARACTERS + 1), MAX_CHARACTERS + 1),
    "brackets": ("[" * 50_000, 50_000),
    "asterisks": ("*a " * 20_000, 59_999),
    "brackets after blank lines": ("\n" * 10_000 + "[" * 10_000, 10_000),
}


@pytest.mark.parametrize(("source", "found"), SIZES.values(), ids=SIZES)
def test_a_body_is_of_bounded_size(source: str, found: int | None) -> None:
    """What is longer is not read at all."""
    body, problems = read(source)
    lines = [str(problem) for problem in problems]
    if found is None:
        assert (bool(body), lines) == (True, [])
    else:
        assert body == Body()
        assert lines == [
            f"{PATH}:{FIRST}: body-size: expected at most {MAX_CHARACTERS} characters in a body,"
            f" found {found} (say the rest in a second entry)"
        ]


DEEP = {
    "quotations": ("> ", "", MAX_NESTING),
    "emphasis": ("*a ", "a*", MAX_NESTING),
    "strong words": ("**a ", "a**", MAX_NESTING),
    "languages": ("[a ", "]{lang=fr}", MAX_NESTING),
}


@pytest.mark.parametrize(("opening", "closing", "most"), DEEP.values(), ids=DEEP)
def test_nesting_is_bounded(opening: str, closing: str, most: int) -> None:
    """A thousand marks within one another would exhaust the stack of whatever draws them."""
    assert read(opening * most + "a" + closing * most)[1] == ()
    found = {
        depth: read(opening * depth + "a" + closing * depth)[1] for depth in (most + 1, 60, 400)
    }
    assert [problem.message for problem in found[most + 1]] == [
        f"expected at most {MAX_NESTING} levels within one another, found more"
    ]
    assert all(
        {problem.code for problem in problems} == {"body-form"} for problems in found.values()
    )


@pytest.mark.parametrize(("depth", "count"), [(4, 0), (5, 1), (9, 1)])
def test_a_list_counts_as_two_levels(depth: int, count: int) -> None:
    source = "".join(f"{'  ' * level}- a\n" for level in range(depth))
    assert len(read(source)[1]) == count


PIECES = [
    *"<>[]()!*_`&#:\"'= \n/\\{}@^-|", "a", "b c", "\n\n", "> ", "- ", "1. ", "    ", "```", "[@k]",
    "[@k, p. 1]", "[[t]]", "](https://e.org)", "]{lang=fr}", "&#x202e;", "https://e.org", "<i>",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_every_body_is_read_and_every_place_is_a_line_of_it(source: str) -> None:
    body, problems = read(source)
    lines = range(FIRST, FIRST + source.count("\n") + 1)
    places = [problem.place for problem in problems]
    places += [part.place for part in (*cited(body), *term_links(body))]
    assert all(place.path == PATH and place.line in lines for place in places)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_no_sign_of_a_form_is_left_in_words_without_a_problem(source: str) -> None:
    body, problems = read(source)
    if not problems:
        words = [part.text for part in walk(body) if isinstance(part, Text)]
        signs = ("[@", "[[", "[^", "](", "]{", "{{", "{%", "<i", "</")
        assert [text for text in words for sign in signs if sign in text] == []


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_every_link_leads_out_of_the_site(source: str) -> None:
    links = [part.address for part in walk(read(source)[0]) if isinstance(part, Link)]
    assert all(not link or link.startswith(("https://", "http://", "mailto:")) for link in links)
