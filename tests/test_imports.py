"""The layers of the engine: who may import whom. A failure names the file and the line."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import REPOSITORY

STANDARD = sys.stdlib_module_names
OURS = "edition"
LAYERS = ("core", "sources", "html", "built", "exports")

ALLOWED = {
    "core": {"core"},
    "sources": {"sources", "core"},
    "html": {"html", "core"},
    "built": {"built", "core"},
    "exports": {"exports", "core", "html"},
}
"""Which layers a layer may import; the rim, which is what lies beside them, may import all."""

HOSTS = {
    "mkdocs": {"edition/mkdocs_plugin.py", "edition/bibtex_bridge.py"},
    "mkdocs_bibtex": {"edition/bibtex_bridge.py"},
    "rapidfuzz": None,
}
"""Who alone may import a host; moving to another must cost one file."""

Import = tuple[int, str]


def imports_of(source: str) -> Iterator[Import]:
    """Yield line and full name of everything that a module imports, wherever it does so."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = ast.unparse(node.func)
            if called in ("__import__", "import_module", "importlib.import_module"):
                yield node.lineno, str(node.args[0].value)


def faults_of(path: str, source: str) -> Iterator[str]:
    """Yield what a file of the engine imports and may not."""
    parts = path.split("/")
    layer = parts[1] if len(parts) > 2 else "rim"
    for line, name in imports_of(source):
        top, _, rest = name.partition(".")
        place = f"{path}:{line}: {name}"
        if name.startswith("."):
            yield f"{place} is relative, so that its layer cannot be told"
        elif top == OURS:
            target = rest.split(".")[0]
            allowed = layer == "rim" or target in ALLOWED[layer]
            if not allowed:
                whose = f"the layer {target}" if target in LAYERS else "the rim"
                yield f"{place} is of {whose}, which {layer} may not import"
        elif layer == "core" and top not in STANDARD and top != "rapidfuzz":
            yield f"{place} is a package, and core is pure"
        elif (hosts := HOSTS.get(top)) is not None and path not in hosts:
            yield f"{place} is a host, which only {' and '.join(sorted(hosts))} may import"


def files() -> list[Path]:
    return sorted((REPOSITORY / OURS).rglob("*.py"))


@pytest.mark.parametrize("file", files(), ids=lambda file: file.relative_to(REPOSITORY).as_posix())
def test_a_file_imports_what_its_layer_may(file: Path) -> None:
    path = file.relative_to(REPOSITORY).as_posix()
    assert list(faults_of(path, file.read_text(encoding="utf-8"))) == []


def test_every_folder_of_the_engine_is_a_layer() -> None:
    folders = {file.relative_to(REPOSITORY / OURS).parts[0]
               for file in files() if file.parent != REPOSITORY / OURS}  # fmt: skip
    assert folders == set(LAYERS)


@pytest.mark.parametrize("path", [p for paths in HOSTS.values() if paths for p in sorted(paths)])
def test_who_may_import_a_host_exists(path: str) -> None:
    assert (REPOSITORY / path).is_file()


PLANTED = {
    "core imports a reader": (
        "edition/core/a.py",
        "import re\nfrom edition.sources.load import load\n",
        "edition/core/a.py:2: edition.sources.load.load is of the layer sources, which core may"
        " not import",
    ),
    "core imports a package": (
        "edition/core/a.py",
        "import yaml\n",
        "edition/core/a.py:1: yaml is a package, and core is pure",
    ),
    "core imports a package in a function": (
        "edition/core/a.py",
        "def a():\n    from markupsafe import Markup\n",
        "edition/core/a.py:2: markupsafe.Markup is a package, and core is pure",
    ),
    "core imports the rim": (
        "edition/core/a.py",
        "from edition.stage import Stage\n",
        "edition/core/a.py:1: edition.stage.Stage is of the rim, which core may not import",
    ),
    "drawing imports a reader": (
        "edition/html/a.py",
        "import edition.sources.load\n",
        "edition/html/a.py:1: edition.sources.load is of the layer sources, which html may not"
        " import",
    ),
    "a reader draws": (
        "edition/sources/a.py",
        "from edition.html.words import draw_runs\n",
        "edition/sources/a.py:1: edition.html.words.draw_runs is of the layer html, which sources"
        " may not import",
    ),
    "the verifier draws": (
        "edition/built/verify.py",
        "from edition.html.text_page import view_plain_page\n",
        "edition/built/verify.py:1: edition.html.text_page.view_plain_page is of the layer html,"
        " which built may not import",
    ),
    "an export reads": (
        "edition/exports/a.py",
        "from edition.sources import load\n",
        "edition/exports/a.py:1: edition.sources.load is of the layer sources, which exports may"
        " not import",
    ),
    "a layer imports the rim": (
        "edition/exports/a.py",
        "from edition import build\n",
        "edition/exports/a.py:1: edition.build is of the rim, which exports may not import",
    ),
    "a layer imports MkDocs": (
        "edition/html/a.py",
        "import mkdocs.plugins\n",
        "edition/html/a.py:1: mkdocs.plugins is a host, which only edition/bibtex_bridge.py and"
        " edition/mkdocs_plugin.py may import",
    ),
    "the rim imports MkDocs elsewhere": (
        "edition/build.py",
        "\nfrom mkdocs.commands import build\n",
        "edition/build.py:2: mkdocs.commands.build is a host, which only edition/bibtex_bridge.py"
        " and edition/mkdocs_plugin.py may import",
    ),
    "the plugin imports mkdocs-bibtex": (
        "edition/mkdocs_plugin.py",
        "from mkdocs_bibtex.plugin import BibTexPlugin\n",
        "edition/mkdocs_plugin.py:1: mkdocs_bibtex.plugin.BibTexPlugin is a host, which only"
        " edition/bibtex_bridge.py may import",
    ),
    "a relative import": (
        "edition/core/a.py",
        "from ..sources import load\n",
        "edition/core/a.py:1: ..sources.load is relative, so that its layer cannot be told",
    ),
    "an import by name": (
        "edition/core/a.py",
        "import importlib\nimportlib.import_module('edition.sources.load')\n",
        "edition/core/a.py:2: edition.sources.load is of the layer sources, which core may not"
        " import",
    ),
    "an import for types alone": (
        "edition/core/a.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from edition.html import link\n",
        "edition/core/a.py:3: edition.html.link is of the layer html, which core may not import",
    ),
}


@pytest.mark.parametrize(("path", "source", "fault"), PLANTED.values(), ids=PLANTED)
def test_a_planted_violation_is_found_with_its_line(path: str, source: str, fault: str) -> None:
    assert list(faults_of(path, source)) == [fault]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("edition/core/a.py", "import re, json\nfrom rapidfuzz import fuzz\n"),
        ("edition/core/a.py", "from edition.core.unit import Unit\n"),
        ("edition/html/a.py", "import nh3\nfrom edition.core.unit import Unit\n"),
        ("edition/exports/a.py", "from edition.html.link import relative_link\n"),
        ("edition/build.py", "from edition.sources.load import load\nimport logging\n"),
        ("edition/mkdocs_plugin.py", "from mkdocs.plugins import BasePlugin\n"),
        ("edition/bibtex_bridge.py", "from mkdocs_bibtex.plugin import BibTexPlugin\n"),
    ],
)
def test_what_the_layers_allow_is_no_fault(path: str, source: str) -> None:
    assert list(faults_of(path, source)) == []
