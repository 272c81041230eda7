# SPDX-License-Identifier: Apache-2.0
"""The answer of a bundle: what is let through is verdicts, months and counts, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from inspector.bundle.answers import answer_of, encoded
from inspector.bundle.examining import examine
from inspector.domain.words import State
from tests.unit.bundle.fictional import files_of, forged, remade, written
from tests.unit.bundle.many import contents, findings


def changed_finding(**values: object) -> bytes:
    answer = json.loads(findings())
    answer["findings"][0].update(values)
    return json.dumps(answer).encode()


def test_the_headline_is_read_and_what_is_the_persons_own_is_not() -> None:
    answer = answer_of(findings())
    assert answer.kinds() == {"archive": 1, "capture": 1, "page": 0, "mail": 0}
    assert answer.states() == {State.ON: 1, State.OFF: 0, State.UNKNOWN: 0, State.NOT_APPLICABLE: 0}
    (verdict,) = answer.findings
    assert verdict.since
    assert verdict.since.months() == ("2025-11", "2025-11")
    for secret in (b"secret", b"Jane", b"example.com", b"a1"):
        assert secret not in encoded(answer)
    assert answer_of(encoded(answer)) == answer


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"\xff",
        b"[" * 100_000,
        b"{}",
        findings(schema="inspector/findings/2"),
        findings(complete="Jane Example"),
        findings(sources=[{"kind": "Jane Example"}]),
        findings(program={"version": "Jane Example lives here", "catalog": {"version": "1"}}),
        changed_finding(service="nobody@example.com"),
        changed_finding(control="x" * 65),
        changed_finding(control="ends-with-a-break\n"),
        changed_finding(state="maybe"),
        changed_finding(grade="certain"),
        changed_finding(since={"not_before": "2025-13", "not_after": None}),
        changed_finding(since={"not_before": "Jane Example", "not_after": None}),
        changed_finding(exposure=[{"class": "posts", "count": -1}]),
        changed_finding(exposure=[{"class": "posts", "count": 1 << 61}]),
        changed_finding(exposure=[{"class": "Jane Example"}]),
        changed_finding(exposure=[{"class": "posts", "stated": "Jane Example"}]),
    ],
)
def test_a_place_that_says_anything_else_has_no_answer(bad: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - msgspec's own errors are ValueErrors of any text
        answer_of(bad)


def test_a_whole_bundle_gives_its_answer(tmp_path: Path) -> None:
    found = examine(written(tmp_path, contents("off", b"picture")))
    assert found.verification.ok
    assert found.answer
    assert found.answer.findings[0].state is State.OFF


def test_the_answer_of_a_bundle_that_was_changed_is_not_given(tmp_path: Path) -> None:
    bundle = written(tmp_path, contents("off", b"picture"))
    data = bytearray(bundle.read_bytes())
    data[-1] ^= 1
    bundle.write_bytes(data)
    found = examine(bundle)
    assert not found.verification.ok
    assert found.answer is None


def test_a_sound_bundle_whose_findings_are_no_answer_has_none(tmp_path: Path) -> None:
    files = files_of(written(tmp_path, contents("on", b"picture")))
    found = examine(forged(tmp_path / "odd.zip", remade({**files, "data/findings.json": b"[]"})))
    assert found.verification.ok
    assert found.answer is None
