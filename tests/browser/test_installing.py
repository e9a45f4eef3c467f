"""A browser that is there is taken, the best first; one that is not is installed."""

import sys
from pathlib import Path

import pytest

from tests.browser import chromium, firefox
from tests.browser.installing import APT_GET, Way, found_or_installed, from_debian

SHELL = "chromium-headless-shell"
PLAYWRIGHT = (sys.executable, "chromium")


@pytest.mark.parametrize(
    ("environ", "installed", "expected"),
    [
        ({}, ["/bin/chromium", f"/bin/{SHELL}"], f"/bin/{SHELL}"),
        ({}, ["/bin/chromium", "/bin/google-chrome"], "/bin/chromium"),
        ({}, ["/bin/google-chrome"], "/bin/google-chrome"),
        ({}, [chromium.MAC_APPLICATIONS[1]], chromium.MAC_APPLICATIONS[1]),
        ({}, ["/cache/chrome"], "/cache/chrome"),
        ({"CHROMIUM": "my"}, ["/bin/chromium", "/bin/my"], "/bin/my"),
        ({"CHROMIUM": "my"}, ["/bin/chromium"], None),
        ({}, [], None),
    ],
)
def test_the_first_usable_chromium_is_found(
    environ: dict[str, str], installed: list[str], expected: str | None
) -> None:
    found = chromium.find(
        environ, lambda name: f"/bin/{name}", installed.__contains__, lambda: ["/cache/chrome"]
    )
    assert found == expected


@pytest.mark.parametrize(
    ("commands", "root", "system", "expected"),
    [
        ({"apt-get"}, True, "debian", [("env", SHELL), ("env", "chromium"), PLAYWRIGHT]),
        ({"apt-get", "sudo"}, False, "debian", [("sudo", SHELL), ("sudo", "chromium"), PLAYWRIGHT]),
        ({"apt-get"}, False, "debian", [PLAYWRIGHT]),
        ({"apt-get"}, True, "ubuntu", [PLAYWRIGHT]),
        (set(), False, "", [PLAYWRIGHT]),
    ],
)
def test_debians_chromium_is_installed_before_playwrights(
    commands: set[str], root: bool, system: str, expected: list[tuple[str, str]]
) -> None:
    ways = chromium.ways_to_install(lambda name: name if name in commands else None, root, system)
    last = [list(way)[-1] for way in ways]
    assert [
        (command[0], next(word for word in command if word in (SHELL, "chromium")))
        for command in last
    ] == expected


@pytest.mark.parametrize(
    ("environ", "installed", "expected"),
    [
        ({}, ["/bin/firefox", "/bin/firefox-esr"], "/bin/firefox-esr"),
        ({}, ["/bin/firefox"], "/bin/firefox"),
        ({}, [*firefox.MAC_APPLICATIONS], firefox.MAC_APPLICATIONS[0]),
        ({"FIREFOX": "my"}, ["/bin/firefox", "/bin/my"], "/bin/my"),
        ({"FIREFOX": "my"}, ["/bin/firefox"], None),
        ({"FIREFOX": ""}, ["/bin/firefox"], "/bin/firefox"),
        ({}, [], None),
    ],
)
def test_the_first_usable_firefox_is_found(
    environ: dict[str, str], installed: list[str], expected: str | None
) -> None:
    found = firefox.find(environ, lambda name: f"/bin/{name}", installed.__contains__)
    assert found == expected


def test_the_lists_of_packages_are_renewed_once() -> None:
    ways = from_debian(["a", "b"], "fonts", which=str, root=True, system="debian")
    assert [[command[len(APT_GET) :] for command in way] for way in ways] == [
        [("update",), ("install", "--yes", "--no-install-recommends", "a", "fonts")],
        [("install", "--yes", "--no-install-recommends", "b", "fonts")],
    ]


FAILS, DOES_NOTHING, BRINGS_IT = (
    [(sys.executable, "-c", code)]
    for code in ("exit(1)", "pass", "import pathlib; pathlib.Path('browser').touch()")
)


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        ([BRINGS_IT], "browser"),
        ([FAILS, DOES_NOTHING, BRINGS_IT], "browser"),
        ([[*BRINGS_IT, *FAILS]], None),
        ([[*FAILS, *BRINGS_IT], DOES_NOTHING], None),
        ([], None),
    ],
)
def test_ways_are_gone_until_one_brings_it(
    ways: list[Way], expected: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert found_or_installed(lambda: next(map(str, Path().iterdir()), None), ways) == expected


def test_nothing_is_installed_beside_what_is_there(tmp_path: Path) -> None:
    made = tmp_path / "installed"
    way = [(sys.executable, "-c", f"import pathlib; pathlib.Path({str(made)!r}).touch()")]
    assert found_or_installed(lambda: "/bin/firefox", [way]) == "/bin/firefox"
    assert not made.exists()
