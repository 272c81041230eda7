# SPDX-License-Identifier: Apache-2.0
"""Zips made to deceive or exhaust end in a named state, in little time and memory."""

from __future__ import annotations

import hashlib
import io
import struct
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.archives.container import SourceError
from inspector.archives.opening import open_container
from inspector.archives.zips import survey
from inspector.archives.zips.header import repeats
from tests.makers.bad import MAKERS
from tests.makers.hostile_zips import (
    Raw,
    deflated,
    end,
    full_overlap,
    many_members,
    nested,
    quoted_overlap,
    stored,
    zipped,
)
from tests.makers.linkedin import account
from tests.makers.quine import NAME, quine
from tests.unit.archives.limited import Read, read_limited

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of memory work differently there")

A, B = stored("a.csv", b"x" * 500), stored("b.csv", b"y" * 500)
ZIP64 = struct.pack("<HHQQ", 1, 16, 500, 500)


def two_bytes_overlap() -> bytes:
    return zipped([A, replace(B, offset=len(A.local()) - 2)])


def directory_overlap() -> bytes:
    sizes = struct.pack("<II", 500, 500)
    return zipped([A]).replace(sizes, struct.pack("<II", 540, 500))


def comment_with_second_directory() -> bytes:
    inner = zipped([stored("other.csv", b"1")])
    outer = zipped([A])
    begin = len(outer)
    place = inner.index(b"PK\x01\x02")
    directory = inner[place : inner.index(b"PK\x05\x06")]
    forged = directory + end(1, len(directory), begin)
    return outer[:-2] + struct.pack("<H", len(forged)) + forged


def comment_that_looks_like_an_end() -> bytes:
    return zipped([A], comment=b"PK\x05\x06" + bytes(40))


def appended() -> bytes:
    return zipped([A]) + b"appended bytes"


def prepended_and_fixed() -> bytes:
    prefix = b"\xff\xd8\xff\xe0 a picture, as it were"
    body = zipped([A])
    directory = body.index(b"PK\x01\x02")
    record = A.central(len(prefix))
    return prefix + body[:directory] + record + end(1, len(record), len(prefix) + directory)


def gap_between() -> bytes:
    hole = b"deleted, and still there"
    body = A.local() + hole + B.local()
    directory = A.central(0) + B.central(len(A.local()) + len(hole))
    return body + directory + end(2, len(directory), len(body))


def ratio_bomb() -> bytes:
    return zipped([deflated("bomb.csv", bytes(64 << 20)), A])


def zip64_truth() -> bytes:
    return zipped([A, B], wide={})


def wide_member() -> bytes:
    member = zipped([replace(A, extra=ZIP64, local_extra=ZIP64)])
    packed = struct.pack("<II", 500, 500)
    return member.replace(packed, b"\xff" * 8)


def short_zip64_field() -> bytes:
    field = struct.pack("<HHQ", 1, 8, 500)
    return zipped([replace(A, extra=field)]).replace(struct.pack("<II", 500, 500), b"\xff" * 8)


def twice_zip64_field() -> bytes:
    return zipped([replace(A, extra=ZIP64 + ZIP64)])


def split_volume() -> bytes:
    data = bytearray(zipped([A]))
    struct.pack_into("<HH", data, data.rindex(b"PK\x05\x06") + 4, 3, 3)
    return bytes(data)


def alike_names() -> bytes:
    rows = b"Registered At,Registration Ip,Subscription Types\n1/2/20 3:04 AM,192.0.2.1,\n"
    connections = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    names = (
        "Registration.csv",
        "registration.CSV",
        "Connections.csv",
        "Account Status History.csv",
        "Ad_Targeting.csv",
    )
    return zipped([stored(name, connections if name[0] == "C" else rows) for name in names])


def quine_like() -> bytes:
    """A zip whose only member is named like itself and holds itself without its last record."""
    inner = zipped([stored("r.zip", b"")])
    for _ in range(5):
        inner = zipped([deflated("r/r.zip", inner)])
    return inner


def strange_names() -> bytes:
    names = (
        b"nul\0.csv",
        b"\\\\server\\share.csv",
        b"a/../../b.csv",
        b"C:x.csv",
        b"/",
        b"CON",
        b"x.csv. ",
        b"a:b.csv",
    )
    return zipped([stored("ok.csv", b"1"), *(replace(A, name=name) for name in names)])


