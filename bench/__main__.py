"""`python -m bench`: the edition, the floor and the usual stack, side by side."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.timing import CannotRunError


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    runs: int
    """Of this edition."""
    anchorings: int
    """Runs of the anchoring of quotes."""
    sizes: tuple[tuple[int, int, int], ...]
    """Of the made-up editions: pages, runs, and runs among them in which the stock stack takes
    part; it needs minutes where the others need seconds."""
    searches: int
    """Runs of each question that is searched for."""
    searched: tuple[int, int] | None = (1000, 10_000)
    """Pages and notes of the made-up edition in which is searched, too."""
    events: int = 3
    """Runs of each of the editions with many events."""
    saves: int = 5
    """Rounds in which a note is saved while the edition is served."""


_PLANS = {
    "quick": Plan(3, 1, ((100, 2, 1),), 2, None),
    "default": Plan(7, 3, ((100, 3, 1), (300, 3, 1), (1000, 2, 0)), 3),
    "full": Plan(15, 5, ((100, 7, 3), (300, 5, 2), (1000, 3, 1)), 10),
}
_ROOM = 2**30
"""Bytes: the three sites of 1,000 pages and their sources take a third of it."""
_WORDS = {
    "quick": "fewer runs, made-up editions of 100 pages only",
    "full": "more runs, and the stock stack at 1,000 pages too: a quarter of an hour",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return 1 only if something could not run."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    choice = parser.add_mutually_exclusive_group()
    for name, words in _WORDS.items():
        choice.add_argument(f"--{name}", action="store_const", dest="plan", const=name, help=words)
    parser.set_defaults(plan="default")
    options = parser.parse_args(arguments)
    project = Path(__file__).resolve().parent.parent
    start = time.perf_counter()
    memory = _memory()
    where = "memory" if memory else f"{tempfile.gettempdir()}"
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    print(
        f"Plan “{options.plan}”, {os.cpu_count()} processors{load}. Every build is a fresh process;"
        f" builds take turns,\nratios are taken within each round. Sites are written to {where}."
    )
    try:
        from bench.report import (
            report_anchoring,
            report_editions,
            report_events,
            report_saving,
            report_searching,
            report_this_edition,
        )

        with tempfile.TemporaryDirectory(prefix="bench-", dir=memory) as folder:
            plan = _PLANS[options.plan]
            report_this_edition(project, Path(folder), plan.runs)
            report_editions(project, Path(folder), plan.sizes)
            report_anchoring(plan.anchorings)
            report_searching(project, Path(folder), plan.searches, plan.searched)
            report_events(project, Path(folder), plan.events)
            report_saving(project, Path(folder), plan.saves)
    except CannotRunError as error:
        sys.stderr.write(f"\nbench: something could not run: {error}\n")
        return 1
    except ImportError as error:
        sys.stderr.write(f"\nbench: {error}. `make bench` installs what is needed.\n")
        return 1
    print(f"\nAll of it took {time.perf_counter() - start:.0f} s.")
    return 0


def _memory() -> str | None:
    """Return a folder in memory, if there is one with room.

    The engine writes thousands of small files (permanent links). A file costs 0.02 ms in memory and
    up to 0.8 ms on the disk of a virtual machine, which would then be all that is measured. Who
    wants the disk measured sets `TMPDIR`.
    """
    folder = Path("/dev/shm")
    if os.environ.get("TMPDIR") or not folder.is_dir():
        return None
    return str(folder) if shutil.disk_usage(folder).free > _ROOM else None


if __name__ == "__main__":
    sys.exit(main())
