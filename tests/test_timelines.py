"""A timeline is drawn whatever is in it: one event, hundreds, all on one day, all before year 1."""

import shutil
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from tests.command import run
from tests.tiny_edition import lay_out
from tests.trees import document

CASES = {
    "no event": ("1990/1999", ()),
    "one": ("1990/1999", ("1998-03-01",)),
    "five hundred": ("1500/1999", [f"{year}" for year in range(1500, 2000)]),
    "all on one day": ("2023", ["2023-05-18"] * 60),
    "in parts, one of them empty": (
        "1985/2003 2004 2005/2010 2011/2022 2023 2024",
        ["1985", "1985/2024", "2004", "../2022-12-31", "2023-05-18", "2023-12/2024"],
    ),
    "all before the common era": (
        "-0299/0000",
        ["-0299", "-0298~", "-0250/-0240", "-01XX", "-0138-05", "-0137?", "-0001/0000"],
    ),
}
"""By name: the span of the chart, and dates in the order of time."""


@pytest.mark.parametrize(("span", "dates"), CASES.values(), ids=CASES)
def test_every_event_is_in_the_chart_in_the_overview_and_in_the_list(
    span: str, dates: Sequence[str], tmp_path: Path
) -> None:
    """In the order of time; the overview leads to the chart."""
    root = lay_out(tmp_path / "edition")
    names = write_timeline(root, span, dates)
    assert run(root, "permalinks", "--update").status == 0
    built = run(root, "build")
    assert (built.status, built.stderr) == (0, "")
    page = document(root / "site" / "timeline" / "index.html")
    listed = page.find("li", class_="event")
    assert [entry.attributes["id"] for entry in listed] == names
    links = []
    for part in page.find(class_="chart-part"):
        (rows,) = part.find("ol")
        links += [row.attributes["href"].partition("#")[2] for row in rows.find("a")]
        leads = [
            tuple(float(line.attributes[end].rstrip("%")) for end in ("y1", "y2"))
            for line in part.find(class_="chart-lead")
        ]
        assert len(leads) == len(rows.find("li")) == len(part.find(class_="chart-dot"))
        assert all(0 <= mark <= 100 and 0 < height < 100 for mark, height in leads)
        heights = [height for _, height in leads]
        assert all(one < other for one, other in pairwise(heights))
    assert links == names
    (column,) = page.find("ol", class_="overview")[0].find("li")
    assert len([shape for shape in column if "data-kind" in shape.attributes]) == len(names)
    (link,) = column.find("a")
    (first, *_) = page.find("ol", class_="chart-rows")
    assert link.attributes["href"] == f"#{first.attributes['id']}"


def write_timeline(root: Path, span: str, dates: Sequence[str]) -> list[str]:
    """Put these events into the place of the edition's own; return their ids in the same order."""
    folder = root / "docs" / "timeline"
    shutil.rmtree(folder)
    folder.mkdir()
    lock = root / "permalinks.lock"
    kept = [line for line in lock.read_text(encoding="utf-8").splitlines() if line[:2] != "e/"]
    lock.write_text("\n".join([*kept, ""]), encoding="utf-8")
    whole = f"{span.split()[0].split('/')[0]}/{span.split()[-1].split('/')[-1]}"
    calls = (f'timeline_overview("{whole}")', f'timeline("{span}")', "timeline()")
    page = "\n\n".join(("# Timeline", *(f"{{{{ {call} }}}}" for call in calls), ""))
    (root / "docs" / "timeline.md").write_text(f"---\ntitle: Timeline\n---\n\n{page}", "utf-8")
    names = [f"event-{number:03}" for number in range(len(dates))]
    for name, date in zip(names, dates, strict=True):
        (folder / f"{name}.md").write_text(
            f"---\nevent: Event of {date}\nwhen: '{date}'\nkind: society\nauthor: editors\n"
            f"date: 2026-11-25\n---\nThis happened.\n",
            encoding="utf-8",
        )
    return names
