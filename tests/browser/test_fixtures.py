"""The browser tests' own tools see what they are there to see, on a small site made for them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.accessibility import axe
from tests.browser.reader import Reader
from tests.browser.server import Request, Server
from tests.browser.validator import vnu

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
HTML = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<link rel="icon" href="data:,">
</head>
<body><main><h1>{title}</h1>{body}</main></body>
</html>
"""
SHOW_ALL = "default-src * 'unsafe-inline'"

FAINT = (
    *("color: #777", "color: rgb(119 119 119)", "color: hsl(0 0% 46.7%)", "color: oklch(.57 0 0)"),
    *("color: rgb(0 0 0 / 50%)", "opacity: .5", "color: #777; background: #fff"),
    *("color: #666; background: #000", "color: #fff; background: rgb(0 0 0 / 50%)"),
)
CLEAR = (
    *("color: #767676", "color: rgb(118 118 118)", "color: hsl(0 0% 46%)", "color: oklch(.56 0 0)"),
    *("color: rgb(0 0 0 / 60%)", "opacity: .6", "color: #767676; background: #fff"),
    *("color: #777; background: #000", "color: #fff; background: rgb(0 0 0 / 60%)"),
)
"""Hardly less than the contrast that WCAG 2.2, 1.4.3 asks for, which is 4.5, and hardly more."""


