# SPDX-License-Identifier: Apache-2.0
"""What a reading states comes through whole, and nothing comes through that is none of our messages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.facts import Bins
from inspector.domain.moment import EARLIEST, LATEST, Moment
from inspector.domain.reading import SourceReading
from inspector.domain.sources import Member
from inspector.domain.text import note
from inspector.worker import protocol
from inspector.worker.protocol import Binned, Members, answer_of, encoded
from inspector.worker.reading import pieces
from inspector.worker.results import Gathering
from inspector.worker.scrubbing import scrubbed
from tests.makers.linkedin import account
from tests.unit.archives.ways import read


def through(reading: SourceReading, path: Path) -> SourceReading:
    gathering = Gathering(path)
    for message in pieces(reading):
        gathering.take(answer_of(encoded(message)))
    assert gathering.reading is not None
    return gathering.reading


@pytest.mark.parametrize("items", [False, True])
@pytest.mark.parametrize("unpacked", [False, True])
def test_a_reading_comes_through_as_it_was(unpacked: bool, items: bool, tmp_path: Path) -> None:
    made = account()
    path = made.unpack(tmp_path) if unpacked else made.write(tmp_path)
    reading = read(path, items=items)
    assert through(reading, path) == reading


def test_a_damaged_source_comes_through_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "Export.zip"
    path.write_bytes(b"PK\x03\x04 and nothing more")
    reading = read(path)
    assert through(reading, path) == reading


def test_more_bins_than_one_message_takes_come_through_as_they_were(tmp_path: Path) -> None:
    path = account().write(tmp_path)
    reading = read(path)
    place, tally = next((n, tally) for n, tally in enumerate(reading.tallies) if tally.bins)
    starts = tuple(range(0, 120_000 * 3600, 3600))
    counts = (*starts[1:], 1)
    bins = (Bins(starts, counts, 59, "stated", "minute"), Bins(starts, counts, 3599, "stated", "hour"))
    tallies = (*reading.tallies[:place], replace(tally, bins=bins), *reading.tallies[place + 1 :])
    alone = replace(reading, tallies=(tallies[place],))
    assert sum(isinstance(message, Binned) for message in pieces(alone)) == 6
    reading = replace(reading, tallies=tallies)
    assert through(reading, path) == reading


def test_the_ends_of_the_calendar_come_through() -> None:
    ends = Moment(EARLIEST, LATEST, "raw", "stated", "second")
    sent = Members((Member("a", None, 0, "listed", ends),))
    assert answer_of(encoded(sent)) == sent


def test_half_a_character_in_a_name_becomes_visible() -> None:
    sent = Members(
        (Member("a\udc80.csv", None, 0, "refused", reason=note("member.link", file="\udcff", n=1)),)
    )
    with pytest.raises(UnicodeEncodeError):
        encoded(sent)
    (member,) = scrubbed(sent).members
    assert member.name == "a\\udc80.csv"
    assert member.reason == note("member.link", file="\\udcff", n=1)
    assert answer_of(encoded(scrubbed(sent))) == scrubbed(sent)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_message_or_refused(data: bytes) -> None:
    try:
        message = answer_of(data)
    except msgspec.DecodeError:
        return
    assert isinstance(message, msgspec.Struct)


@pytest.mark.parametrize(
    "value",
    [
        {"is": "cancel"},
        {"is": "readdone"},
        {"is": "progress", "done": "1", "total": 2},
        {"is": "facts", "facts": [{"kind": "confession"}]},
        {"is": "exec", "code": "print()"},
        ["progress", 1, 2],
        None,
    ],
)
def test_what_has_other_types_is_refused(value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        answer_of(msgspec.msgpack.encode(value))


def test_a_task_says_nothing_of_its_password() -> None:
    task = protocol.Read(b"/x", datetime(2026, 11, 21, tzinfo=UTC), items=False, password="correct horse")
    assert "horse" not in repr(task)
    assert protocol.task_of(encoded(task)) == task
