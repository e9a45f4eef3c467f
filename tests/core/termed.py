"""The small edition with terms, a person and places, beside its notes.

One form is part of another, and some stand in the words of notes; one entry refers to another that
does not refer to it; one is by somebody new, and one cites for its point alone.
"""

from dataclasses import replace

from edition.core.contributor import Contributor
from edition.core.coordinates import Coordinates, Region
from edition.core.edition import Edition
from edition.core.problem import Place
from edition.core.site import Site
from edition.core.term import Realm, Term
from edition.sources.body import read_body
from tests.core.noted import EDITORS, LICENCE, NEW, NOTED, TEALE

KIND = {Realm.GLOSSARY: "concept", Realm.PEOPLE: "person", Realm.PLACES: "sea"}
REGION = Region(30, -30, 70, 40)


def term(
    term_id: str,
    *forms: str,
    name: str = "",
    realm: Realm = Realm.GLOSSARY,
    kind: str = "",
    names: tuple[tuple[str, str], ...] = (),
    also: tuple[str, ...] = (),
    see: tuple[str, ...] = (),
    coordinates: Coordinates | None = None,
    site: Site | None = None,
    coordinates_source: str = "",
    body: str = "A word.",
    author: Contributor = EDITORS,
    revised: str = "",
) -> Term:
    """A term as its file would say it; the body is read as the reader does."""
    path = f"docs/{realm.value}/{term_id}.md"
    content, problems = read_body(body, path, 12)
    assert problems == ()
    fields = ("term", "kind", "forms", "also", "see", "coordinates", "coordinates_source")
    return Term(
        id=term_id,
        name=name or term_id,
        realm=realm,
        kind=kind or KIND[realm],
        forms=forms,
        names=names,
        also=also,
        see=see,
        site=Site(point=coordinates) if site is None else site,
        coordinates_source=coordinates_source,
        body=content,
        author=author,
        date="2026-11-23",
        revised=revised,
        licence=LICENCE,
        place=Place(path, 2),
        body_place=Place(path, 12),
        places={field: Place(path, line) for line, field in enumerate(fields, 2)},
    )


def with_terms(*terms: Term, edition: Edition = NOTED) -> Edition:
    """The edition with these terms, in the order in which files are read."""
    realms = list(Realm)
    in_order = sorted(terms, key=lambda found: (realms.index(found.realm), found.id))
    settings = replace(edition.settings, region=REGION)
    return replace(edition, terms=tuple(in_order), settings=settings)


WRITING = term(
    "writing",
    "read",
    "it",
    name="writing & reading",
    names=(("fr", "écriture"), ("fr", "lecture"), ("zh-Hans", "读写")),
    also=("letters",),
    see=("sea",),
    body="What one leaves [@quill2016, p. 12]. It is < the *sea*; see [[Nobody]] and [[tides]].",
    author=TEALE,
    revised="2026-11-25",
)
"""Cites, points to an entry and to none, holds what HTML has to escape; has two forms in one
sentence, of which one lies in a longer form elsewhere."""
WROTE_ON = term("wrote-on", "wrote on it", name="“Writing on”", body="A longer form wins.")
"""Its form holds one of the entry before, and lies in the words of notes."""
NOBODY = term(
    "nobody",
    "Nobody",
    name="Nobody",
    realm=Realm.PEOPLE,
    body="Nobody is nobody.\n\nThis is all there is.",
    author=NEW,
)
SEA = term(
    "sea",
    "sea",
    name="sea",
    realm=Realm.PLACES,
    names=(("da", "Vesterhavet"),),
    also=("North Sea",),
    coordinates=Coordinates(56.5, -3.25),
    coordinates_source="teale2020",
    body="Water [@quill2016].",
)

TERMED = with_terms(WRITING, WROTE_ON, NOBODY, SEA)
