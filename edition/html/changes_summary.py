"""A contribution as a forge's summary shows it: each entry as it will look, then what else it does.

The words come from strangers; see `summary_block` for what keeps them words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from edition.core.change import Change
from edition.core.contribution import Contribution
from edition.core.edition import Edition
from edition.core.entry_forms import FORMS
from edition.core.formatted import Formatted
from edition.html.entry_summary import Shown, draw_entry
from edition.html.summary_block import summary_block

_MOST = 20
"""Entries that are shown: with the longest bodies and paragraphs well below the 1 MiB of a step."""
_NAMED = 100
"""Files that are named without being shown."""


def summarise_changes(edition: Edition, formatted: Formatted, changes: Sequence[Change]) -> str:
    """Return what a contribution changes, as Markdown."""
    entries = _entries(edition)
    folders = tuple(f"{form.folder}/" for form in FORMS)
    of_entries = [change for change in changes if change.path.startswith(folders)]
    shown = [change.path for change in of_entries if not change.is_removed]
    blocks = [
        summary_block(_shown(edition, formatted, path, entries.get(path))) for path in shown[:_MOST]
    ]
    removed = [change.path for change in changes if change.is_removed]
    others = [c.path for c in changes if c not in of_entries and not c.is_removed]
    lists = (
        _named("Too many to be shown here:", shown[_MOST:]),
        _named("Files that are removed:", removed),
        _named("Other files that are changed, which somebody has to read as they are:", others),
    )
    nothing = "" if changes else "No file is changed.\n"
    return "\n".join(["## As it will look\n", *blocks, *filter(None, (*lists, nothing))])


def _entries(edition: Edition) -> dict[str, Shown]:
    """Return all entries by the paths of their files."""
    library = edition.library
    found: list[Shown] = [*edition.contributions]
    found += [correction for reference in library for correction in reference.corrections]
    found += [reference.evidence for reference in library if reference.evidence]
    return {entry.place.path: entry for entry in found}


def _shown(edition: Edition, formatted: Formatted, path: str, entry: Shown | None) -> Markup:
    file = Markup("<p>In <code>{}</code>:</p>").format(path)
    if entry is None or (isinstance(entry, Contribution) and not entry.places):
        return file + Markup("<p>It cannot be shown before it is mended as said above.</p>")
    return file + draw_entry(edition, formatted, entry)


def _named(label: str, paths: Iterable[str]) -> str:
    """Return a list of files; nothing for none."""
    names = list(paths)
    if not names:
        return ""
    items = [Markup("<li><code>{}</code></li>").format(name) for name in names[:_NAMED]]
    more = len(names) - len(items)
    if more:
        items.append(Markup("<li>and {} more</li>").format(more))
    return summary_block(Markup("<p>{}</p><ul>{}</ul>").format(label, Markup("").join(items)))
