"""What a timeline costs: builds of one small edition with more and more events in it."""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping
from pathlib import Path

from bench import stacks
from bench.editions import write_edition
from bench.notes import write_contributors
from bench.timing import Spread, Time, difference, run_python, time_builds, wall

EVENTS = (1_250, 2_500, 5_000)
"""Events of the editions that are built; each is twice as many as the last."""
_PAGES = 2
_FIRST, _LAST = -500, 2027
"""Years, as astronomers count them, between which events lie."""
_PAGE = """---
title: Timeline
---

# Timeline

{{ timeline_overview("-0500/2027 1500/1999 1990/1999") }}

{{ timeline("-0500/1499 1500/1899 1900/2027") }}

{{ timeline() }}
"""
_CONTRIBUTE = "---\ntitle: Contribute\n---\n\n# Contribute\n\n## Correct a note\n\nPlease do.\n"
"""Where each event leads whoever has a correction."""


def time_events(project: Path, folder: Path, runs: int) -> dict[int, Spread]:
    """Return by number of events the seconds that they add to a build without any."""
    builds = {}
    for count in (0, *EVENTS):
        root = folder / str(count)
        write_edition(project, root, _PAGES)
        _write_events(root, count)
        run_python(("-m", "edition", "--root", str(root), "permalinks", "--update"), project)
        builds[str(count)] = stacks.engine(project, root, folder / f"site-{count}")
    time_builds(builds, 1)
    times = time_builds(builds, runs)
    for build in builds.values():
        shutil.rmtree(build.site)
    return {count: _added(times, count) for count in EVENTS}


def event_rows(added: Mapping[int, Spread]) -> list[tuple[str, ...]]:
    """Return a table: what events add, and what one of them does beside one of the fewest."""
    fewest = min(added)
    base = added[fewest].median / fewest
    rows = [("events", "seconds added to a build", f"each, {fewest:,} events being 1")]
    for count, spent in added.items():
        rows.append((f"{count:,}", spent.text(), f"{spent.median / count / base:.2f}"))
    return rows


def _added(times: Mapping[str, list[Time]], count: int) -> Spread:
    return difference(wall(times[str(count)]), wall(times["0"]))


def _write_events(root: Path, count: int) -> None:
    dice = random.Random(count)
    if not count:
        return
    (root / "docs/timeline.md").write_text(_PAGE, encoding="utf-8")
    (root / "docs/contribute.md").write_text(_CONTRIBUTE, encoding="utf-8")
    write_contributors(root)
    folder = root / "docs/timeline"
    folder.mkdir()
    for number in range(count):
        (folder / f"event-{number:05}.md").write_text(_event(dice, number), encoding="utf-8")


def _event(dice: random.Random, number: int) -> str:
    """Return a file: a year, a day, a decade or an interval, exact or about."""
    year = dice.randint(_FIRST, _LAST - 50)
    written = f"{'-' if year < 0 else ''}{abs(year):04}"
    when = dice.choice(
        (
            written,
            f"{written}~",
            f"{written}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
            f"{written}/{year + 50:05}" if year + 50 < 0 else f"{written}/{year + 50:04}",
        )
    )
    return (
        f"---\nevent: Event {number} of those made up\nwhen: '{when}'\nkind: society\n"
        f"author: editors\ndate: 2026-11-25\n---\nNobody did this, in the year {year}.\n"
    )
