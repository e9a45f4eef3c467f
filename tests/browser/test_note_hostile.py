"""Notes of a stranger who means harm: what the check lets through is words, and does nothing.

The vectors are those that ran scripts, left the site or broke pages of the stock theme. Most are
refused; which, is the check's business. Whatever is not is built here and looked at in a browser.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.reader import Reader
from tests.browser.server import Server
from tests.command import run
from tests.tiny_edition import lay_out

HOST = "evil.example"
RUN = "window.RAN=1"
TAGS = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}><animate onbegin={RUN} attributeName=x></svg>",
    f"<details open ontoggle={RUN}>x</details>",
    "<iframe srcdoc='<script>parent.RAN=1</script>'></iframe>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}></style></mglyph></table></math>",
    f"<base href=https://{HOST}/>",
    f"<meta http-equiv=refresh content='0;url=https://{HOST}/'>",
    f"<form action=https://{HOST}/><button>x</button></form>",
    f"<link rel=stylesheet href=https://{HOST}/x.css>",
    f"<object data=https://{HOST}/x></object>",
    "<style>*{display:none}</style>",
    f"<a href=javascript:{RUN}>x</a>",
    f'"><script>{RUN}</script>',
    f"</title></aside></textarea><script>{RUN}</script>",
    f"' onmouseover='{RUN}' x='",
    "<!-- x --!><p id=__config data-md-color-scheme=slate>",
)
ADDRESSES = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"&#106;avascript:{RUN}",
    f"java&#x09;script:{RUN}",
    f"java\\\nscript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    "data:text/html;base64,PHNjcmlwdD53aW5kb3cuUkFOPTE8L3NjcmlwdD4=",
    f"vbscript:{RUN}",
    f"//{HOST}/x",
    f"https://{HOST}/x",
    f"https://good.example@{HOST}/",
    f'https://{HOST}/"onmouseover="{RUN}"',
    f"https://{HOST}/'><script>{RUN}</script>",
    f"https://{HOST}/%0Ajavascript:{RUN}",
    f"https://{HOST}/{{{{7*7}}}}",
    f"mailto:a@{HOST}?body=<script>{RUN}</script>",
    f"mailto:a@{HOST}?subject=%22%3E%3Cscript%3E",
    f"blob:https://{HOST}/x",
    "file:///etc/passwd",
    "../../../etc/passwd",
    "#__config",
    "http://[bad",
)
WORDS = (
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{% for i in range(10**9) %}{% endfor %}",
    "{#id} text {#",
    f"{{: onclick={RUN} onmouseover={RUN} style=position:fixed;inset:0 }}",
    "{: #__config }",
    "a paragraph\n{: #note-x .open .asked }",
    "--8<-- \".git/config\"",
    "--8<-- \"/etc/hostname\"",
    "!!! danger \"x\"\n    y",
    ":::python\nprint()",
    "*[HTML]: x",
    "[TOC]",
    "\x02wzxhzdk:0\x03",
    f"[x]: javascript:{RUN}\n\n[x]",
    f"[x]: https://{HOST}/x\n\n[x] and [x][x]",
    "http://" + HOST + "/bare",
    f"<https://{HOST}/auto>",
    f"<a@{HOST}>",
    f"![x](https://{HOST}/x.png)",
    "[x]{lang=en onclick=x}",
    "[x]{lang=\"><b>}",
    "[[wind\" onclick=\"x]]",
    "[@quill2016marks, <script>x</script>]",
    "[@quill2016marks, p. 1\" onclick=\"x]",
    "&lt;script&gt;window.RAN=1&lt;/script&gt;",
    "&#60;img src=x onerror=window.RAN=1&#62;",
    "\\<script>window.RAN=1\\</script>",
    "**__**__**__" * 40,
    "> " * 60 + "deep",
    "[" * 500,
    "`" * 300 + "x",
    "\u202ereversed\u202c and \u200bzero and p\u0430ypal.com",
    "W" * 400,
)  # fmt: skip
CODE = ("{}", "`{}`", "```html\n{}\n```", "``` mermaid\n{}\n```", "    {}", "- {}", "> {}", "*{}*")
"""Ways to set words in a body; in code, what looks like HTML is words and allowed."""


def bodies() -> Iterator[str]:
    for tag in TAGS:
        yield from (way.format(tag) for way in CODE)
    for address in ADDRESSES:
        yield f"See [words]({address}) and [others](<{address}>)."
        yield f"`{address}` and <{address}>."
    for words in WORDS:
        yield words
        yield f"```\n{words}\n```"


def front_matters() -> Iterator[str]:
    for tag in (*TAGS, *ADDRESSES, "{{7*7}}", "__proto__", "constructor", "W" * 200, "x|y", "none"):
        value = "'" + tag.replace("'", "''").replace("\n", " ") + "'"
        yield f"author_name: {value}"
        yield f"author: editors\nnew_source: {value}"
        yield f"author: editors\ntags: [{value}]"
        yield f"author: editors\ntitle: {value}\ndescription: {value}"
        yield f"author: editors\nprefix: {value}"
    yield "author: editors\ntemplate: 404.html"
    yield "author: editors\nrender_macros: true"
    yield "author: editors\nicon: nonsense"
    yield "author_name: Harm\norcid: 0000-0002-1825-0097"
    yield "author_name: Harm\norcid: javascript:window.RAN=1"


def notes() -> list[str]:
    """Return the files, each with one hostile thing in it; they lie upon one another's words."""
    quotes = ["Nobody paints it", "every ladder carries a mark", "It promises two high waters",
              "boats believe the ladder", "each of its lines was wet once"]  # fmt: skip
    head = "---\nquote: {}\nkind: {}\ndate: 2026-11-24\n{}\n---\n{}\n"
    kinds = ("context", "correction", "query", "question")
    things = [("author: editors", body) for body in bodies()]
    things += [(matter, "Plain words.") for matter in front_matters()]
    return [
        head.format(quotes[n % len(quotes)], kinds[n % len(kinds)], *thing)
        for n, thing in enumerate(things)
    ]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The tiny edition with every hostile note that the check lets through, built and served."""
    root = lay_out(tmp_path_factory.mktemp("hostile") / "edition")
    folder = root / "docs" / "notes"
    for number, text in enumerate(notes()):
        (folder / f"harm-{number}.md").write_text(text, encoding="utf-8")
    for _ in range(4):  # what stands in the way of others is found first
        outcome = run(root, "check")
        if outcome.status == 0:
            break
        for line in outcome.stderr.splitlines():
            path = line.partition(":")[0]
            if path.startswith("docs/notes/harm-") and ": warning: " not in line:
                (root / path).unlink(missing_ok=True)
    assert outcome.status == 0, outcome.stderr[-2000:]
    built = run(root, "build")
    assert built.status == 0, built.stderr[-2000:]
    with Server(root / "site") as server:
        yield server


PAGES = ("text/01-ladder/?level=3", "text/02-book/?level=3", "notes/")

PROD = """() => {
  for (const more of document.querySelectorAll("details")) more.open = true;
  const events = `click dblclick mouseover mouseenter mousemove mousedown mouseup focus blur keydown
    load error toggle beforetoggle pointerover begin animationstart transitionend wheel copy submit
    change input`.split(/\\s+/);
  for (const element of document.querySelectorAll(".note *, .listed-note *, mark, .about-unit *"))
    for (const name of events)
      element.dispatchEvent(new Event(name, { cancelable: true })); // its own handlers, if any
}"""

ODD = """() => {
  const allowed = new Set(("p ul ol li blockquote pre code em strong a span br q cite time i div"
    + " section h3 details summary").split(" "));
  const found = [];
  const parts = ".note-body, .note-signed, .note-cite, .note-quote";
  for (const body of document.querySelectorAll(parts)) {
    for (const element of [body, ...body.querySelectorAll("*")]) {
      if (!allowed.has(element.localName)) found.push(`<${element.localName}>`);
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on") || name === "style" || name === "src" || name === "srcdoc")
          found.push(`${name}=${value}`);
        if (name === "id" && !element.matches(".note-quote")) found.push(`id=${value}`);
        if (name === "href" && !["http:", "https:", "mailto:"].includes(element.protocol))
          found.push(`href=${value}`);
      }
    }
  }
  return found;
}"""


def test_enough_of_it_gets_as_far_as_a_page(hostile: Server) -> None:
    """Otherwise the tests below would look at nothing; and some of it must not get so far."""
    built = len(list((hostile.folder / "n").glob("harm-*")))
    assert 100 < built < len(notes()) - 100


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_that_a_stranger_writes_runs_or_asks_another_host(
    width: int, hostile: Server, new_reader: Callable[..., Reader]
) -> None:
    """Shown, opened, clicked, listed, searched for: no script, no dialog, no request, no error."""
    reader = new_reader(hostile, width=width, reduced_motion=True)
    dialogs: list[str] = []
    reader.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))

    def untouched(page: Page, where: str) -> None:
        assert page.evaluate("typeof window.RAN") == "undefined", where
        assert page.evaluate(ODD) == [], where
        assert dialogs == [], where

    for address in PAGES:
        page = reader.visit(address)
        untouched(page, address)
        page.evaluate(PROD)
        page.wait_for_timeout(100)
        untouched(page, f"{address}, prodded")
    page = reader.visit(PAGES[0])
    letters = page.locator(".note-marker a")
    for index in range(0, letters.count(), 9):
        letters.nth(index).press("Enter")
        page.locator(".note.open .note-body").click(position={"x": 4, "y": 4})
        page.keyboard.press("Escape")
    untouched(page, "notes opened")
    for query in ("script", "onerror", "evil", "Harm"):
        page.keyboard.press("/")
        page.locator("#search-field").fill(query)
        page.wait_for_timeout(250)
        page.locator("#search-results").hover()
        untouched(page, f"searched for {query}")
        page.keyboard.press("Escape")
    assert reader.troubles() == []


def test_links_that_are_let_through_are_links(
    hostile: Server, new_reader: Callable[..., Reader]
) -> None:
    """A click asks for the address that is written, and takes no script along."""
    reader = new_reader(hostile)
    page = reader.visit(PAGES[0])
    hrefs = set(page.evaluate(
        "[...document.querySelectorAll('.note-body a[href]')].map((link) => link.href)"
    ))  # fmt: skip
    away = sorted(href for href in hrefs if href.startswith("http") and HOST in href)
    assert away
    page.context.route(f"**://{HOST}/**", lambda route: route.fulfill(status=204))
    for href in away:
        page.evaluate(
            "href => [...document.links].find((link) => link.href === href).click()", href
        )
        page.wait_for_timeout(60)
        assert page.evaluate("typeof window.RAN") == "undefined"
    asked = {line.partition(" ")[2] for line in reader.record.foreign}
    assert asked == set(away)


def test_the_words_of_the_work_are_unharmed(
    hostile: Server, new_reader: Callable[..., Reader]
) -> None:
    """However many lie upon them: the paragraphs' own text is the article's, to the letter."""
    page = new_reader(hostile).visit(PAGES[0])
    text = page.evaluate(
        """() => { const copy = document.getElementById("p1").cloneNode(true);
          copy.querySelectorAll("[data-edition]").forEach((one) => one.remove());
          return copy.textContent; }"""
    )
    assert text.startswith("Every harbour wall carries a ladder, and every ladder carries a mark.")
    assert text.endswith("so it fades until another winter asks for a new one.")