@pytest.fixture(scope="module")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which each page but `clean/` has one fault."""
    folder = tmp_path_factory.mktemp("tiny")

    def write(name: str, body: str, policy: str = POLICY) -> None:
        (folder / name).mkdir()
        html = HTML.format(title=name, body=body, policy=policy)
        (folder / name / "index.html").write_text(html, encoding="utf-8")

    write("clean", '<p>All is well.</p><script src="../well.js"></script>')
    write("foreign", '<img alt="" src="http://other.example/dot.png">', SHOW_ALL)
    write("worker", '<script src="../start.js"></script>', SHOW_ALL)
    write("blocked", "<p style='color: red'>red</p>")
    write("blocked-image", '<img alt="" src="http://other.example/dot.png">')
    write("blocked-eval", '<script src="../eval.js"></script>')
    write("broken", '<script src="../broken.js"></script>')
    write("missing", '<script src="../no-such.js"></script>')
    write("window", '<a href="../foreign/" target="_blank">open</a>')
    write("unnamed", '<button type="button"></button>')
    write(
        "faint", "".join(f'<p style="{style}">Words.</p>' for style in (*FAINT, *CLEAR)), SHOW_ALL
    )
    write("invalid", "<p><aside>An aside in a paragraph</aside></p>")
    (folder / "well.js").write_text("document.body.dataset.ran = 'yes'\n")
    (folder / "broken.js").write_text("console.error('as planned'); throw new Error('planted')\n")
    (folder / "eval.js").write_text("try { eval('1') } catch (error) {}\n")
    (folder / "start.js").write_text("new Worker('../work.js')\n")
    (folder / "work.js").write_text("fetch('http://other.example/').catch(() => 0)\n")
    (folder / "data.jsonld").write_text("{}\n")
    (folder / "404.html").write_text(HTML.format(title="Not here", body="", policy=POLICY))
    return folder


@pytest.fixture(scope="module")
def tiny(tiny_site: Path) -> Iterator[Server]:
    """The tiny site, served."""
    with Server(tiny_site) as server:
        yield server


@pytest.fixture
def tiny_reader(new_reader: Callable[..., Reader], tiny: Server) -> Callable[..., Reader]:
    """Make readers who have gone to a page of the tiny site."""

    def make(path: str, **options: object) -> Reader:
        reader = new_reader(tiny, **options)
        reader.visit(path)
        return reader

    return make


def recorded(kind: str, reader: Reader) -> str:
    """Return the one line of this kind that is to come; a busy machine is late with it."""
    lines: list[str] = getattr(reader.record, kind)
    for _ in range(100):
        if lines:
            break
        reader.page.wait_for_timeout(50)
    (line,) = lines
    return line


def test_a_clean_page_leaves_an_empty_record(tiny_reader: Callable[..., Reader]) -> None:
    reader = tiny_reader("clean/")
    assert reader.troubles() == []
    assert reader.page.locator("body").get_attribute("data-ran") == "yes"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_request_to_another_origin_is_recorded(
    tiny_reader: Callable[..., Reader], javascript: bool
) -> None:
    reader = tiny_reader("foreign/", javascript=javascript)
    assert recorded("foreign", reader) == "GET http://other.example/dot.png"


def test_a_request_by_a_worker_is_recorded(tiny_reader: Callable[..., Reader]) -> None:
    reader = tiny_reader("worker/")
    assert recorded("foreign", reader) == "GET http://other.example/"


def test_a_window_that_the_page_opens_is_on_record(tiny_reader: Callable[..., Reader]) -> None:
    reader = tiny_reader("window/")
    with reader.context.expect_page() as opened:
        reader.page.get_by_role("link").click()
    opened.value.wait_for_load_state()
    assert recorded("foreign", reader) == "GET http://other.example/dot.png"


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize(
    ("path", "directive", "what"),
    [
        ("blocked/", "style-src-attr", "inline code"),
        ("blocked-image/", "img-src", "http://other.example/dot.png"),
    ],
)
def test_a_violation_of_the_policy_is_recorded(
    tiny_reader: Callable[..., Reader], path: str, directive: str, what: str, javascript: bool
) -> None:
    reader = tiny_reader(path, javascript=javascript)
    assert reader.troubles()
    assert recorded("violations", reader).startswith(f"{directive} blocked {what}")


def test_a_violation_that_a_script_hides_is_recorded(tiny_reader: Callable[..., Reader]) -> None:
    reader = tiny_reader("blocked-eval/")
    assert recorded("violations", reader).startswith("script-src blocked inline code")


def test_errors_of_scripts_are_recorded(tiny_reader: Callable[..., Reader]) -> None:
    reader = tiny_reader("broken/")
    assert "as planned" in recorded("console", reader)
    assert "planted" in recorded("errors", reader)


def test_a_missing_file_is_recorded(tiny_reader: Callable[..., Reader], tiny: Server) -> None:
    reader = tiny_reader("missing/")
    assert recorded("missing", reader) == f"404 {tiny.url}no-such.js"


def test_a_reader_can_be_small_dark_and_still(tiny_reader: Callable[..., Reader]) -> None:
    reader = tiny_reader("clean/", width=360, colour_scheme="dark", reduced_motion=True)
    seen = reader.page.evaluate(
        "[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches,"
        " matchMedia('(prefers-reduced-motion: reduce)').matches]"
    )
    assert seen == [360, True, True]


def test_a_reader_without_scripts_runs_none(tiny_reader: Callable[..., Reader]) -> None:
    reader = tiny_reader("clean/", javascript=False)
    assert reader.page.locator("body").get_attribute("data-ran") is None


@pytest.mark.parametrize("javascript", [True, False])
def test_axe_finds_a_button_without_a_name_under_a_strict_policy(
    tiny_reader: Callable[..., Reader], javascript: bool
) -> None:
    reader = tiny_reader("unnamed/", javascript=javascript)
    (violation,) = axe(reader.page)
    assert (violation.rule, violation.target) == ("button-name", "button")
    assert "discernible" in str(violation)
    assert axe(reader.page, within="h1") == []
    assert reader.troubles() == []


def test_axe_finds_words_without_contrast_however_a_colour_is_written(
    tiny_reader: Callable[..., Reader],
) -> None:
    found = axe(tiny_reader("faint/").page)
    assert {violation.rule for violation in found} == {"color-contrast"}
    styles = [violation.html.removeprefix('<p style="').removesuffix('">') for violation in found]
    assert styles == list(FAINT)


def test_axe_finds_nothing_in_a_clean_page(tiny_reader: Callable[..., Reader]) -> None:
    assert axe(tiny_reader("clean/").page) == []


def test_the_server_answers_as_a_forge_does(
    tiny_reader: Callable[..., Reader], tiny: Server
) -> None:
    tiny.requests.clear()
    context = tiny_reader("clean").context
    assert tiny.requests[:2] == [
        Request("GET", "/sub/path/clean", 301),
        Request("GET", "/sub/path/clean/", 200),
    ]
    get = context.request.get
    assert get(tiny.url + "data.jsonld").headers["content-type"] == "application/ld+json"
    assert get(tiny.url + "well.js").headers["content-type"].startswith("text/javascript")
    assert "Not here" in get(tiny.url + "no/such/page").text()
    for outside in ("/", "/clean/", "/sub/path/../../etc/passwd", "/sub/path/%2e%2e/x"):
        assert get(tiny.origin + outside).status == 404


def test_the_validator_finds_an_aside_in_a_paragraph(tiny_site: Path) -> None:
    clean, invalid = (tiny_site / name / "index.html" for name in ("clean", "invalid"))
    messages = vnu([clean, invalid])
    assert [(message.path, message.kind) for message in messages] == [(invalid, "error")]
    assert "No “p” element in scope" in str(messages[0])
    assert messages[0] in vnu(tiny_site)


@pytest.mark.parametrize("name", ["missing.html", "folder-without-html"])
def test_the_validator_does_not_pass_over_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder-without-html").mkdir()
    with pytest.raises(FileNotFoundError):
        vnu(tmp_path / name)
