# SPDX-License-Identifier: Apache-2.0
"""Times are spelled as real archives spell them, file by file."""

from __future__ import annotations

import pytest

from tests.makers import clock

WHEN = clock.at("2012-03-04 00:05:09")


@pytest.mark.parametrize(("spelled", "expected"), [
    (clock.us_short(WHEN), "3/4/12, 12:05 AM"),
    (clock.us_short(clock.at("2025-11-12 13:07")), "11/12/25, 1:07 PM"),
    (clock.us_padded(WHEN), "03/04/12, 12:05 AM"),
    (clock.us_padded_utc(clock.at("2024-09-18 16:05")), "09/18/24 04:05 PM UTC"),
    (clock.slash_utc(WHEN), "2012/03/04 00:05:09 UTC"),
    (clock.dash_utc(WHEN), "2012-03-04 00:05:09 UTC"),
    (clock.dash(WHEN), "2012-03-04 00:05:09"),
    (clock.iso_t(WHEN), "2012-03-04T00:05:09"),
    (clock.ctime(WHEN), "Sun Mar 04 00:05:09 UTC 2012"),
    (clock.day_month_year(WHEN), "04 Mar 2012"),
    (clock.sentence(WHEN), "March 4, 2012 at 12:05 AM (GMT)"),
])  # fmt: skip
def test_a_time_is_spelled(spelled: str, expected: str) -> None:
    assert spelled == expected
