"""Finds the Chromium that the browser tests drive, or installs one, and prints its path.

Whatever Playwright itself lacks is installed with it.

Playwright's own download is the last choice, not the first: machines where it does not work have
a packaged Chromium more often than not, and Playwright drives that as well.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

# A shell without windows costs least, and is what Playwright itself drives when nobody looks on.
COMMANDS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
MAC_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
DEBIAN_BROWSERS = ("chromium-headless-shell", "chromium")
"""Packages, the first of which an older system may not have."""
# Debian's Chromium only recommends fonts, and without any no text has a size. A small system has
# no libatomic, which Playwright's Node.js needs.
DEBIAN_PACKAGES = ("fonts-liberation", "libatomic1")
# Another program may be at work just after a machine has started.
APT_GET = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120")

NONE_FOUND = """\
No Chromium was found, and none could be installed. Install one (Debian: apt-get install chromium;
elsewhere Chromium or Google Chrome as usual), or say where one is:
  make test CHROMIUM=/path/to/chromium"""
NO_PLAYWRIGHT = """\
Playwright does not start, and what it needs could not be installed. See what it says:
  .venv/bin/python -m playwright --version
(Debian: apt-get install libatomic1)"""


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


def playwright_starts() -> bool:
    """Tell whether the Node.js that Playwright brings finds its libraries."""
    return starts(sys.executable, "-m", "playwright")


def playwrights_own() -> Iterator[str]:
    """Yield where Playwright keeps the Chromium it downloads, whether it has done so or not.

    A generator, because asking takes half a second: nobody asks when another one was found.
    """
    from playwright.sync_api import sync_playwright

    if not playwright_starts():
        return
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    yield path


def find(
    environ: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
    usable: Callable[[str], bool] = starts,
    downloaded: Callable[[], Iterable[str]] = playwrights_own,
) -> str | None:
    """Return the path of the first Chromium that is usable.

    One named in `CHROMIUM` is the only candidate: who names a browser wants no other.
    """

    def candidates() -> Iterator[str]:
        if named := environ.get("CHROMIUM"):
            yield which(named) or named
            return
        yield from filter(None, map(which, COMMANDS))
        yield from MAC_APPLICATIONS
        yield from downloaded()

    return next(filter(usable, candidates()), None)


def ways_to_install(
    which: Callable[[str], str | None] = shutil.which,
    root: bool = hasattr(os, "geteuid") and os.geteuid() == 0,
    system: str = "",
) -> Iterator[list[Sequence[str]]]:
    """Yield what may bring a Chromium, best first: each a list of commands to run in order.

    `system` is the ID in /etc/os-release. Ubuntu's package is a snap in disguise, which does not
    install in containers, so there Playwright's download is the only way.
    """
    sudo = () if root else ("sudo", "-n")
    may_install = which("apt-get") and (root or which("sudo"))
    if may_install and system != "ubuntu":
        install = (*sudo, *APT_GET, "install", "--yes", "--no-install-recommends")
        update = [(*sudo, *APT_GET, "update")]
        for browser in DEBIAN_BROWSERS:
            yield [*update, (*install, browser, *DEBIAN_PACKAGES)]
            update = []
    libraries = ("--with-deps",) if which("apt-get") and root else ()
    yield [(sys.executable, "-m", "playwright", "install", *libraries, "chromium")]


def install(commands: Iterable[Sequence[str]]) -> bool:
    """Run the commands until one fails, and tell whether none did; all they say goes to stderr."""
    for command in commands:
        print("+", *command, file=sys.stderr, flush=True)
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
        if done.returncode:
            return False
    return True


def this_system() -> str:
    """Return the ID in /etc/os-release, or nothing where there is no such file."""
    try:
        return platform.freedesktop_os_release().get("ID", "")
    except OSError:
        return ""


def main() -> int:
    """Print the path of a Chromium that starts, after installing what is not there."""
    path, playwright = find(), playwright_starts()
    if not path and "CHROMIUM" in os.environ:
        print(f"CHROMIUM={os.environ['CHROMIUM']} does not start", file=sys.stderr)
        return 1
    for commands in ways_to_install(system=this_system()):
        if path and playwright:
            break
        if install(commands):
            path, playwright = find(), playwright_starts()
    if path and playwright:
        print(path)
        return 0
    print(NO_PLAYWRIGHT if path else NONE_FOUND, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
