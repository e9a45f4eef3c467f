"""A tiny edition that has the forms, a forge and an address, for those who play contributors."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from edition.html.contribute import NOTE_FORM, REFERENCE_FORM
from tests.browser.server import Server
from tests.command import run
from tests.tiny_edition import lay_out

FORGE = "https://forge.example/harbour/tides"
CONTACT = "notes@harbour.example"
_PAGES = {
    NOTE_FORM: "# Suggest a note\n\n{{ note_form() }}\n\n## By hand\n\nWrite a letter.\n",
    REFERENCE_FORM: "# Correct a reference\n\n{{ reference_form() }}\n\n## By hand\n\nWrite.\n",
}


def with_forms(root: Path, kind: str = "github") -> Path:
    """Lay out the tiny edition with the pages of the forms."""
    lay_out(root)
    for address, text in _PAGES.items():
        page = root / "docs" / f"{address.rstrip('/')}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(f"---\ntitle: A form\n---\n\n{text}", encoding="utf-8")
    settings = root / "edition.yml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace('forge: ""', f"forge: {FORGE}\nforge_kind: {kind}")
    settings.write_text(text.replace('contact: ""', f"contact: {CONTACT}"), encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the tiny edition with the forms, built. Tests copy it and leave it alone."""
    root = with_forms(tmp_path_factory.mktemp("harbour") / "edition")
    built = run(root, "build")
    assert (built.status, built.stderr) == (0, "")
    return root


@pytest.fixture(scope="session")
def harbour_server(harbour: Path) -> Iterator[Server]:
    """Its site under a sub-path."""
    with Server(harbour / "site") as running:
        yield running


def copy_of(root: Path, folder: Path) -> Path:
    """Return a copy of an edition without its site, as somebody has it who merges."""
    shutil.copytree(root, folder, ignore=shutil.ignore_patterns("site", ".cache"))
    return folder


def go(page: Page, selector: str, key: str = "Tab") -> None:
    """Press a key until what has the focus is what is wanted."""
    for _ in range(80):
        page.keyboard.press(key)
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"{key} does not lead to {selector}")
