# SPDX-License-Identifier: Apache-2.0
"""What one account showed on two days: where it differs, the setting changed between them, and is said to."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.answers import bounds, finding
from tests.e2e.program import Json, answer, run
from tests.makers.assistants.chatgpt import era_2026
from tests.makers.captures.pages import GITHUB_URL, claude_account, github_form, single_file
from tests.makers.clock import at

IMPROVE, CODEX = "chatgpt/improve-the-model", "chatgpt/codex-environments"
CLAUDE, GITHUB = "claude/model-improvement", "github/copilot-training"
FIRST, SECOND, THIRD = "2026-05-10", "2026-08-20", "2026-11-01"


@dataclass(frozen=True)
class Shown:
    """What an account showed: files to hand in, and what the person answers to them."""

    control: str
    files: Sequence[Path]
    told: Sequence[str] = ()

    def asked(self) -> list[str]:
        """What to type."""
        return [*map(str, self.files), *self.told, "--residence", "US"]


def _chatgpt(folder: Path, *positions: tuple[str, bool]) -> Shown:
    """Exports of ChatGPT; its switch on environments stands the other way round."""
    files = [
        era_2026(training=on, codex_training_allowed_v2=not on, when=f"{day} 16:00").made.write(folder)
        for day, on in positions
    ]
    return Shown(IMPROVE, files)


def _saved(folder: Path, control: str, ending: str, *pages: tuple[str, str]) -> Shown:
    """Saved pages that a person confirms; each was saved at noon of its day."""
    files = []
    for day, text in pages:
        files.append(folder / f"{day}{ending}")
        files[-1].write_text(text, "utf-8")
        stamp = at(f"{day} 12:00").timestamp()
        os.utime(files[-1], (stamp, stamp))
    return Shown(control, files, [word for file in files for word in ("--confirm", f"{file}=yes")])


def _claude(folder: Path, *positions: tuple[str, bool]) -> Shown:
    """The account answer of Claude's web app, which says when the setting was last written."""
    pages = [(day, claude_account(on, f"{day}T08:00:00Z")) for day, on in positions]
    return _saved(folder, CLAUDE, ".json", *pages)


def _github(folder: Path, *positions: tuple[str, bool]) -> Shown:
    """GitHub's settings page, saved with the time in its first lines."""
    pages = [
        (
            day,
            single_file(
                github_form("enabled" if on else "disabled"),
                GITHUB_URL,
                f"{at(day + ' 12:00'):%a %b %d %Y} 12:00:00 GMT+0000 (UTC)",
            ),
        )
        for day, on in positions
    ]
    return _saved(folder, GITHUB, ".html", *pages)


MAKERS = {"chatgpt": _chatgpt, "claude": _claude, "github": _github}
BETWEEN = {
    # From the newest record of the first export until the latest time at which the second was made.
    "chatgpt": ("2026-05-10T10:03:00Z", "2026-08-21T04:00:59Z"),
    # When it was last written, it stood like this; that nobody wrote another position before is not said.
    "claude": ("2026-05-10T08:00:00Z", "2026-08-20T08:00:00Z"),
    "github": ("2026-05-10T12:00:00Z", "2026-08-20T12:00:00Z"),
}


def _answer(shown: Shown) -> Json:
    return finding(answer(*shown.asked()), shown.control)


@pytest.mark.parametrize("service", MAKERS)
def test_a_setting_that_differs_changed_between_the_two_days(service: str, tmp_path: Path) -> None:
    shown = MAKERS[service](tmp_path, (FIRST, True), (SECOND, False))
    found = _answer(shown)
    assert (found["state"], bounds(found["since"])) == ("off", BETWEEN[service])
    before, after = found["switch"][-2:]
    assert (before["position"], after["position"]) == ("on", "off")
    assert bounds(before["end"]) == bounds(after["start"]) == BETWEEN[service]


@pytest.mark.parametrize("service", MAKERS)
def test_the_same_on_both_days_is_no_change_and_the_newer_is_the_evidence(
    service: str, tmp_path: Path
) -> None:
    found = _answer(MAKERS[service](tmp_path, (FIRST, False), (SECOND, False)))
    assert found["state"] == "off"
    assert found["as_of"]["not_after"] >= f"{SECOND}T08:00:00Z"
    assert found["since"]["not_after"] <= "2026-05-11T04:00:59Z"
    assert [one["position"] for one in found["switch"]].count("off") == 1


@pytest.mark.parametrize("service", ["chatgpt", "github"])
def test_a_third_day_narrows_when_it_was_changed(service: str, tmp_path: Path) -> None:
    wide = _answer(MAKERS[service](tmp_path, (FIRST, True), (THIRD, False)))
    assert "evidence_between" in {one["id"] for one in wide["narrow"]}
    narrow = _answer(MAKERS[service](tmp_path, (FIRST, True), (SECOND, True), (THIRD, False)))
    assert wide["since"]["not_before"] < narrow["since"]["not_before"]
    assert wide["since"]["not_after"] == narrow["since"]["not_after"]


def test_each_switch_of_an_export_is_compared_by_itself(tmp_path: Path) -> None:
    whole = answer(*_chatgpt(tmp_path, (FIRST, True), (SECOND, False)).asked())
    positions = {
        control: [one["position"] for one in finding(whole, control)["switch"]][-2:]
        for control in (IMPROVE, CODEX)
    }
    assert positions == {IMPROVE: ["on", "off"], CODEX: ["off", "on"]}
    assert len(whole["accounts"]) == 1


def test_the_change_is_said_in_words(tmp_path: Path) -> None:
    shown = _github(tmp_path, (FIRST, True), (SECOND, False))
    done = run("inspect", *shown.asked())
    assert done.returncode == 0, done.stderr
    said = " ".join(done.stdout.split())
    assert "OFF since between 10 May and 20 August 2026" in said
    assert "Look for a picture" in said
    assert "between 10 May 2026 and 20 August 2026" in said


def test_exports_of_two_accounts_are_never_compared(tmp_path: Path) -> None:
    first = era_2026(training=True, when=f"{FIRST} 16:00").made
    second = era_2026(training=False, when=f"{SECOND} 16:00").made
    user = json.loads(second["user.json"]) | {"id": "user-Another00"}
    settings = json.loads(second["user_settings.json"])
    settings[0]["user_id"] = "user-Another00"
    other = second.with_member("user.json", json.dumps(user).encode())
    other = other.with_member("user_settings.json", json.dumps(settings).encode())
    whole = answer(first.write(tmp_path), other.write(tmp_path), "--residence", "US")
    found = [one for one in whole["findings"] if one["control"] == "improve-the-model"]
    assert sorted(one["state"] for one in found) == ["off", "on"]
    assert all(len({step["position"] for step in one["switch"]} - {"none"}) <= 2 for one in found)
