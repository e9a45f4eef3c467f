"""Bodies are strangers' data: whatever they hold, the page holds harmless words and links."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.html.body import draw_body
from tests.trees import fragment

ELEMENTS = {
    *("", "a", "blockquote", "br", "code", "em", "li", "ol", "p", "pre", "strong", "ul"),
}
"""The empty name is the fragment itself."""

GOOD = {
    "words": ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
    "marks": ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
    "a list": ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    "a quotation": ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
    "code": ("    a <b>", "<pre><code>a &lt;b&gt;\n</code></pre>"),
    "a link": (
        "[a](https://example.org/?b=c&d)",
        '<p><a href="https://example.org/?b=c&amp;d" rel="noopener nofollow">a</a></p>',
    ),
    "an address": (
        "<https://example.org>",
        '<p><a href="https://example.org" rel="noopener nofollow">https://example.org</a></p>',
    ),
    "signs": ("a < b & c", "<p>a &lt; b &amp; c</p>"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("source", "html"), GOOD.values(), ids=GOOD)
def test_a_body_is_commonmark(source: str, html: str) -> None:
    drawn, expected = fragment(draw_body(source)), fragment(html)
    assert _words(drawn.words) == _words(expected.words)
    assert [(e.name, e.attributes) for e in drawn] == [(e.name, e.attributes) for e in expected]


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
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_body_is_harmless(source: str) -> None:
    assert_harmless(source)


def assert_harmless(source: str) -> None:
    for element in fragment(draw_body(source)):
        assert element.name in ELEMENTS
        if element.name == "a":
            assert element.attributes.keys() <= {"href", "rel", "title"}
            link = urlsplit(element.attributes.get("href", ""))
            assert link.scheme in ("", "http", "https", "mailto")
        else:
            assert element.attributes == {}


@given(
    st.lists(
        st.sampled_from(
            [*"<>[]()!*`&#:\"'= \n/", "script", "javascript:", "&#106;", "on", "a", "src", "data:"]
        ),
        max_size=25,
    ).map("".join)
)
def test_no_body_is_harmful(source: str) -> None:
    assert_harmless(source)


@pytest.mark.parametrize("opening", ["[", "> ", "*", "- ", "**", "![", "`", "(", "<", "["])
def test_deep_nesting_is_drawn(opening: str) -> None:
    assert_harmless(opening * 2000 + "a")


def _words(text: str) -> list[str]:
    return text.split()
