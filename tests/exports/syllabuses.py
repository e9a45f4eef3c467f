"""Syllabuses that a cartridge must hold unharmed: for the engine and for the browser alike."""

from edition.core.syllabus import Reading, Session, Syllabus

PAGE = "https://example.org/edition/p/7/"


def of(*sessions: Session, title: str = "A course", language: str = "en") -> Syllabus:
    return Syllabus(title, language, sessions)


def one(title: str = "¶ 7", address: str = PAGE) -> Syllabus:
    return of(Session("Week 1", (Reading(title, address),)))


SYLLABUSES: dict[str, Syllabus] = {
    "one reading": one(),
    "no session": of(),
    "a session without readings": of(Session("Week 1", ())),
    "two weeks": of(
        Session("Week 1", (Reading("¶ 7", PAGE), Reading("¶ 8", "https://example.org/edition/p/8/"))),
        Session("Week 2", (Reading("¶ 7", PAGE),)),
    ),
    "dates and remarks": of(
        Session("Week 1", (Reading("¶ 7", PAGE),), "1–7 October", "Bring\na  pencil & paper.")
    ),
    "what is only named": of(Session("Week 1", (Reading("Hall, chapter 2"), Reading("¶ 7", PAGE)))),
    "signs of XML in titles": of(
        Session("<b>R&D</b>", (Reading('"A" < B & \'C\' > D ]]>', PAGE),), "<&>", "&amp;"),
        title="</lomimscc:string>&",
        language='en"',
    ),
    "a script in a title": one("<script>alert(1)</script>"),
    "emoji, another direction, another script": of(
        Session("🧭 الأسبوع", (Reading("苏州 — Ünïcode", PAGE),)), title="שלום"
    ),
    "signs that XML has no place for": one("a\x00b\x0bc\ufffed\ud800e"),
    "an ampersand in an address": one(address="https://example.org/?p=7-12&handout&x=<1>#p7"),
    "letters beyond ASCII in an address": one(address="https://example.org/Städte/世界?q=é#ü"),
    "brackets and a space in an address": one(address="https://example.org/a b?q=[1]&r={2}#[x]"),
    "an address that is encoded already": one(address="https://example.org/%C3%A9%20x?q=%5B1%5D"),
    "an address with two strokes": one(address="https://example.org/2020/https://example.net/x"),
    "percent signs that begin nothing": one(address="https://example.org/100%?q=5%&r=%C3%A9#%"),
    "what looks like a reference": one(address="https://example.org/?a=1&copy;=2&amp;b=3&#60;#x"),
    "an address with two number signs": one(address="https://example.org/?a#b#c"),
    "an address that ends in signs": one(address="https://example.org/?#"),
    "a title of many words": one("Hall, on the influence of rules of conduct " * 9),
    "a title of one word": one("世界" * 260),
    "a title of 250 signs and one of 251": of(
        Session("Week 1", (Reading("🧭" * 250), Reading("🧭" * 251, PAGE)))
    ),
    "remarks of many words": of(
        Session("Week 1", (Reading("¶ 7", PAGE),), "", "Bring a pencil\u2028and paper. " * 30)
    ),
    "a heading and a course of many words": of(Session("Week 1 " * 60, ()), title="A course " * 60),
    "nothing but space": of(
        Session(" ", (Reading(" ", PAGE), Reading("\x00")), "", "\n "), title=" "
    ),
    "a place in a text": one(address="https://example.org/text/#p5:~:text=soft%20power,attract"),
    "a host beyond ASCII": one(address="https://bücher.example/liste"),
    "a port": one(address="http://127.0.0.1:8000/sub/path/p/7/"),
}  # fmt: skip
