"""Bodies are strangers' data: whatever they hold, the page holds harmless words and links."""

from functools import partial
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from edition.core.body import (
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
)
from edition.core.formatted import Formatted
from edition.core.inline import Run
from edition.core.problem import Place
from edition.html.body import draw_body
from edition.html.cited import draw_cited
from edition.sources.body import read_body
from tests.trees import fragment

ELEMENTS = {
    *("", "a", "blockquote", "br", "code", "em", "li", "ol", "p", "pre", "span", "strong", "ul"),
}
"""The empty name is the fragment itself."""
FORMATTED = Formatted(
    entries={},
    citations={
        ("quill2016", ""): (Run("(Quill, 2016)"),),
        ("quill2016", "p. 12"): (Run("(Quill, 2016, p. "), Run("12", emphasis=True), Run(")")),
    },
    csl={},
)
PLACE = Place("docs/notes/a.md")

cite = partial(draw_cited, FORMATTED, "text/01-wall/")


def point(term: TermLink) -> Markup:
    """Draw a term as a link to its entry, as a page with a glossary would."""
    return Markup('<a href="../../glossary/#a">{}</a>').format(term.words)


def drawn(source: str) -> Markup:
    """Draw a body as it was written; what is wrong with it is not asked here."""
    return draw_body(read_body(source, PLACE.path)[0], cite, point)


GOOD = {
    "words": ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
    "marks": ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
    "marks within marks": ("***a** b*", "<p><em><strong>a</strong> b</em></p>"),
    "a line's end": ("a\\\nb", "<p>a<br>\nb</p>"),
    "a list": ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
    "a list with numbers": ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
    "a list from another number": ("7. a\n8. b", '<ol start="7"><li>a</li><li>b</li></ol>'),
    "a list of paragraphs": (
        "- a\n\n  b\n- c",
        "<ul><li><p>a</p><p>b</p></li><li>c</li></ul>",
    ),
    "a list in a list": ("- a\n  - b", "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>"),
    "a quotation": ("> a", "<blockquote><p>a</p></blockquote>"),
    "code": ("    a <b>", "<pre><code>a &lt;b&gt;\n</code></pre>"),
    "code between fences": ("```\n[@a]\n```", "<pre><code>[@a]\n</code></pre>"),
    "a link": (
        "[a](https://example.org/?b=c&d)",
        '<p><a href="https://example.org/?b=c&amp;d" rel="noopener nofollow">a</a></p>',
    ),
    "a link with marks": (
        "[*a* `b`](https://example.org)",
        '<p><a href="https://example.org" rel="noopener nofollow"><em>a</em> <code>b</code></a>'
        "</p>",
    ),
    "a link by reference": (
        "[a][b]\n\n[b]: https://example.org 'A title'",
        '<p><a href="https://example.org" rel="noopener nofollow">a</a></p>',
    ),
    "an address": (
        "<https://example.org>",
        '<p><a href="https://example.org" rel="noopener nofollow">https://example.org</a></p>',
    ),
    "a letter": (
        "<mailto:a@example.org>",
        '<p><a href="mailto:a@example.org" rel="noopener nofollow">mailto:a@example.org</a></p>',
    ),
    "signs": ("a < b & c", "<p>a &lt; b &amp; c</p>"),
    "entities": ("&eacute; &amp;lt;", "<p>é &amp;lt;</p>"),
    "quotation marks": ("\"a\" 'b' it's", "<p>“a” ‘b’ it’s</p>"),
    "a citation": (
        "So says Quill [@quill2016].",
        '<p>So says Quill <a class="cited" href="../../bibliography/#quill2016">(Quill, 2016)</a>.'
        "</p>",
    ),
    "a citation with a place": (
        "> *So [@quill2016,\n> p. 12].*",
        '<blockquote><p><em>So <a class="cited" href="../../bibliography/#quill2016">(Quill, 2016,'
        " p. <em>12</em>)</a>.</em></p></blockquote>",
    ),
    "a citation that was not formatted": (
        "[@teale2020]",
        '<p><a class="cited" href="../../bibliography/#teale2020">teale2020</a></p>',
    ),
    "citations side by side": (
        "[@quill2016][@quill2016]",
        '<p><a class="cited" href="../../bibliography/#quill2016">(Quill, 2016)</a><a class="cited"'
        ' href="../../bibliography/#quill2016">(Quill, 2016)</a></p>',
    ),
    "a citation in code": ("`[@quill2016]`", "<p><code>[@quill2016]</code></p>"),
    "a term": ("See [[low\n water]].", '<p>See <a href="../../glossary/#a">low water</a>.</p>'),
    "another language": ("[marée]{lang=fr}", '<p><span lang="fr">marée</span></p>'),
    "a script of its own": (
        "*[潮]{lang=zh-Hans}*",
        '<p><em><span lang="zh-Hans">潮</span></em></p>',
    ),
    "marks in another language": (
        "[une *seule* [潮]{lang=zh}]{lang=fr}",
        '<p><span lang="fr">une <em>seule</em> <span lang="zh">潮</span></span></p>',
    ),
    "a citation in another language": (
        "[dit [@quill2016]]{lang=fr}",
        '<p><span lang="fr">dit <a class="cited" href="../../bibliography/#quill2016">(Quill, 2016)'
        "</a></span></p>",
    ),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("source", "html"), GOOD.values(), ids=GOOD)
