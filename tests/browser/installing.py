"""Finds programs, and installs those that are missing with what the system installs them with."""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

# Another program may be at work just after a machine has started.
APT_GET = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120")
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
Way = list[Sequence[str]]
"""Commands that bring something if each of them, in order, succeeds."""


def starts(executable: str, *arguments: str) -> bool:
    """Tell whether it starts, by asking for its version.

    Ubuntu's `chromium-browser` may only ask for a snap, and a downloaded browser may lack a
    library of the system.
    """
    try:
        answer = subprocess.run(
            [executable, *arguments, "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def first_usable(
    named: str | None,
    commands: Iterable[str],
    others: Iterable[str],
    which: Callable[[str], str | None],
    usable: Callable[[str], bool],
) -> str | None:
    """Return the first usable of a program's paths: those of its `commands`, then the `others`.

    One that was named is the only candidate: who names a program wants no other.
    """
    if named:
        return next(filter(usable, [which(named) or named]), None)
    return next(filter(usable, chain(filter(None, map(which, commands)), others)), None)


def from_debian(
    packages: Iterable[str],
    *besides: str,
    which: Callable[[str], str | None] = shutil.which,
    root: bool = IS_ROOT,
    system: str = "",
) -> Iterator[Way]:
    """Yield what installs each of the packages, and what it needs `besides`, with apt.

    `system` is the ID in /etc/os-release. Ubuntu's packages of browsers are snaps in disguise,
    which do not install in containers.
    """
    if system == "ubuntu" or not which("apt-get") or not (root or which("sudo")):
        return
    sudo = () if root else ("sudo", "-n")
    update = [(*sudo, *APT_GET, "update")]
    for package in packages:
        install = (*sudo, *APT_GET, "install", "--yes", "--no-install-recommends")
        yield [*update, (*install, package, *besides)]
        update = []


def run(way: Way) -> bool:
    """Run the commands until one fails, and tell whether none did; all they say goes to stderr."""
    for command in way:
        print("+", *command, file=sys.stderr, flush=True)
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
        if done.returncode:
            return False
    return True


def found_or_installed(find: Callable[[], str | None], ways: Iterable[Way]) -> str | None:
    """Return what is found, if need be after going the ways, best first, until it is."""
    found = find()
    for way in ways:
        if found:
            break
        if run(way):
            found = find()
    return found


def this_system() -> str:
    """Return the ID in /etc/os-release, or nothing where there is no such file."""
    try:
        return platform.freedesktop_os_release().get("ID", "")
    except OSError:
        return ""
