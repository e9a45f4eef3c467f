"""Data in the head of a page, which a strict policy leaves alone and nothing runs."""

import json
from collections.abc import Callable

from tests.browser.reader import Reader

DATA = 'script[type="application/ld+json"]'


def test_data_in_a_page_is_there_to_be_read_and_breaks_no_policy(
    visit: Callable[..., Reader],
) -> None:
    """It is no script: Chromium reports no violation of a policy that lists scripts by hash."""
    reader = visit("text/04-summit/")
    policy = reader.page.locator('meta[http-equiv="Content-Security-Policy"]')
    assert "script-src 'sha256-" in (policy.get_attribute("content") or "")
    words = reader.page.locator(DATA).text_content() or ""
    assert json.loads(words)["@type"] == "Chapter"
    assert reader.troubles() == []
