"""The report on outside links: what is to be done first, and no word of a stranger's page."""

import pytest

from edition.core.finding import Finding, Verdict
from edition.core.outside import OutsideLink
from edition.core.problem import Place
from edition.exports.link_report import report_links
from tests.summaries import MARKDOWN, elements, lines_of

A = "https://a.example/page"


def told(*findings: Finding) -> str:
    places = (Place("bibliography/notes.bib", 12), Place("docs/notes/a.md", 3))
    return report_links([OutsideLink(f.address, places) for f in findings], findings)


def test_what_is_well_is_only_counted() -> None:
    lines = told(Finding(A, Verdict.OK), Finding(f"{A}/2", Verdict.OK))
    assert lines == "2 addresses were asked for: 2 are well.\n"


def test_each_kind_has_its_part_the_dead_first() -> None:
    report = told(
        Finding(f"{A}1", Verdict.REFUSED, "the answer is 403"),
        Finding(f"{A}2", Verdict.MOVED, target="https://b.example/new"),
        Finding(f"{A}3", Verdict.DEAD, "the answer is 404"),
        Finding(f"{A}4", Verdict.UNREACHABLE, "no answer in time"),
        Finding(f"{A}5", Verdict.OK),
    )
    lines = lines_of(report)
    where = "(bibliography/notes.bib line 12, docs/notes/a.md line 3)"
    assert lines[0] == "5 addresses were asked for: 1 are well."
    assert [line for line in lines[1:] if line.endswith(": 1") or line.endswith(where)] == [
        "Dead: 1",
        f"{A}3: the answer is 404 {where}",
        "Moved for good: 1",
        f"{A}2 → https://b.example/new {where}",
        "Not to be reached now: 1",
        f"{A}4: no answer in time {where}",
        "Refused to programs: 1",
        f"{A}1: the answer is 403 {where}",
    ]


@pytest.mark.parametrize(
    "target",
    [
        "https://b.example/>\n\n# forged",
        "https://b.example/\n![x](https://evil.example/x.png)",
        "https://b.example/<script>alert(1)</script>",
        "https://b.example/`a`",
        "javascript:alert(1)",
        "https://b.example/ @somebody",
        "https://b.example/" + "a" * 10_000,
        "\u202ehttps://b.example/",
    ],
)
def test_an_address_to_which_a_page_leads_forges_nothing(target: str) -> None:
    report = told(Finding(A, Verdict.MOVED, target=target))
    tags = [element.tag for element in elements(report)]
    assert [tags.count(tag) for tag in ("h1", "h2", "img", "script")] == [0, 1, 0, 0]
    links = [e.attrib["href"] for e in elements(report) if "href" in e.attrib]
    assert links[0] == A
    assert all(link.startswith("https://") for link in links)
    assert len(report) < 2_000


def test_a_report_fits_into_an_issue() -> None:
    findings = [Finding(f"{A}/{number}", Verdict.DEAD, "gone") for number in range(5_000)]
    report = told(*findings, Finding("https://z.example/", Verdict.REFUSED, "the answer is 403"))
    assert len(report) < 65_536
    assert "Dead: 5000" in lines_of(report)
    assert any("more, for which there is no room here" in line for line in lines_of(report))
    assert MARKDOWN.render(report)
