"""A draft is an entry that is being made: what is known of it, and what the check says of that."""

from __future__ import annotations

import argparse
import datetime
import re
from collections.abc import Set
from functools import cached_property
from pathlib import Path

from edition.asking import agrees, can_ask, tell
from edition.core.anchor import Quote
from edition.core.edition import Edition
from edition.core.entry_file import entry_path, entry_text, proposed_id
from edition.core.problem import Problem, errors
from edition.core.quote_form import QUOTE_FIELDS
from edition.core.reference_form import (
    ADDED,
    REFERENCE,
    bibtex_text,
    fields_of,
    is_needed,
    proposed_key,
)
from edition.core.signing import LICENCE
from edition.core.sorts import BODY, IDENTITY, Question, Sort
from edition.core.term_forms import NAME
from edition.new_options import given, missing, words_of
from edition.new_questions import ask_author, ask_field, ask_id
from edition.note_place import place_quote
from edition.proof import prove
from edition.refusal import refuse
from edition.writing import replace_file

_FIELD_LINE = re.compile(r"([A-Za-z_-]+): |  ([a-z]+) *= ")
"""How a field begins: in the front matter of an entry, and in the library."""


class Draft:
    """Is filled by options and answers, then proved, shown and written."""

    def __init__(
        self,
        root: Path,
        sort: Sort,
        options: argparse.Namespace,
        edition: Edition,
        taken: Set[str],
    ) -> None:
        """Begin with what the options say; `taken` are the names that other entries have."""
        self.root, self.sort, self.options = root, sort, options
        self.edition, self.taken = edition, taken
        # Who says what an entry is to say in a call knows the options, and gives those that matter.
        last = options.body.strip() if sort.form.needs_body else options.title
        self.is_guided = not last
        self.asked: set[str] = set()
        self.warnings: tuple[Problem, ...] = ()
        self.values: dict[str, str | tuple[str, ...]] = {
            field.name: given(options, field.name) for field in sort.form.fields
        }
        if sort.form.needs_body:
            self.values[BODY] = options.body.strip()
            self.values["date"] = options.date or datetime.date.today().isoformat()

    def fill(self) -> bool:
        """Settle every question; say whether the entry is right. What is wrong was told."""
        if missing(self.sort, self.options):
            tell("Ctrl-C ends the questions; nothing is written before the last answer.")
        if not all(self._settle(question) for question in self.sort.questions):
            return False
        while wrong := errors(problems := prove(self.root, {self.path: self._content})):
            for problem in wrong:
                refuse(self._said(problem))
            again = {self._field_of(problem) for problem in wrong}
            if not again <= self.asked:
                return False
            for question in self.sort.questions:
                if question.about in again:
                    self._ask(question)
        self.warnings = problems
        return True

    def is_agreed(self) -> bool:
        """Show the file to whoever was asked, and say whether it shall be written."""
        where = "at the end of" if self.sort.form is REFERENCE else "in"
        question = f"Shall this be written, {where} {self.path}?"
        return agrees(question, self._text) or not refuse("nothing was written")

    def write(self) -> None:
        """Write the file, or add to that of the library."""
        replace_file(self.root / self.path, self._before, self._content)

    # ---- Its text

    @property
    def path(self) -> str:
        """Return the path of its file, below the root."""
        if self.sort.form is REFERENCE:
            return ADDED
        return entry_path(self.sort.form, self.name)

    @property
    def name(self) -> str:
        """Return what it is called."""
        return str(self.values[IDENTITY])

    @property
    def _text(self) -> str:
        if self.sort.form is REFERENCE:
            return bibtex_text(self.name, str(self.values["type"]), self.values)
        values = {name: value for name, value in self.values.items() if name != NAME}
        for named in self.values.get(NAME, ()):
            code, _, name = named.partition(" ")
            values[NAME + code] = (*values.get(NAME + code, ()), name)
        return entry_text(self.sort.form, values, str(self.values[BODY]))

    @cached_property
    def _before(self) -> bytes | None:
        """Return what the file holds already; only that of the library does."""
        file = self.root / self.path
        return file.read_bytes() if self.sort.form is REFERENCE and file.exists() else None

    @property
    def _content(self) -> bytes:
        before = self._before
        return (before.rstrip(b"\n") + b"\n\n" if before else b"") + self._text.encode()

    # ---- What is asked

    def _settle(self, question: Question) -> bool:
        """See to it that a field has a value, or is left out; say whether that can be."""
        name = question.about
        if name == IDENTITY:
            self._settle_name(question)
            return True
        if self.sort.form is REFERENCE and name != "type" and name not in self._fields:
            return True
        if name == "quote" and (words := words_of(self.options)):
            return self._place(Quote(words, *map(self._value, QUOTE_FIELDS[1:])))
        if name == "author" and self.sort.form.either and self.values["author_name"]:
            return True
        if name == LICENCE.name and self.edition.contributor(self._value("author")).licence:
            return True
        if len(question.choices) == 1:
            self.values[name] = next(iter(question.choices))
        elif not self.values.get(name):
            if can_ask() and (self.is_guided or self._is_needed(question)):
                self._ask(question)
            else:
                self.values[name] = question.default or ""
        return True

    def _settle_name(self, question: Question) -> None:
        if self.sort.form is REFERENCE:
            proposed = proposed_key(self.values, self.taken)
        else:
            words = str(self.values[self.sort.named_by])
            proposed = proposed_id(words, self.taken, self.sort.noun)
        name = self.options.id or (
            ask_id(self.sort, question.words, proposed, self.taken) if can_ask() else proposed
        )
        self.values[IDENTITY] = name

    def _ask(self, question: Question) -> None:
        """Ask a question, and keep the answer."""
        name = question.about
        self.asked.add(name)
        if name == "author" and self.sort.form.either:
            known = {} if self.values["orcid"] else self.edition.contributors
            self.values |= {"author": "", "author_name": "", **ask_author(known, question.words)}
            return
        is_optional = not self._is_needed(question)
        while True:
            answer = ask_field(self.edition, self.sort, question, is_optional=is_optional)
            if name != "quote" or not answer:
                self.values[name] = answer
                return
            quote = Quote(str(answer), *map(self._value, QUOTE_FIELDS[1:]))
            if self._place(quote, is_answer=True):
                return

    def _is_needed(self, question: Question) -> bool:
        if self.sort.form is REFERENCE and question.about != "type":
            has = [name for name, value in self.values.items() if value]
            return is_needed(str(self.values["type"]), question.about, has)
        return question.default is None

    def _place(self, quote: Quote, *, is_answer: bool = False) -> bool:
        """Find where a quote stands, and keep what tells the place."""
        found = place_quote(self.edition, quote, is_answer=is_answer)
        if found is not None:
            self.values |= dict(
                zip(
                    QUOTE_FIELDS, (found.exact, found.unit, found.prefix, found.suffix), strict=True
                )
            )
        return found is not None

    @property
    def _fields(self) -> tuple[str, ...]:
        """Return the fields that a reference of this type can have."""
        return fields_of(str(self.values["type"]))

    def _value(self, name: str) -> str:
        return str(self.values.get(name, ""))

    # ---- What is wrong

    @property
    def _body_line(self) -> int:
        """Return the line on which the body begins; 0 where there is none."""
        lines = self._content.decode().split("\n")
        return lines.index("---", 1) + 2 if self.sort.form.needs_body else 0

    def _said(self, problem: Problem) -> str:
        """Return a problem of a file that nobody has."""
        if problem.place.path != self.path:
            return str(problem)
        words = str(problem).removeprefix(f"{self.path}:{problem.place.line}: ")
        if self._body_line and problem.place.line >= self._body_line:
            return f"line {problem.place.line - self._body_line + 1} of the body: {words}"
        return words

    def _field_of(self, problem: Problem) -> str:
        """Return the field that a problem is about, as the questions name it; empty if none is."""
        if problem.place.path != self.path:
            return ""
        if self._body_line and problem.place.line >= self._body_line:
            return BODY
        lines = self._content.decode().split("\n")
        match = _FIELD_LINE.match(lines[problem.place.line - 1])
        name = (match[1] or match[2]) if match else ""
        if name in QUOTE_FIELDS:
            return "quote"
        if name == "author_name":
            return "author"
        return NAME if name.startswith(NAME) else name