def test_a_body_is_commonmark_with_three_forms_of_ours(source: str, html: str) -> None:
    assert read_body(source, PLACE.path)[1] == ()
    assert fragment(drawn(source)) == fragment(html)


def test_a_caller_that_names_no_drawing_gets_no_citation_and_a_term_s_words() -> None:
    """As in a correction, which is evidence itself."""
    body, _ = read_body("A [@quill2016] b [[c <d>]].", PLACE.path)
    assert fragment(draw_body(body)) == fragment("<p>A  b c &lt;d&gt;.</p>")


HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "a script in a paragraph": "a <script>alert(1)</script> b",
    "a handler": "<img src=x onerror=alert(1)>",
    "a picture that loads": "<svg onload=alert(1)></svg>",
    "details": "<details open ontoggle=alert(1)>a</details>",
    "a frame": "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "mathematics": "<math><mtext></p><script>alert(1)</script></math>",
    "a base": "<base href=https://example.org/>",
    "a refresh": "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "a form": "<form action=https://example.org><input></form>",
    "a style": "<style>*{display:none}</style>",
    "a sheet": "<link rel=stylesheet href=https://example.org/a.css>",
    "an object": "<object data=a></object>",
    "a template": "<template><script>alert(1)</script></template>",
    "a comment": "<!-- <script>alert(1)</script> -->",
    "half a comment": "<!--><script>alert(1)</script>",
    "CDATA": "<![CDATA[<script>alert(1)</script>]]>",
    "a script link": "[a](javascript:alert(1))",
    "a script link in capitals": "[a](JaVaScRiPt:alert(1))",
    "a script link in entities": "[a](&#106;avascript:alert(1))",
    "a script link with a tab": "[a](java&#x09;script:alert(1))",
    "a script link in angle brackets": "[a](<javascript:alert(1)>)",
    "a script link by reference": "[a][b]\n\n[b]: javascript:alert(1)",
    "a script address": "<javascript:alert(1)>",
    "a data link": "[a](data:text/html,<script>alert(1)</script>)",
    "a data link in base64": "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "a VBScript link": "[a](vbscript:a)",
    "a file link": "[a](file:///etc/passwd)",
    "an image": "![a](https://example.org/track.gif)",
    "a data image": "![a](data:image/svg+xml,<svg/onload=alert(1)>)",
    "a quotation mark in an address": '[a](https://example.org/"onclick="alert(1))',
    "a quotation mark in a title": "[a](https://example.org '\"onclick=\"alert(1)')",
    "attributes": "# a {: #__config onclick=alert(1) style=position:fixed }",
    "an id": "<p id=__config>{}</p>",
    "a heading": "# a\n\n## b",
    "a heading underlined": "a\n=",
    "a rule": "a\n\n---",
    "a table": "|a|b|\n|-|-|\n|c|d|",
    "a class": "<p class=md-search>a</p>",
    "a diagram": "```mermaid\na\n```",
    "a template of Jinja": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "a snippet": '--8<-- ".git/config"',
    "a script in a citation": "[@<script>alert(1)</script>]",
    "a handler in a citation": '[@a"onclick="alert(1)]',
    "a script in a place": "[@quill2016, <script>alert(1)</script>]",
    "a script in a term": "[[<script>alert(1)</script>]]",
    "a handler in a term": '[[\'"onclick="alert(1)]]',
    "a script in a language": "[a]{lang=<script>alert(1)</script>}",
    "a handler in a language": '[a]{lang=fr" onclick="alert(1)}',
    "a style in a language": "[a]{lang=fr style=position:fixed}",
    "words in another language that are a script": "[<script>alert(1)</script>]{lang=fr}",
    "a script link in another language": "[[a](javascript:alert(1))]{lang=fr}",
    "a language in a script link": "[[a]{lang=fr}](javascript:alert(1))",
    "a link in a link": "[a <https://example.org/b> c](https://example.org/d)",
    "a scheme without an address": "[a](https:evil)",
    "an address of the same scheme": "[a](//example.org/evil)",
    "a null": "a\0<script>alert(1)</script>",
    "half an element": '<a href="javascript:alert(1)',
    "an element across paragraphs": "<div onclick='\n\nalert(1)'>",
    "five thousand marks": "*a " * 1000 + "a*" * 1000,
    "a number too great for a list": "999999999. a",
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_body_is_harmless(source: str) -> None:
    assert_harmless(drawn(source))


def assert_harmless(html: Markup) -> None:
    for element in fragment(html):
        assert element.name in ELEMENTS
        if element.name == "a":
            assert element.attributes.keys() <= {"href", "rel", "class"}
            assert element.attributes.get("class", "cited") == "cited"
            link = urlsplit(element.attributes.get("href", ""))
            assert link.scheme in ("", "http", "https", "mailto")
        else:
            allowed = {"span": {"lang"}, "ol": {"start"}}.get(element.name, set())
            assert element.attributes.keys() <= allowed


