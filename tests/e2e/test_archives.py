# SPDX-License-Identifier: Apache-2.0
"""Fictional archives of every known era through the command line: golden JSON, equal as zip and as folder."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # its stubs are a package of their own
import pytest

from tests.e2e.program import ROOT, Json, answer
from tests.makers.containers import rezipped
from tests.makers.linkedin import ERAS, of_era
from tests.makers.linkedin.eras import Era
from tests.makers.made import Made

GOLDEN = ROOT / "tests" / "golden" / "archives"
SCHEMA = json.loads((ROOT / "resources" / "schemas" / "findings-1.json").read_text("utf-8"))
US = ("--residence", "US")


def _name(era: Era) -> str:
    return str(era.name)


def _without_as_of(whole: Json) -> Json:
    accounts = whole["accounts"]
    findings = [{key: value for key, value in one.items() if key != "as_of"} for one in whole["findings"]]
    return {"accounts": accounts, "facts": whole["facts"], "findings": findings}


def _steady(whole: Json) -> Json:
    """Leave out the versions, and the hash of the zip, which depends on the zlib that packed it."""
    sources = [{**source, "sha256": "…", "bytes": 0} for source in whole["sources"]]
    program = {"version": "…", "catalog": {"version": "…", "sha256": "…"}}
    return {**whole, "sources": sources, "program": program}


@pytest.mark.parametrize("era", ERAS, ids=_name)
def test_an_archive_of_each_era_gives_its_golden_answer(era: Era, tmp_path: Path) -> None:
    whole = answer(of_era(era).write(tmp_path), *US)
    jsonschema.validate(whole, SCHEMA)
    assert whole["complete"] is True
    text = json.dumps(_steady(whole), ensure_ascii=False, indent=1) + "\n"
    golden = GOLDEN / f"{_name(era)}.json"
    if os.environ.get("INSPECTOR_GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize("era", ERAS, ids=_name)
def test_counts_creation_and_plans_are_those_the_maker_put_in(era: Era, tmp_path: Path) -> None:
    made = of_era(era)
    whole = answer(made.write(tmp_path), *US)
    (account,) = whole["accounts"]
    expected = made.truth.counts()
    assert {name: account["counts"].get(name, 0) for name in expected} == expected
    if made.truth.created is not None:
        bounds = (account["created"]["not_before"], account["created"]["not_after"])
        assert bounds == (made.truth.created.not_before, made.truth.created.not_after)
    assert {plan["plan"] for plan in account["plans"]} == {plan.plan for plan in made.truth.plans}


@pytest.mark.parametrize("era", ERAS, ids=_name)
def test_zip_and_folder_of_one_export_give_one_answer(era: Era, tmp_path: Path) -> None:
    made = of_era(era)
    packed = answer(made.write(tmp_path), *US)
    unpacked = answer(made.unpack(tmp_path), *US)
    assert _comparable(packed) == _comparable(unpacked)


def _comparable(whole: Json) -> str:
    """Accounts, facts and findings without as-of; folders and zips have different times for their files."""
    return json.dumps(_without_as_of(whole), sort_keys=True)


def test_an_archive_zipped_again_on_a_mac_gives_the_same_answer(tmp_path: Path) -> None:
    made = of_era(ERAS[-1])
    again = tmp_path / "again.zip"
    again.write_bytes(rezipped(made.members, made.stem))
    first, second = answer(made.write(tmp_path), *US), answer(again, *US)
    assert second["complete"] is True
    assert [one["counts"] for one in first["accounts"]] == [one["counts"] for one in second["accounts"]]
    assert [one["state"] for one in first["findings"]] == [one["state"] for one in second["findings"]]


def test_the_input_is_left_as_it_was(tmp_path: Path) -> None:
    path = of_era(ERAS[-1]).write(tmp_path)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(entry.name for entry in tmp_path.iterdir()))
    answer(path, *US)
    after = (path.read_bytes(), path.stat().st_mtime_ns, sorted(entry.name for entry in tmp_path.iterdir()))
    assert before == after


def test_two_accounts_of_one_service_are_never_mixed(tmp_path: Path) -> None:
    first: Made = of_era(ERAS[-1])
    other = tmp_path / "other"
    other.mkdir()
    own = first.truth.own_url or ""
    assert own.encode() in first["messages.csv"]
    text = first["messages.csv"].decode("utf-8").replace(own, f"{own}-2")
    second = first.with_member("messages.csv", text.encode("utf-8")).without("Invitations.csv")
    whole = answer(first.write(tmp_path), second.write(other), *US)
    assert len(whole["accounts"]) == 2
    assert len({one["account"] for one in whole["findings"]}) == 2
