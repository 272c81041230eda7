# SPDX-License-Identifier: Apache-2.0
"""What a check of a bundle comes to for whoever holds it."""

from __future__ import annotations

import pytest

from inspector.app.verdict import meaning, told_as_one
from inspector.bundle.verification import Check, Verification, failed, not_asked
from inspector.domain.text import note

GOOD = Check("container", ok=True, notes=(note("bundle.container.good"),))
UNREAD = note("bundle.unread")
OTHER = failed("manifest", note("bundle.manifest.unexpected"))
CHANGED = failed("payload", note("bundle.payload.changed", path="data/findings.json"))


def means(fingerprint: str | None, *checks: Check) -> str | None:
    found = meaning(Verification(fingerprint, checks))
    return None if found is None else found.key.rpartition(".")[2]


@pytest.mark.parametrize(
    ("fingerprint", "checks", "expected"),
    [
        ("ab", (GOOD,), None),
        (None, (failed("container", UNREAD),), "none"),
        ("ab", (GOOD, OTHER), "other"),
        ("ab", (OTHER, CHANGED), "changed"),
        ("ab", (CHANGED,), "changed"),
    ],
    ids=["good", "no bundle", "another bundle", "another and changed", "changed"],
)
def test_a_failed_check_says_what_it_means(
    fingerprint: str | None, checks: tuple[Check, ...], expected: str | None
) -> None:
    assert means(fingerprint, *checks) == expected


def test_what_could_not_be_asked_for_one_reason_is_told_once() -> None:
    unasked = tuple(not_asked(name, UNREAD) for name in ("payload", "manifest", "seal"))
    other = not_asked("timestamp", note("bundle.timestamp.none"))
    checks = (failed("container", UNREAD), *unasked, other, CHANGED, CHANGED)
    sizes = [len(group) for group in told_as_one(Verification(None, checks))]
    assert sizes == [1, 3, 1, 1, 1]
