"""A message is what somebody sent: an e-mail of RFC 5322, or a file of plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import errors, policy
from email.message import EmailMessage
from email.parser import BytesParser

MAX_BYTES = 5_000_000
"""More than any entry with whatever a mail program puts around it."""

_HEADERS = ("from", "to", "subject", "date", "mime-version", "content-type", "received")
_CUT_SHORT = (
    errors.CloseBoundaryNotFoundDefect,
    errors.StartBoundaryNotFoundDefect,
    errors.InvalidBase64CharactersDefect,
    errors.InvalidBase64LengthDefect,
    errors.InvalidBase64PaddingDefect,
)
_MBOX = re.compile(rb"\AFrom [^\n]*\n")
"""The line that a mailbox file puts before each message."""
_SIGNATURE = "-- "
_QUOTED = re.compile(r"(>*)(.*)", re.DOTALL)


class MessageError(Exception):
    """Says why a message cannot be read, in words for whoever received it."""


@dataclass(frozen=True, slots=True)
class Message:
    """What a message holds that can be of use."""

    text: str
    """Its plain text, with `\\n` for line ends and soft line breaks undone; empty if none."""
    attachments: tuple[tuple[str, str], ...] = ()
    """Name and text of each attached Markdown file."""
    sender: str = ""
    """The sender's name, without the address; empty where it is not said."""


def read_message(data: bytes) -> Message:
    """Return what a message holds. Raise `MessageError` if it cannot be read."""
    if len(data) > MAX_BYTES:
        raise MessageError(f"the message is too large: expected at most {MAX_BYTES} bytes")
    data = _MBOX.sub(b"", data)
    mail = BytesParser(policy=policy.default).parsebytes(data)
    if not any(name in mail for name in _HEADERS):
        return Message(_lines(_decoded(data, "utf-8", "the file")))
    texts: list[str] = []
    attachments: list[tuple[str, str]] = []
    kinds: set[str] = set()
    for part in _parts(mail):
        name = part.get_filename() or ""
        kind = part.get_content_type()
        if name.lower().endswith(".md"):
            attachments.append((name, _lines(_content(part, f"the attachment {name}"))))
        elif kind == "text/plain" and not part.is_attachment():
            text = _lines(_content(part, "the message"))
            flows = str(part.get_param("format", "")).lower() == "flowed"
            deletes = str(part.get_param("delsp", "")).lower() == "yes"
            texts.append(_unflowed(text, deletes=deletes) if flows else text)
        else:
            kinds.add(kind)
    if not texts and not attachments:
        raise MessageError(_nothing(kinds))
    return Message("\n".join(texts), tuple(attachments), _sender(mail))


def _nothing(kinds: set[str]) -> str:
    if "text/html" in kinds:
        return (
            "the message has no plain text, only HTML: ask for it as plain text, or copy the text"
            " of the entry into a file"
        )
    return "the message has no plain text: copy the text of the entry into a file"


def _parts(mail: EmailMessage) -> Iterator[EmailMessage]:
    for part in mail.walk():
        if any(isinstance(defect, _CUT_SHORT) for defect in part.defects):
            raise MessageError("the message is cut short or damaged: save it again, as a whole")
        if not part.is_multipart() and isinstance(part, EmailMessage):
            yield part


def _content(part: EmailMessage, what: str) -> str:
    data = part.get_payload(decode=True)
    if any(isinstance(defect, _CUT_SHORT) for defect in part.defects):
        raise MessageError("the message is cut short or damaged: save it again, as a whole")
    charset = part.get_content_charset() or "utf-8"
    return _decoded(
        data if isinstance(data, bytes) else b"",
        "utf-8" if charset == "us-ascii" else charset,
        what,
    )


def _decoded(data: bytes, charset: str, what: str) -> str:
    try:
        return data.decode("utf-8-sig" if charset == "utf-8" else charset)
    except LookupError:
        raise MessageError(f"{what} is in an encoding that is unknown here, {charset}") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise MessageError(
            f"{what} is not in the encoding {charset}, in its line {line}: save it as UTF-8"
        ) from None


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _sender(mail: EmailMessage) -> str:
    header = mail["from"]
    addresses = getattr(header, "addresses", ())
    return " ".join(addresses[0].display_name.split()) if addresses else ""


def _unflowed(text: str, *, deletes: bool) -> str:
    """Return a text whose lines were broken as RFC 3676 has it, with these breaks undone.

    A line that ends with a space goes on in the next one, if that is quoted as often; a space was
    put before lines that begin with one, or with what would mean something else.
    """
    lines: list[str] = []
    goes_on = ""
    for line in text.split("\n"):
        quotes, words = _QUOTED.fullmatch(line).groups()  # type: ignore[union-attr]  # fits anything
        words = words.removeprefix(" ")
        if goes_on == f"{quotes}|" and words != _SIGNATURE:
            lines[-1] += words
        else:
            lines.append(f"{quotes} {words}" if quotes else words)
        is_soft = words.endswith(" ") and words != _SIGNATURE
        goes_on = f"{quotes}|" if is_soft else ""
        if is_soft and deletes:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)
