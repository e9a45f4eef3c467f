"""The base text on disk is proved to be the one that `edition.yml` names."""

import hashlib
from pathlib import Path

import pytest

from edition.core.base_text import BaseText, UnitPlan
from edition.core.problem import Place
from edition.core.settings import BaseTextPlan
from edition.core.unit import Role
from edition.sources.base_text import read_base_text

TEXT = b"# Title\n\nOne *word*.\n"


def plan(data: bytes) -> BaseTextPlan:
    units = (
        UnitPlan("title", Role.TITLE, (1,), Place("edition.yml", 9)),
        UnitPlan("p1", Role.PARAGRAPH, (3,), Place("edition.yml", 10)),
    )
    return BaseTextPlan("source/a.txt", hashlib.sha256(data).hexdigest(), units)


def write(root: Path, data: bytes) -> None:
    (root / "source").mkdir()
    (root / "source" / "a.txt").write_bytes(data)


def test_the_units_are_derived_from_the_file(tmp_path: Path) -> None:
    write(tmp_path, TEXT)
    base, problems = read_base_text(tmp_path, plan(TEXT))
    assert problems == ()
    assert [(unit.id, unit.text) for unit in base.units] == [("title", "Title"),
                                                             ("p1", "One word.")]  # fmt: skip


@pytest.mark.parametrize(
    "altered",
    [TEXT + b"\n", TEXT[:-1], TEXT.replace(b"One", b"one"), TEXT.replace(b"\n", b"\r\n"),
     b"\xef\xbb\xbf" + TEXT, b""],
    ids=["a line end more", "a line end less", "a letter", "other line ends",
         "a byte order mark", "nothing left"],
)  # fmt: skip
def test_one_altered_byte_is_found_and_nothing_is_derived(tmp_path: Path, altered: bytes) -> None:
    write(tmp_path, altered)
    base, problems = read_base_text(tmp_path, plan(TEXT))
    assert base == BaseText()
    found = hashlib.sha256(altered).hexdigest()
    assert [str(problem) for problem in problems] == [
        f"source/a.txt:1: base-changed: expected the SHA-256 {plan(TEXT).sha256[:12]}… of"
        f" edition.yml, found {found[:12]}… (the base text is never altered; restore it)"
    ]


def test_a_base_text_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    base, problems = read_base_text(tmp_path, plan(TEXT))
    assert base == BaseText()
    assert [(p.place.path, p.code) for p in problems] == [("source/a.txt", "file-missing")]
