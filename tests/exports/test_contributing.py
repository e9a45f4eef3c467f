"""The data of the forms: names that are taken, names that are found, the library in both states."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from edition.core.permalink import Redirect
from edition.core.problem import Place
from edition.exports.contributing import export_contributing
from edition.sources.load import load
from tests.tiny_edition import FOLDER, lay_out


def exported(root: Path, *redirects: Redirect) -> dict[str, Any]:
    edition, _ = load(root)
    assert edition is not None
    edition = replace(edition, redirects=(*edition.redirects, *redirects))
    (data,) = export_contributing(edition).values()
    found: dict[str, Any] = json.loads(data)
    return found


def test_a_name_that_was_ever_taken_is_taken(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "edition")
    there = {file.stem for file in (FOLDER / "docs" / "notes").glob("*.md")}
    former = Redirect("n/of-old/", "n/two-high-waters/", Place("redirects.yml"))
    assert set(exported(root, former)["notes"]) == {*there, "of-old"}
    assert exported(root)["corrections"] == ["lowwater"]


def test_what_brackets_find_and_who_is_known_are_told(tmp_path: Path) -> None:
    data = exported(lay_out(tmp_path / "edition"))
    assert {"tide-table", "harbour", "harbour-master"} <= set(data["names"])
    assert "editors" not in data["contributors"].values()


def test_a_reference_is_told_as_printed_and_as_corrected(tmp_path: Path) -> None:
    data = exported(lay_out(tmp_path / "edition"))
    reference = data["library"]["lowwater"]
    assert reference["printed"] == {
        "title": "Low water",
        "url": "https://example.org/low-water",
        "urldate": "2020-05-03",
    }
    assert (reference["type"], reference["number"]) == ("inreference", 2)
    assert all(change["evidence"] for change in reference["changes"].values())
    assert data["required"]["book"] == ["author|editor", "title", "publisher"]
