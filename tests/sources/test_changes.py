"""What a contribution changes is what git says, whatever names its files have."""

import subprocess
from pathlib import Path

import pytest

from edition.core.change import Change
from edition.sources.changes import ChangesError, read_changes

IDENTITY = ("-c", "user.name=A Reader", "-c", "user.email=reader@example.org")


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(root), *IDENTITY, *arguments], check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with two files, the edition being a folder in it."""
    git(tmp_path, "init", "--quiet")
    folder = tmp_path / "edition"
    folder.mkdir()
    for name in ("a.md", "b.md"):
        (folder / name).write_text(f"{name}\n", encoding="utf-8")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Begin")
    return folder


def committed(root: Path) -> tuple[Change, ...]:
    git(root, "add", "--all", ".")
    git(root, "commit", "--quiet", "--message", "Change")
    return read_changes(root, "HEAD^")


def test_files_are_added_altered_and_removed(root: Path) -> None:
    (root / "a.md").write_text("other\n", encoding="utf-8")
    (root / "b.md").unlink()
    (root / "c.md").write_text("new\n", encoding="utf-8")
    (root.parent / "beside.md").write_text("not of the edition\n", encoding="utf-8")
    assert committed(root) == (Change("a.md"), Change("b.md", True), Change("c.md"))


def test_a_file_that_is_renamed_is_one_removed_and_one_added(root: Path) -> None:
    (root / "a.md").rename(root / "z.md")
    assert committed(root) == (Change("a.md", True), Change("z.md"))


@pytest.mark.parametrize("name", ["a b.md", "ä.md", 'quo"te.md', "line\nend.md", "-rf.md"])
def test_a_name_is_taken_as_it_is(root: Path, name: str) -> None:
    (root / name).write_text("new\n", encoding="utf-8")
    assert committed(root) == (Change(name),)


@pytest.mark.parametrize("since", ["nowhere", "--output=x", ""])
def test_what_is_no_commit_is_said_to_be_none(root: Path, since: str) -> None:
    with pytest.raises(ChangesError):
        read_changes(root, since or "HEAD~9")
    assert not (root / "x").exists()


def test_a_folder_without_git_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: nowhere\n", encoding="utf-8")
    with pytest.raises(ChangesError):
        read_changes(tmp_path, "HEAD^")
