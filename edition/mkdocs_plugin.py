"""MkDocs' part: a wiring diagram; each event calls something that knows no MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from edition.bibtex_bridge import EditionRegistry, install
from edition.checked import load_checked
from edition.core.addresses import moved_places
from edition.core.edition import Edition
from edition.core.page_kind import draws_figures, page_kind
from edition.core.pages import TextPage, address_of
from edition.core.problem import Place, Problem, errors, report
from edition.exports.annotations import export_annotations
from edition.exports.bibliography import export_bibliography
from edition.exports.cartridge import export_cartridge
from edition.exports.contributing import export_contributing
from edition.exports.schemas import export_schemas
from edition.exports.search_documents import search_documents
from edition.exports.search_index import export_search
from edition.exports.short_links import export_short_links
from edition.exports.skos import export_skos
from edition.exports.timeline import export_timeline
from edition.exports.units import export_units
from edition.exports.works import export_cited_passages, export_works
from edition.html.compiled import Compiled
from edition.html.drawing import Drawing, DrawingError
from edition.html.page_head import view_page_head
from edition.html.text_page import PLAIN_TITLE, paragraph_range, paragraph_span
from edition.markdown_extension import EditionExtension
from edition.own_files import OwnFiles
from edition.shelf import Shelf
from edition.sketches import keep_sketches
from edition.sources.citeproc import format_library
from edition.sources.inventory import FOLDER as FOLDER_OF_PAGES
from edition.sources.inventory import is_page
from edition.sources.textfile import at_work
from edition.stage import Stage
from edition.stylesheets import FOLDER, bundle
from edition.theme import moved_from, theme_context
from edition.watching import watch

_COMPILED = Compiled()
"""The theme's templates."""

_EARLY = 100
_PLAIN_FILE = "text/plain.md"


class ProblemsFoundError(PluginError):
    """Carries problems through MkDocs, which prints them when it serves."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(report(problems).rstrip())
        self.problems = problems


class NoOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs' metaclass has no hints
    """The plugin has no options: everything stands in `edition.yml`."""


class EditionPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Reads the edition before anything else, and draws its pages."""

    edition: Edition
    stage: Stage
    theme: dict[str, Any]
    moved: dict[str, dict[str, str]]
    serving = False
    loaded: Edition | None = None
    """An edition that the command has loaded and checked already."""
    taken: Mapping[str, bytes]
    """What is served from memory, by path below the site's base, when all pages are made."""

    def __init__(self) -> None:
        super().__init__()
        self.shelf = Shelf()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether pages are served: live reload needs a script that the policy forbids."""
        self.serving = command == "serve"

    @event_priority(_EARLY)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything before any other plugin."""
        root = Path(config.config_file_path).parent
        self.edition = self.loaded or _load(root)
        formatted, problems = format_library(root, self.edition)
        _stop_on(problems)
        self.stage = Stage(
            self.edition, formatted, Drawing(root, self.edition, formatted, keep_sketches(root))
        )
        self.moved = moved_places(self.edition)
        settings, overrides = self.edition.settings, Path(str(config.theme.custom_dir))
        self.theme = asdict(theme_context(self.edition, formatted, overrides, serving=self.serving))
        get_env = config.theme.get_env
        config.theme.get_env = lambda: _with_own_files(get_env())  # type: ignore[method-assign]
        config.site_name = settings.title
        config.site_url = settings.url or config.site_url
        config.markdown_extensions.append(EditionExtension(self.stage))  # type: ignore[arg-type]
        if "bibtex" not in config.plugins:
            raise PluginError("expected the plugin bibtex after the plugin edition, found none")
        registry = EditionRegistry(self.edition, formatted, self.stage.draws_text)
        install(config.plugins["bibtex"], registry)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add what has no file in `docs/`: the plain view, the short links, the data."""
        for file in [file for file in files.documentation_pages() if not is_page(file.src_uri)]:
            files.remove(file)
        files.append(File.generated(config, _PLAIN_FILE, content=""))
        _put_in_stylesheets(files, config)
        exports = {
            **export_units(self.edition),
            **export_annotations(self.edition, self.stage.formatted),
            **export_skos(self.edition),
            **export_timeline(self.edition),
            **export_schemas(),
            **export_contributing(self.edition),
            **export_bibliography(self.edition, self.stage.formatted),
            **export_works(self.edition, self.stage.formatted),
            **export_cited_passages(self.stage.formatted),
            **export_cartridge(self.edition),
            **export_search(search_documents(self.edition, self.stage.formatted)),
            **export_short_links(self.edition, self.stage.formatted, self.theme["scripts"]),
        }
        for path, content in exports.items():
            files.append(File.generated(config, path, content=content))
        return files

    @event_priority(_EARLY)
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Expand macros; of a text page, leave only its citations to Markdown."""
        path = page.file.src_uri
        at_work.set(f"{FOLDER_OF_PAGES}/{path}")
        if path == _PLAIN_FILE:
            page.meta = {"title": PLAIN_TITLE, "kind": "plain"}
            return self.stage.text_markdown(None)
        address = address_of(path)
        text_page = self.edition.text_page_at.get(address)
        try:
            if text_page is not None:
                units = [self.edition.unit_by_id[unit] for unit in text_page.units]
                page.meta = {
                    "title": text_page.title,
                    "kind": "chapter" if text_page.number else text_page.slug,
                    "running": paragraph_range(self.edition, units),
                    "range": paragraph_span(units),
                    "figures": _has_figures(self.edition, text_page),
                }
                return self.stage.text_markdown(text_page)
            written = self.edition.editors_page_at.get(address)
            figures = draws_figures(written)
            page.meta = {**page.meta, "kind": page_kind(written), "figures": figures}
            return self.stage.page_markdown(address, markdown)
        except DrawingError as error:
            raise ProblemsFoundError((error.problem,)) from error

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the templates what they may ask for."""
        address = address_of(page.file.src_uri)
        title = str(page.title or "")
        theme = {
            **self.theme,
            "attribution": self.stage.drawing.attribution(address),
            "head": view_page_head(self.edition, self.stage.formatted, address, title),
            "moved": moved_from(address, self.moved),
            "adds": address if self.stage.drawing.assignments.at(address) else "",
        }
        context.update({"edition": theme})  # type: ignore[misc]
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Keep the error page's links relative while the site's own address is not known."""
        if not self.edition.settings.url:
            context["base_url"] = "."
        return context

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Make the same known to templates that are no page, such as the one for errors."""
        env.bytecode_cache = _COMPILED
        env.globals["edition"] = self.theme
        if self.serving:
            self.taken = _take_static(files)
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Serve what was made, now that all of it is."""
        if self.serving:
            self.shelf.files = self.taken

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: object) -> Any:
        """Serve what is in memory, and rebuild soon after anything changes."""
        server.set_app(self.shelf.before(server.serve_request, server.mount_path))
        settings, theme = Path(config.config_file_path), Path(str(config.theme.custom_dir))
        watch(server, settings.parent, theme, (config.docs_dir, str(settings)))
        return server


