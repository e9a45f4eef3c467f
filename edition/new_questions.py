"""Asking one question about a new entry, as the form of its field wants it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from edition.asking import ask, ask_items, ask_lines, choose, says_yes, tell
from edition.core.answer_fault import answer_fault, name_fault
from edition.core.contributor import Contributor
from edition.core.edition import Edition
from edition.core.edtf import Edtf, read_edtf
from edition.core.entry_form import Shape
from edition.core.entry_forms import NOTE
from edition.core.identifier import is_identifier, is_reference_key
from edition.core.language import language_name
from edition.core.passage import did_you_mean
from edition.core.signing import IDENTIFIER_IS, LICENCE
from edition.core.sorts import BODY, Question, Sort
from edition.core.term_forms import NAME

_DOI_RESOLVERS = ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "doi:")
_ENTER = " Press Enter for none."


def ask_field(
    edition: Edition, sort: Sort, question: Question, *, is_optional: bool
) -> str | tuple[str, ...]:
    """Return the answer to a question about a field, or what the entry says."""
    if question.about == BODY:
        return ask_lines(question.words)
    form, name = sort.form, question.about
    field = form.field(name)
    if name == NAME:
        return _ask_names(edition, sort, question)
    if name == LICENCE.name:
        return _ask_licence(edition, question)
    if field.shape is Shape.CHOICE:
        return choose(question.words, question.choices, question.default)

    def fault(answer: str) -> str:
        return answer_fault(form, name, meant(answer), edition)

    def meant(answer: str) -> str:
        return _doi(answer) if name == "doi" else answer.lower() if name == "langid" else answer

    if field.shape is Shape.LIST:
        return ask_items(question.words, fault, is_optional=is_optional)
    words = question.words + (_ENTER if is_optional else "")
    answer = meant(ask(words, fault, "" if is_optional else None))
    if name == "when" and isinstance(when := read_edtf(answer), Edtf):
        tell(f"that is: {when.words}")
    return answer


def _ask_licence(edition: Edition, question: Question) -> str:
    """Return the edition's licence if somebody agrees to it; nothing otherwise."""
    licence = edition.settings.notes_licence.name
    words = f"{question.words.format(licence)} Anybody may use it then who names its author."
    return licence if says_yes(words) else ""


def _doi(answer: str) -> str:
    """Return a DOI without what leads to it."""
    for resolver in _DOI_RESOLVERS:
        if answer.lower().startswith(resolver):
            return answer[len(resolver) :].strip()
    return answer


def _ask_names(edition: Edition, sort: Sort, question: Question) -> tuple[str, ...]:
    """Return names in other languages, each behind the code of its language."""
    codes = sorted({code for term in edition.terms for code, _ in term.names})
    known = ", ".join(f"{code} {language_name(code)}" for code in codes)
    used = f". Languages named here so far: {known}" if known else ""

    def fault(answer: str) -> str:
        code, _, name = answer.partition(" ")
        if not name:
            return f"expected the code of a language, then the name, found {answer!r}"
        return name_fault(sort.form, code)

    return ask_items(f"{question.words}{used}", fault, is_optional=True)


def ask_author(contributors: Mapping[str, Contributor], words: str) -> dict[str, str]:
    """Return the field that names the author: by an id if one is known, otherwise by name."""
    ids = {contributor.name.casefold(): name for name, contributor in contributors.items()}
    ids |= {name: name for name in contributors}

    def fault(answer: str) -> str:
        if answer.casefold() in ids:
            return ""
        if wrong := answer_fault(NOTE, "author_name", answer):
            return wrong
        hint = did_you_mean(answer, contributors) if is_identifier(answer) else ""
        return f"there is no contributor {answer} ({hint})" if hint else ""

    known = f", or your id if you have one ({', '.join(contributors)})" if contributors else ""
    answer = ask(f"{words}{known}.", fault)
    author = ids.get(answer.casefold())
    return {"author": author} if author else {"author_name": answer}


def ask_id(sort: Sort, words: str, proposed: str, taken: Collection[str]) -> str:
    """Return the name of an entry, which may be the one that is proposed."""

    def meant(answer: str) -> str:
        return "-".join(answer.removesuffix(".md").casefold().split())

    def fault(answer: str) -> str:
        name = meant(answer)
        if not is_identifier(name):
            return f"expected {IDENTIFIER_IS}, found {answer!r}"
        if not sort.form.needs_body and not is_reference_key(name):
            return f"expected a letter in a key, found {answer!r}"
        return f"{name} is the name of another {sort.noun}" if name in taken else ""

    question = f"{words} {sort.link}/{proposed}/; press Enter for {proposed}."
    return meant(ask(question, fault, proposed))
