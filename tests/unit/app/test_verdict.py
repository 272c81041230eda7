# SPDX-License-Identifier: Apache-2.0
"""What a check of a bundle comes to for whoever holds it."""

from __future__ import annotations

from typing import get_args

import pytest

from inspector.app.verdict import headline, is_other, meaning, outcome, spelled, told_as_one
from inspector.bundle.verification import Check, CheckName, Verification, failed, not_asked
from inspector.domain.text import note
from inspector.system.messages import Messages

GOOD = Check("container", ok=True, notes=(note("bundle.container.good"),))
UNREAD = note("bundle.unread")
REPACKED = note("bundle.zip.repacked", where="a")
LOCKED = note("bundle.container.locked")
OTHER = failed("manifest", note("bundle.manifest.unexpected"))
SHUT = failed("payload", note("bundle.file.unreadable", file="data/findings.json"))
MOVING = failed("container", note("bundle.file.moving", file="data/findings.json"))
CHANGED = failed("payload", note("bundle.payload.changed", path="data/findings.json"))


def means(fingerprint: str | None, *checks: Check) -> str | None:
    found = meaning(Verification(fingerprint, checks))
    return None if found is None else found.key.rpartition(".")[2]


@pytest.mark.parametrize(
    ("fingerprint", "checks", "expected"),
    [
        ("ab", (GOOD,), None),
        (None, (failed("container", UNREAD),), "none"),
        (None, (failed("container", REPACKED),), "repacked"),
        (None, (failed("container", LOCKED),), None),
        ("ab", (GOOD, OTHER), "other"),
        ("ab", (OTHER, CHANGED), "changed"),
        ("ab", (CHANGED,), "changed"),
        ("ab", (SHUT,), "unread"),
        ("ab", (SHUT, CHANGED), "changed"),
        ("ab", (MOVING, CHANGED), "unread"),
    ],
    ids=[
        *("good", "no bundle", "repacked", "locked", "another bundle", "another and changed", "changed"),
        *("closed file", "closed file and changed", "changing meanwhile"),
    ],
)
def test_a_failed_check_says_what_it_means(
    fingerprint: str | None, checks: tuple[Check, ...], expected: str | None
) -> None:
    assert means(fingerprint, *checks) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("bundle.custody.back", "odd"),
        ("bundle.guide.page", "odd"),
        ("bundle.timestamp.fewer", "odd"),
        ("bundle.guide.version", None),
        ("bundle.custody.good", None),
    ],
)
def test_what_is_odd_is_said_before_anyone_looks_closer(key: str, expected: str | None) -> None:
    told = Check("custody", ok=True, notes=(note("bundle.custody.good", n=3), note(key)))
    assert means("ab", GOOD, told) == expected


def test_what_could_not_be_asked_for_one_reason_is_told_once() -> None:
    unasked = tuple(not_asked(name, UNREAD) for name in ("payload", "manifest", "seal"))
    other = not_asked("timestamp", note("bundle.timestamp.none"))
    checks = (failed("container", UNREAD), *unasked, other, CHANGED, CHANGED)
    sizes = [len(group) for group in told_as_one(Verification(None, checks))]
    assert sizes == [1, 3, 1, 1, 1]


@pytest.mark.parametrize(
    ("fingerprint", "check", "expected"),
    [
        ("ab", GOOD, "bundle.verdict.unsealed"),
        (None, failed("container", UNREAD), "verdict.none"),
        (None, failed("container", LOCKED), "bundle.container.locked"),
        (None, failed("container", LOCKED, UNREAD), "verdict.none"),
        ("ab", OTHER, "verdict.other"),
        ("ab", CHANGED, "verdict.changed"),
    ],
)
def test_the_first_sentence_says_what_it_is(fingerprint: str | None, check: Check, expected: str) -> None:
    found = Verification(fingerprint, (check,))
    assert headline(found).key == expected
    assert Messages().text(headline(found).key, **headline(found).as_dict())
    assert is_other(found) is (expected == "verdict.other")


def test_every_way_a_check_can_end_has_its_sentence() -> None:
    for name in get_args(CheckName):
        checks = [GOOD, CHANGED, not_asked(name, UNREAD)]
        told = [Messages().text(f"verdict.check.{name}.{outcome(check)}") for check in checks]
        assert len(set(told)) == 3
    absent = not_asked("seal", note("bundle.seal.none"))
    assert Messages().text(f"verdict.check.seal.{outcome(absent)}") == "It has no seal."
    assert Messages().text(f"verdict.check.manifest.{outcome(OTHER)}").endswith("not the one you gave.")


def test_hashes_are_spelled_in_groups() -> None:
    assert spelled(f"its key: {'0123abcd' * 8}.") == f"its key: {' '.join(['0123 abcd'] * 8)}."
    assert spelled("no hash: 0123abcd") == "no hash: 0123abcd"
