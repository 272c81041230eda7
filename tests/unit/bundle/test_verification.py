# SPDX-License-Identifier: Apache-2.0
"""What a check tells of a bundle."""

from __future__ import annotations

from inspector.bundle.verification import outcome
from inspector.domain.text import note

ONE = note("bundle.container.packed", file="data/a.json")
TWO = note("bundle.container.packed", file="data/b.json")


def test_what_was_found_twice_is_told_once_and_in_its_order() -> None:
    check = outcome("container", (TWO, ONE, TWO), note("bundle.container.good"))
    assert (check.ok, check.notes) == (False, (TWO, ONE))


def test_without_a_problem_the_good_is_told() -> None:
    good = note("bundle.container.good")
    check = outcome("container", (), good)
    assert (check.ok, check.notes) == (True, (good,))
