"""What answers mean for a link."""

import pytest

from edition.core.finding import Answer, Failure, Verdict, judge

A, B, C = "https://a.example/", "https://b.example/", "https://c.example/"


@pytest.mark.parametrize(
    ("answers", "verdict", "target"),
    [
        ([Answer(200)], Verdict.OK, ""),
        ([Answer(204)], Verdict.OK, ""),
        ([Answer(301, B), Answer(200)], Verdict.MOVED, B),
        ([Answer(308, B), Answer(200)], Verdict.MOVED, B),
        ([Answer(301, B), Answer(308, C), Answer(200)], Verdict.MOVED, C),
        ([Answer(301, B), Answer(302, C), Answer(200)], Verdict.MOVED, B),
        ([Answer(302, B), Answer(301, C), Answer(200)], Verdict.OK, ""),
        ([Answer(303, B), Answer(200)], Verdict.OK, ""),
        ([Answer(307, B), Answer(200)], Verdict.OK, ""),
        ([Answer(404)], Verdict.DEAD, ""),
        ([Answer(410)], Verdict.DEAD, ""),
        ([Answer(301, B), Answer(404)], Verdict.DEAD, ""),
        ([Answer(302, B), Answer(410)], Verdict.DEAD, ""),
        ([Answer(failure=Failure.NO_HOST)], Verdict.DEAD, ""),
        ([Answer(401)], Verdict.REFUSED, ""),
        ([Answer(403)], Verdict.REFUSED, ""),
        ([Answer(429)], Verdict.REFUSED, ""),
        ([Answer(451)], Verdict.REFUSED, ""),
        ([Answer(999)], Verdict.REFUSED, ""),
        ([Answer(failure=Failure.ROBOTS)], Verdict.REFUSED, ""),
        ([Answer(301, B), Answer(failure=Failure.ROBOTS)], Verdict.REFUSED, ""),
        ([Answer(500)], Verdict.UNREACHABLE, ""),
        ([Answer(503)], Verdict.UNREACHABLE, ""),
        ([Answer(400)], Verdict.UNREACHABLE, ""),
        ([Answer(405)], Verdict.UNREACHABLE, ""),
        ([Answer(300)], Verdict.UNREACHABLE, ""),
        ([Answer(301)], Verdict.UNREACHABLE, ""),  # without saying where to
        ([Answer(failure=Failure.TIMEOUT)], Verdict.UNREACHABLE, ""),
        ([Answer(failure=Failure.CERTIFICATE)], Verdict.UNREACHABLE, ""),
        ([Answer(failure=Failure.BROKEN)], Verdict.UNREACHABLE, ""),
        ([Answer(failure=Failure.NO_ROBOTS)], Verdict.UNREACHABLE, ""),
        ([Answer(failure=Failure.NO_TIME)], Verdict.UNREACHABLE, ""),
        ([Answer(301, B), Answer(failure=Failure.CIRCLE)], Verdict.UNREACHABLE, ""),
        ([Answer(301, "ftp://b.example/"), Answer(failure=Failure.ODD)], Verdict.UNREACHABLE, ""),
    ],
    ids=str,
)
def test_a_link_is_what_its_answers_mean(
    answers: list[Answer], verdict: Verdict, target: str
) -> None:
    found = judge(A, answers)
    assert (found.address, found.verdict, found.target) == (A, verdict, target)
    assert bool(found.detail) == (verdict not in (Verdict.OK, Verdict.MOVED))
