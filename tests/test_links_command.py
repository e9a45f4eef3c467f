"""`edition links` asks for what the sources name, and prints one report."""

from pathlib import Path

import pytest

from edition.core.finding import Finding, Verdict
from edition.visiting import Visitor
from tests import tiny_edition
from tests.command import files_of, run
from tests.summaries import lines_of


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would have been asked for; nothing leaves the machine."""
    asked: list[str] = []

    def visit(visitor: Visitor, address: str) -> Finding:
        asked.extend((visitor.agent, address))
        dead = address == "https://example.org/low-water"
        return Finding(address, Verdict.DEAD if dead else Verdict.OK, "gone" if dead else "")

    monkeypatch.setattr(Visitor, "visit", visit)
    return asked


def test_it_reports_what_is_dead_and_changes_no_file(tmp_path: Path, asked: list[str]) -> None:
    root = tiny_edition.lay_out(tmp_path / "edition")
    before = files_of(root)
    outcome = run(root, "links")
    assert (outcome.status, outcome.stderr) == (0, "")
    lines = lines_of(outcome.stdout)
    assert lines[1] == "Dead: 1"
    assert lines[3].startswith("https://example.org/low-water: gone (")
    assert "bibliography/corrections/lowwater.md line " in lines[3]
    assert files_of(root) == before
    assert "https://example.org/marks_on_a_wall" in asked


@pytest.mark.parametrize(
    ("url", "forge", "agent"),
    [
        ("", "", "edition-links/1 (The table of tides: a tiny edition)"),
        (
            "https://tides.example.org/",
            "https://forge.example.org/a/b",
            "edition-links/1 (The table of tides: a tiny edition; https://tides.example.org/)",
        ),
        (
            "",
            "https://forge.example.org/a/b",
            "edition-links/1 (The table of tides: a tiny edition; https://forge.example.org/a/b)",
        ),
    ],
)
def test_it_says_which_edition_asks(
    tmp_path: Path,
    asked: list[str],
    monkeypatch: pytest.MonkeyPatch,
    url: str,
    forge: str,
    agent: str,
) -> None:
    monkeypatch.setenv("EDITION_URL", url)
    monkeypatch.setenv("EDITION_FORGE", forge)
    run(tiny_edition.lay_out(tmp_path / "edition"), "links")
    assert set(asked[::2]) == {agent}


def test_without_an_edition_there_is_nothing_to_ask(tmp_path: Path, asked: list[str]) -> None:
    outcome = run(tmp_path, "links")
    assert (outcome.status, outcome.stdout, asked) == (1, "", [])
