"""A finding says what came of asking for an address, and what that means for a link to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What is to be thought of a link."""

    OK = "ok"
    MOVED = "moved"
    DEAD = "dead"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"


class Failure(StrEnum):
    """Why there was no answer at all, in words."""

    NO_HOST = "there is no such host any more"
    TIMEOUT = "no answer in time"
    CERTIFICATE = "its certificate is not valid"
    BROKEN = "the connection failed"
    ROBOTS = "its robots.txt asks programs to stay away"
    NO_ROBOTS = "its robots.txt cannot be read now, so nothing else was asked for"
    CIRCLE = "it leads from address to address without end"
    ODD = "it leads to an address that is none of the web"
    NO_TIME = "not asked for want of time"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for one address: a status, or why none did."""

    status: int = 0
    """Of HTTP (RFC 9110); 0 for none."""
    target: str = ""
    """The address to which it leads on; empty if it does not."""
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of one address."""

    address: str
    verdict: Verdict
    detail: str = ""
    """In words; empty when all is well."""
    target: str = ""
    """Where it has moved for good; empty if it has not."""


_PERMANENT = (301, 308)
_GONE = (404, 410)
_FORBIDDING = (401, 403, 407, 429, 451, 999)
"""To a program, that is: a reader may see the page. 999 is what some networks made up for it."""
_OF_FAILURE = {
    Failure.NO_HOST: Verdict.DEAD,
    Failure.ROBOTS: Verdict.REFUSED,
}


def judge(address: str, answers: Sequence[Answer]) -> Finding:
    """Return what the answers mean that came when an address was followed, in order; one or more.

    It has moved if it leads on for good and something is there: to where the first answers, all of
    them permanent (RFC 9110, 15.4.2 and 15.4.9), lead. A detour for now (302, 303, 307) is no move.
    """
    last = answers[-1]
    if last.failure is not None:
        return Finding(address, _OF_FAILURE.get(last.failure, Verdict.UNREACHABLE), last.failure)
    if last.status in _GONE:
        return Finding(address, Verdict.DEAD, f"the answer is {last.status}")
    if last.status in _FORBIDDING:
        return Finding(address, Verdict.REFUSED, f"the answer is {last.status}")
    if not 200 <= last.status < 300:
        return Finding(address, Verdict.UNREACHABLE, f"the answer is {last.status}")
    target = ""
    for answer in answers:
        if answer.status not in _PERMANENT:
            break
        target = answer.target
    return Finding(address, Verdict.MOVED if target else Verdict.OK, target=target)
