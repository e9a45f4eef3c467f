"""The sorts of entries that `edition new` makes, and the questions that it asks for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from edition.core.entry_form import EntryForm
from edition.core.entry_forms import NOTE
from edition.core.event_form import EVENT
from edition.core.note import LEVELS, PURPOSES
from edition.core.reference_form import REFERENCE, TYPES
from edition.core.term import Realm
from edition.core.term_forms import NAME, TERM_FORMS

BODY, IDENTITY = "body", "id"
"""What is asked for and is no field of a form: what an entry says, and what it is called."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, in words that need no knowledge of files."""

    about: str
    """A field of the form, or `BODY`, or `IDENTITY`."""
    words: str
    choices: Mapping[str, str] = field(default_factory=dict)
    """Of a choice, each word with what it means."""
    default: str | None = None
    """What an empty answer stands for; None if there has to be one."""


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of entries."""

    form: EntryForm
    noun: str
    link: str
    """The folder of its short links."""
    named_by: str
    """The field from which a name is proposed."""
    questions: tuple[Question, ...]
    """In the order in which they are asked."""
    folders: tuple[str, ...] = ()
    """All folders whose files share one namespace with it, its own first."""


_AUTHOR = Question("author", "Who writes it? Your name as it shall be shown")
_SOURCE = Question(
    "new_source",
    "Where can it be read? An address, a DOI or plain words; not needed if what you write cites the"
    " edition’s own library.",
    default="",
)
_LICENCE = Question("licence", "Is it your own, and may it be published under {}?", default="")
"""The edition says under which: see `new_questions.ask_licence`."""
_ID = Question(IDENTITY, "What is it called? The name is permanent, as in")
_FORMS = "How does the article name it? Copy each form, letter for letter, one on each line"
_NAMES = (
    "What is it called in other languages? The code of the language, then the name, such as"
    " `ru море` or `zh-Hans 海`, one on each line"
)
_SENTENCE = "The first sentence, of at most 25 words, says the plainest thing: it is shown alone."

_PLACE_KINDS = {
    "state": "",
    "city": "",
    "region": "a part of the world, of a continent or of a state",
    "sea": "or a lake",
    "route": "a road, a railway, a corridor",
}
_TERM_KINDS = {
    "concept": "an idea",
    "institution": "a body that acts: a ministry, an institute, a company",
    "initiative": "what somebody set going",
    "event": "what has a name and happened, such as a summit",
    "document": "a treaty, a law, a declaration",
    "project": "what is built or done",
    "unit": "of measurement or of money",
}
_EVENT_KINDS = {
    "diplomacy": "between states",
    "economy": "trade, building, money",
    "culture": "",
    "media": "",
    "scholarship": "",
    "society": "",
    "article": "a date of the article itself",
}
NOTE_KINDS: Mapping[str, str] = {kind.value: words for kind, words in PURPOSES.items()}
"""What each kind of note is for, in a few words."""
_WHEN = """\
When was it? Write the date as exactly as your source gives it, and no more so:
  2023-05-19             a day
  1992-01                a month
  1877                   a year
  198X                   a decade, here the 1980s
  2004~                  about then
  2004?                  perhaps then
  2023-05-18/2023-05-19  from one date to another
  2004/..                since then
  -0199                  200 BCE: the year before 0001 is 0000"""


def _term(realm: Realm, noun: str, name: str, kinds: Mapping[str, str], says: str) -> Sort:
    """Return what terms, people and places have alike."""
    placed = Question(
        "coordinates",
        "Where is it? Latitude, then longitude, in decimal degrees, such as 43.24, 76.89.",
        default="",
    )
    form = TERM_FORMS[realm]
    others = tuple(other.folder for other in TERM_FORMS.values() if other is not form)
    return Sort(
        form=form,
        noun=noun,
        link="g",
        named_by="term",
        folders=(form.folder, *others),
        questions=(
            Question("term", name),
            Question("kind", "What is it?", kinds),
            Question("forms", _FORMS, default=""),
            Question(NAME, _NAMES, default=""),
            *((placed,) if realm is Realm.PLACES else ()),
            _AUTHOR,
            _LICENCE,
            _SOURCE,
            _ID,
            Question(BODY, f"{says} {_SENTENCE}"),
        ),
    )


SORTS: Mapping[str, Sort] = {
    sort.form.name: sort
    for sort in (
        Sort(
            form=NOTE,
            noun="note",
            link="n",
            named_by="quote",
            questions=(
                Question(
                    "quote",
                    "Which words of the article is the note about? Copy them, letter for letter;"
                    " two to fifteen are mostly enough.",
                ),
                Question("kind", "What is the note for?", NOTE_KINDS),
                Question(
                    "level",
                    "Whom is it for?",
                    {str(level): whom for level, whom in LEVELS.items()},
                    default="1",
                ),
                _AUTHOR,
                _LICENCE,
                _SOURCE,
                _ID,
                Question(
                    BODY,
                    "What does the note say? One sentence is enough; more can be added to the file"
                    " later.",
                ),
            ),
        ),
        _term(
            Realm.GLOSSARY,
            "term",
            "Which term? The name under which it shall be listed, such as high water.",
            _TERM_KINDS,
            "What is it?",
        ),
        Sort(
            form=EVENT,
            noun="event",
            link="e",
            named_by="event",
            questions=(
                Question("event", "What happened? A few words, such as: The harbour is opened."),
                Question("when", _WHEN),
                Question("kind", "What is it?", _EVENT_KINDS),
                Question(
                    "quote",
                    "With which words does the article give the date? Copy them, letter for"
                    " letter.",
                    default="",
                ),
                _AUTHOR,
                _LICENCE,
                _SOURCE,
                _ID,
                Question(BODY, "What is to be said of it? One sentence is enough."),
            ),
        ),
        _term(
            Realm.PEOPLE,
            "person",
            "Which person? The name under which he or she shall be listed.",
            {"person": ""},
            "Who is it?",
        ),
        _term(
            Realm.PLACES,
            "place",
            "Which place? The name under which it shall be listed.",
            _PLACE_KINDS,
            "What is it?",
        ),
        Sort(
            form=REFERENCE,
            noun="reference",
            link="r",
            named_by="title",
            questions=(
                Question("type", "What is the source?", TYPES),
                Question(
                    "author",
                    "Who wrote it? One on each line: `Family, Given` for a person, the plain name"
                    " for a body such as a ministry",
                    default="",
                ),
                Question(
                    "editor", "Who edited it? One on each line, written as authors are", default=""
                ),
                Question(
                    "title",
                    "What is its title? As printed, without the subtitle. Put braces around names,"
                    " so that they keep their capitals: Trade with {India}.",
                ),
                Question("subtitle", "What is its subtitle?", default=""),
                Question("booktitle", "In which dictionary or encyclopaedia is it?", default=""),
                Question("journaltitle", "In which journal or newspaper is it?", default=""),
                Question(
                    "date",
                    "When did it appear? As exactly as it says itself: 2023, 2023-05 or 2023-05-19;"
                    " 2004~ for about 2004; 2020/2022 for several years.",
                    default="",
                ),
                Question("volume", "Which volume?", default=""),
                Question("number", "Which number?", default=""),
                Question("pages", "Which pages? Such as 12-34.", default=""),
                Question("organization", "Which website or body published it?", default=""),
                Question("institution", "Which institution or university is it of?", default=""),
                Question("publisher", "Which publisher?", default=""),
                Question(
                    "langid",
                    "In which language is it? In English, such as russian; nothing if it is"
                    " English.",
                    default="",
                ),
                Question("doi", "Has it a DOI? Such as 10.1000/182.", default=""),
                Question("url", "At which address can it be read?", default=""),
                Question(IDENTITY, "What is its key? It is permanent, as in"),
            ),
        ),
    )
}
"""By what they are called on the command line."""
