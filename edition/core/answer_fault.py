"""What is wrong with an answer, as far as it shows before the whole file is checked."""

from __future__ import annotations

from edition.core.contributor import is_orcid
from edition.core.edition import Edition
from edition.core.edtf import Fault, read_edtf
from edition.core.entry_form import EntryForm
from edition.core.language import LANGUAGES, is_language
from edition.core.passage import did_you_mean
from edition.core.reference import is_balanced
from edition.core.reference_form import REFERENCE
from edition.core.term_forms import NAME

_SHOWN = 60
"""Characters of a wrong answer that are repeated."""


def answer_fault(form: EntryForm, name: str, value: str, edition: Edition | None = None) -> str:
    """Return what is wrong with the value of a field, or nothing.

    Without an edition, what it names is not looked for. Of a list, this is one item.
    """
    if expected := form.field(name).fault(value):
        found = str(len(value)) if len(value) > _SHOWN else repr(value)
        return f"expected {expected}, found {found}"
    if form is REFERENCE:
        return _reference_fault(name, value)
    if name == "when":
        return _date_fault(value)
    if name == "orcid" and not is_orcid(value):
        return f"expected an ORCID iD whose last digit is right, found {value!r}"
    if name == "see" and edition is not None and value not in edition.term_by_id:
        return _hinted(f"there is no entry {value}", did_you_mean(value, edition.term_by_id))
    return ""


def name_fault(form: EntryForm, code: str) -> str:
    """Return what is wrong with the code of a language before a name, or nothing."""
    if expected := form.field(NAME).name_fault(f"{NAME}{code}"):
        return f"expected {expected.partition(' after ')[0]}, found {code!r}"
    if not is_language(code):
        hint = "the code of a language may differ from that of a state: zh, kk, uk"
        return f"there is no language {code} ({hint})"
    return ""


def _date_fault(value: str) -> str:
    when = read_edtf(value)
    return _hinted(when.message, when.hint) if isinstance(when, Fault) else ""


def _reference_fault(name: str, value: str) -> str:
    if name == "date":
        return _date_fault(value)
    if name == "langid" and value not in (known := [each.lower() for each in LANGUAGES.values()]):
        return _hinted(f"there is no language {value}", did_you_mean(value, known))
    if not is_balanced(value):
        return f"expected a closing brace for each opening one, found {value!r}"
    return ""


def _hinted(message: str, hint: str) -> str:
    return f"{message} ({hint})" if hint else message
