"""Finds the Firefox in which the policy is tried, too, or installs one, and prints its path.

Where there is none and none can be installed, it prints nothing, and that test is skipped.
"""

import os
import shutil
import sys
from collections.abc import Callable, Mapping

from tests.browser.installing import (
    first_usable,
    found_or_installed,
    from_debian,
    starts,
    this_system,
)

COMMANDS = ("firefox-esr", "firefox")
MAC_APPLICATIONS = ("/Applications/Firefox.app/Contents/MacOS/firefox",)
DEBIAN_BROWSERS = ("firefox-esr",)

NONE_FOUND = """\
no Firefox was found, and none could be installed: install one (Debian: apt-get install \
firefox-esr), or say where one is: make test FIREFOX=/path/to/firefox"""


def find(
    environ: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
    usable: Callable[[str], bool] = starts,
) -> str | None:
    """Return the path of the first Firefox that is usable."""
    return first_usable(environ.get("FIREFOX"), COMMANDS, MAC_APPLICATIONS, which, usable)


def main() -> int:
    """Print the path of a Firefox that starts, after installing one where none does."""
    named = os.environ.get("FIREFOX")
    if named and not find():
        print(f"FIREFOX={named} does not start", file=sys.stderr)
        return 1
    print(found_or_installed(find, from_debian(DEBIAN_BROWSERS, system=this_system())) or "")
    return 0


if __name__ == "__main__":
    sys.exit(main())