def unset_everything() -> bytes:
    return b"PK\x05\x06" + bytes(18)


def claims_more_than_it_has() -> bytes:
    data = zipped([A])
    return data[: data.index(b"PK\x05\x06")] + end(60000, 46 + 5, len(A.local()))


# Maker: status, key of the reason, keys of what is said of members (by name), part of another sentence.
Case = tuple[Callable[[], bytes], str, str | None, dict[str, str | None], str]
UNCLAIMED = ("unsupported", "source.unclaimed")
CASES: tuple[Case, ...] = (
    (full_overlap, "refused", "source.overlapping", {}, ""),
    (quoted_overlap, "refused", "source.overlapping", {}, ""),
    (two_bytes_overlap, "refused", "source.overlapping", {}, ""),
    (directory_overlap, "refused", "source.overlapping", {}, ""),
    (comment_with_second_directory, "refused", "source.two_directories", {}, ""),
    (comment_that_looks_like_an_end, *UNCLAIMED, {"a.csv": None}, ""),
    (appended, *UNCLAIMED, {"a.csv": None}, "14 bytes"),
    (prepended_and_fixed, *UNCLAIMED, {"a.csv": None}, "from byte 0 on"),
    (gap_between, *UNCLAIMED, {"a.csv": None, "b.csv": None}, "24 bytes"),
    (ratio_bomb, *UNCLAIMED, {"bomb.csv": "member.too_large", "a.csv": None}, "bomb.csv"),
    (zip64_truth, *UNCLAIMED, {"a.csv": None, "b.csv": None}, ""),
    (wide_member, *UNCLAIMED, {"a.csv": None}, ""),
    (short_zip64_field, "damaged", "source.cut_off_nothing", {"a.csv": "member.damaged"}, ""),
    (twice_zip64_field, "damaged", "source.cut_off_nothing", {"a.csv": None}, ""),
    (split_volume, "unsupported", "source.split_zip", {}, ""),
    (
        alike_names,
        "partial",
        "source.partial",
        {"Registration.csv": "member.alike_name", "registration.CSV": "member.alike_name"},
        "registration.CSV",
    ),
    (quine_like, "unsupported", "source.zips_inside", {"r/r.zip": None}, ""),
    (quine, "unsupported", "source.zips_inside", {NAME.decode(): None}, "not opened"),
    (lambda: nested(100), "unsupported", "source.zips_inside", {"inside.zip": None}, ""),
    (
        strange_names,
        *UNCLAIMED,
        {
            "nul\\u0000.csv": "member.unsafe_name",
            "\\\\server\\share.csv": "member.unsafe_name",
            "a/../../b.csv": "member.unsafe_name",
            "C:x.csv": "member.unsafe_name",
            "CON": None,
            "ok.csv": None,
        },
        "not read",
    ),
    (unset_everything, "unsupported", "source.nothing_inside", {}, ""),
    (claims_more_than_it_has, "damaged", "source.cut_off_nothing", {"a.csv": None}, ""),
)
LIES: tuple[dict[str, int], ...] = (
    {"locator": 3},
    {"rest": 1 << 40},
    {"rest": 12},
    {"size": 1 << 63},
    {"offset": 1 << 62},
    {"narrow": 7},
    {"locator": (1 << 64) - 1},
)


def lying(lie: dict[str, int]) -> Case:
    """A zip64 record that says one false thing: its directory is not believed, its members are found."""
    return (lambda: zipped([A, B], wide=lie), "damaged", "source.cut_off_nothing", {"a.csv": None}, "")


CASES += tuple(map(lying, LIES))
CASES += ((lambda: zipped([A], wide={"count": 1 << 60}), "refused", "source.directory_too_long", {}, ""),)


def named(case: Case) -> str:
    return case[0].__name__


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[bytes, Read]]:
    """Every input, read in one process with a gigabyte of memory."""
    where = tmp_path_factory.mktemp("hostile")
    made = [case[0]() for case in CASES]
    paths = [where / f"{number}.zip" for number in range(len(CASES))]
    for path, data in zip(paths, made, strict=True):
        path.write_bytes(data)
    return list(zip(made, read_limited(paths), strict=True))


def _told(path: Path) -> object:
    """What is said of each member before anything is read, or of the zip."""
    try:
        container = open_container(path)
    except SourceError as error:
        return error.reason.key
    found = [(one.name, one.size, one.status, one.reason) for one in container.entries()]
    container.close()
    return found


