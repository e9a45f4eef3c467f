"""The questions about a new note that nobody has answered yet."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from edition.asking import ask, ask_lines, choose
from edition.core.addresses import note_link
from edition.core.contributor import Contributor
from edition.core.identifier import is_identifier
from edition.core.note import PURPOSES
from edition.core.note_file import expected_of, proposed_id
from edition.core.passage import did_you_mean


def ask_words() -> str:
    """Return the words that a note is about."""
    return ask(
        "Which words of the article is the note about? Copy them, letter for letter; two to"
        " fifteen are mostly enough.",
        lambda answer: "",
    )


def ask_kind() -> str:
    """Return the kind of a note."""
    return choose("What is the note for?", {kind.value: words for kind, words in PURPOSES.items()})


def ask_author(contributors: Mapping[str, Contributor]) -> dict[str, str]:
    """Return the field that names the author: by an id if one is known, otherwise by name."""
    ids = {contributor.name.casefold(): name for name, contributor in contributors.items()}
    ids |= {name: name for name in contributors}

    def fault(answer: str) -> str:
        if answer.casefold() in ids:
            return ""
        if wrong := _misfit("author_name", answer):
            return wrong
        hint = did_you_mean(answer, contributors) if is_identifier(answer) else ""
        return f"there is no contributor {answer} ({hint})" if hint else ""

    known = f", or your id if you have one ({', '.join(contributors)})" if contributors else ""
    answer = ask(f"Who writes it? Your name as it shall be shown{known}.", fault)
    author = ids.get(answer.casefold())
    return {"author": author} if author else {"author_name": answer}


def ask_source() -> str:
    """Return a source that the library lacks; empty if there is none."""
    return ask(
        "Where can it be read? An address, a DOI or plain words; press Enter for none, or if what"
        " you write cites the edition’s own library.",
        lambda answer: _misfit("new_source", answer),
        default="",
    )


def _misfit(name: str, answer: str) -> str:
    expected = expected_of(name, answer)
    return f"expected {expected}, found {len(answer)}" if expected else ""


def ask_id(words: str, taken: Collection[str]) -> str:
    """Return the name of a note's file, proposed from the words that the note is about."""
    proposed = proposed_id(words, taken)

    def meant(answer: str) -> str:
        return "-".join(answer.removesuffix(".md").casefold().split())

    def fault(answer: str) -> str:
        name = meant(answer)
        if not is_identifier(name):
            return f"expected small letters, digits and hyphens, found {answer!r}"
        return f"{name} is the name of another note" if name in taken else ""

    question = (
        f"What is it called? The name is permanent, as in {note_link(proposed)};"
        f" press Enter for {proposed}."
    )
    return meant(ask(question, fault, proposed))


def ask_body() -> str:
    """Return what a note says."""
    return ask_lines(
        "What does the note say? One sentence is enough; more can be added to the file later."
    )
