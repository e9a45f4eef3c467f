"""Always whole: a killed build leaves the old site; the same content is the same bytes."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.command import files_of, run, run_apart

POINTS = 10
"""Moments of a build: from its first file to its last."""
PATIENCE = 60
"""Seconds after which a build that writes nothing fails the test; far more than it takes."""


@pytest.fixture
def root(tiny_root: Path, tmp_path: Path) -> Path:
    """A copy of the tiny edition whose built site has a file that no new one has."""
    root = Path(shutil.copytree(tiny_root, tmp_path / "edition"))
    (root / "site" / "of-the-old-site.txt").write_text("old", encoding="utf-8")
    return root


def fresh_folders(root: Path) -> list[Path]:
    return [path for path in root.iterdir() if path.name.startswith(".site-")]


def kill_at(root: Path, files: int) -> bool:
    """Start a build, kill it as soon as it has written so many files, and say whether it was."""
    others = set(fresh_folders(root))
    building = subprocess.Popen(
        [sys.executable, "-m", "edition", "build"],
        cwd=root,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    patience = time.monotonic() + PATIENCE
    while building.poll() is None and time.monotonic() < patience:
        written = 0
        for folder in set(fresh_folders(root)) - others:
            written += sum(len(names) for _, _, names in os.walk(folder))
        if written >= files:
            break
        time.sleep(0.001)
    building.send_signal(signal.SIGKILL)
    return building.wait() == -signal.SIGKILL


@pytest.mark.long
def test_a_build_killed_at_any_point_leaves_the_old_site_and_the_next_clears_up(
    root: Path, tmp_path: Path
) -> None:
    before = files_of(root / "site")
    old = Path(shutil.copytree(root / "site", tmp_path / "old"))
    beside = sorted(path.name for path in root.iterdir())
    for point in range(POINTS):
        while not kill_at(root, max(1, len(before) * point // POINTS)):
            shutil.rmtree(root / "site")  # on a busy machine it was over before it could be killed
            shutil.copytree(old, root / "site")
        assert files_of(root / "site") == before, point
    assert fresh_folders(root) != []
    outcome = run(root, "build")
    assert (outcome.status, outcome.stderr) == (0, "")
    assert sorted(path.name for path in root.iterdir()) == beside
    assert files_of(root / "site").keys() == before.keys() - {"of-the-old-site.txt"}


def test_what_a_build_at_work_has_made_is_left_to_it(root: Path) -> None:
    """Two builds of one site may run side by side; the last to end is the site."""
    at_work = root / f".site-{os.getppid()}-abc"
    at_work.mkdir()
    strange = root / ".site-mine"
    strange.mkdir()
    assert run(root, "build").status == 0
    assert at_work.is_dir()
    assert strange.is_dir()


CLOCK = """
import datetime, time

class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(days=400)

    @classmethod
    def utcnow(cls):
        return super().utcnow() + datetime.timedelta(days=400)

datetime.datetime = Later
_time = time.time
time.time = lambda: _time() + 400 * 86400
"""
"""What Python runs first in a process whose clock is to be wrong by more than a year."""


def test_the_same_content_is_the_same_bytes_anywhere_and_at_any_time(
    tiny_root: Path, tmp_path: Path
) -> None:
    """Another folder, day, time zone, locale and hash seed, and nothing kept from before."""
    here = Path(shutil.copytree(tiny_root, tmp_path / "a"))
    there = Path(shutil.copytree(tiny_root, tmp_path / "another folder" / "ü"))
    shutil.rmtree(there / ".cache")
    (tmp_path / "sitecustomize.py").write_text(CLOCK, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SOURCE_DATE_EPOCH")
        first = run_apart(here, "build", PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C")
        second = run_apart(
            there,
            "build",
            PYTHONHASHSEED="2",
            TZ="Pacific/Pago_Pago",
            LC_ALL="C.UTF-8",
            PYTHONPATH=os.pathsep.join((str(tmp_path), os.environ.get("PYTHONPATH", ""))),
        )
    assert (first.status, first.stderr) == (second.status, second.stderr) == (0, "")
    one, other = files_of(here / "site"), files_of(there / "site")
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []


LEFT = {
    "a footnote": "A footnote[^1] that is nowhere.",
    "a citation": "Words [@lowwater] of Markdown.",
    "a call": "{% raw %}Words {{ quote() }}.{% endraw %}",
    "a statement": "{% raw %}Words {% if %}.{% endraw %}",
    "a placeholder of the host": '{{ "\\x02wzxhzdk:3\\x03" }}',
    "one without its signs": "Words wzxhzdk:3 words.",
    "one of our own": '{{ "\\ufdd0\\ufdd1" }}',
}
"""What a macro draws."""
_MACRO = (
    '{{##\nDraws.\nExample: {{{{ odd("a") }}}}\n##}}\n{{% macro odd(a) %}}<p>{}</p>{{% endmacro %}}'
)


@pytest.mark.parametrize("words", LEFT.values(), ids=LEFT)
def test_no_page_is_published_with_what_should_have_been_turned_into_something(
    root: Path, words: str
) -> None:
    before = files_of(root / "site")
    page = root / "docs" / "about" / "edition.md"
    page.write_text('---\ntitle: About\n---\n\n{{ odd("a") }}\n', encoding="utf-8")
    macro = root / "macros" / "odd.html.jinja"
    macro.write_text(_MACRO.format(words), encoding="utf-8")
    outcome = run(root, "build")
    assert outcome.status == 1
    assert "about/edition/index.html:1: left-over: " in outcome.stderr
    assert files_of(root / "site") == before


@pytest.mark.parametrize("mark", ["\x02", "\x03", "\ufdd0", "\ufdd1"])
def test_marks_of_the_hosts_stores_are_refused_in_the_sources(root: Path, mark: str) -> None:
    page = root / "docs" / "about" / "edition.md"
    page.write_text(f"---\ntitle: About\n---\n\nWords {mark}\n", encoding="utf-8")
    outcome = run(root, "build")
    assert outcome.status == 1
    assert outcome.stderr.startswith("docs/about/edition.md:5: file-character: ")
