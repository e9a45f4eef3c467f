"""The options of `edition new`: what can be said of an entry beforehand."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable

from edition.asking import can_ask
from edition.core.answer_fault import answer_fault, name_fault
from edition.core.entry_form import EntryForm, FieldForm, Shape
from edition.core.identifier import is_identifier
from edition.core.quote import collapsed
from edition.core.reference_form import REFERENCE, fields_of, lacks
from edition.core.signing import BY_ONE, IDENTIFIER_IS
from edition.core.sorts import BODY, IDENTITY, SORTS, Sort
from edition.core.term_forms import NAME
from edition.core.year_first import year_first
from edition.locate_command import Commands, utf_8

_NAMED = {
    "author_name": "author-name",
    "new_source": "source",
    "reported_by": "reported-by",
    "tags": "tag",
    "forms": "form",
    "coordinates_source": "coordinates-source",
    NAME: "name",
}
"""Options that are not called as their fields are."""
_ASKED_FOR = {"quote": "the quoted words", "author": "--author or --author-name"}
"""What a call lacks, where it is not simply an option."""
_ONE = " (may be given repeatedly)"


def add_new(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command, with one of its own for each sort of entry, and `note` for short."""
    parser = commands.add_parser(
        "new",
        help=f"make the file of an entry: {', '.join(SORTS)}",
        description="Make the file of an entry. At a terminal, what is missing is asked for.",
    )
    sorts = parser.add_subparsers(dest="sort", required=True, metavar="SORT")
    for sort in SORTS.values():
        _add_sort(sorts.add_parser(sort.noun, help=_help(sort), description=_about(sort)), sort)
    note = SORTS["note"]
    short = commands.add_parser("note", help="the same as `new note`", description=_about(note))
    short.set_defaults(sort="note")
    _add_sort(short, note)


def option_of(field: str) -> str:
    """Return what the option for a field is called, without its hyphens."""
    return _NAMED.get(field, field)


def given(options: argparse.Namespace, field: str) -> str | tuple[str, ...]:
    """Return what was given for a field; empty if nothing was."""
    value = getattr(options, option_of(field).replace("-", "_"), None) or ""
    return tuple(dict.fromkeys(value)) if isinstance(value, list) else value


def _help(sort: Sort) -> str:
    return sort.form.summary[0].lower() + sort.form.summary[1:].rstrip(".")


def _about(sort: Sort) -> str:
    kind = "an entry of the library" if not sort.form.needs_body else f"the file of {_a(sort.noun)}"
    return f"Make {kind}. At a terminal, what is missing is asked for."


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _add_sort(parser: argparse.ArgumentParser, sort: Sort) -> None:
    parser.set_defaults(fail=parser.error)
    form, add = sort.form, parser.add_argument
    if sort.noun == "note":
        add("words", nargs="*", type=utf_8, help="the article's words, letter for letter")
    signature = parser.add_mutually_exclusive_group() if form.either else parser
    for field in form.fields:
        _add_field(signature if field.name in form.either else parser, form, field)
    if form.needs_body:
        add(f"--{BODY}", type=utf_8, default="", help="what it says, in Markdown")
    name = "id" if form.needs_body else "key"
    add(f"--{name}", dest="id", type=_id, help="its permanent name (default: one is proposed)")


def _add_field(
    parser: argparse.ArgumentParser | argparse._MutuallyExclusiveGroup,
    form: EntryForm,
    field: FieldForm,
) -> None:
    option = _option(field.name)
    if field.shape is Shape.DATE:
        parser.add_argument(option, type=_day, help=_said(field))
    elif field.shape is Shape.CHOICE:
        parser.add_argument(option, choices=field.choices, help=_said(field))
    elif field.is_family:
        parser.add_argument(
            option,
            type=_named(form),
            action="append",
            metavar="CODE=NAME",
            help="its name in another language, such as ru=море" + _ONE,
        )
    elif field.shape is Shape.LIST:
        parser.add_argument(
            option, type=_field(form, field.name), action="append", help=_said(field) + _ONE
        )
    else:
        parser.add_argument(option, type=_field(form, field.name), help=_said(field))


def _said(field: FieldForm) -> str:
    words = field.summary if field.summary.endswith("..") else field.summary.removesuffix(".")
    words = words.replace("%", "%%")
    return words if words.startswith("DOI") else words[0].lower() + words[1:]


def _field(form: EntryForm, name: str) -> Callable[[str], str]:
    """Return the reader of an option that holds a field of the form."""

    def read(given: str) -> str:
        value = collapsed(utf_8(given))
        if value and (wrong := answer_fault(form, name, value)):
            raise argparse.ArgumentTypeError(wrong)
        return value

    return read


def _named(form: EntryForm) -> Callable[[str], str]:
    def read(given: str) -> str:
        code, _, name = collapsed(utf_8(given)).partition("=")
        if not name:
            raise argparse.ArgumentTypeError(f"expected CODE=NAME such as ru=море, found {given!r}")
        if wrong := name_fault(form, code):
            raise argparse.ArgumentTypeError(wrong)
        return f"{code} {name}"

    return read


def _id(given: str) -> str:
    if not is_identifier(given):
        raise argparse.ArgumentTypeError(f"expected {IDENTIFIER_IS}, found {given!r}")
    return given


def _day(given: str) -> str:
    try:
        if datetime.date.fromisoformat(given).isoformat() == given:
            return given
    except ValueError:
        pass
    better = year_first(given)
    hint = f" (did you mean {better}?)" if better else ""
    raise argparse.ArgumentTypeError(f"expected a date such as 2026-11-23, found {given!r}{hint}")


def missing(sort: Sort, options: argparse.Namespace) -> tuple[str, ...]:
    """Return what is required and was not given, as options."""
    form = sort.form
    kind = options.type if form is REFERENCE else ""
    if kind:
        has = [field.name for field in form.fields if given(options, field.name)]
        return tuple(" or ".join(map(_option, names)) for names in lacks(kind, has))
    required = [
        question.about
        for question in sort.questions
        if question.default is None and question.about != IDENTITY and len(question.choices) != 1
    ]
    lacking = [name for name in required if not _is_given(options, name)]
    return tuple(_ASKED_FOR.get(name, _option(name)) for name in lacking)


def _is_given(options: argparse.Namespace, name: str) -> bool:
    if name == "quote":
        return bool(words_of(options))
    if name == BODY:
        return bool(options.body.strip())
    return any(given(options, each) for each in (BY_ONE if name in BY_ONE else (name,)))


def words_of(options: argparse.Namespace) -> str:
    """Return the words that were given as a quote."""
    words = " ".join(getattr(options, "words", ()))
    return collapsed(words or str(given(options, "quote")))


def check_usage(sort: Sort, options: argparse.Namespace) -> None:
    """End the command as argparse does if it was not called as it can be."""
    if sort.form.either and options.orcid and options.author:
        options.fail("argument --orcid: not allowed with argument --author")
    if getattr(options, "words", ()) and options.quote:
        options.fail("argument --quote: not allowed with the words themselves")
    if sort.form is REFERENCE and options.type:
        for field in sort.form.fields:
            if given(options, field.name) and field.name not in fields_of(options.type):
                known = ", ".join(fields_of(options.type)[1:])
                options.fail(
                    f"argument {_option(field.name)}: not allowed with --type {options.type}, which"
                    f" has {known}"
                )
    if (lacking := missing(sort, options)) and not can_ask():
        options.fail(f"required where nobody can be asked: {', '.join(lacking)}")


def _option(field: str) -> str:
    return f"--{option_of(field)}"
