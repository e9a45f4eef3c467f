"""What several processes of a test run need is made once, and missed by all where it fails."""

from pathlib import Path

import pytest

from tests.once import made_once


def put(folder: Path) -> None:
    (folder / "a.txt").write_text("a", encoding="utf-8")


def fail(folder: Path) -> None:
    raise ValueError(f"no {folder.name}")


def test_a_folder_is_made_by_whoever_comes_first(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = made_once(tmp_path_factory, "once-made", put)
    assert (folder / "a.txt").read_text(encoding="utf-8") == "a"
    assert made_once(tmp_path_factory, "once-made", fail) == folder


def test_who_comes_later_is_told_that_it_could_not_be_made(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with pytest.raises(ValueError, match="no once-failed"):
        made_once(tmp_path_factory, "once-failed", fail)
    with pytest.raises(pytest.fail.Exception, match="could not be made"):
        made_once(tmp_path_factory, "once-failed", put)
