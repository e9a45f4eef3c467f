"""What was made is given again for the same inputs, and made anew for others."""

import json
from pathlib import Path

import pytest

from edition.sources.kept import code_of, kept


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
    assert [kept(tmp_path, "answers", ("a", "b"), make) for _ in range(3)] == [answer] * 3
    assert make.asked == 1


@pytest.mark.parametrize(
    "inputs", [("b", "a"), ("a",), ("ab",), ("a", "b", ""), ("a b",), ("", "a", "b")], ids=repr
)
def test_another_question_is_asked_anew(tmp_path: Path, inputs: tuple[str, ...]) -> None:
    make = Maker()
    kept(tmp_path, "answers", ("a", "b"), make)
    kept(tmp_path, "answers", inputs, make)
    assert make.asked == 2


def test_another_name_is_another_folder(tmp_path: Path) -> None:
    make = Maker()
    for name in ("one", "two", "one"):
        kept(tmp_path, name, ("a",), make)
    assert make.asked == 2


def test_the_code_of_modules_changes_with_each_of_them() -> None:
    found = [code_of(), code_of("core/frame.py"), code_of("core/frame.py", "core/atlas.py")]
    assert len(set(found)) == 3
    assert code_of("core/frame.py") == found[1]


@pytest.mark.parametrize("spoilt", ["", "{", '"a', "\0"])
def test_a_spoilt_answer_is_made_anew_and_mended(tmp_path: Path, spoilt: str) -> None:
    make = Maker()
    kept(tmp_path, "answers", ("a",), make)
    (file,) = (tmp_path / ".cache" / "answers").iterdir()
    file.write_text(spoilt, encoding="utf-8")
    assert kept(tmp_path, "answers", ("a",), make) == "answer"
    assert json.loads(file.read_text(encoding="utf-8")) == "answer"


def test_a_failure_is_not_kept_and_leaves_no_half_written_file(tmp_path: Path) -> None:
    def fail() -> object:
        raise LookupError("no")

    with pytest.raises(LookupError):
        kept(tmp_path, "answers", ("a",), fail)
    assert list(tmp_path.rglob("*.json")) == []
    kept(tmp_path, "answers", ("a",), Maker())
    assert [file.suffix for file in (tmp_path / ".cache" / "answers").iterdir()] == [".json"]
