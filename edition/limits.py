"""Limits of time and memory: whatever a file does to the engine, the command ends and says so.

Every cause that is known is refused before it costs anything. The limits are for those that are not
known, and hold where the system has them (not on Windows).
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from edition.core.problem import Place, Problem
from edition.sources.textfile import at_work

if sys.platform != "win32":
    import resource

SECONDS = 900
"""Of processor time. An edition of 5,000 notes was built in 38 s and 530 MB."""
BYTES = 4 << 30
"""Of memory that the process may ask for."""
SWITCH = "EDITION_LIMITS"
"""The environment variable that sets other limits, `seconds,megabytes`, or none: `off`."""

_HINT = f"this file was at work; {SWITCH}=off lifts the limits"


class LimitError(BaseException):
    """Raised when the time is used up; no `except Exception` on the way keeps it."""


def within_limits(run: Callable[[], int], tell: Callable[[tuple[Problem, ...]], None]) -> int:
    """Run a command under the limits and return its status; 1, and a problem told, at a limit."""
    seconds, size = _limits()
    try:
        with _limited(seconds, size):
            return run()
    except LimitError:
        message = f"expected to be done within {seconds} s of processor time"
    except MemoryError:
        message = f"expected to be done with {size >> 20} MB of memory"
    tell((Problem(Place(at_work.get()), "limit", f"{message}, and stopped", _HINT),))
    return 1


def _limits() -> tuple[int, int]:
    """Return seconds and bytes; 0 where there is no limit."""
    written = os.environ.get(SWITCH, "")
    if written == "off":
        return 0, 0
    seconds, _, megabytes = written.partition(",")
    if seconds.isdecimal() and megabytes.isdecimal():
        return int(seconds), int(megabytes) << 20
    return SECONDS, BYTES


@contextmanager
def _limited(seconds: int, size: int) -> Iterator[None]:
    """Set soft limits, which can be taken back, so that who called goes on as before.

    Programs that the command starts inherit them.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        resource.setrlimit(resource.RLIMIT_CPU, before[resource.RLIMIT_CPU])  # once is enough
        raise LimitError

    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime)
    wanted = {resource.RLIMIT_CPU: seconds and spent + seconds, resource.RLIMIT_DATA: size}
    before = {which: resource.getrlimit(which) for which in wanted}
    handler = signal.signal(signal.SIGXCPU, stop)
    try:
        for which, limit in wanted.items():
            soft, hard = before[which]
            bounds = [bound for bound in (soft, hard) if bound != resource.RLIM_INFINITY]
            if limit:
                resource.setrlimit(which, (min([limit, *bounds]), hard))
        yield
    finally:
        for which, limits in before.items():
            resource.setrlimit(which, limits)
        signal.signal(signal.SIGXCPU, handler)
