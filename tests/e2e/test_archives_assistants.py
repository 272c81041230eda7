# SPDX-License-Identifier: Apache-2.0
"""Archives of assistants through the command line: settings with their dates, and what never gets out."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

from tests.e2e.answers import bounds, finding
from tests.e2e.program import answer, run
from tests.makers.assistants.chatgpt import era_2026
from tests.makers.assistants.others import claude_sample, grok_samples

IMPROVE = "chatgpt/improve-the-model"


def test_chatgpt_free_in_france_with_training_off_on_the_day_of_the_export(tmp_path: Path) -> None:
    export = era_2026(training=False, when="2026-06-13 16:00").made.write(tmp_path)
    whole = answer(export, "--residence", "FR", "--plan", "chatgpt=free")
    found = finding(whole, IMPROVE)
    # The export was made after its newest record and before twelve hours past the time of its file.
    exported = ("2026-06-13T10:03:00Z", "2026-06-14T04:00:59Z")
    assert (found["state"], found["grade"], bounds(found["as_of"])) == ("off", "recorded", exported)
    # The default was on, so it was switched at a time between the start of the switch and the export.
    assert bounds(found["since"]) == ("2023-04-25T00:00:00Z", exported[1])
    spans = [(one["state"], one["practice"], one["decider"]) for one in found["spans"]]
    assert spans[-2:] == [("on", "default_on", "practice"), ("off", "default_on", "member")]
    (fact,) = [one for one in whole["facts"] if one["kind"] == "setting_reading"]
    place = fact["provenance"]
    assert (fact["control"], fact["value"], fact["grade"]) == ("improve-the-model", "off", "recorded")
    assert (place["member"], place["locator"]) == ("user_settings.json", "/0/settings/training_allowed")
    assert place["raw"] == "false"


def test_two_exports_of_one_account_narrow_when_the_switch_was_moved(tmp_path: Path) -> None:
    first = era_2026(training=True, when="2026-01-10 16:00").made.write(tmp_path)
    second = era_2026(training=False, when="2026-06-13 16:00").made.write(tmp_path)
    whole = answer(second, first, "--residence", "US", "--plan", "chatgpt=free")
    assert len(whole["accounts"]) == 1
    found = finding(whole, IMPROVE)
    assert (found["state"], found["grade"]) == ("off", "recorded")
    assert bounds(found["since"]) == ("2026-01-10T10:03:00Z", "2026-06-14T04:00:59Z")


def test_an_export_that_leaves_the_switch_out_says_nothing_of_it(tmp_path: Path) -> None:
    sample = era_2026(training=None)
    whole = answer(sample.made.write(tmp_path), "--residence", "FR", "--plan", "chatgpt=free")
    found = finding(whole, IMPROVE)
    assert (found["state"], found["grade"]) == ("on", "default")
    (row,) = [row for row in whole["sources"][0]["ledger"] if row["id"] == "chatgpt.setting"]
    assert row["outcome"] == "absent"
    assert "nothing about on or off" in row["absence_means"]


def test_claude_on_since_the_change_that_the_saved_account_answer_names(tmp_path: Path) -> None:
    saved = tmp_path / "account.json"
    settings = {
        "grove_enabled": True,
        "grove_updated_at": "2025-10-01T15:10:07Z",
        "grove_notice_viewed_at": "2025-09-02T08:00:00Z",
    }
    saved.write_text(json.dumps({"email_address": "mara@example.com", "settings": settings}), "utf-8")
    os.utime(saved, (1_793_000_000, 1_793_000_000))
    export = claude_sample().made.write(tmp_path)
    whole = answer(export, saved, "--confirm", f"{saved}=yes", "--residence", "DE")
    found = finding(whole, "claude/model-improvement")
    changed = "2025-10-01T15:10:07Z"
    assert (found["state"], found["grade"]) == ("on", "shown")
    assert bounds(found["since"]) == (changed, changed)
    assert [one["state"] for one in found["spans"]] == ["off", "unknown", "on"]


def test_what_opens_an_account_leaves_neither_answer_nor_bundle(tmp_path: Path) -> None:
    sample = grok_samples()[0]
    bundle = tmp_path / "bundle.zip"
    done = run(
        *("inspect", sample.made.write(tmp_path), "--residence", "US", "--json", "-"),
        *("--bundle", bundle, "--no-seal"),
    )
    assert done.returncode == 0, done.stderr
    assert "secret" not in done.stdout + done.stderr
    with zipfile.ZipFile(bundle) as opened:
        held = {name: opened.read(name) for name in opened.namelist()}
    assert not [name for name in held if "auth-mgmt" in name]
    assert not [name for name, data in held.items() if b"secret-" in data]
