"""Every problem is printed as documented: a tiny edition with one thing wrong, and its lines.

A case is a folder `problems/<code>/<case>/`: the files that differ from the tiny edition, and the
exact lines that are printed. `pytest --update-golden` writes those anew; read the difference.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import REPOSITORY, Outcome, files_of, run, run_apart
from tests.tiny_edition import copied, lay_out_site, overlaid

FOLDER = REPOSITORY / "tests" / "problems"
CASES = sorted(path.parent for path in FOLDER.rglob("expected.txt"))
LINE = re.compile(r"(?P<path>[^:]+):(?P<line>\d+): (?P<code>[a-z-]+): (?P<warning>warning: )?.+")


def named(case: Path) -> str:
    return case.relative_to(FOLDER).as_posix()


@pytest.fixture(scope="module")
def root(tiny_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The tiny edition; every case is laid over it and taken away again."""
    root = copied(tiny_root, tmp_path_factory.mktemp("problems") / "edition")
    before = files_of(root)
    yield root
    after = files_of(root)
    assert {path: after.get(path) for path in before} == before
    assert {path.split("/")[0] for path in after.keys() - before.keys()} <= {".cache"}


@pytest.fixture
def site(root: Path) -> Iterator[Path]:
    """Something in the place of its site."""
    lay_out_site(root / "site")
    yield root / "site"
    shutil.rmtree(root / "site")


@pytest.mark.parametrize("case", CASES, ids=named)
def test_what_is_wrong_is_printed_and_the_site_before_it_untouched(
    root: Path, site: Path, tmp_path: Path, case: Path, update_golden: bool
) -> None:
    """`check` prints it, and `build`, with status 1; what shows only in a built site, `build`."""
    with overlaid(root, case, tmp_path / "aside"):
        before = files_of(site)
        beside = sorted(path.name for path in root.iterdir())
        checked, built = run(root, "check"), run(root, "build")
        after = files_of(site)
        beside_it = sorted(path.name for path in root.iterdir())
    file = case / "expected.txt"
    if update_golden:
        file.write_text(built.stderr, encoding="utf-8")
    expected = file.read_text(encoding="utf-8")
    assert built.stderr == expected
    assert checked.stderr in (expected, "")
    stopped = not all(": warning: " in line for line in expected.splitlines())
    assert built.status == int(stopped)
    assert checked.status == int(stopped and checked.stderr != "")
    if stopped:
        assert after == before
        assert beside_it == beside


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_case_shows_the_code_of_its_folder_at_a_path_and_a_line(case: Path) -> None:
    lines = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    matches = [LINE.fullmatch(line) for line in lines]
    assert all(matches)
    assert case.parent.name in {match["code"] for match in matches if match}


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_terminal_shows_the_lines_and_nothing_else(
    root: Path, tmp_path: Path, command: str
) -> None:
    """The cases above run within the tests; this one in a process of its own."""
    case = FOLDER / "citation-unknown" / "a-misspelt-key"
    with overlaid(root, case, tmp_path / "aside"):
        outcome = run_apart(root, command)
    expected = (case / "expected.txt").read_text(encoding="utf-8")
    assert outcome == Outcome(status=1, stdout="", stderr=expected)