@given(
    st.lists(
        st.sampled_from(
            [*"<>[]()!*`&#:\"'= \n/\\{}@", "script", "javascript:", "&#106;", "on", "a", "src",
             "data:", "[@", "[[", "]]", "](", "]{lang=", "{lang=fr}", "[@quill2016, p. 12]", "> ",
             "- ", "https://e.org", "&#x202e;", "\N{RIGHT-TO-LEFT OVERRIDE}", "\0"]
        ),
        max_size=25,
    ).map("".join)
)  # fmt: skip
def test_no_body_is_harmful(source: str) -> None:
    assert_harmless(drawn(source))


@pytest.mark.parametrize(
    "opening",
    ["[", "> ", "*", "- ", "**", "![", "`", "(", "<", "[[", "[@", "*a ", "[a](", "{lang="],
)
def test_deep_nesting_is_drawn(opening: str) -> None:
    assert_harmless(drawn((opening * 6000)[:5999] + "a"))


# ---- The second wall: a tree that no reader of ours would make ----

HAND_MADE: dict[str, Inline] = {
    "a script link": Link("javascript:alert(1)", (Text("a"),)),
    "a script link in capitals": Link("JaVaScRiPt:alert(1)", (Text("a"),)),
    "a script link with a tab": Link("java\tscript:alert(1)", (Text("a"),)),
    "a script link after a space": Link(" javascript:alert(1)", (Text("a"),)),
    "a script link after a control character": Link("\x01javascript:alert(1)", (Text("a"),)),
    "a data link": Link("data:text/html,<script>alert(1)</script>", (Text("a"),)),
    "a VBScript link": Link("vbscript:a", (Text("a"),)),
    "a quotation mark in an address": Link('https://e.org/" onclick="alert(1)', (Text("a"),)),
    "an element in an address": Link('"><script>alert(1)</script>', (Text("a"),)),
    "a link in a link": Link("https://e.org", (Link("javascript:alert(1)", (Text("a"),)),)),
    "a citation in a link": Link("https://e.org", (Cited("quill2016", "", PLACE),)),
    "a quotation mark in a language": Foreign('fr" onclick="alert(1)', (Text("a"),)),
    "an element in a language": Foreign('"><script>alert(1)</script>', (Text("a"),)),
    "a script in words": Text("<script>alert(1)</script>"),
    "a script in code": Code("</code><script>alert(1)</script>"),
    "a script in a key": Cited('"><script>alert(1)</script>', "", PLACE),
    "a script link in a key": Cited("javascript:alert(1)", "", PLACE),
    "a script in a term": TermLink("</a><script>alert(1)</script>", PLACE),
}


@pytest.mark.parametrize("part", HAND_MADE.values(), ids=HAND_MADE)
def test_a_hostile_tree_is_harmless(part: Inline) -> None:
    assert_harmless(draw_body(Body((Paragraph((part,)),)), cite, point))


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<a href="javascript:alert(1)" onclick="alert(1)" id="__config">a</a>',
        '<span style="position:fixed" class="md-search">a</span>',
        "<style>*{display:none}</style>",
        "<p id=__config>a</p>",
        "</p></div><iframe srcdoc=a></iframe>",
    ],
)
def test_what_a_drawing_of_a_citation_lets_through_is_stopped(html: str) -> None:
    """Should a formatter or a macro ever pass on what a stranger wrote."""
    body = Body((Paragraph((Cited("a", "", PLACE), TermLink("a", PLACE))),))
    assert_harmless(draw_body(body, lambda _: Markup(html), lambda _: Markup(html)))


HOSTILE_WORDS = st.lists(
    st.sampled_from(
        [
            *"<>\"'=/&; \t\n:#",
            "script",
            "javascript:",
            "https://",
            "onclick",
            "a",
            "data:",
            "&#106;",
        ]
    ),
    max_size=8,
).map("".join)
INLINES: st.SearchStrategy[Inline] = st.recursive(
    st.one_of(
        st.builds(Text, HOSTILE_WORDS),
        st.builds(Code, HOSTILE_WORDS),
        st.builds(LineBreak),
        st.builds(Cited, HOSTILE_WORDS, HOSTILE_WORDS, st.just(PLACE)),
        st.builds(TermLink, HOSTILE_WORDS, st.just(PLACE)),
    ),
    lambda inner: st.one_of(
        st.builds(Emphasis, st.lists(inner, max_size=3).map(tuple), st.booleans()),
        st.builds(Link, HOSTILE_WORDS, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Foreign, HOSTILE_WORDS, st.lists(inner, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)
PARAGRAPHS = st.builds(Paragraph, st.lists(INLINES, max_size=3).map(tuple))


@given(st.lists(PARAGRAPHS, max_size=3).map(tuple))
def test_no_tree_is_harmful(paragraphs: tuple[Paragraph, ...]) -> None:
    body = Body((*paragraphs, Quotation(paragraphs), Items((paragraphs,), 2)))
    assert_harmless(draw_body(body, cite, point))
