# SPDX-License-Identifier: Apache-2.0
"""Traces of time in picture files, and the Moment they leave together."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from inspector.captures.when.build import build
from inspector.captures.when.clock import clock_of
from inspector.captures.when.names import from_name
from inspector.captures.when.traces import of_picture
from inspector.domain.captured import Basis
from inspector.domain.moment import instant

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
CHANGED = datetime(2026, 1, 10, 10, tzinfo=UTC)
TAKEN = "2026:01:10 09:30:15"


def saved(
    path: Path, *, offset: str | None = None, taken: str | None = TAKEN, info: PngInfo | None = None
) -> Path:
    image = Image.new("RGB", (40, 40))
    exif = Image.Exif()
    exif[0x0131] = "fictional"
    noted = exif.get_ifd(0x8769)
    if taken:
        noted[0x9003] = taken
        noted[0x9286] = b"ASCII\0\0\0Screenshot"
    if offset:
        noted[0x9011] = offset
    image.save(path, exif=exif, pnginfo=info)
    os.utime(path, (CHANGED.timestamp(), CHANGED.timestamp()))
    return path


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
def test_a_camera_note_with_an_offset_is_an_instant(tmp_path: Path, name: str) -> None:
    when = build(of_picture(saved(tmp_path / name, offset="+01:00")), NOW)
    assert when.moment.not_before == when.moment.not_after == datetime(2026, 1, 10, 8, 30, 15, tzinfo=UTC)
    assert not when.asks_zone
    assert [one.what for one in when.basis] == ["exif", "exif_comment", "mtime"]
    assert "Screenshot" in [one.raw for one in when.basis]


def test_without_an_offset_the_zone_is_asked_and_the_change_bounds_it(tmp_path: Path) -> None:
    when = build(of_picture(saved(tmp_path / "a.png")), NOW)
    assert when.asks_zone
    assert "capture.why.no_zone" in when.why
    assert when.moment.not_before == datetime(2026, 1, 9, 19, 30, 15, tzinfo=UTC)
    assert when.moment.not_after == datetime(2026, 1, 10, 21, 30, 15, tzinfo=UTC)


def test_the_zone_a_person_names_makes_it_an_instant(tmp_path: Path) -> None:
    when = build(of_picture(saved(tmp_path / "a.png")), NOW, zone=timezone(timedelta(hours=1)))
    assert when.moment.not_before == when.moment.not_after == datetime(2026, 1, 10, 8, 30, 15, tzinfo=UTC)
    assert not when.asks_zone


def test_name_and_note_that_exclude_each_other_are_both_kept_and_told(tmp_path: Path) -> None:
    path = saved(tmp_path / "Screenshot_20260310-093015.png", offset="+01:00")
    os.utime(path, (NOW.timestamp(), NOW.timestamp()))
    when = build(of_picture(path), NOW)
    assert "capture.why.times_contradict" in when.why
    assert when.moment.not_before == datetime(2026, 1, 10, 8, 30, 15, tzinfo=UTC)
    assert when.moment.not_after == datetime(2026, 3, 10, 21, 30, 15, tzinfo=UTC)


def test_a_file_older_than_what_it_states_is_told(tmp_path: Path) -> None:
    path = saved(tmp_path / "Screenshot_20260810-093015.png", taken=None)
    assert "capture.why.time_after_change" in build(of_picture(path), NOW).why


def test_a_time_that_has_not_come_is_told() -> None:
    future = Basis("header", "x", instant(NOW + timedelta(days=3)), "saved")
    assert "capture.why.time_after_now" in build([future], NOW).why


def test_a_last_change_alone_only_bounds_from_above(tmp_path: Path) -> None:
    when = build(of_picture(saved(tmp_path / "a.png", taken=None)), NOW)
    assert when.moment.not_before is None
    assert when.moment.not_after == CHANGED + timedelta(hours=12)
    assert "capture.why.file_time_only" in when.why


def test_notes_in_a_png_are_read_and_bad_ones_are_kept_as_text(tmp_path: Path) -> None:
    info = PngInfo()
    info.add_text("Creation Time", "Sat, 10 Jan 2026 08:30:15 +0000")
    info.add_itxt("creation time", "some day")
    info.add(b"tIME", bytes([0x07, 0xEA, 1, 10, 9, 0, 0]))
    found = of_picture(saved(tmp_path / "a.png", taken=None, info=info))
    png = [one for one in found if one.what == "png"]
    assert [one.moment.not_before for one in png] == [datetime(2026, 1, 10, 8, 30, 15, tzinfo=UTC), None]
    changed = next(one for one in found if one.what == "png_time")
    assert changed.worth == "changed"
    assert changed.moment.not_after == datetime(2026, 1, 10, 9, tzinfo=UTC)


@pytest.mark.parametrize("taken", ["2026:13:45 99:99:99", "yesterday", "0000:00:00 00:00:00"])
def test_a_date_that_is_none_keeps_its_text_and_bounds_nothing(tmp_path: Path, taken: str) -> None:
    exif = next(one for one in of_picture(saved(tmp_path / "a.jpg", taken=taken)) if one.what == "exif")
    assert exif.raw == taken
    assert not exif.moment.is_known


def test_damaged_pictures_have_no_notes(tmp_path: Path) -> None:
    whole = saved(tmp_path / "a.jpg", offset="+01:00").read_bytes()
    for cut in range(2, len(whole), 97):
        path = tmp_path / "b.jpg"
        path.write_bytes(whole[:cut] + b"\xff" * 40)
        assert all(one.what in ("exif", "exif_comment", "mtime") for one in of_picture(path))


@pytest.mark.parametrize(
    ("shown", "key"),
    [("9:30", "agrees"), ("09:31", "agrees"), ("21:30", "contradicts"), ("9:41 AM", "contradicts")],
)
def test_the_clock_in_a_picture_is_compared_with_the_time_of_its_name(shown: str, key: str) -> None:
    named, clock = from_name("Screenshot_20260110-093015.png"), clock_of(shown)
    assert named is not None
    assert clock is not None
    assert f"capture.why.clock_{key}" in build([named.basis, clock.basis()], NOW, clock=clock).why


@pytest.mark.parametrize("text", ["9:41 or so", "25:00", "13:05 PM", "1.234"])
def test_other_text_is_no_clock(text: str) -> None:
    assert clock_of(text) is None
