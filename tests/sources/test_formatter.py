"""Pandoc is asked in a folder of its own; styles are read from two places and no other."""

import json
from pathlib import Path

import pytest

from edition.sources.formatter import FormatterError, format_document, read_style, to_csl_json


def test_the_edition_s_own_style_comes_before_the_package_s(tmp_path: Path) -> None:
    packaged = read_style(tmp_path, "apa")
    assert packaged.lstrip().startswith("<?xml")
    (tmp_path / "bibliography").mkdir()
    (tmp_path / "bibliography" / "apa.csl").write_text("<own/>", encoding="utf-8")
    assert read_style(tmp_path, "apa") == "<own/>"


@pytest.mark.parametrize(
    "name", ["../secret", "/etc/passwd", "no-such-style", "", ".", "APA", "a/b"]
)
def test_a_style_is_read_from_nowhere_else(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.csl").write_text("<secret/>", encoding="utf-8")
    (tmp_path / "bibliography" / "a").mkdir(parents=True)
    (tmp_path / "bibliography" / "a" / "b.csl").write_text("<secret/>", encoding="utf-8")
    assert read_style(tmp_path, name) == ""


@pytest.mark.parametrize(
    ("bibtex", "csl", "document"),
    [("@book{a", "<style/>", "{}"), ("", "no style", "{}"), ("", "", "no JSON")],
    ids=["a library", "a style", "a document"],
)
def test_what_pandoc_cannot_read_is_said_without_a_folder_s_name(
    bibtex: str, csl: str, document: str
) -> None:
    with pytest.raises(FormatterError) as caught:
        format_document(bibtex, csl, document)
    assert str(caught.value) != ""
    assert "/tmp" not in str(caught.value)


def test_pandoc_reads_no_other_file(tmp_path: Path) -> None:
    """A library may come from a stranger: what it names is words."""
    secret = tmp_path / "secret.bib"
    secret.write_text("@book{b, title = {TOKEN}}", encoding="utf-8")
    items = to_csl_json(
        f"@book{{a, title = {{A}}, crossref = {{b}}, note = {{\\input{{{secret}}}}}}}"
    )
    assert [item["id"] for item in items] == ["a"]
    assert "TOKEN" not in json.dumps(items)
