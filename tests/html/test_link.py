"""Links are relative, so that a site works in any folder; a browser resolves them to the target."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.html.link import relative_link


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        ("", "", "./"),
        ("", "text/01-a/", "text/01-a/"),
        ("", "text/01-a/#p1", "text/01-a/#p1"),
        ("", "#top", "#top"),
        ("text/01-a/", "", "../../"),
        ("text/01-a/", "#top", "../../#top"),
        ("text/01-a/", "text/01-a/", "./"),
        ("text/01-a/", "text/01-a/#p1", "#p1"),
        ("text/01-a/", "text/02-b/#p9", "../02-b/#p9"),
        ("text/01-a/", "bibliography/#a", "../../bibliography/#a"),
        ("text/01-a/", "data/references.bib", "../../data/references.bib"),
        ("p/7/", "text/01-a/#p7", "../../text/01-a/#p7"),
        ("404.html", "text/01-a/", "text/01-a/"),
        ("a/", "a/b/", "b/"),
        ("a/b/", "a/", "../"),
        ("a/b.html", "a/c.html", "c.html"),
    ],
)
def test_a_link_is_as_short_as_it_can_be(page: str, target: str, link: str) -> None:
    assert relative_link(page, target) == link


parts = st.text(st.sampled_from("abp01-"), min_size=1, max_size=4)
folders = st.lists(parts, max_size=3).map(lambda found: "".join(f"{part}/" for part in found))
pages = folders | st.just("404.html")
targets = st.builds(
    lambda folder, file, anchor: folder + file + anchor,
    folders,
    st.just("") | st.builds("{}.{}".format, parts, st.sampled_from(["bib", "html", "json"])),
    st.just("") | st.builds("#{}".format, parts),
)
bases = st.sampled_from(
    ["https://example.org/", "https://example.org/a/b/", "https://example.org/p/7/", "file:///a/"]
)


@given(bases, pages, targets)
def test_a_browser_resolves_a_link_to_its_target(base: str, page: str, target: str) -> None:
    assert urljoin(base + page, relative_link(page, target)) == base + target
