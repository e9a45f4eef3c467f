"""What templates know: the integrity of every script, and a policy unless pages are served."""

from pathlib import Path

import pytest

from edition.html.policy import integrity, policy
from edition.theme import theme_context
from tests.core.noted import FORMATTED, NOTED


@pytest.fixture
def overrides(tmp_path: Path) -> Path:
    scripts = tmp_path / "assets" / "javascripts"
    scripts.mkdir(parents=True)
    (scripts / "book.js").write_bytes(b"1")
    (scripts / "copy.js").write_bytes(b"2")
    (tmp_path / "main.html").write_bytes(b"3")
    return tmp_path


def test_a_page_may_run_its_own_scripts_and_no_other(overrides: Path) -> None:
    theme = theme_context(NOTED, FORMATTED, overrides, serving=False)
    own = {
        "assets/javascripts/book.js": integrity(b"1"),
        "assets/javascripts/copy.js": integrity(b"2"),
    }
    assert own.items() <= theme.scripts.items()
    assert theme.policy
    for names in ([], ["book"], ["copy", "book", "copy"]):
        allowed = {own[f"assets/javascripts/{name}.js"] for name in names}
        assert theme.policy(names) == policy(allowed)
    with pytest.raises(KeyError):
        theme.policy(["of-nobody"])


def test_served_pages_have_no_policy_because_live_reload_is_inline(overrides: Path) -> None:
    assert theme_context(NOTED, FORMATTED, overrides, serving=True).policy is None
