"""A note as somebody proposes it to this edition, and what a forge shows of it."""

import shutil
import tempfile
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from edition.checked import load_checked
from edition.core.entry_file import entry_text, proposed_id
from edition.core.entry_forms import NOTE
from edition.html.problem_summary import summarise
from edition.sources.problem_guide import read_problem_guide
from tests.command import REPOSITORY
from tests.real_edition import EDITION

READ = ("bibliography", "docs", "macros", "source", "edition.yml", "permalinks.lock")
"""What the engine reads of an edition before it draws."""


@dataclass(frozen=True)
class Proposed:
    """A note that is proposed; `id` is the name of its file."""

    id: str
    quote: str
    unit: str
    kind: str
    body: str

    @property
    def file(self) -> str:
        """Where it stands, below the edition's root."""
        return f"docs/notes/{self.id}.md"

    @property
    def text(self) -> str:
        """The text of its file."""
        values = {
            **{"quote": self.quote, "unit": self.unit, "kind": self.kind},
            **{"author_name": "Your Name", "date": "2026-11-30"},
            "licence": EDITION.settings.notes_licence.name,
        }
        return entry_text(NOTE, values, self.body)


def _story() -> Proposed:
    """Return the note that the guides follow, with the body as its file has it."""
    id_ = "diplomatic-ties-1992"
    (note,) = (note for note in EDITION.notes if note.id == id_)
    text = (REPOSITORY / note.place.path).read_text(encoding="utf-8")
    body = " ".join(text.split("---\n")[2].split())
    return Proposed(id_, note.quote.exact, note.quote.unit, note.kind.value, body)


STORY = _story()
SLIP = replace(
    STORY, id=proposed_id(STORY.quote, ()), body=STORY.body.replace("2022waning", "2022wanning")
)
"""The same under the name that the form proposes, with a slip in the key of its source."""


def lay_out(root: Path) -> Path:
    """Put a copy of this edition into a folder that does not exist yet, and return it."""
    root.mkdir(parents=True)
    for name in READ:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, root / name, copy_function=shutil.copyfile)
        else:
            shutil.copyfile(source, root / name)
    return root


@cache
def summary_of(note: Proposed) -> str:
    """Return what a forge shows of a proposed note: what the check found in its file."""
    with tempfile.TemporaryDirectory() as folder:
        root = lay_out(Path(folder) / "edition")
        (root / note.file).write_text(note.text, encoding="utf-8")
        _, problems = load_checked(root)
        found = [problem for problem in problems if problem.place.path == note.file]
        return summarise(found, read_problem_guide(root))