def test_a_header_that_repeats_the_directory_is_judged_as_if_it_was_taken_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [*(case[0]() for case in CASES if case[0] is not wide_member), account().zip()]
    paths = [tmp_path / f"{number}.zip" for number in range(len(made))]
    for path, data in zip(paths, made, strict=True):
        path.write_bytes(data)
    quick = [_told(path) for path in paths]
    repeating = []
    monkeypatch.setattr(survey, "repeats", lambda head, record: repeating.append(repeats(head, record)))
    assert [_told(path) for path in paths] == quick
    assert {True, False} == set(repeating)


def test_the_quine_is_one() -> None:
    with zipfile.ZipFile(io.BytesIO(quine())) as archive:
        assert archive.read(NAME.decode()) == quine()


@pytest.mark.parametrize("number", range(len(CASES)), ids=[named(case) for case in CASES])
def test_a_hostile_zip_ends_in_a_named_state(number: int, outcomes: list[tuple[bytes, Read]]) -> None:
    _, status, reason, members, sentence = CASES[number]
    data, found = outcomes[number]
    assert (found.status, found.reason) == (status, reason)
    assert {name: found.reasons.get(name, "not listed") for name in members} == members
    assert all(sha256 for name, state, _, sha256 in found.members if state == "listed")
    assert any(sentence in said for said in found.said), found.said
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert found.seconds < 10
    assert found.absent == 0 or found.status == "partial"


@pytest.mark.parametrize("extra", [False, True], ids=["plain", "zip64"])
def test_a_zip_cut_off_at_any_record_reads_what_is_whole_before_it(extra: bool, tmp_path: Path) -> None:
    data = zipped([A, deflated("b.csv", b"y" * 500), stored("c.csv", b"z")], wide={} if extra else None)
    records = [data.index(mark) for mark in (b"PK\x01\x02", b"PK\x05\x06")]
    second = data.index(b"b.csv") - 30
    cuts = {
        0: 0,
        20: 0,
        40: 0,
        second: 1,
        second + 40: 1,
        records[0]: 3,
        records[0] + 20: 3,
        len(data) - 1: 3,
    }
    paths = []
    for cut in sorted(cuts):
        paths.append(tmp_path / f"{cut}.zip")
        paths[-1].write_bytes(data[:cut])
    for (_, whole), found in zip(sorted(cuts.items()), read_limited(paths), strict=True):
        assert (found.status, found.bears) == ("damaged", True)
        assert sum(state == "listed" and sha256 is not None for _, state, _, sha256 in found.members) == whole


def test_very_many_members_are_read_in_little_memory_and_not_all_listed(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    many_members(path, 101_000)
    (found,) = read_limited([path], 512 << 20)
    assert (found.status, found.count) == ("unsupported", 100_000)
    assert any("1000 further files" in said or "1,000 further files" in said for said in found.said)
    assert found.peak < 300


def test_more_members_than_any_export_has_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    path.write_bytes(zipped([A], wide={"count": 2_000_001}))
    (found,) = read_limited([path])
    assert (found.status, found.reason) == ("refused", "source.directory_too_long")


@pytest.mark.parametrize("start", [b"\x89PNG\r\n\x1a\n", b"<!DOCTYPE html><p>x</p>", b"%PDF-1.7\n"])
def test_an_export_behind_a_picture_or_page_is_read_and_what_is_before_it_is_said(
    start: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(start + account().zip())
    (found,) = read_limited([path])
    assert (found.status, found.format) == ("read", "zip")
    assert any(hashlib.sha256(start).hexdigest() in said for said in found.said)


def test_bad_members_stay_within_the_limit(tmp_path: Path) -> None:
    makers = ("bomb", "huge_cell", "climbing_names", "same_name_twice", "bad_checksum")
    paths = []
    for maker in makers:
        (tmp_path / maker).mkdir()
        paths.append(MAKERS[maker]().write(tmp_path / maker))
    found = [one.status for one in read_limited(paths, 512 << 20)]
    assert found == ["partial", "partial", "read", "partial", "partial"]


def test_a_local_header_far_away_does_not_hang(tmp_path: Path) -> None:
    path = tmp_path / "far.zip"
    path.write_bytes(zipped([Raw(b"x.csv", offset=1 << 31)]))
    (found,) = read_limited([path])
    assert found.status == "refused"
