"""Finds the Chromium that the browser tests drive, or installs one, and prints its path.

Whatever Playwright itself lacks is installed with it.

Playwright's own download is the last choice, not the first: machines where it does not work have
a packaged Chromium more often than not, and Playwright drives that as well.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from tests.browser.installing import (
    IS_ROOT,
    Way,
    first_usable,
    found_or_installed,
    from_debian,
    starts,
    this_system,
)

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

NONE_FOUND = """\
No Chromium was found, and none could be installed. Install one (Debian: apt-get install chromium;
elsewhere Chromium or Google Chrome as usual), or say where one is:
  make test CHROMIUM=/path/to/chromium"""
NO_PLAYWRIGHT = """\
Playwright does not start, and what it needs could not be installed. See what it says:
  .venv/bin/python -m playwright --version
(Debian: apt-get install libatomic1)"""


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
    """Return the path of the first Chromium that is usable."""
    others = chain(MAC_APPLICATIONS, downloaded())
    return first_usable(environ.get("CHROMIUM"), COMMANDS, others, which, usable)


def ways_to_install(
    which: Callable[[str], str | None] = shutil.which,
    root: bool = IS_ROOT,
    system: str = "",
) -> Iterator[Way]:
    """Yield what may bring a Chromium, best first; where Debian has none, Playwright's download."""
    yield from from_debian(DEBIAN_BROWSERS, *DEBIAN_PACKAGES, which=which, root=root, system=system)
    libraries = ("--with-deps",) if which("apt-get") and root else ()
    yield [(sys.executable, "-m", "playwright", "install", *libraries, "chromium")]


def main() -> int:
    """Print the path of a Chromium that starts, after installing what is not there."""
    named = os.environ.get("CHROMIUM")
    if named and not find():
        print(f"CHROMIUM={named} does not start", file=sys.stderr)
        return 1
    path = found_or_installed(
        lambda: find() if playwright_starts() else None, ways_to_install(system=this_system())
    )
    if not path:
        print(NO_PLAYWRIGHT if find() else NONE_FOUND, file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
