"""The report on links that lead outside, as one Markdown document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote, urlsplit

from edition.core.finding import Finding, Verdict
from edition.core.outside import OutsideLink

_SECTIONS: Mapping[Verdict, tuple[str, str]] = {
    Verdict.DEAD: (
        "Dead",
        "Nothing is there any more. Look whether an archive has the page, and give its address in a"
        " correction or in the entry.",
    ),
    Verdict.MOVED: (
        "Moved for good",
        "The old address still leads on. Look whether the new page is the same, and write its"
        " address instead.",
    ),
    Verdict.UNREACHABLE: (
        "Not to be reached now",
        "Something went wrong, which may be over tomorrow. Only what stays in this list for weeks"
        " wants looking after.",
    ),
    Verdict.REFUSED: (
        "Refused to programs",
        "Readers may well see these pages; only somebody with a browser can tell.",
    ),
}
"""In the order in which they are told: title, and what to do."""
_ALLOWED = "!#$%&'()*+,/:;=?@[]~"
_LONGEST = 60_000
"""Characters: an issue of GitHub holds 65,536."""
_LONGEST_ADDRESS = 500


def report_links(links: Sequence[OutsideLink], findings: Sequence[Finding]) -> str:
    """Return what came of some links; `findings` are those of the same addresses, in order.

    What is not dead, moved, refused or out of reach is only counted. Nothing of a page that was
    asked for gets into the report but the address to which it leads.
    """
    counts = dict.fromkeys(Verdict, 0)
    for finding in findings:
        counts[finding.verdict] += 1
    told = [f"{len(links)} addresses were asked for: {counts[Verdict.OK]} are well."]
    size = len(told[0])
    for verdict, (title, cure) in _SECTIONS.items():
        of_it = [pair for pair in zip(links, findings, strict=True) if pair[1].verdict is verdict]
        if not of_it:
            continue
        lines = ["", f"## {title}: {len(of_it)}", "", cure, ""]
        items = list(_items(of_it))
        room = _LONGEST - size - sum(map(len, lines))
        shown = _fitting(items, room)
        if len(shown) < len(items):
            shown.append(f"* and {len(items) - len(shown)} more, for which there is no room here")
        told += [*lines, *shown]
        size = sum(map(len, told))
    return "\n".join(told) + "\n"


def _items(pairs: Sequence[tuple[OutsideLink, Finding]]) -> Iterator[str]:
    for link, finding in pairs:
        leads = f" → {_shown(finding.target)}" if finding.target else ""
        detail = f": {finding.detail}" if finding.detail else ""
        places = ", ".join(f"`{place.path}` line {place.line}" for place in link.places)
        yield f"* {_shown(link.address)}{leads}{detail} ({places})"


def _fitting(items: Sequence[str], room: int) -> list[str]:
    """Return as many of the first items as fit into some characters."""
    shown: list[str] = []
    for item in items:
        room -= len(item) + 1
        if room < 0:
            break
        shown.append(item)
    return shown


def _shown(address: str) -> str:
    """Return an address as a link that Markdown takes as it is, or as code if it is none.

    Between pointed brackets stands nothing but the letters of an address (CommonMark, 6.5), which
    no title, image or element is made of; and nobody is called by an at sign in a link.
    """
    written = quote(address[:_LONGEST_ADDRESS], safe=_ALLOWED)
    scheme = urlsplit(written).scheme if "://" in written else ""
    return f"<{written}>" if scheme in ("http", "https") else f"`{written}`"
