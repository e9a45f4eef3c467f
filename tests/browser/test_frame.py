"""In the frame of a learning platform, on another origin and without storage, a reading is read."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.browser.server import Server

_NO_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("blocked", "SecurityError"); },
});"""


def test_a_range_is_read_in_a_frame_of_another_origin(
    tmp_path: Path, server: Server, new_reader: Callable[..., Reader]
) -> None:
    course = tmp_path / "course"
    course.mkdir()
    frame = f'<iframe src="{server.url}text/plain/?p=7-9" width="900" height="700"></iframe>'
    (course / "index.html").write_text(f"<!doctype html><title>Week 3</title>{frame}", "utf-8")
    with Server(course) as platform:
        reader = new_reader(platform)
        reader.context.add_init_script(_NO_STORAGE)
        reader.page.goto(platform.url)
        shown = reader.page.frame_locator("iframe")
        expect(shown.locator("#reading-opens")).to_contain_text("¶¶ 7–9")
        expect(shown.locator("#p8")).to_be_visible()
        expect(shown.locator("#p10")).to_be_hidden()
        shown.locator("#palette").click()
        expect(shown.locator("html")).to_have_attribute("data-md-color-scheme", "slate")
        assert [trouble for trouble in reader.troubles() if not trouble.startswith("foreign")] == []
