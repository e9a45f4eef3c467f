"""Front matter stands between two lines of three hyphens on top of a Markdown file."""

from pathlib import Path

import pytest

from edition.core.problem import Problem
from edition.sources.front_matter import Document, read_document


def read(root: Path, text: str) -> tuple[Document | None, tuple[Problem, ...]]:
    (root / "a.md").write_bytes(text.encode())
    return read_document(root, "a.md")


READ = {
    "usual": ("---\ntitle: A\n---\nBody.\n", "A", "Body.\n", 4),
    "blank line first": ("---\ntitle: A\n---\n\nBody.\n", "A", "\nBody.\n", 4),
    "no fields": ("---\n---\nBody.", "", "Body.", 3),
    "comments only": ("---\n# none\n---\nBody.", "", "Body.", 4),
    "no body": ("---\ntitle: A\n---", "A", "", 4),
    "spaces after the hyphens": ("---  \ntitle: A\n--- \nBody.", "A", "Body.", 4),
    "CRLF": ("---\r\ntitle: A\r\n---\r\nBody.\r\n", "A", "Body.\n", 4),
    "a byte order mark": ("\ufeff---\ntitle: A\n---\nBody.", "A", "Body.", 4),
    "a rule in the body": ("---\ntitle: A\n---\na\n\n---\n\nb", "A", "a\n\n---\n\nb", 4),
    "hyphens in a value": ("---\ntitle: a --- b\n---\nBody.", "a --- b", "Body.", 4),
}


@pytest.mark.parametrize(("text", "title", "body", "line"), READ.values(), ids=READ)
def test_fields_and_body_are_taken_apart(
    tmp_path: Path, text: str, title: str, body: str, line: int
) -> None:
    document, problems = read(tmp_path, text)
    assert problems == ()
    assert document is not None
    assert document.fields.text("title") == title
    assert (document.body, document.body_line) == (body, line)
    assert document.fields.problems == []


REFUSED = {
    "none": ("Body.\n", 1, "front-matter"),
    "empty": ("", 1, "front-matter"),
    "after a blank line": ("\n---\ntitle: A\n---\n", 1, "front-matter"),
    "indented": (" ---\ntitle: A\n---\n", 1, "front-matter"),
    "four hyphens": ("----\ntitle: A\n----\n", 1, "front-matter"),
    "never closed": ("---\ntitle: A\nBody.\n", 1, "front-matter"),
    "closed by dots": ("---\ntitle: A\n...\nBody.\n", 1, "front-matter"),
    "no YAML": ("---\ntitle: A\nb: c: d\n---\n", 3, "yaml"),
    "a key twice": ("---\ntitle: A\ntitle: B\n---\n", 3, "yaml"),
    "a bracket left open": ("---\ntitle: [\n---\nBody.", 2, "yaml"),
    "a list": ("---\n- a\n---\n", 2, "yaml"),
    "a call of Python": ("---\n\ntitle: !!python/object:os.system {}\n---\n", 3, "yaml"),
}


@pytest.mark.parametrize(("text", "line", "code"), REFUSED.values(), ids=REFUSED)
def test_a_file_without_sound_front_matter_is_refused(
    tmp_path: Path, text: str, line: int, code: str
) -> None:
    """MkDocs would print the broken front matter as words of the page."""
    document, problems = read(tmp_path, text)
    assert document is None
    assert [(p.place.path, p.place.line, p.code) for p in problems] == [("a.md", line, code)]
