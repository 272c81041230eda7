# SPDX-License-Identifier: Apache-2.0
"""Skeletons made by a worker: stopped, locked, hostile or broken down, and never the end of the program."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it brings no type information
import pytest

from inspector.app.passwords import Passwords
from inspector.app.skeleton import skeleton_text
from inspector.archives.watch import ReadCancelledError
from inspector.system import resources
from inspector.worker.client import Asked
from tests.makers.bad import MAKERS
from tests.makers.hostile_zips import full_overlap, nested, quoted_overlap, zipped
from tests.makers.linkedin import account
from tests.makers.winzip import sealed
from tests.unit.worker.stand_ins import HANG, LONG_BEFORE, RAISE, SEGFAULT, faulty_outlines, speaking

FILE = "Comments_900000417.csv"


def source_of(text: str) -> dict[str, Any]:
    found = json.loads(text)
    jsonschema.validate(found, json.loads(resources.path("schemas/skeleton-1.json").read_bytes()))
    (source,) = found["sources"]
    return dict(source)


def lost(source: dict[str, Any]) -> list[str]:
    return [one["name"] for one in source["members"] if "member.reader_stopped" in one["faults"]]


def locked(folder: Path, password: str) -> Path:
    path = folder / "locked.zip"
    path.write_bytes(zipped([sealed(one.name, one.data, password.encode()) for one in account().members]))
    return path


def test_it_comes_from_a_worker_line_by_line(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    asked = Asked(progress=lambda done, total: heard.append((done, total)))
    path = account().write(tmp_path)
    text = skeleton_text([path], asked=asked)
    source = source_of(text)
    assert (source["format"], source["status"]) == ("zip", "read")
    assert {"name": "messages.csv", "form": "table, comma"}.items() <= next(
        one.items() for one in source["members"] if one["name"] == "messages.csv"
    )
    assert '\n {"path": "/Registered At", "kinds": ' in text
    assert heard == sorted(heard)
    assert heard[-1] == (path.stat().st_size, path.stat().st_size)


@pytest.mark.parametrize("unpacked", [False, True])
def test_the_same_source_gives_the_same_bytes(unpacked: bool, tmp_path: Path) -> None:
    made = account()
    path = made.unpack(tmp_path) if unpacked else made.write(tmp_path)
    assert skeleton_text([path]) == skeleton_text([path, path])


def test_its_password_opens_it_and_enters_nothing(tmp_path: Path) -> None:
    path = locked(tmp_path, "Zebra-417-ü")
    closed, wrong, opened = (
        skeleton_text([path], Passwords(each)) for each in (None, "Giraffe-9", "Zebra-417-ü")
    )
    statuses = [
        {word for one in source_of(text)["members"] for word in one["statuses"]} for text in (closed, wrong)
    ]
    assert statuses == [{"encrypted"}, {"encrypted"}]
    assert {word for one in source_of(opened)["members"] for word in one["statuses"]} == {"read"}
    assert not [word for word in ("Zebra", "Giraffe", "417") if word in closed + wrong + opened]


@pytest.mark.parametrize("maker", [*MAKERS])
def test_bad_input_ends_in_a_named_state(maker: str, tmp_path: Path) -> None:
    assert source_of(skeleton_text([MAKERS[maker]().write(tmp_path)]))["status"]


@pytest.mark.parametrize("make", [full_overlap, quoted_overlap, lambda: nested(4)])
def test_hostile_zips_end_in_a_named_state(make: Callable[[], bytes], tmp_path: Path) -> None:
    path = tmp_path / "okafor.zip"
    path.write_bytes(make())
    text = skeleton_text([path])
    assert source_of(text)["status"]
    assert "okafor" not in text


@pytest.mark.parametrize("fault", [SEGFAULT, RAISE, "raise MemoryError"])
def test_where_the_worker_breaks_down_one_member_is_missing(fault: str, tmp_path: Path) -> None:
    path = account().write(tmp_path)
    source = source_of(skeleton_text([path], line=faulty_outlines(fault, FILE)))
    assert lost(source) == ["Comments_#.csv"]
    assert sum(one["count"] for one in source["members"]) == len(account().members)


def test_where_the_worker_hangs_one_member_is_missing(tmp_path: Path) -> None:
    path = account().write(tmp_path)
    text = skeleton_text([path], asked=Asked(quiet=2.0), line=faulty_outlines(HANG, FILE))
    assert lost(source_of(text)) == ["Comments_#.csv"]


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("sys.exit(1)", "source.reader_stopped"),
        ("raw(b'nonsense')", "source.reader_stopped"),
        ("say(P.Stopped())", "source.reader_stopped"),
        ("os.kill(os.getpid(), 11)", "source.reader_stopped"),
    ],
)
def test_where_no_worker_comes_to_an_end_nothing_of_the_source_is_told(
    code: str, fault: str, tmp_path: Path
) -> None:
    source = source_of(skeleton_text([account().write(tmp_path)], line=speaking(code)))
    assert source == {"format": "unknown", "status": "damaged", "fault": fault, "members": []}


def test_where_no_worker_can_be_started_nothing_of_the_source_is_told(tmp_path: Path) -> None:
    text = skeleton_text([account().write(tmp_path)], line=[str(tmp_path / "no program")])
    assert source_of(text)["fault"] == "source.reader_missing"


def test_whoever_stops_it_does_not_wait_for_its_end(tmp_path: Path) -> None:
    path, start = account().write(tmp_path), time.monotonic()
    with pytest.raises(ReadCancelledError):
        skeleton_text(
            [path],
            asked=Asked(lambda: time.monotonic() > start + 1.0),
            line=faulty_outlines("while True: pass", FILE),
        )
    assert time.monotonic() - start < LONG_BEFORE
