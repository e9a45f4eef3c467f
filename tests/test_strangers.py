"""What a hostile contribution brings into `docs/` is refused, or is published as harmless words."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.command import Outcome, files_of, run
from tests.html.test_body import HOSTILE as HOSTILE_BODIES
from tests.tiny_edition import copied
from tests.trees import Tree, document, read

MARK = "planted-by-a-stranger"
HOSTILE = f"<script>{MARK}</script>\n<p id='__config' onclick='{MARK}'>a</p>\n"


def plant(root: Path, path: str, text: str) -> None:
    file = root / "docs" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def entry(folder: str) -> Callable[[Path], None]:
    """Plant a page where the entries of contributors will lie."""
    return lambda root: plant(root, f"{folder}/a.md", f"---\ntitle: A\n---\n\n{HOSTILE}")


def link(root: Path, path: str, target: str) -> None:
    """Plant a symbolic link that leads out of the edition."""
    outside = root.parent / "outside"
    outside.mkdir()
    (outside / "a.txt").write_text(MARK, encoding="utf-8")
    file = root / "docs" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.symlink_to(outside / target)


PLANTED: dict[str, Callable[[Path], None]] = {
    **{
        f"a page in {folder}": entry(folder)
        for folder in ("notes", "glossary", "timeline", "people", "places", "text/more")
    },
    "front matter that replaces the page": lambda root: plant(
        root, "notes/a.md", f"---\ntitle: A\ntemplate: 404.html\n---\n\n{HOSTILE}"
    ),
    "a page of HTML": lambda root: plant(root, "evil.html", HOSTILE),
    "a script": lambda root: plant(root, "evil.js", MARK),
    "a picture with a script": lambda root: plant(
        root, "evil.svg", f"<svg xmlns='http://www.w3.org/2000/svg' onload='{MARK}'/>"
    ),
    "a script in the place of the theme's": lambda root: plant(
        root, "assets/javascripts/book.js", MARK
    ),
    "a style in the place of the theme's": lambda root: plant(
        root, "assets/stylesheets/page.css", f"/* {MARK} */"
    ),
    "another domain": lambda root: plant(root, "CNAME", MARK),
    "a page in the place of the plain view": lambda root: plant(
        root, "text/plain.md", f"---\ntitle: A\n---\n\n{MARK}\n"
    ),
    "a page in the place of a short link": lambda root: plant(
        root, "p/1/index.md", f"---\ntitle: A\n---\n\n{MARK}\n"
    ),
    "data in the place of the edition's": lambda root: plant(root, "data/edition.json", MARK),
    "a link to a file outside": lambda root: link(root, "about/link.txt", "a.txt"),
    "a page that is a link to a file outside": lambda root: link(root, "notes/a.md", "a.txt"),
    "a folder that is a link to one outside": lambda root: link(root, "about/all", ""),
}


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED)
def test_what_a_stranger_plants_is_refused_or_not_published(
    tiny_root: Path, tmp_path: Path, planted: Callable[[Path], None]
) -> None:
    root = copied(tiny_root, tmp_path / "edition")
    planted(root)
    outcome = run(root, "build")
    if outcome.status == 0:
        published = [
            path for path, content in files_of(root / "site").items() if MARK.encode() in content
        ]
        assert published == []


@pytest.mark.parametrize(
    "name", ["zf<img src=x onerror=alert(1)>.md", 'a"b.md', "a'b.md", "{{ a }}.md", "a&b.md"]
)
def test_the_name_of_a_file_brings_no_element_into_any_page(
    tiny_root: Path, tmp_path: Path, name: str
) -> None:
    root = copied(tiny_root, tmp_path / "edition")
    plant(root, name, "---\ntitle: A\n---\n\nWords.\n")
    outcome = run(root, "build")
    if outcome.status == 0:
        for file in sorted((root / "site").rglob("*.html")):
            assert look_at(file.read_bytes()).faults == (), file


# ---- Notes: what a stranger writes is published, if it is of the right form ----

NOTE = """\
---
quote: Perhaps that book is the better table
unit: p4
kind: context
author_name: Ada Stranger
date: 2026-11-24
tags: [a]
new_source: a book
---
Words.
"""
LINE = re.compile(r"[^:]+:\d+: [a-z-]+: .+")
NO_BUSINESS = {"base", "embed", "frame", "iframe", "math", "object", "style", "template"}
"""Elements that no page of an edition has."""
NO_ATTRIBUTE = {"style", "srcdoc", "formaction", "background"}
"""Attributes that no element of it has."""
DATA = {"type": "application/ld+json"}
"""The attributes of a block of data, all of them: with these, a script element is never run."""
OF_A_NOTE = re.compile(r"(?:cite|exercise|note|noteref)-a-stranger(?:--(?:quote|words))?")
"""Ids that a note may add to a page; any other could take the place of one of the theme's."""


