# SPDX-License-Identifier: Apache-2.0
"""A custody log under check: its chain, an end cut off, which a chain does not show, and clocks set back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from inspector.bundle import custody, layout, log_check, strictjson
from inspector.bundle.verification import Verification
from inspector.bundle.verifying import verify
from inspector.cases.custody import chained
from inspector.system.messages import Messages
from tests.unit.bundle.fictional import (
    ACTS,
    CONTENTS,
    check_of,
    failures,
    files_of,
    remade,
    verified,
    written,
)

Acts = list[dict[str, object]]
Files = dict[str, bytes]
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return files_of(written(tmp_path))


def checked(folder: Path, change: Callable[[Acts], Acts]) -> Verification:
    bare = [{key: value for key, value in act.items() if key != "prev"} for act in ACTS]
    log = custody.document(chained(change(bare)))
    return verified(folder, remade({**files_of(written(folder)), layout.CUSTODY: log}))


def with_time(number: int, at: object) -> Callable[[Acts], Acts]:
    def change(acts: Acts) -> Acts:
        acts[number - 1]["at"] = at
        return acts

    return change


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (lambda acts: acts[:2], ["custody.cut"]),
        (lambda acts: [acts[0], acts[2]], ["custody.number"]),
        (lambda acts: [*acts, {**acts[2], "n": 5}], ["custody.number"]),
        (lambda acts: [{**acts[0], "n": True}, *acts[1:]], ["custody.number"]),
        (lambda acts: [{**acts[0], "n": 1.0}, *acts[1:]], ["custody.number"]),
        (lambda _acts: [], ["custody.empty"]),
        (with_time(2, "2026-11-21T09:00:01+00:00"), ["custody.no_time"]),
        (with_time(2, "2026-02-30T09:00:01Z"), ["custody.no_time"]),
        (with_time(2, 1795000000), ["custody.no_time"]),
        (with_time(2, None), ["custody.no_time"]),
    ],
)
def test_what_is_not_the_whole_log_of_a_bundle_is_named(
    tmp_path: Path, change: Callable[[Acts], Acts], wanted: list[str]
) -> None:
    assert failures(checked(tmp_path, change)) == {"custody": wanted}


def told(found: Verification) -> list[str]:
    check = check_of(found, "custody")
    assert check.ok
    return check.sentences(Messages("en"))[1:]


def test_a_log_whose_times_go_on_says_nothing_of_clocks(tmp_path: Path) -> None:
    assert told(checked(tmp_path, lambda acts: acts)) == []


def test_a_clock_that_was_set_back_is_told_with_the_act(tmp_path: Path) -> None:
    (sentence,) = told(checked(tmp_path, with_time(2, "2026-11-20T09:00:00Z")))
    assert sentence.startswith("By its time, act 2 comes before the act in front of it")


def test_an_act_of_a_day_to_come_is_told(tmp_path: Path) -> None:
    (sentence,) = told(checked(tmp_path, with_time(3, "2026-11-23T09:00:00Z")))
    assert sentence.startswith("Act 3 states a time that has not come yet")
    assert told(checked(tmp_path, with_time(3, "2026-11-21T23:00:00Z"))) == []


def test_several_are_told_in_one_sentence(tmp_path: Path) -> None:
    def change(acts: Acts) -> Acts:
        for act, at in zip(acts, ("2030", "2029", "2028"), strict=True):
            act["at"] = f"{at}-01-01T00:00:00Z"
        return acts

    back, ahead = told(checked(tmp_path, change))
    assert back.startswith("By their times, 2 acts, act 2 first, come before")
    assert ahead.startswith("3 acts, act 1 first, state times")


@pytest.mark.parametrize(("hours", "far"), [(0, False), (23, False), (25, True), (-25, True), (-23, False)])
def test_a_timestamp_far_from_the_log_is_told_with_what_the_log_says(hours: int, far: bool) -> None:
    made = datetime(2026, 11, 21, 9, 15, tzinfo=UTC)
    assert log_check.apart(made + timedelta(hours=hours), ACTS) == (made if far else None)


def test_a_log_without_a_time_is_apart_from_nothing() -> None:
    assert log_check.apart(NOW, []) is None
    assert log_check.apart(NOW, [{"at": "soon"}]) is None


@pytest.mark.parametrize(
    ("details", "count"),
    [
        ({"timestamps_asked": ["a.example", "b.example"]}, 2),
        ({}, 0),
        (None, 0),
        ({"timestamps_asked": "a"}, 0),
    ],
)
def test_the_log_says_how_many_authorities_were_asked(details: object, count: int) -> None:
    assert log_check.asked([*ACTS, {"details": details}]) == count


def with_acts(files: Files, acts: list[dict[str, object]]) -> Files:
    return remade({**files, layout.CUSTODY: strictjson.encode({"schema": custody.SCHEMA, "acts": acts})})


def test_an_act_that_was_changed_breaks_the_chain_behind_it(tmp_path: Path, files: Files) -> None:
    acts = custody.parse(files[layout.CUSTODY])
    acts[0]["at"] = "2020-01-01T00:00:00Z"
    found = verified(tmp_path, with_acts(files, acts))
    assert failures(found) == {"custody": ["custody.broken"]}
    assert check_of(found, "custody").notes[0].as_dict() == {"number": 2}


@pytest.mark.parametrize(
    "data",
    [
        b"", b"[]", b"\xff", b"[" * 100_000, b'{"schema": "inspector/custody/1", "acts": [1]}',
        b'{"schema": "inspector/custody/1", "acts": [{"a": 1, "a": 2}]}',
        b'{"schema": "inspector/custody/1", "acts": [{"a": NaN}]}',
        b'{"schema": "inspector/custody/1", "acts": [{"prev": "' + b"0" * 64 + b'", "a": "\\ud800"}]}',
        b'{"schema": "inspector/custody/1", "acts": [{"prev": "' + b"0" * 64 + b'", "a": 1e999}]}',
        b'{"schema": "inspector/custody/1", "acts": [{"prev": ' + b"9" * 5000 + b"}]}",
    ],
)  # fmt: skip
def test_a_custody_log_that_is_none_fails_and_raises_nothing(
    tmp_path: Path, files: Files, data: bytes
) -> None:
    found = verified(tmp_path, remade({**files, layout.CUSTODY: data}))
    assert failures(found) == {"custody": ["custody.unreadable"]}


def test_a_log_without_acts_lacks_at_least_the_making_of_its_bundle(tmp_path: Path) -> None:
    found = verify(written(tmp_path, replace(CONTENTS, acts=())))
    assert failures(found) == {"custody": ["custody.empty"]}
