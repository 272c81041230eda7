# SPDX-License-Identifier: Apache-2.0
"""The clock: the present, or what SOURCE_DATE_EPOCH says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from inspector.system import clock


def test_now_is_the_time_of_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    assert clock.now() == datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize("empty", [None, ""])
def test_now_is_the_present_to_the_second_without_it(
    monkeypatch: pytest.MonkeyPatch, empty: str | None
) -> None:
    if empty is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", empty)
    now = clock.now()
    assert now.microsecond == 0
    assert now.utcoffset() == timedelta(0)
    assert timedelta(seconds=-1) <= datetime.now(UTC) - now <= timedelta(seconds=10)


@pytest.mark.parametrize("malformed", ["yesterday", "-1", "1.5", " 1", "²", "99999999999999999999"])
def test_a_malformed_variable_is_an_error(monkeypatch: pytest.MonkeyPatch, malformed: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", malformed)
    with pytest.raises(clock.BadEpochError):
        clock.now()
