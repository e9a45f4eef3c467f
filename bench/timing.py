"""Timing builds: fresh processes, in turn, so that what disturbs the machine disturbs all alike."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_SHOWN = 2000
"""Characters of a failed program's last words: enough for a traceback's end."""


class CannotRunError(Exception):
    """A program that is measured did not work; carries what there is to say."""


@dataclass(frozen=True, slots=True)
class Time:
    """What one run took, in seconds, start of Python included."""

    wall: float
    """By the clock: what somebody waits."""
    processor: float
    """Spent by the program and those it started: less disturbed by what else the machine does."""


@dataclass(frozen=True, slots=True)
class Build:
    """A way to build one site, ready to run."""

    command: tuple[str, ...]
    """For Python: `-m mkdocs build …`."""
    folder: Path
    """Where it runs: that of the `edition` which is measured."""
    site: Path
    """Where it puts the site; removed before each run, since not all clean up alike."""
    environment: Mapping[str, str] = field(default_factory=dict)

    def run(self, **more: str) -> Time:
        """Build once; `more` is added to the environment."""
        shutil.rmtree(self.site, ignore_errors=True)
        return run_python(self.command, self.folder, {**self.environment, **more})


def surroundings(more: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of what is measured: that of people who build, and more.

    Material announces the end of MkDocs 1 at every build, which is no news here. Where Python may
    not write byte code, each process would compile the engine anew.
    """
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **more}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    return variables


def run_python(
    command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None
) -> Time:
    """Run a Python program in a fresh process; raise what it said if it fails."""
    variables = surroundings(environment or {})
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, env=variables, capture_output=True, check=False
    )
    wall, after = time.perf_counter() - start, os.times()
    if done.returncode:
        said = (done.stdout + done.stderr).decode(errors="replace").strip()[-_SHOWN:]
        raise CannotRunError(f"python {' '.join(command)}\nended with {done.returncode}:\n{said}")
    user = after.children_user - before.children_user
    return Time(wall, user + after.children_system - before.children_system)


def time_builds(builds: Mapping[str, Build], runs: int) -> dict[str, list[Time]]:
    """Return the times of each build, run by run.

    Each round runs every build once and begins with another one each time. Warming up (byte code,
    the disk's cache, the edition's own) is the caller's: some first runs are results themselves.
    """
    names = list(builds)
    times: dict[str, list[Time]] = {name: [] for name in names}
    for index in range(runs):
        turn = index % len(names)
        for name in names[turn:] + names[:turn]:
            times[name].append(builds[name].run())
    return times


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of some measurements, and how far they lie apart."""

    median: float
    least: float
    most: float

    def text(self, digits: int = 2, sign: str = "") -> str:
        """Return `1.31 (1.22 to 1.40)`; a measurement made once has no spread."""
        form = f"{sign}.{digits}f"
        if self.least == self.most:
            return f"{self.median:{form}} (once)"
        return f"{self.median:{form}} ({self.least:{form}} to {self.most:{form}})"


def spread(values: Sequence[float]) -> Spread:
    """Return median, least and most."""
    return Spread(statistics.median(values), min(values), max(values))


def wall(times: Sequence[Time]) -> list[float]:
    """Return what the clock said."""
    return [time.wall for time in times]


def processor(times: Sequence[Time]) -> list[float]:
    """Return what the processors spent."""
    return [time.processor for time in times]


def ratio(over: Sequence[float], under: Sequence[float]) -> Spread:
    """Return the ratio of two builds, taken within each round, where the machine was the same."""
    return spread([a / b for a, b in zip(over, under, strict=True)])


def difference(over: Sequence[float], under: Sequence[float]) -> Spread:
    """Return the seconds by which one build takes longer, taken within each round."""
    return spread([a - b for a, b in zip(over, under, strict=True)])
