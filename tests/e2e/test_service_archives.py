# SPDX-License-Identifier: Apache-2.0
"""An archive of every service and era through the command line: golden JSON, equal as zip and as folder."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # its stubs are a package of their own
import pytest

from inspector.archives.services import READERS
from tests.e2e.answers import SCHEMA, steady
from tests.e2e.program import ROOT, Json, answer
from tests.makers.every import samples
from tests.makers.sample import Sample

GOLDEN = ROOT / "tests" / "golden" / "archives"
SAMPLES = samples()
every = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


def test_every_reader_has_a_golden_answer() -> None:
    # Those of LinkedIn stand in a test of their own.
    assert {sample.service for sample in SAMPLES} | {"linkedin"} == {kind.service for kind in READERS}
    assert len({sample.name for sample in SAMPLES}) == len(SAMPLES)


@every
def test_an_archive_of_each_service_and_era_gives_its_golden_answer(sample: Sample, tmp_path: Path) -> None:
    whole = answer(sample.made.write(tmp_path), "--residence", "US")
    jsonschema.validate(whole, SCHEMA)
    assert whole["complete"] is True
    (account,) = whole["accounts"]
    assert {key: count for key, count in account["counts"].items() if count} == dict(sample.counts)
    text = json.dumps(steady(whole), ensure_ascii=False, indent=1) + "\n"
    golden = GOLDEN / f"{sample.name}.json"
    if os.environ.get("INSPECTOR_GOLDEN") == "write":
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def _comparable(whole: Json) -> str:
    """Accounts, facts and states; folders and zips have different times for their files."""
    states = [(one["control"], one["state"], one["since"]) for one in whole["findings"]]
    kinds = [(fact["kind"], fact["value"], fact["control"]) for fact in whole["facts"]]
    accounts = [{**one, "created": None, "regions_suggested": [], "plans": []} for one in whole["accounts"]]
    return json.dumps({"accounts": accounts, "facts": kinds, "states": states}, sort_keys=True)


@pytest.mark.parametrize(
    "name", ["x-2025", "facebook-2026", "facebook-html", "instagram-french", "discord-2026"]
)
def test_zip_and_folder_of_one_export_give_one_answer(name: str, tmp_path: Path) -> None:
    made = next(sample.made for sample in SAMPLES if sample.name == name)
    packed, unpacked = (
        answer(path, "--residence", "DE") for path in (made.write(tmp_path), made.unpack(tmp_path))
    )
    assert _comparable(packed) == _comparable(unpacked)


def test_a_folder_of_all_services_is_answered_in_one_go(tmp_path: Path) -> None:
    for sample in SAMPLES:
        replace(sample.made, name=f"{sample.name}.zip").write(tmp_path)
    whole = answer(tmp_path, "--residence", "US")
    assert whole["complete"] is True
    assert {source["status"] for source in whole["sources"]} == {"read"}
    assert len(whole["sources"]) == len(SAMPLES)
    assert {account["service"] for account in whole["accounts"]} == {sample.service for sample in SAMPLES}
