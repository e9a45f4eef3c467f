"""`edition intake`: makes entry files of what somebody sent, after the same checks."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from edition.asking import agrees, can_ask, tell
from edition.core.edition import Edition
from edition.core.enclosure import CLOSING, OPENING, Enclosure, EnclosureError, enclosures
from edition.core.entry_file import entry_path, proposed_id
from edition.core.entry_form import EntryForm
from edition.core.entry_forms import CORRECTION, EVIDENCE, FORMS, NOTE
from edition.core.event_form import EVENT
from edition.core.figure_form import FIGURE
from edition.core.identifier import is_identifier
from edition.core.issue_answers import AnswersError, entry_of_answers
from edition.core.problem import errors
from edition.core.quote_repair import repaired
from edition.core.signing import BY_ONE
from edition.core.term import KINDS
from edition.core.term_forms import TERM_FORMS
from edition.intake_signature import credit, signed
from edition.locate_command import load_text
from edition.printing import print_problems, visible
from edition.proof import prove
from edition.refusal import refuse, refuse_stopped
from edition.sources.entries import MAX_BYTES
from edition.sources.entry_head import field_value, has_field, line_value
from edition.sources.message import MAX_BYTES as MOST
from edition.sources.message import Message, MessageError, read_message
from edition.writing import replace_file

_FOLDERS = {form.folder: form for form in FORMS}
_NEXT = """\
Next: `make serve` shows it; `edition permalinks --update` records its permanent link; then commit.
"""


class IntakeError(Exception):
    """Says why a message is refused."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a message, ready to be checked."""

    path: str
    text: str
    said: tuple[str, ...]
    """What was done to it."""


def take_in(root: Path, options: argparse.Namespace) -> int:
    """Write the entries of a message; return 0, or 1 with nothing written."""
    edition = load_text(root)
    if edition is None:
        return 1
    try:
        message = read_message(_read(options.file))
        entries = _entries(root, edition, message, options)
        files = {entry.path: entry.text.encode() for entry in entries}
        for entry in entries:
            _show(root, entry)
        problems = prove(root, files)
        print_problems(problems)
        if errors(problems):
            return refuse("nothing was written")
        if can_ask() and options.file != "-" and not agrees("Shall this be written?", ""):
            return refuse("nothing was written")
        for path, content in files.items():
            file = root / path
            replace_file(file, file.read_bytes() if file.exists() else None, content)
    except (MessageError, EnclosureError, AnswersError, IntakeError) as error:
        return refuse(visible(f"{error}; nothing was written"))
    except (EOFError, KeyboardInterrupt, OSError) as stop:
        return refuse_stopped(stop)
    for entry in entries:
        sys.stdout.write(f"{entry.path}\n")
        author = next(filter(None, (field_value(entry.text, name) for name in BY_ONE)), "")
        if author and (said := credit(message.sender, edition.contributor(author))):
            sys.stdout.write(f"{said}\n")
    sys.stdout.write(_NEXT)
    return 0


