"""Runs of the command `edition` that are processes of their own and need not load the engine each.

A process that has the engine in memory, and has read no edition, forks for every run: each finds
what it would find in a new process, half a second of processor time sooner. That the command starts
by itself, too, is what `run_apart` proves, which Windows, that cannot fork, uses for this as well.
"""

import atexit
import gc
import json
import os
import socket
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO, NoReturn

from tests.command import REPOSITORY, Outcome, run_apart

Limits = tuple[int, int]
"""Seconds of processor time, and bytes of memory."""


def run_forked(
    root: Path, *arguments: str, limits: Limits | None = None, **environment: str
) -> Outcome:
    """Run the command in a forked process, in the folder of the edition."""
    if sys.platform == "win32":
        return run_apart(root, *arguments, **environment)
    with Path(os.devnull).open("rb") as nothing:
        return run_reading(nothing.fileno(), root, *arguments, limits=limits, **environment)


def run_reading(
    stdin: int, root: Path, *arguments: str, limits: Limits | None = None, **environment: str
) -> Outcome:
    """Run it with an open file, a terminal perhaps, as its standard input."""
    with tempfile.TemporaryFile() as stdout, tempfile.TemporaryFile() as stderr:
        wanted = {
            "root": str(root),
            "arguments": arguments,
            "environment": {**os.environ, **environment},
            "limits": limits,
        }
        channel = _channel()
        message = json.dumps(wanted).encode() + b"\n"
        socket.send_fds(channel, [message], [stdin, stdout.fileno(), stderr.fileno()])
        status = int(channel.recv(16))
        return Outcome(status, _all_of(stdout), _all_of(stderr))


def _all_of(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8").replace("\r\n", "\n")


@cache
def _channel() -> socket.socket:
    """Start the process that forks; it ends when nobody can ask it any more."""
    ours, theirs = socket.socketpair()
    process = subprocess.Popen([sys.executable, "-m", "tests.forked"], cwd=REPOSITORY, stdin=theirs)
    theirs.close()

    def end() -> None:
        ours.close()
        process.wait()

    atexit.register(end)
    return ours


# ---- In the process that forks


def _serve(channel: socket.socket) -> None:
    while True:
        message, files, _, _ = socket.recv_fds(channel, 1 << 16, 3)
        if not message:
            return
        while not message.endswith(b"\n"):
            message += channel.recv(1 << 16)
        child = os.fork()
        if not child:
            channel.close()
            _run(files, **json.loads(message))
        for file in files:
            os.close(file)
        _, status = os.waitpid(child, 0)
        channel.sendall(str(os.waitstatus_to_exitcode(status)).encode())


def _run(
    files: Sequence[int],
    root: str,
    arguments: Sequence[str],
    environment: Mapping[str, str],
    limits: Limits | None,
) -> NoReturn:
    """Become a process that runs the command, as if it had just been started."""
    import resource

    from edition.__main__ import main

    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    sys.stdin, sys.stdout, sys.stderr = (
        os.fdopen(number, mode, encoding=stream.encoding, errors=stream.errors)
        for number, mode, stream in (
            (0, "r", sys.stdin),
            (1, "w", sys.stdout),
            (2, "w", sys.stderr),
        )
    )
    os.chdir(root)
    sys.path[0] = root
    os.environ.clear()
    os.environ.update(environment)
    if limits is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (limits[0],) * 2)
        resource.setrlimit(resource.RLIMIT_DATA, (limits[1],) * 2)
    status: int | str | None = 1
    try:
        status = main(arguments)
    except SystemExit as end:
        status = end.code
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status if isinstance(status, int) else 1)


if __name__ == "__main__":
    import edition.__main__
    import edition.build
    import edition.intake_command
    import edition.new_command  # noqa: F401

    gc.freeze()  # so that no copy touches, and by that doubles, what all have
    _serve(socket.socket(fileno=os.dup(0)))
