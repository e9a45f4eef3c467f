"""Settings and options that hold for all tests."""

import pytest
from hypothesis import settings

# Hypothesis chooses its own profile on CI (the same examples every time); one thing is changed
# in either: a slow machine is not a failure.
settings.register_profile(
    "edition", settings.get_profile(settings.get_current_profile_name()), deadline=None
)
settings.load_profile("edition")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites expectations."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the program returns over the expected files; read the diff afterwards",
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))