@pytest.fixture(scope="module")
def host(tiny_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny edition, which keeps how a stranger's note is cited: nearly all are cited alike."""
    root = copied(tiny_root, tmp_path_factory.mktemp("host") / "edition")
    assert contribute(root, NOTE).status == 0
    return root


def contribute(root: Path, text: str, path: str = "notes/a-stranger.md") -> Outcome:
    """Plant an entry, build the site if it is let in, and take the entry away again."""
    plant(root, path, text)
    try:
        checked = run(root, "check")
        return checked if checked.status else run(root, "build")
    finally:
        (root / "docs" / path).unlink()


def assert_refused(outcome: Outcome) -> None:
    """The build says what is wrong, line by line, and nothing of its own insides."""
    lines = outcome.stderr.splitlines()
    assert lines != []
    assert [line for line in lines if not LINE.fullmatch(line)] == []


@dataclass(frozen=True)
class Seen:
    """What is to be known of a page."""

    scripts: tuple[tuple[frozenset[tuple[str, str]], str], ...]
    """Every script element but blocks of data, which say how many notes there are and by whom."""
    blocks: int
    """How many blocks of data."""
    ids: tuple[str, ...]
    faults: tuple[Tree, ...]
    """Elements that may run, load or send something."""


def assert_harmless(site: Path, before: Path, own: re.Pattern[str] = OF_A_NOTE) -> None:
    """Nothing runs, loads or takes a place in any page that did not in the site before."""
    for file in sorted(site.rglob("*.html")):
        page = look_at(file.read_bytes())
        assert page.faults == (), file
        old = before / file.relative_to(site)
        if old.exists():
            others = look_at(old.read_bytes())
            assert page.scripts == others.scripts, file
            assert page.blocks == others.blocks, file
            added = set(page.ids) - set(others.ids)
            assert [name for name in added if not own.fullmatch(name)] == []


@lru_cache(maxsize=512)  # most pages are the same bytes after most contributions
def look_at(content: bytes) -> Seen:
    """Look through a page; a block of data that is no JSON, or could hold an element, fails."""
    page = read(content)
    scripts = page.find("script")
    blocks = [script.words for script in scripts if script.attributes == DATA]
    assert [words for words in blocks if set("<>&") & set(words)] == []
    for words in blocks:
        json.loads(words)
    return Seen(
        scripts=tuple(
            (frozenset(script.attributes.items()), script.words)
            for script in scripts
            if script.attributes != DATA
        ),
        blocks=len(blocks),
        ids=tuple(element.attributes["id"] for element in page if "id" in element.attributes),
        faults=tuple(element for element in page if not _is_harmless(element)),
    )


def _is_harmless(element: Tree) -> bool:
    return element.name not in NO_BUSINESS and all(
        _is_harmless_attribute(name, value) for name, value in element.attributes.items()
    )


def _is_harmless_attribute(name: str, value: str) -> bool:
    if name in ("href", "src", "action", "data"):
        known = urlsplit(value).scheme in ("", "http", "https", "mailto", "data")
        return known and not value.startswith("data:text")
    return not name.startswith("on") and name not in NO_ATTRIBUTE


@pytest.mark.parametrize("body", HOSTILE_BODIES.values(), ids=HOSTILE_BODIES)
def test_a_hostile_body_of_a_note_is_refused_or_harmless(
    tiny_root: Path, host: Path, body: str
) -> None:
    outcome = contribute(host, NOTE.replace("Words.", body))
    if outcome.status:
        assert_refused(outcome)
    else:
        assert_harmless(host / "site", tiny_root / "site")


HARMLESS_BODIES = {
    "a script set as code": f"`<script>{MARK}</script>`",
    "a page set as code": f"```html\n<body onload={MARK}>\n```",
    "a script for a place": f"See [@lowwater, <script>{MARK}</script>].",
    "a handler for a place": f'See [@lowwater, " onclick={MARK} x="].',
    "TeX for a place": "See [@lowwater, \\input{/etc/passwd} $x$ {].",
    "signs": "a < b & c > d \" ' ` = ; -- }} %} ]]> -->",
    "right to left": "[\u05e9\u05dc\u05d5\u05dd]{lang=he}",
    "an address with everything": "[a](https://example.org/?a=<b>&c='d'#\"e\")",
}


@pytest.mark.parametrize("body", HARMLESS_BODIES.values(), ids=HARMLESS_BODIES)
def test_what_may_be_said_is_published_as_words(tiny_root: Path, host: Path, body: str) -> None:
    outcome = contribute(host, NOTE.replace("Words.", body))
    assert outcome.status == 0, outcome.stderr
    assert_harmless(host / "site", tiny_root / "site")


HEADS: dict[str, tuple[str, str]] = {
    "an element for a name": ("Ada Stranger", f"<script>{MARK}</script>"),
    "a handler for a name": ("Ada Stranger", f"'\" onclick=\"{MARK}'"),
    "an end of an attribute for a name": ("Ada Stranger", '\'Ada"><b id="__config">\''),
    "a call for a name": ("Ada Stranger", "'{{ config }}'"),
    "TeX for a name": ("Ada Stranger", "'Ada \\input{/etc/passwd} $x$ % #'"),
    "Markdown for a name": ("Ada Stranger", "'[Ada](javascript:alert(1)) *b* `c`'"),
    "an entity for a name": ("Ada Stranger", "Ada &lt;b&gt; &#106;"),
    "an override for a name": ("Ada Stranger", '"Ada \\u202E"'),
    "half of a character for a name": ("Ada Stranger", '"Ada \\uD800"'),
    "a name in lines": ("Ada Stranger", "|\n  Ada\n  <b>"),
    "a name of commas": ("Ada Stranger", "', , ,A'"),
    "a name that BibTeX would part": ("Ada Stranger", "Ada and {others}"),
    "a script link for a source": ("a book", "javascript:alert(1)"),
    "an element for a source": ("a book", f"<img src=x onerror={MARK}>"),
    "a handler for a source": ("a book", f"'\" onclick=\"{MARK}'"),
    "a call for a source": ("a book", "'{{ config }}'"),
    "an element for a tag": ("[a]", f"['<b onclick={MARK}>']"),
    "a bar for a tag": ("[a]", "['a|b']"),
    "an element for a kind": ("context", f"<b onclick={MARK}>"),
    "an element for a unit": ("p4", f"<b onclick={MARK}>"),
    "a path for a unit": ("p4", "../../../etc/passwd"),
    "an element for a date": ("2026-11-24", f"<b onclick={MARK}>"),
    "an element for a quote": ("Perhaps that book", f"<b onclick={MARK}>"),
    "a template": ("kind: context", "kind: context\ntemplate: 404.html"),
    "macros switched on": ("kind: context", "kind: context\nrender_macros: true"),
    "an icon": ("kind: context", "kind: context\nicon: nonsense"),
    "a merge key": ("kind: context", "kind: context\n<<: {a: b}"),
    "a call of Python": ("p4", "!!python/object/apply:os.system [id]"),
    "a billion laughs": ("[a]", "&a [*a, *a]"),
    "a mapping of mappings": ("[a]", "{a: {a: {a: {a: {a: {a: {a: {a: {a: b}}}}}}}}}"),
    "an iD that leads elsewhere": (
        "date: 2026-11-24", "orcid: ../../example.org\ndate: 2026-11-24"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new"), HEADS.values(), ids=HEADS)
def test_a_hostile_head_of_a_note_is_refused_or_harmless(
    tiny_root: Path, host: Path, old: str, new: str
) -> None:
    assert NOTE.count(old) == 1
    outcome = contribute(host, NOTE.replace(old, new))
    if outcome.status:
        assert_refused(outcome)
    else:
        assert_harmless(host / "site", tiny_root / "site")


@pytest.mark.parametrize(
    "name",
    ["page", "search", "top", "index", "con", "notes-02-book", "filter-kind", "x" * 200, "1", "a"],
)
def test_the_name_of_a_note_takes_no_other_place(host: Path, name: str) -> None:
    """Names such as the theme gives to its own elements."""
    outcome = contribute(host, NOTE, f"notes/{name}.md")
    if outcome.status:
        assert_refused(outcome)
    else:
        for file in sorted((host / "site").rglob("*.html")):
            ids = look_at(file.read_bytes()).ids
            assert len(set(ids)) == len(ids), file


@pytest.mark.parametrize("target", ["/proc/self/environ", "/etc/passwd", "/dev/zero", "/dev/stdin"])
@pytest.mark.parametrize("folder", ["docs/notes", "bibliography/corrections"])
def test_a_link_to_a_file_of_the_machine_shows_nothing_of_it(
    tiny_root: Path, tmp_path: Path, folder: str, target: str
) -> None:
    root = copied(tiny_root, tmp_path / "edition")
    (root / folder / "a.md").symlink_to(target)
    outcome = run(root, "check")
    assert outcome.stderr == (
        f"{folder}/a.md:1: file-place: expected a file or a folder, found a symbolic link"
        " (put the file itself there)\n"
    )


# ---- Terms, people and places ----

PLACE = """\
---
term: The door
kind: city
forms: [office door]
name_fr: porte
also: [gate]
see: [harbour]
coordinates: 54.18, 7.89
author_name: Ada Stranger
date: 2026-11-24
---
Words.
"""
OF_A_PLACE = re.compile(r"(?:term-)?a-stranger(?:--name)?")


def contribute_place(root: Path, place: str) -> Outcome:
    return contribute(root, place, "places/a-stranger.md")


def test_a_stranger_s_place_is_published(tiny_root: Path, host: Path) -> None:
    assert contribute_place(host, PLACE).status == 0
    assert_harmless(host / "site", tiny_root / "site", OF_A_PLACE)
    page = document(host / "site" / "places" / "index.html")
    assert page.find("article", id="a-stranger")[0].find("h2")[0].words == "The door"


BODIES_OF_A_PLACE = {
    "a script": f"<script>{MARK}</script>",
    "a handler": f"<b onclick={MARK}>Words</b>.",
    "a script link": f"[Words](javascript:{MARK}).",
    "an entity": f"Words &lt;script&gt;{MARK}&lt;/script&gt;.",
    "a call": "Words {{ config }}.",
    "an element in a link to a term": f"See [[<script>{MARK}</script>]].",
    "a script set as code": f"`<script>{MARK}</script>`",
    "a place in a citation": f"Words [@lowwater, <script>{MARK}</script>].",
    "a script of words": f"Words alert({MARK}) \\ ` ' \" & < >.",
}


@pytest.mark.parametrize("body", BODIES_OF_A_PLACE.values(), ids=BODIES_OF_A_PLACE)
def test_a_hostile_body_of_a_place_is_refused_or_harmless(
    tiny_root: Path, host: Path, body: str
) -> None:
    outcome = contribute_place(host, PLACE.replace("Words.", body))
    if outcome.status:
        assert_refused(outcome)
    else:
        assert_harmless(host / "site", tiny_root / "site", OF_A_PLACE)


HEADS_OF_A_PLACE: dict[str, tuple[str, str]] = {
    "an element for the name": ("The door", f"<script>{MARK}</script>"),
    "a handler for the name": ("The door", f"'\" onclick=\"{MARK}'"),
    "a call for the name": ("The door", "'{{ config }}'"),
    "an override for the name": ("The door", '"The \\u202E door"'),
    "TeX for the name": ("The door", "'\\input{/etc/passwd} $x$ % #'"),
    "an element for a form": ("[office door]", f"[office door, <b onclick={MARK}>]"),
    "an expression for a form": ("[office door]", "[office door, '(a+)+$', '.*', '[']"),
    "very many forms": ("[office door]", f"[office door, {', '.join(map(str, range(3000)))}]"),
    "an element for a name": ("porte", f"<b onclick={MARK}>"),
    "an end of an attribute for a name": ("porte", '\'"><b id="__config">\''),
    "an end of an attribute for a language": ("name_fr", "'name_fr\" onclick=\"a'"),
    "an element for another name": ("[gate]", f"['<img src=x onerror={MARK}>']"),
    "a path for another entry": ("[harbour]", "['../../../etc/passwd']"),
    "an element for a kind": ("city", f"<b onclick={MARK}>"),
    "an expression for a point": ("54.18, 7.89", "__import__('os').system('id'), 1"),
    "an endless number for a point": ("54.18, 7.89", f"{'9' * 400}, 1"),
    "no number for a point": ("54.18, 7.89", "nan, inf"),
    "an element for an author": ("Ada Stranger", f"<script>{MARK}</script>"),
    "a template": ("kind: city", "kind: city\ntemplate: 404.html"),
    "a billion laughs": ("[gate]", "&a [*a, *a]"),
}


@pytest.mark.parametrize(("old", "new"), HEADS_OF_A_PLACE.values(), ids=HEADS_OF_A_PLACE)
def test_a_hostile_head_of_a_place_is_refused_or_harmless(
    tiny_root: Path, host: Path, old: str, new: str
) -> None:
    assert PLACE.count(old) == 1
    outcome = contribute_place(host, PLACE.replace(old, new))
    if outcome.status:
        assert_refused(outcome)
    else:
        assert_harmless(host / "site", tiny_root / "site", OF_A_PLACE)


@pytest.mark.parametrize(
    "name",
    ["page", "search", "top", "index", "con", "filter--kind", "filter-kind", "places", "x" * 200],
)
def test_the_name_of_a_place_takes_no_other_place(host: Path, name: str) -> None:
    """Its id is its name alone: so where the theme has it for an element, the build stops."""
    outcome = contribute(host, PLACE, f"places/{name}.md")
    if outcome.status:
        assert_refused(outcome)
    else:
        for file in sorted((host / "site").rglob("*.html")):
            ids = look_at(file.read_bytes()).ids
            assert len(set(ids)) == len(ids), file
