"""Pandoc's answers are kept by what was asked; styles are read from two places and no other."""

import json
from pathlib import Path

import pytest

from edition.sources.formatter import FormatterError, format_document, kept, read_style, to_csl_json


class Maker:
    """Gives an answer and counts how often it was asked."""

    def __init__(self, answer: object = "answer") -> None:
        self.answer, self.asked = answer, 0

    def __call__(self) -> object:
        self.asked += 1
        return self.answer


ANSWERS = [{"a": [1, None, True]}, [], "Қазақстан 北京 \u2028", 0, {}]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_is_given_again_to_the_same_question(tmp_path: Path, answer: object) -> None:
    make = Maker(answer)
    assert [kept(tmp_path, ("a", "b"), make) for _ in range(3)] == [answer] * 3
    assert make.asked == 1


@pytest.mark.parametrize(
    "inputs", [("b", "a"), ("a",), ("ab",), ("a", "b", ""), ("a b",), ("", "a", "b")], ids=repr
)
def test_another_question_is_asked_anew(tmp_path: Path, inputs: tuple[str, ...]) -> None:
    make = Maker()
    kept(tmp_path, ("a", "b"), make)
    kept(tmp_path, inputs, make)
    assert make.asked == 2


def test_another_version_of_pandoc_is_asked_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Maker()
    kept(tmp_path, ("a",), make)
    monkeypatch.setattr("edition.sources.formatter.version", lambda _: "0")
    kept(tmp_path, ("a",), make)
    assert make.asked == 2


@pytest.mark.parametrize("spoilt", ["", "{", '"a', "\0"])
def test_a_spoilt_answer_is_made_anew_and_mended(tmp_path: Path, spoilt: str) -> None:
    make = Maker()
    kept(tmp_path, ("a",), make)
    (file,) = (tmp_path / ".cache" / "citeproc").iterdir()
    file.write_text(spoilt, encoding="utf-8")
    assert kept(tmp_path, ("a",), make) == "answer"
    assert json.loads(file.read_text(encoding="utf-8")) == "answer"


def test_a_failure_is_not_kept_and_leaves_no_half_written_file(tmp_path: Path) -> None:
    def fail() -> object:
        raise FormatterError("no")

    with pytest.raises(FormatterError):
        kept(tmp_path, ("a",), fail)
    assert list(tmp_path.rglob("*.json")) == []
    kept(tmp_path, ("a",), Maker())
    assert [file.suffix for file in (tmp_path / ".cache" / "citeproc").iterdir()] == [".json"]


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
