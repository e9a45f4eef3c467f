"""One file suffices: somebody new, with a source that nobody knows, is let in and credited by name.

What is then warned of is for an editor: to add the name, to catalogue the source.
"""

import shutil
from pathlib import Path

import pytest

from tests.command import files_of, run
from tests.trees import document

NAME = "Oddný Ágústsdóttir"
SOURCE = "a letter in the harbour’s archive"
SIGNED = f"author_name: {NAME}\ndate: 2027-01-31\nnew_source: {SOURCE}\n"
FILES = {
    "note": (
        "docs/notes/of-somebody-new.md",
        f"---\nquote: every ladder carries a mark\nkind: query\n{SIGNED}---\nIs it so?\n",
        "text/01-ladder/index.html",
    ),
    "term": (
        "docs/glossary/ladder.md",
        f"---\nterm: ladder\nkind: concept\nforms: [ladder]\n{SIGNED}---\nA row of steps.\n",
        "glossary/index.html",
    ),
    "event": (
        "docs/timeline/a-storm.md",
        f"---\nevent: A storm\nwhen: 1998-01\nkind: society\n{SIGNED}---\nIt was one.\n",
        "timeline/index.html",
    ),
    "person": (
        "docs/people/printer.md",
        f"---\nterm: printer\nkind: person\nforms: [printer]\n{SIGNED}---\nOf the table.\n",
        "people/index.html",
    ),
    "place": (
        "docs/places/next-town.md",
        f"---\nterm: next town\nkind: city\nforms: [next town]\n{SIGNED}---\nIt prints.\n",
        "places/index.html",
    ),
}


@pytest.fixture(scope="module")
def root(tiny_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a tiny edition to which all of these files were added, and its site."""
    root = tmp_path_factory.mktemp("one") / "edition"
    shutil.copytree(tiny_root, root)
    for path, text, _ in FILES.values():
        (root / path).write_text(text, encoding="utf-8")
    outcome = run(root, "build")
    assert outcome.status == 0
    return root


@pytest.mark.parametrize("sort", FILES)
def test_the_file_passes_alone_with_a_warning(tiny_root: Path, tmp_path: Path, sort: str) -> None:
    path, text, _ = FILES[sort]
    root = tmp_path / "edition"
    shutil.copytree(tiny_root, root)
    (root / path).write_text(text, encoding="utf-8")
    outcome = run(root, "check")
    lines = [line for line in outcome.stderr.splitlines() if line.startswith(path)]
    assert outcome.status == 0
    assert {line.split(": ")[1] for line in lines} == {"author-new", "licence-open", "source-new"}
    assert all(": warning: " in line for line in outcome.stderr.splitlines())


@pytest.mark.parametrize("sort", FILES)
def test_who_wrote_it_is_credited_by_name_and_the_source_is_named(root: Path, sort: str) -> None:
    _, _, page = FILES[sort]
    words = document(root / "site" / page).words
    assert NAME in words
    assert f"Source being catalogued: {SOURCE}" in words


@pytest.mark.parametrize("sort", FILES)
def test_what_an_editor_of_windows_saved_passes_too(
    tiny_root: Path, tmp_path: Path, sort: str
) -> None:
    """Windows line ends and a byte order mark are no mistake."""
    path, text, _ = FILES[sort]
    root = tmp_path / "edition"
    shutil.copytree(tiny_root, root)
    (root / path).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    saved = run(root, "check")
    (root / path).write_text(text, encoding="utf-8")
    assert saved == run(root, "check")
    assert saved.status == 0


@pytest.mark.parametrize("sort", FILES)
def test_without_any_name_it_is_refused_with_the_cure(
    tiny_root: Path, tmp_path: Path, sort: str
) -> None:
    path, text, _ = FILES[sort]
    root = tmp_path / "edition"
    shutil.copytree(tiny_root, root)
    (root / path).write_text(text.replace(f"author_name: {NAME}\n", ""), encoding="utf-8")
    before = files_of(root)
    outcome = run(root, "check")
    assert outcome.status == 1
    assert (
        f"{path}:2: field: expected either author or author_name, found none (write author_name:"
        " and your name)"
    ) in outcome.stderr.splitlines()
    assert files_of(root) == before