def _load(root: Path) -> Edition:
    """Read and check an edition; stop on errors, before mkdocs-bibtex dies of one."""
    edition, problems = load_checked(root)
    _stop_on(problems)
    if edition is None:
        raise PluginError("the edition could not be read")
    return edition


def _stop_on(problems: tuple[Problem, ...]) -> None:
    """Stop the host if any problem is an error."""
    if errors(problems):
        raise ProblemsFoundError(problems)


def _with_own_files(env: Environment) -> Environment:
    """Let the theme's environment list only the files that are to be part of a site."""
    if isinstance(env.loader, FileSystemLoader):
        env.loader = OwnFiles(env.loader.searchpath)
    return env


def _take_static(files: Files) -> dict[str, bytes]:
    """Take from the host what it would write beside the pages; return it by path.

    Until now it had to know these files, since pages link to them.
    """
    others = [file for file in files if not file.is_documentation_page()]
    static = [file for file in others if file.inclusion.is_in_serve()]  # type: ignore[no-untyped-call]
    for file in static:
        files.remove(file)
    return {file.dest_uri: file.content_bytes for file in static}


def _put_in_stylesheets(files: Files, config: MkDocsConfig) -> None:
    """Replace the theme's stylesheets by those that pages ask for, imports put in."""
    for file in [file for file in files if file.src_uri.startswith(f"{FOLDER}/")]:
        files.remove(file)
    folder = Path(str(config.theme.custom_dir)) / FOLDER
    for name, content in bundle(folder).items():
        files.append(File.generated(config, f"{FOLDER}/{name}", content=content))


def _has_figures(edition: Edition, page: TextPage) -> bool:
    """Say whether a note on a page of the text shows a figure."""
    return any(note.figure for unit in page.units for note in edition.notes_of_unit.get(unit, ()))


def run_build(root: Path, edition: Edition, site: Path) -> tuple[Problem, ...]:
    """Build with MkDocs an edition that has been loaded and checked; return what it met."""
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
        plugin = config.plugins.get("edition")
        if not isinstance(plugin, EditionPlugin):
            message = "expected the plugin edition among the plugins, found none"
            return (Problem(Place("mkdocs.yml"), "mkdocs", message),)
        plugin.loaded = edition
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except RecursionError:
        message = "expected words, found more within one another than can be read"
        return (Problem(Place(at_work.get()), "page-form", message),)
    except DrawingError as error:  # from within the conversion of a page
        return (error.problem,)
    except MkDocsException as error:
        cause = error.__context__ if isinstance(error.__context__, MkDocsException) else error
        if isinstance(cause, ProblemsFoundError):
            return cause.problems
        return (Problem(Place("mkdocs.yml"), "mkdocs", cause.message),)
    return ()


def run_server(root: Path, address: str) -> None:
    """Serve with MkDocs, with live reload."""
    from mkdocs.commands.serve import serve  # its watchers are no need of a build

    serve(str(root / "mkdocs.yml"), dev_addr=address)
