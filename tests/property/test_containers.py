# SPDX-License-Identifier: Apache-2.0
"""Whatever is done to the records of a zip or a tar, opening it ends in a state, and no hash is made up."""

from __future__ import annotations

import gzip
import hashlib
import struct
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.archives.container import Container, MemberError, SourceError
from inspector.archives.limits import Limits
from inspector.archives.opening import open_part
from inspector.archives.secret import Secret
from tests.makers.hostile_tars import Entry, long_name, pax, tarred
from tests.makers.hostile_zips import deflated, stored, zipped
from tests.makers.winzip import sealed
from tests.makers.zips import Member, zip_bytes
from tests.unit.archives.ways import WHEN

LIMITS = Limits(total_least=16 << 20, total_most=64 << 20, member=8 << 20)
MEMBERS = [stored("a.csv", b"a,b\n" * 30), deflated("d/b.csv", b"x" * 900), deflated("é.csv", b"")]
ZIPS = (
    zipped(MEMBERS),
    zipped(MEMBERS, wide={}),
    zip_bytes([Member("a.csv", b"a,b\n" * 90, WHEN), Member("b.csv", b"c", WHEN)]),
    zipped([sealed("a.csv", b"a,b\n" * 30, b"fictional")]),
    zipped([stored("inside.zip", zipped(MEMBERS))]),
)
TARS = (
    tarred([Entry(b"a.csv", b"x" * 700), Entry(b"l", kind=b"2", link=b"a.csv"), Entry(b"d/", kind=b"5")]),
    tarred(
        [
            pax({"path": "p" * 120, "size": "5"}),
            Entry(b"a.csv", b"12345"),
            long_name(b"n" * 200),
            Entry(b"b", b"6"),
        ]
    ),
)
INTERESTING = (0, 1, 0x7F, 0xFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)
CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.sampled_from(["flip", "number", "cut", "insert", "repeat"]),
        st.integers(0, 1 << 16),
    ),
    min_size=1,
    max_size=6,
)
ANY = settings(
    max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


def changed(data: bytes, changes: list[tuple[float, str, int]]) -> bytes:
    out = bytearray(data)
    for share, kind, value in changes:
        place = int(share * len(out))
        match kind:
            case "flip":
                out[place : place + 1] = bytes([value & 0xFF])
            case "number":
                out[place : place + 4] = struct.pack("<I", INTERESTING[value % len(INTERESTING)])
            case "cut":
                del out[place : place + 1 + value % 60]
            case "insert":
                out[place:place] = bytes(value % 60)
            case _:
                out[place:place] = out[value % (len(out) + 1) :][:200]
    return bytes(out)


def summed(data: bytes) -> bytes:
    """The tar with every checksum made to fit, so that what lies behind it is reached."""
    out = bytearray(data)
    for place in range(0, len(out) - 511, 512):
        if out[place + 257 : place + 262] == b"ustar":
            out[place + 148 : place + 156] = b" " * 8
            out[place + 148 : place + 156] = b"%06o\0 " % sum(out[place : place + 512])
    return bytes(out)


def assert_sound(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        container = open_part(path, Secret("fictional"), LIMITS)
    except SourceError as error:
        assert error.reason.as_dict()["name"] == path.name  # noqa: PT017 - it may raise, and need not
        return
    try:
        hashes = walked(container)
        assert container.sha256(hashes) == hashlib.sha256(data).hexdigest()
        for entry in container.entries():
            if entry.ordinal in hashes:
                again = hashlib.sha256(b"".join(container.blocks(entry))).hexdigest()
                assert again == hashes[entry.ordinal]
    finally:
        container.close()


def walked(container: Container) -> dict[int, str]:
    """The hash of each member that is whole: as long as stated, by one pass."""
    found = {}
    for entry, blocks in container.walk(lambda _: None):
        if entry.status != "listed":
            continue
        try:
            content = b"".join(map(bytes, blocks))
        except MemberError:
            continue
        assert len(content) == entry.size
        found[entry.ordinal] = hashlib.sha256(content).hexdigest()
    return found


@ANY
@given(number=st.integers(0, len(ZIPS) - 1), changes=CHANGES)
def test_a_zip_with_changed_records(
    number: int, changes: list[tuple[float, str, int]], tmp_path: Path
) -> None:
    assert_sound(tmp_path / "a.zip", changed(ZIPS[number], changes))


@ANY
@given(number=st.integers(0, len(TARS) - 1), changes=CHANGES, packed=st.booleans(), fitting=st.booleans())
def test_a_tar_with_changed_records(
    number: int, changes: list[tuple[float, str, int]], packed: bool, fitting: bool, tmp_path: Path
) -> None:
    data = changed(TARS[number], changes)
    data = summed(data) if fitting else data
    assert_sound(tmp_path / "a.tar", gzip.compress(data, 1, mtime=0) if packed else data)


@ANY
@given(changes=CHANGES)
def test_a_packed_tar_with_changed_bytes(changes: list[tuple[float, str, int]], tmp_path: Path) -> None:
    assert_sound(tmp_path / "a.tgz", changed(gzip.compress(TARS[0], mtime=0), changes))


@ANY
@given(
    contents=st.dictionaries(
        st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=30),
        st.binary(max_size=3000),
        max_size=8,
    ),
    packed=st.booleans(),
)
def test_what_was_put_in_comes_out(contents: dict[str, bytes], packed: bool, tmp_path: Path) -> None:
    make = deflated if packed else stored
    path = tmp_path / "a.zip"
    path.write_bytes(zipped([make(name, data) for name, data in contents.items()]))
    container = open_part(path)
    names = {entry.ordinal: entry.name for entry in container.entries()}
    found = {names[ordinal]: sha256 for ordinal, sha256 in walked(container).items()}
    container.close()
    assert found == {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}
