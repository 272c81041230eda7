# SPDX-License-Identifier: Apache-2.0
"""Whatever happens to the bytes of an export, reading it ends in a status, never in an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.domain.reading import SourceReading
from tests.makers.linkedin import ERA_2026, account, of_era
from tests.makers.zips import STORED
from tests.unit.archives.ways import counts, read, said

SMALL = account()
PACKED, STORED_BYTES = SMALL.zip(), SMALL.zip(STORED)
FLIPS = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=6)
ANY = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


def flipped(data: bytes, flips: list[tuple[float, int]]) -> bytes:
    changed = bytearray(data)
    for place, mask in flips:
        changed[int(place * len(data))] ^= mask
    return bytes(changed)


def assert_sound(reading: SourceReading) -> None:
    """The result is one that the rest of the program can work with."""
    source = reading.source
    assert said(reading) or source.status == "read"
    assert (source.reason is None) == (source.status == "read")
    names = {member.name for member in source.members if member.status == "read"}
    assert {fact.provenance.member for fact in reading.facts if fact.provenance} <= names
    assert source.unread_bears or source.status in {"read", "unsupported"}


@ANY
@given(flips=FLIPS, stored=st.booleans())
def test_flipped_bytes_in_a_zip(flips: list[tuple[float, int]], stored: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(flipped(STORED_BYTES if stored else PACKED, flips))
    reading = read(path)
    assert_sound(reading)
    truth = SMALL.truth.counts()
    if reading.source.status == "read":
        assert all(count == truth[name] for name, count in counts(reading).items() if name in truth)


@ANY
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_zip_cut_off_anywhere(share: float, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(PACKED[: int(share * len(PACKED))])
    reading = read(path)
    assert_sound(reading)
    truth = SMALL.truth.counts()
    assert reading.source.status != "read"
    assert all(count == truth[name] for name, count in counts(reading).items() if name in truth)
    assert "absent" not in {row.outcome for row in reading.source.ledger}


@ANY
@given(flips=FLIPS, name=st.sampled_from(SMALL.names))
def test_flipped_bytes_in_a_file_of_a_folder(
    flips: list[tuple[float, int]], name: str, tmp_path: Path
) -> None:
    folder = SMALL.with_member(name, flipped(SMALL[name] or b"\0", flips)).unpack(tmp_path)
    assert_sound(read(folder))


@ANY
@given(data=st.binary(max_size=2000), name=st.sampled_from(["messages.csv", "Comments.csv", "a.zip", "x"]))
def test_any_bytes_as_a_file(data: bytes, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert_sound(read(path))


@pytest.mark.parametrize("name", of_era(ERA_2026).names)
def test_any_one_file_replaced_by_noise_leaves_the_others_readable(name: str, tmp_path: Path) -> None:
    made = of_era(ERA_2026).with_member(name, bytes(range(256)) * 40)
    reading = read(made.write(tmp_path))
    assert_sound(reading)
    whole = counts(read(of_era(ERA_2026).write(tmp_path)))
    same = [data_class for data_class, count in counts(reading).items() if whole.get(data_class) == count]
    assert len(same) >= len(whole) - 4
