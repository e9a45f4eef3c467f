"""Watching: what a served site follows from, and how soon a change to it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

_OURS = ("edition.yml", "macros", "bibliography", "source", "permalinks.lock", "redirects.yml")
"""What a site follows from, beside what the host watches and the theme."""
_BETWEEN_LOOKS, _QUIET = 0.25, 0.05
"""Seconds between two looks for changes, and for which nothing shall change before a build. A look
takes the processor some 6 ms."""


def watch(server: Any, root: Path, theme: Path, hosts: Sequence[str]) -> None:
    """Let the host's server look for changes more often than it would, and in more places.

    `hosts` are the paths that it watches by itself. It asks the disk again and again because
    nothing else tells of changes on the file systems of networks and containers:
    https://github.com/mkdocs/mkdocs/pull/2477
    """
    from watchdog.observers.polling import PollingObserver  # no need of a build

    for path in hosts:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=_BETWEEN_LOOKS)
    server.build_delay = _QUIET
    ours = (theme, *(root / name for name in _OURS))
    for path in (*hosts, *(str(path) for path in ours if path.exists())):
        server.watch(path)
