"""Settings and options that hold for all tests, and the built sites that several of them read."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import tiny_edition
from tests.command import REPOSITORY, run_apart
from tests.once import made_once

# Hypothesis chooses its own profile on CI (the same examples every time); one thing is changed
# in either: a slow machine is not a failure.
settings.register_profile(
    "edition", settings.get_profile(settings.get_current_profile_name()), deadline=None
)
settings.load_profile("edition")

# What the engine would read of the machine's own; a test says itself what it wants of these.
FOREIGN = (
    *("EDITION_URL", "EDITION_FORGE", "EDITION_FORGE_KIND", "CI_PAGES_URL", "CI_PROJECT_URL"),
    *("GITHUB_ACTIONS", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY"),
    "GITHUB_STEP_SUMMARY",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites expectations."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the program returns over the expected files; read the diff afterwards",
    )


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """One worker more than there are processors: some always wait for what a page does."""
    processors = yield
    return processors + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long ones, lest one process is still at them when the others have nothing."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session", autouse=True)
def _same_everywhere() -> Iterator[None]:
    """Tests see the same environment on a forge's CI as anywhere else, and no host's notices."""
    with pytest.MonkeyPatch.context() as patch:
        for name in FOREIGN:
            patch.delenv(name, raising=False)
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        # A hundred commands run in processes of their own, which need not each compile the engine.
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        patch.setenv("PYTHONPYCACHEPREFIX", str(REPOSITORY / ".cache" / "bytecode"))
        yield


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the edition in this repository, built once."""

    def make(folder: Path) -> None:
        outcome = run_apart(REPOSITORY, "build", "--site-dir", str(folder / "site"))
        if outcome.status:
            pytest.fail(f"the edition does not build:\n{outcome.stderr}", pytrace=False)

    return made_once(tmp_path_factory, "real", make) / "site"


@pytest.fixture(scope="session")
def tiny_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the tiny edition with a site built in it. Tests copy it and leave it alone."""

    def make(folder: Path) -> None:
        outcome = run_apart(tiny_edition.lay_out(folder / "edition"), "build")
        if outcome.status:
            pytest.fail(f"the tiny edition does not build:\n{outcome.stderr}", pytrace=False)

    return made_once(tmp_path_factory, "tiny", make) / "edition"
