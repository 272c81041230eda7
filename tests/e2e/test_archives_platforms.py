# SPDX-License-Identifier: Apache-2.0
"""Archives of Google, Snapchat, TikTok, Reddit, Discord, Spotify and Amazon through the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.e2e.answers import bounds, exposed, finding, spans
from tests.e2e.program import answer, run
from tests.makers.platforms import samples
from tests.makers.zips import zip_bytes

SAMPLES = {sample.name: sample for sample in samples()}
CREATED = "2016-05-20T13:14:15Z"


def test_snapchat_in_the_us_is_on_by_default_since_a_time_with_widebounds(tmp_path: Path) -> None:
    whole = answer(SAMPLES["snapchat-2024"].made.write(tmp_path), "--residence", "US")
    public = finding(whole, "public-content")
    start = ("2023-08-15T00:00:00Z", "2026-01-07T23:59:59Z")
    assert (public["state"], public["grade"], bounds(public["since"])) == ("on", "default", start)
    assert spans(public) == [("unknown", (CREATED, CREATED)), ("on", start)]
    # Everything lies before the latest possible start.
    assert exposed(public, "posts") == (0, 2)
    assistant = finding(whole, "my-ai")
    assert (assistant["state"], exposed(assistant, "ai_chats")) == ("on", (3, 0))
    accepted = [fact["value"] for fact in whole["facts"] if fact["kind"] == "policy_accepted"]
    assert "Snap Terms of Service & Privacy Policy - Feb 26, 2024" in accepted
    assert not [fact for fact in whole["facts"] if fact["control"]]


def test_gemini_on_by_default_and_never_a_reading_from_saved_items(tmp_path: Path) -> None:
    whole = answer(SAMPLES["google-json-renamed"].made.write(tmp_path), "--residence", "DE")
    activity = finding(whole, "gemini-activity")
    assert (activity["state"], activity["grade"]) == ("on", "default")
    assert bounds(activity["since"]) == ("2023-07-13T00:00:00Z", "2023-11-16T23:59:59Z")
    assert exposed(activity, "ai_prompts") == (4, 0)
    regions = {one["region"] for one in whole["accounts"][0]["regions_suggested"]}
    assert regions == {"DE", "FR"}
    work = answer(tmp_path, "--residence", "DE", "--plan", "google=workspace")
    assert finding(work, "gemini-activity")["state"] == "off"


def test_takeouts_of_one_account_in_two_languages_are_one_account(tmp_path: Path) -> None:
    for number, name in enumerate(("google-html-german", "google-json-chinese")):
        made = replace(SAMPLES[name].made, name=f"takeout-2026030{number}T010203Z-001.zip")
        made.write(tmp_path)
    whole = answer(tmp_path, "--residence", "DE")
    assert [(one["service"], one["account"]) for one in whole["sources"]] == [
        ("google", "a1"),
        ("google", "a1"),
    ]


def test_a_missing_part_of_a_takeout_makes_the_answer_incomplete(tmp_path: Path) -> None:
    members = SAMPLES["google-json-older"].made.members
    for number in (1, 3):
        path = tmp_path / f"takeout-20260309T010203Z-00{number}.zip"
        path.write_bytes(zip_bytes(members[number - 1 :: 3]))
    done = run("inspect", tmp_path, "--residence", "DE", "--json", "-")
    assert done.returncode == 3
    assert json.loads(done.stdout)["complete"] is False
    assert "part 2" in done.stderr.lower()


@pytest.mark.parametrize("name", ["discord-2026", "discord-french-opted-out"])
def test_folders_of_discord_are_a_hint_and_the_state_stays_unknown(name: str, tmp_path: Path) -> None:
    whole = answer(SAMPLES[name].made.write(tmp_path), "--residence", "FR")
    improve = finding(whole, "improve-discord")
    assert (improve["state"], improve["grade"], improve["since"]) == ("unknown", None, None)
    assert not [fact for fact in whole["facts"] if fact["control"]]
    (row,) = [row for row in whole["sources"][0]["ledger"] if row["id"] == "discord.analytics"]
    assert row["outcome"] == ("absent" if "opted" in name else "found")
    assert "missing where you opted out" in row["absence_means"]


def test_a_reading_of_the_person_is_what_tells_discords_switch(tmp_path: Path) -> None:
    path = SAMPLES["discord-french-opted-out"].made.write(tmp_path)
    reading = "discord/improve-discord=off@2026-02-01"
    whole = answer(path, "--residence", "FR", "--reading", reading)
    assert (finding(whole, "improve-discord")["state"], finding(whole, "improve-discord")["grade"]) == (
        "off",
        "declared",
    )


def test_posts_on_reddit_before_during_and_after_the_start_are_told_apart(tmp_path: Path) -> None:
    whole = answer(SAMPLES["reddit-2024"].made.write(tmp_path), "--residence", "US")
    public = finding(whole, "public-content")
    assert bounds(public["since"]) == ("2024-02-22T00:00:00Z", "2024-09-16T23:59:59Z")
    # Of three posts one lies after the earliest possible start.
    assert exposed(public, "posts") == (0, 1)
    assert finding(whole, "private-messages")["state"] == "off"


def test_a_table_of_reddit_that_was_changed_later_makes_the_answer_incomplete(tmp_path: Path) -> None:
    made = SAMPLES["reddit-2024"].made
    edited = made.with_member("comments.csv", made["comments.csv"].replace(b"2023-12-12", b"2019-12-12"))
    done = run("inspect", edited.write(tmp_path), "--residence", "US", "--json", "-")
    assert done.returncode == 3
    assert "comments.csv" in done.stderr
    assert json.loads(done.stdout)["sources"][0]["status"] == "partial"


def test_tiktok_in_the_us_has_nothing_to_switch_and_then_is_disputed(tmp_path: Path) -> None:
    whole = answer(SAMPLES["tiktok-2026"].made.write(tmp_path), "--residence", "US")
    training = finding(whole, "model-training")
    assert training["state"] == "unknown"
    states = [state for state, _ in spans(training)]
    assert states == ["unknown", "on", "on", "unknown"]
    assert exposed(training, "posts") == (2, 0)
