# SPDX-License-Identifier: Apache-2.0
"""Names that programs and phones give to screenshots."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from inspector.captures.when.names import from_name


@pytest.mark.parametrize(
    "name",
    [
        "Screenshot_20260110-093015.png",
        "Screenshot_20260110-093015_Chrome.jpg",
        "Screenshot_2026-01-10_09-30-15.png",
        "Screenshot_20260110_093015.png",
        "Screenshot 2026-01-10 093015.png",
        "Schermafbeelding 2026-01-10 093015.png",
        "Bildschirmfoto vom 2026-01-10 09-30-15.png",
        "Screenshot from 2026-01-10 09-30-15.png",
        "Screenshot 2026-01-10 at 9.30.15\u202fAM.png",
        "Screen Shot 2026-01-10 at 9.30.15 AM.png",
        "Bildschirmfoto 2026-01-10 um 09.30.15.png",
        "Schermata 2026-01-10 alle 09.30.15.png",
        "Captura de pantalla 2026-01-10 a las 9.30.15.png",
        "Capture d’écran 2026-01-10 à 09.30.15.png",
        "screencapture-claude-ai-settings-2026-01-10-09_30_15.png",
    ],
)
def test_a_makers_name_states_local_time_without_a_zone(name: str) -> None:
    named = from_name(name)
    assert named is not None
    assert named.local == datetime(2026, 1, 10, 9, 30, 15)  # noqa: DTZ001 - the clock of a device
    assert named.basis.moment.zone == "none"
    assert named.basis.moment.not_before == datetime(2026, 1, 9, 19, 30, 15, tzinfo=UTC)
    assert named.basis.moment.not_after == datetime(2026, 1, 10, 21, 30, 15, tzinfo=UTC)


def test_an_afternoon_is_an_afternoon() -> None:
    named = from_name("Screenshot 2026-01-10 at 12.05.00 PM.png")
    assert named is not None
    assert named.local.hour == 12


def test_a_full_page_capture_names_its_host() -> None:
    named = from_name("screencapture-www.linkedin.com-mypreferences-2026-01-10-09_30_15.png")
    assert named is not None
    assert named.host == "www.linkedin.com"


def test_the_old_browser_screenshot_states_a_day_only() -> None:
    named = from_name("Screenshot-2018-3-9 Settings.png")
    assert named is not None
    assert named.precision == "day"


@pytest.mark.parametrize(
    "name",
    ["IMG_20260110_093015.jpg", "Screenshot_20261310-093015.png", "setting.png", "2026-01-10 09-30-15.png"],
)
def test_other_names_and_days_that_are_none_say_nothing(name: str) -> None:
    assert from_name(name) is None
