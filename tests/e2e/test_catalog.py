# SPDX-License-Identifier: Apache-2.0
"""`inspector catalog` as a person types it: the short table, one service with its archive, a reminder."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.program import run


def test_without_a_service_every_setting_is_in_one_short_table() -> None:
    done = run("catalog", COLUMNS="80")
    assert done.returncode == 0, done.stderr
    assert "[chatgpt/improve-the-model]" in done.stdout
    assert "sources read on 2026-11-21" in done.stdout
    wide = run("catalog", COLUMNS="120").stdout
    assert len(wide.splitlines()) < len(done.stdout.splitlines())


def test_one_service_ends_with_how_to_get_its_archive_and_how_to_cite() -> None:
    done = run("catalog", "google", COLUMNS="80")
    assert "Your archive" in done.stdout
    assert "Tick Access Log Activity; it is not ticked by default." in done.stdout
    assert "To cite: Privacy Settings Inspector, catalog" in done.stdout
    assert "The catalog knows of no archive of this service" in run("catalog", "zoom").stdout


def test_a_reminder_is_a_calendar_file_for_the_day_on_which_it_should_be_there(tmp_path: Path) -> None:
    target = tmp_path / "fetch.ics"
    done = run("catalog", "discord", "--reminder", target, "--on", "2026-11-21")
    assert (done.returncode, done.stdout) == (0, "")
    text = target.read_bytes().decode()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20261221\r\n" in text
    assert [file.name for file in tmp_path.iterdir()] == ["fetch.ics"]


def test_a_reminder_needs_a_service_that_has_an_archive(tmp_path: Path) -> None:
    target = tmp_path / "fetch.ics"
    without = run("catalog", "--reminder", target)
    assert without.returncode == 2
    assert "name the service too" in without.stderr
    none = run("catalog", "zoom", "--reminder", target)
    assert none.returncode == 2
    assert "no archive of Zoom" in none.stderr
    assert not target.exists()


def test_an_unknown_plan_is_told_plainly() -> None:
    done = run("catalog", "claude", "--plan", "premium")
    assert done.returncode == 2
    assert "premium: there is no such plan here." in done.stderr
    assert "on the plan" not in run("catalog", "claude", "--plan", "team").stderr
