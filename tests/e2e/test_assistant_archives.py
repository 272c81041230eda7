# SPDX-License-Identifier: Apache-2.0
"""Archives of assistants and of GitHub through the command line: golden JSON, settings with their dates."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # its stubs are a package of their own
import pytest

from tests.e2e.program import ROOT, Json, answer, run
from tests.makers.assistants import Sample, samples
from tests.makers.assistants.chatgpt import era_2026
from tests.makers.assistants.others import claude_sample, grok_samples

GOLDEN = ROOT / "tests" / "golden" / "archives"
SCHEMA = json.loads((ROOT / "resources" / "schemas" / "findings-1.json").read_text("utf-8"))
IMPROVE = "improve-the-model"
Bounds = tuple[str | None, str | None]


def _name(sample: Sample) -> str:
    return sample.name


def _steady(whole: Json) -> Json:
    """Keep what archives state; the hash of a zip depends on the zlib that packed it."""
    sources = [{**source, "sha256": "…", "bytes": 0} for source in whole["sources"]]
    kept = ("complete", "accounts", "facts")
    return {"sources": sources, **{key: whole[key] for key in kept}}


@pytest.mark.parametrize("sample", samples(), ids=_name)
def test_an_archive_of_each_service_and_era_gives_its_golden_answer(sample: Sample, tmp_path: Path) -> None:
    whole = answer(sample.made.write(tmp_path), "--residence", "US")
    jsonschema.validate(whole, SCHEMA)
    assert whole["complete"] is True
    (account,) = whole["accounts"]
    assert {key: count for key, count in account["counts"].items() if count} == dict(sample.counts)
    text = json.dumps(_steady(whole), ensure_ascii=False, indent=1) + "\n"
    golden = GOLDEN / f"{sample.name}.json"
    if os.environ.get("INSPECTOR_GOLDEN") == "write":
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def _finding(whole: Json, control: str) -> Json:
    return next(one for one in whole["findings"] if one["control"] == control)


def _bounds(moment: Json | None) -> Bounds | None:
    return None if moment is None else (moment["not_before"], moment["not_after"])


def test_chatgpt_free_in_france_with_training_off_on_the_day_of_the_export(tmp_path: Path) -> None:
    export = era_2026(training=False, when="2026-06-13 16:00").made.write(tmp_path)
    whole = answer(export, "--residence", "FR", "--plan", "chatgpt=free")
    finding = _finding(whole, IMPROVE)
    # The export was made after its newest record and before twelve hours past the time of its file.
    exported = ("2026-06-13T10:03:00Z", "2026-06-14T04:00:59Z")
    assert (finding["state"], finding["grade"], _bounds(finding["as_of"])) == ("off", "recorded", exported)
    # The default was on, so it was switched at a time between the start of the switch and the export.
    assert _bounds(finding["since"]) == ("2023-04-25T00:00:00Z", exported[1])
    spans = [(one["state"], one["practice"], one["decider"]) for one in finding["spans"]]
    assert spans[-2:] == [("on", "default_on", "practice"), ("off", "default_on", "member")]
    (fact,) = [one for one in whole["facts"] if one["kind"] == "setting_reading"]
    place = fact["provenance"]
    assert (fact["control"], fact["value"], fact["grade"]) == (IMPROVE, "off", "recorded")
    assert (place["member"], place["locator"]) == ("user_settings.json", "/0/settings/training_allowed")
    assert place["raw"] == "false"


def test_two_exports_of_one_account_narrow_when_the_switch_was_moved(tmp_path: Path) -> None:
    first = era_2026(training=True, when="2026-01-10 16:00").made.write(tmp_path)
    second = era_2026(training=False, when="2026-06-13 16:00").made.write(tmp_path)
    whole = answer(second, first, "--residence", "US", "--plan", "chatgpt=free")
    assert len(whole["accounts"]) == 1
    finding = _finding(whole, IMPROVE)
    assert (finding["state"], finding["grade"]) == ("off", "recorded")
    assert _bounds(finding["since"]) == ("2026-01-10T10:03:00Z", "2026-06-14T04:00:59Z")


def test_an_export_that_leaves_the_switch_out_says_nothing_of_it(tmp_path: Path) -> None:
    sample = era_2026(training=None)
    whole = answer(sample.made.write(tmp_path), "--residence", "FR", "--plan", "chatgpt=free")
    finding = _finding(whole, IMPROVE)
    assert (finding["state"], finding["grade"]) == ("on", "default")
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
    finding = _finding(whole, "model-improvement")
    changed = "2025-10-01T15:10:07Z"
    assert (finding["state"], finding["grade"]) == ("on", "shown")
    assert _bounds(finding["since"]) == (changed, changed)
    assert [one["state"] for one in finding["spans"]] == ["off", "unknown", "on"]


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


def test_a_folder_of_all_services_is_answered_in_one_go(tmp_path: Path) -> None:
    every = samples()
    for sample in every:
        sample.made.write(tmp_path)
    whole = answer(tmp_path, "--residence", "US")
    assert whole["complete"] is True
    services = [account["service"] for account in whole["accounts"]]
    assert sorted(services) == sorted({sample.service for sample in every})
    assert {source["status"] for source in whole["sources"]} == {"read"}
