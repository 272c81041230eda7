# SPDX-License-Identifier: Apache-2.0
"""Tars, plain and inside gzip, are read in one pass, and believed in nothing that was not checked."""

from __future__ import annotations

import gzip
import hashlib
import io
import sys
import tarfile
from pathlib import Path

import pytest

from inspector.archives.container import MemberError, SourceError
from inspector.archives.limits import Limits
from inspector.archives.opening import open_container
from inspector.archives.tars.tar_container import TarContainer
from inspector.domain.words import FactKind
from tests.makers.hostile_tars import END, Entry, base_256, long_name, pax, tarred, tgz
from tests.makers.linkedin import account
from tests.unit.archives.limited import read_limited
from tests.unit.archives.ways import bounds, counts, facts, read, said

A, B = Entry(b"a.csv", b"x" * 700), Entry(b"d/b.csv", b"y")


def written(where: Path, data: bytes, name: str = "a.tar") -> Path:
    target = where / name
    target.write_bytes(data)
    return target


def walked(container: TarContainer) -> dict[str, str]:
    found = {}
    for entry, blocks in container.walk(lambda _: None):
        try:
            found[entry.name] = entry.reason or hashlib.sha256(b"".join(map(bytes, blocks))).hexdigest()
        except MemberError as error:
            found[entry.name] = error.key
    return found


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def standard(files: dict[str, bytes], form: int) -> bytes:
    """A tar as Python's own library writes it."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size, info.mtime = len(data), 1_773_023_400
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@pytest.mark.parametrize("packed", [False, True])
def test_one_pass_hashes_the_file_and_every_member(form: int, packed: bool, tmp_path: Path) -> None:
    long = "f" * 90 + "/" + "n" * 95 + ".csv"
    files = {"a.csv": b"a" * 3_000_000, "Jobs/é.csv": b"b" * 512, long: b"c", "empty.csv": b""}
    data = standard(files, form)
    data = gzip.compress(data, 1) if packed else data
    container = TarContainer(written(tmp_path, data))
    assert container.format == ("tgz" if packed else "tar")
    assert bounds(container.entries()[0].as_of) == ("2026-03-09T02:30:00Z", "2026-03-09T02:30:00Z")
    assert walked(container) == {name: sha256(content) for name, content in files.items()}
    assert container.sha256({}) == sha256(data)
    assert (container.losses, container.remarks) == ((), ())
    for entry in container.entries():
        assert b"".join(container.blocks(entry)) == files[entry.name]
        assert container.head(entry, 5) == files[entry.name][:5]
    container.close()


@pytest.mark.parametrize("name", ["export.tar", "export.tgz"])
def test_an_export_in_a_tar_states_what_it_states_in_a_zip(name: str, tmp_path: Path) -> None:
    made = account()
    data = standard({member.name: member.data for member in made.members}, tarfile.PAX_FORMAT)
    path = written(tmp_path, gzip.compress(data) if name.endswith("z") else data, name)
    whole, other = read(made.write(tmp_path)), read(path)
    assert (other.source.status, counts(other)) == ("read", counts(whole))
    moments = [[fact.moment for fact in facts(one, FactKind.ACCOUNT_CREATED)] for one in (whole, other)]
    assert moments[0] == moments[1]
    assert other.source.sha256 == sha256(path.read_bytes())
    assert all(member.sha256 for member in other.source.members)


@pytest.mark.parametrize(
    ("entry", "status", "reason"),
    [
        (Entry(b"../a.csv", b"x"), "refused", "member.unsafe_name"),
        (Entry(b"/etc/a.csv", b"x"), "refused", "member.unsafe_name"),
        (Entry(b"a.csv", kind=b"2", link=b"/etc/passwd"), "refused", "member.link"),
        (Entry(b"a.csv", kind=b"1", link=b"b.csv"), "refused", "member.link"),
        (Entry(b"a.csv", kind=b"3"), "refused", "member.not_a_file"),
        (Entry(b"a.csv", kind=b"4"), "refused", "member.not_a_file"),
        (Entry(b"a.csv", kind=b"6"), "refused", "member.not_a_file"),
        (Entry(b"a.csv", b"x", kind=b"S"), "unsupported", "member.compression"),
        (Entry(b"a.csv", b"x", kind=b"M"), "refused", "member.not_a_file"),
    ],
    ids=["climbing", "absolute", "symlink", "hardlink", "char", "block", "pipe", "sparse", "volume"],
)
def test_what_is_no_plain_file_is_listed_and_not_read(
    entry: Entry, status: str, reason: str, tmp_path: Path
) -> None:
    container = TarContainer(written(tmp_path, tarred([entry, B])))
    assert [(one.status, one.reason) for one in container.entries()] == [(status, reason), ("listed", None)]
    assert walked(container)["d/b.csv"] == sha256(b"y")
    container.close()


def test_names_of_extra_headers_hold_for_the_next_file_alone(tmp_path: Path) -> None:
    entries = [pax({"path": "übung.csv"}), A, B, long_name(b"n" * 300), Entry(b"short", b"z"), A]
    container = TarContainer(written(tmp_path, tarred(entries)))
    assert [entry.name for entry in container.entries()] == ["übung.csv", "d/b.csv", "n" * 300, "a.csv"]
    container.close()


def test_a_path_in_a_pax_header_is_checked_like_any_other(tmp_path: Path) -> None:
    entries = [pax({"path": "../../x"}), A, pax({"path": "a\u202eb"}), B]
    container = TarContainer(written(tmp_path, tarred(entries)))
    assert [(entry.name, entry.reason) for entry in container.entries()] == [
        ("../../x", "member.unsafe_name"),
        ("a\\u202eb", None),
    ]
    container.close()


def test_a_size_in_bytes_is_a_size(tmp_path: Path) -> None:
    entry = Entry(b"a.csv", b"x" * 700, size=base_256(700))
    container = TarContainer(written(tmp_path, tarred([entry])))
    assert walked(container) == {"a.csv": sha256(b"x" * 700)}
    container.close()


LIES = {
    "size_past_the_end": Entry(b"c.csv", b"z", size=b"77777777777\0"),
    "size_of_2_to_the_80": Entry(b"c.csv", b"z", size=base_256(1 << 80)),
    "negative_size": Entry(b"c.csv", b"z", size=b"\xff" * 12),
    "no_number": Entry(b"c.csv", b"z", size=b"12x45678901\0"),
    "wrong_checksum": Entry(b"c.csv", b"z", checksum=1),
    "link_with_bytes": Entry(b"c.csv", b"z" * 600, kind=b"2"),
    "pax_without_end": Entry(b"x", b"99999 path=a\n", b"x"),
    "pax_size": pax({"size": "99999999999999999999"}),
    "pax_negative_size": pax({"size": "-1"}),
    "long_name_of_a_gigabyte": Entry(b"././@LongLink", b"n", b"L", size=b"%011o\0" % (1 << 30)),
}


@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory work differently there")
@pytest.mark.parametrize("packed", [False, True])
def test_a_tar_that_lies_is_read_up_to_the_lie_and_said_to_be_cut_off(packed: bool, tmp_path: Path) -> None:
    paths = []
    for name, lie in LIES.items():
        data = tarred([A, lie, B])
        paths.append(written(tmp_path, gzip.compress(data) if packed else data, f"{name}.tar"))
    for path, found in zip(paths, read_limited(paths), strict=True):
        assert (found.status, found.reason, found.bears) == ("damaged", "source.cut_off_nothing_tar", True), (
            path.name
        )
        assert found.members[0] == ("a.csv", "listed", None, sha256(b"x" * 700)), path.name
        assert "d/b.csv" not in found.reasons, path.name
        assert found.sha256 == sha256(path.read_bytes())


@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory work differently there")
@pytest.mark.parametrize("packed", [False, True])
def test_a_tar_cut_off_anywhere_reads_what_is_whole_before_it(packed: bool, tmp_path: Path) -> None:
    data = tarred([A, B])
    whole = gzip.compress(data, 0) if packed else data
    paths = [written(tmp_path, whole[:cut], f"{cut}.tar") for cut in range(700, len(whole) - 300, 97)]
    for path, found in zip(paths, read_limited(paths), strict=True):
        size = path.stat().st_size - (23 if packed else 0)
        expected = (size >= 512 + 700) + (size >= 1536 + 513)
        read_whole = sum(state == "listed" and bool(digest) for _, state, _, digest in found.members)
        ended = size >= 1536 + 1024 + 512
        assert found.status == ("unsupported" if ended and not packed else "damaged"), path.name
        assert read_whole <= expected
        assert read_whole >= expected - packed  # gzip holds back the last bytes of a stream that has no end


def test_bytes_behind_the_end_are_reported_with_place_length_and_hash(tmp_path: Path) -> None:
    more = tarred([B])
    path = written(tmp_path, tarred([A]) + more)
    problems = read(path).source.problems
    rest = bytes(512) + more
    assert [problem.as_dict() for problem in problems] == [
        {"name": "a.tar", "offset": 512 + 1024 + 512, "bytes": len(rest), "sha256": sha256(rest)}
    ]


def test_padding_behind_the_end_is_no_matter(tmp_path: Path) -> None:
    for data in (tarred([A], bytes(10240)), gzip.compress(tarred([A])) + bytes(512)):
        reading = read(written(tmp_path, data))
        assert reading.source.problems == ()


def test_gzip_in_several_streams_is_one_tar_and_what_is_behind_them_is_said(tmp_path: Path) -> None:
    data = tarred([A, B])
    packed = b"".join(gzip.compress(data[place : place + 100]) for place in range(0, len(data), 100))
    container = TarContainer(written(tmp_path, packed + b"behind"))
    assert walked(container) == {"a.csv": sha256(A.data), "d/b.csv": sha256(B.data)}
    assert [(note.id, note.as_dict()["bytes"]) for note in container.remarks] == [("trailing", 6)]
    container.close()


def test_a_gzip_whose_checksum_fails_makes_the_source_incomplete(tmp_path: Path) -> None:
    data = bytearray(tgz([A, B]))
    data[-8] ^= 1
    reading = read(written(tmp_path, bytes(data), "a.tgz"))
    assert (reading.source.status, reading.source.unread_bears) == ("damaged", True)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory work differently there")
def test_a_tar_that_unpacks_to_a_thousand_times_its_size_stays_in_its_budget(tmp_path: Path) -> None:
    bomb = Entry(b"zeros.bin", bytes(300 << 20))
    (found,) = read_limited([written(tmp_path, tgz([A, bomb]), "bomb.tgz")], 512 << 20)
    assert (found.status, found.reason) == ("unsupported", "source.unclaimed")
    assert found.seconds < 20


def test_past_the_budget_only_the_beginning_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, tgz([A, Entry(b"zeros.bin", bytes(8 << 20)), B]))
    container = TarContainer(path, Limits(total_least=1 << 20, total_ratio=1))
    assert [note.id for note in container.losses] == ["too_much_inside"]
    assert "d/b.csv" not in walked(container)
    container.close()
    many = TarContainer(written(tmp_path, tarred([A, B, A])), Limits(entries=2))
    assert ([note.id for note in many.losses], len(many.entries())) == (["too_much_inside"], 2)
    many.close()


def test_what_is_no_tar_inside_is_to_be_unpacked(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as raised:
        open_container(written(tmp_path, gzip.compress(b"a,b\n" * 400), "messages.csv.gz"))
    assert (raised.value.status, raised.value.reason.id) == ("unsupported", "other_archive")


def test_nothing_whole_inside_is_damaged(tmp_path: Path) -> None:
    reading = read(written(tmp_path, tarred([A])[:600]))
    assert reading.source.status == "damaged"
    assert any("a.tar" in sentence for sentence in said(reading))


def test_the_end_marker_is_what_makes_a_tar_whole(tmp_path: Path) -> None:
    assert TarContainer(written(tmp_path, tarred([A], b""))).losses
    assert not TarContainer(written(tmp_path, tarred([A], END))).losses
