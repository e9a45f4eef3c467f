"""A tiny edition that has the forms, a forge and an address, for those who play contributors."""

import datetime
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page

from edition.core.entry_file import entry_text
from edition.core.entry_forms import NOTE
from edition.html.contribute import NOTE_FORM, REFERENCE_FORM
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


def copy_of(root: Path, folder: Path) -> Path:
    """Return a copy of an edition without its site, as somebody has it who merges."""
    shutil.copytree(root, folder, ignore=shutil.ignore_patterns("site", ".cache"))
    return folder


IDS = {
    **{name: f"note-{name}" for name in ("quote", "unit", "kind", "level", "body", "source")},
    **{"name": "your-name", "orcid": "your-orcid", "consent": "consent"},
}
"""The ids of the form’s fields."""
GOOD: dict[str, object] = {
    **{"quote": "a mark", "unit": "", "body": "It fades.", "source": ""},
    **{"name": "Ada Quill", "orcid": "", "consent": True},
}
"""What makes a note that lacks nothing."""


def fill(page: Page, values: Mapping[str, object]) -> None:
    """Write into fields of the form for a note."""
    for name, value in values.items():
        field = page.locator(f"#{IDS[name]}")
        if isinstance(value, bool):
            field.set_checked(value)
        elif name in ("unit", "kind", "level"):
            field.select_option(str(value))
        else:
            field.fill(str(value))


def press(page: Page) -> None:
    """Ask how the file can be sent."""
    page.locator("[data-do=ready]").click()


def file_of(quote: str, unit: str, body: str = "It fades.") -> str:
    """Return the file of the good note on other words, written today."""
    today = datetime.datetime.now(datetime.UTC).date().isoformat()  # readers live in UTC
    values = {"quote": quote, "unit": unit, "kind": "context", "level": "1", "date": today}
    return entry_text(NOTE, {**values, "author_name": "Ada Quill", "licence": "CC BY 4.0"}, body)


def go(page: Page, selector: str, key: str = "Tab") -> None:
    """Press a key until what has the focus is what is wanted."""
    for _ in range(80):
        page.keyboard.press(key)
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"{key} does not lead to {selector}")
