"""The same things to be searched in three ways: by this engine, by Material, by Pagefind.

* **edition**: the engine's own documents and dialog.
* **Material**: its search plugin's index, worker and dialog, on the pages of the floor. In
  a made-up edition every note is a section of its chapter, as an author would have to write it.
* **Pagefind**: its index of the engine's documents, a page for each, and the smallest page that
  asks it. (It is a module with WebAssembly: the edition's policy forbids it.)
"""

from __future__ import annotations

import html
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from bench import stacks
from bench.timing import CannotRunError, run_python
from bench.weight import densest_chapter
from edition.core.body import plain_words
from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.exports.search_documents import SearchDocument, search_documents
from edition.exports.search_index import export_search
from edition.sources.citeproc import format_library
from edition.sources.load import load


@dataclass(frozen=True, slots=True)
class Searched:
    """A site with a search, and how a reader comes to a result in it."""

    name: str
    site: Path
    page: str
    """Address of the page from which is searched."""
    field: str
    """Selectors: where one types,"""
    results: str
    """the list of results,"""
    item: str
    """and one of them."""
    parts: tuple[str, ...]
    """What the paths of search's own files have in them, to be told from the page's others."""
    at_once: bool = False
    """Whether everything is fetched at once, whatever is asked: one fresh page tells what it is."""


def ours(site: Path, page: str) -> Searched:
    """Return the engine's search."""
    return Searched(
        "edition", site, page, "#search-field", "#search-results", "#search-results a",
        ("/search/", "/search-", "/search.js"),
    )  # fmt: skip


def material(site: Path, page: str) -> Searched:
    """Return Material's search: its bundle is the dialog, the worker the engine."""
    return Searched(
        "Material", site, page, ".md-search__input", ".md-search-result__list",
        ".md-search-result__item", ("/javascripts/bundle.", "/workers/search.", "/search/"), True,
    )  # fmt: skip


_ASK = """\
<!doctype html><html lang="en"><title>Pagefind</title><input id="field"><ol id="results"></ol>
<script type="module">
const pagefind = import("./pagefind/pagefind.js");
let asked = 0;
document.getElementById("field").addEventListener("input", async (event) => {
  const mine = (asked += 1);
  const { results } = await (await pagefind).search(event.target.value);
  const found = await Promise.all(results.slice(0, 5).map((result) => result.data()));
  if (mine !== asked) return;
  document.getElementById("results").replaceChildren(...found.map(({ meta, excerpt }) =>
    Object.assign(document.createElement("li"), { textContent: `${meta.title} ${excerpt}` })));
});
</script>
"""


def pagefind(documents: Sequence[SearchDocument], folder: Path) -> Searched | None:
    """Index the documents with Pagefind; return nothing if it is not installed."""
    if find_spec("pagefind") is None:
        return None
    for number, document in enumerate(documents):
        words = html.escape(" ".join((*document.also, document.text)))
        page = folder / f"{document.sort.value}{number}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(
            f'<!doctype html><html lang="en"><title></title><body data-pagefind-body>'
            f"<h1>{html.escape(document.title)}</h1><p>{words}",
            encoding="utf-8",
        )
    run_python(("-m", "pagefind", "--site", str(folder), "--quiet"), folder)
    (folder / "index.html").write_text(_ASK, encoding="utf-8")
    return Searched(
        "Pagefind", folder, "", "#field", "#results", "#results li", ("/pagefind/",)
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sites:
    """An edition, searched in all ways that can be had here."""

    documents: Sequence[SearchDocument]
    searched: Sequence[Searched]


def real_sites(project: Path, folder: Path) -> Sites:
    """Build the project's own edition, and what is compared with it."""
    root = folder / "edition"
    stacks.copy_edition(project, root)
    built = stacks.engine(project, root, folder / "site")
    built.run()
    written = stacks.read_material(root, built.site)
    stacks.write_floor(written, folder / "floor")
    page = densest_chapter(built.site)
    floor = _build(project, folder / "floor", folder / "site-floor")
    formatted, _ = format_library(root, written.edition)
    documents = search_documents(written.edition, formatted)
    found = (ours(built.site, page), material(floor, page), pagefind(documents, folder / "pages"))
    return Sites(documents, tuple(filter(None, found)))


def made_up_sites(project: Path, folder: Path, root: Path, sites: Sites) -> Sites:
    """Make the same of a made-up edition in `root`, of which only what search needs is built.

    The engine's index is exported and put into the site of the project's own edition: the dialog is
    the same, and results are not followed.
    """
    edition, _ = load(root)
    if edition is None:
        raise CannotRunError("the made-up edition cannot be read")
    # How a note itself is cited, nobody searches for, and formatting ten thousand takes minutes.
    formatted, _ = format_library(root, replace(edition, notes=()))
    documents = search_documents(edition, formatted)
    (own,) = (searched for searched in sites.searched if searched.name == "edition")
    (theirs,) = (searched for searched in sites.searched if searched.name == "Material")
    site = folder / "site"
    shutil.copytree(own.site / "assets", site / "assets")
    shutil.copytree(own.site / own.page, site / own.page)
    for path, content in export_search(documents).items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    _write_floor(root, edition, formatted, folder / "floor")
    floor = _build(project, folder / "floor", folder / "site-floor")
    found = (
        replace(own, site=site),
        replace(theirs, site=floor, page=edition.chapters[0].address),
        pagefind(documents, folder / "pages"),
    )
    return Sites(documents, tuple(filter(None, found)))


def _write_floor(root: Path, edition: Edition, formatted: Formatted, floor: Path) -> None:
    """Write the floor with the notes in their chapters, and a page for what macros would draw."""
    entries = {reference.key: formatted.text(reference.key) for reference in edition.library}
    pages = tuple(p for p in edition.editors_pages if {call.name for call in p.calls} <= {"cite"})
    written = stacks.Material(root, replace(edition, editors_pages=pages), root, entries)
    stacks.write_floor(written, floor)
    docs = floor / "docs"
    (docs / "index.md").write_text("# Title page\n", encoding="utf-8")
    listed = "\n\n".join(f"## {key}\n\n{words}" for key, words in entries.items())
    (docs / "bibliography.md").write_text(f"# Bibliography\n\n{listed}\n", encoding="utf-8")
    for page in edition.text_pages:
        notes = [note for unit in page.units for note in edition.notes_of_unit.get(unit, ())]
        with (docs / f"text/{page.slug}.md").open("a", encoding="utf-8") as file:
            for note in notes:
                file.write(f"\n\n## “{note.quote.exact}”\n\n{plain_words(note.body)}\n")
    settings = floor / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("nav: []", "nav: [index.md]")
    settings.write_text(text, encoding="utf-8")


def _build(project: Path, root: Path, site: Path) -> Path:
    stacks.host(project, root, site).run()
    return site