def _read(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(MOST + 1)
    with Path(name).open("rb") as file:
        return file.read(MOST + 1)


def _entries(
    root: Path, edition: Edition, message: Message, options: argparse.Namespace
) -> tuple[Entry, ...]:
    """Return the entries of a message, each with a path where it may be written."""
    answered = entry_of_answers(message.text, edition.settings.notes_licence.name)
    found = [Enclosure("", answered)] if answered else list(enclosures(message.text))
    for name, text in message.attachments:
        found += [
            Enclosure(enclosure.path or _attached(enclosure.text, name), enclosure.text)
            for enclosure in enclosures(text)
        ]
    if not found:
        raise IntakeError(
            f"the message has no entry: expected one between the lines `{OPENING}` and `{CLOSING}`,"
            " a file that opens with `---`, or the answers to the form for a note"
        )
    if len(found) > 1 and options.name:
        raise IntakeError("the message has several entries: --name can name one only")
    if len(found) > 1 and not options.all:
        names = ", ".join(enclosure.path or "one without a name" for enclosure in found)
        raise IntakeError(f"the message has {len(found)} entries: {names} (take them with --all)")
    entries = tuple(_entry(root, edition, each, message, options) for each in found)
    for number, entry in enumerate(entries):
        if any(entry.path == other.path for other in entries[:number]):
            raise IntakeError(f"{entry.path} stands in the message twice")
    return entries


def _entry(
    root: Path, edition: Edition, found: Enclosure, message: Message, options: argparse.Namespace
) -> Entry:
    if len(found.text.encode()) > MAX_BYTES:
        raise IntakeError(
            f"the entry is too large: expected at most {MAX_BYTES} bytes, found"
            f" {len(found.text.encode())}"
        )
    mended = repaired(found.text, edition.passages, line_value)
    path = found.path or _named(root, mended.text)
    if options.name:
        path = f"{PurePosixPath(path).parent}/{options.name}.md"
    form = _form_at(root, path, may_replace=options.replace)
    licence = edition.settings.notes_licence.name
    text, said = signed(found, mended.text, form, message, licence)
    return Entry(path, text, (*mended.said, *said))


def _form_at(root: Path, path: str, *, may_replace: bool) -> EntryForm:
    """Return the form of the entry at a path. Raise `IntakeError` if none may be there."""
    pure = PurePosixPath(path)
    form = _FOLDERS.get(pure.parent.as_posix())
    if form is None or f"{pure.parent.as_posix()}/{pure.name}" != path or pure.suffix != ".md":
        known = ", ".join(_FOLDERS)
        raise IntakeError(f"expected a file .md directly in one of {known}, found {path}")
    if not is_identifier(pure.stem):
        better = proposed_id(pure.stem, ())
        raise IntakeError(
            f"expected a name of small letters, digits and hyphens, found {pure.stem!r} (take it"
            f" with --name {better})"
        )
    file = root / path
    if file.is_symlink() or file.parent.resolve() != (root / form.folder).parent.resolve() / (
        file.parent.name
    ):
        raise IntakeError(f"{path} is a symbolic link, or lies behind one")
    if file.exists() and not may_replace:
        raise IntakeError(f"{path} is there already (write over it with --replace)")
    realms = {other.folder for other in TERM_FORMS.values()}
    for folder in (realms if form.folder in realms else set()) - {form.folder}:
        if (root / folder / pure.name).exists():
            other = f"{folder}/{pure.name}"
            raise IntakeError(f"{pure.stem} is the name of {other} (take it with --name)")
    return form


def _attached(text: str, name: str) -> str:
    return entry_path(_form_of(text), PurePosixPath(name.replace("\\", "/")).stem)


def _named(root: Path, text: str) -> str:
    """Return the path of an entry that came without one."""
    form = _form_of(text)
    taken = {file.stem.lower() for file in (root / form.folder).glob("*.md")}
    words = next(filter(None, (field_value(text, key) for key in _NAMING)), "")
    return entry_path(form, proposed_id(words, taken, form.name))


_NAMING = ("term", "event", "figure", "reference", "quote")
"""Fields from which a name is proposed: the first that an entry has."""
_BY_FIELD = {"event": EVENT, "figure": FIGURE, "reference": CORRECTION, "status": EVIDENCE}


def _form_of(text: str) -> EntryForm:
    """Return the form that the fields of an entry are of; that of a note if they say nothing."""
    if has_field(text, "term"):
        kind = field_value(text, "kind")
        realms = (realm for realm, kinds in KINDS.items() if kind in kinds)
        return TERM_FORMS[next(realms, next(iter(KINDS)))]
    if has_field(text, "quote") and not has_field(text, "event"):
        return NOTE
    return next((form for field, form in _BY_FIELD.items() if has_field(text, field)), NOTE)


def _show(root: Path, entry: Entry) -> None:
    what = "replaces what is there" if (root / entry.path).exists() else "new"
    tell(f"{entry.path} ({what})")
    for line in entry.text.rstrip("\n").split("\n"):
        tell(visible(f"  {line}".rstrip()))
    for said in entry.said:
        tell(f"  mended: {said}")
