# SPDX-License-Identifier: Apache-2.0
"""Exports with one hostile thing in them, read with a gigabyte of memory: named, and nothing of it absent.

The rows of the table of attacks that are not about the zip's own records (`test_hostile_zips`, tars:
`test_tar_container`) nor about the forms of single files (`formats/test_hostile_formats`).
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest

from tests.makers.bad import MAKERS
from tests.makers.bad.result import REACTIONS, SHARES
from tests.makers.hostile_tars import Entry, tarred, tgz
from tests.makers.hostile_zips import deflated, nested
from tests.makers.linkedin import account
from tests.unit.archives.limited import Read, read_limited

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of memory work differently there")

HARMED = "Registration.csv"
MADE = account()
OTHERS = MADE.without(HARMED)


@dataclass(frozen=True, slots=True)
class Case:
    """An input, its file name, the status of the source, and status and reason of some of its members."""

    make: Callable[[], bytes]
    name: str
    status: str
    members: Mapping[str, tuple[str, str | None]]


def _with(*more: tuple[zipfile.ZipInfo, bytes]) -> bytes:
    """The export without the harmed file, and other members behind it."""
    out = BytesIO(OTHERS.zip())
    with zipfile.ZipFile(out, "a") as archive:
        for info, data in more:
            archive.writestr(info, data)
    return out.getvalue()


def _info(name: str, mode: int = 0o100644) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (2026, 3, 9, 2, 30, 0))
    info.create_system, info.external_attr = 3, mode << 16
    return info


def _special(mode: int) -> bytes:
    return _with((_info(HARMED, mode), b"/etc/passwd"))


def _packed_as(method: int) -> bytes:
    """The harmed file packed in a way that is not read, as both of its headers say."""
    data = bytearray(_with((_info(HARMED), MADE[HARMED])))
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        start = data.rindex(HARMED.encode()) if mark == b"PK\x01\x02" else data.index(HARMED.encode())
        begin = data.rindex(mark, 0, start)
        data[begin + place : begin + place + 2] = method.to_bytes(2, "little")
    return bytes(data)


def _in_tar(kind: bytes, *, packed: bool) -> bytes:
    entries = [Entry(name.encode(), OTHERS[name]) for name in OTHERS.names]
    entries.append(Entry(HARMED.encode(), kind=kind, link=b"../../etc/passwd"))
    return tgz(entries) if packed else tarred(entries)


def _alike(*names: str) -> bytes:
    return _with(*((_info(name), MADE[HARMED]) for name in names))


def _bomb_inside() -> bytes:
    return MADE.with_member("inside.zip", nested(30)).with_member("again.zip", deflated("x", b"").data).zip()


READ = ("read", None)
LINK = ("refused", "member.link")
NO_FILE = ("refused", "member.not_a_file")
METHODS = {"Deflate64": 9, "bzip2": 12, "LZMA": 14, "zstd": 93, "XZ": 95, "PPMd": 98}
CASES: dict[str, Case] = {
    "a link": Case(
        lambda: _special(0o120777), "a.zip", "partial", {HARMED: LINK}
    ),
    "a device": Case(
        lambda: _special(0o020666), "a.zip", "partial", {HARMED: NO_FILE}
    ),
    "a pipe": Case(lambda: _special(0o010666), "a.zip", "partial", {HARMED: NO_FILE}),
    **{
        f"{what} in a {name}": Case(
            lambda kind=kind, packed=packed: _in_tar(kind, packed=packed),  # type: ignore[misc] # mypy cannot infer a lambda with a default
            name,
            "partial",
            {HARMED: ("refused", reason)},
        )
        for what, kind, reason in (
            ("a hard link", b"1", "member.link"),
            ("a link", b"2", "member.link"),
            ("a device", b"3", "member.not_a_file"),
            ("a pipe", b"6", "member.not_a_file"),
        )
        for name, packed in (("a.tar", False), ("a.tgz", True))
    },
    **{
        what: Case(
            lambda method=method: _packed_as(method),  # type: ignore[misc] # mypy cannot infer a lambda with a default
            "a.zip",
            "partial",
            {HARMED: ("unsupported", "member.compression")},
        )
        for what, method in METHODS.items()
    },
    "a password": Case(
        lambda: MAKERS["locked"]().data, "a.zip", "encrypted", {}
    ),
    "names composed in two ways": Case(
        lambda: _alike("Articles/Articles/caf\u00e9.html", "Articles/Articles/cafe\u0301.html"),
        "a.zip",
        "partial",
        {
            "Articles/Articles/caf\u00e9.html": ("refused", "member.alike_name"),
            "Articles/Articles/cafe\u0301.html": ("refused", "member.alike_name"),
        },
    ),
    "a name twice": Case(
        lambda: _alike(HARMED, HARMED.upper()),
        "a.zip",
        "partial",
        {HARMED: ("refused", "member.alike_name"), HARMED.upper(): ("refused", "member.alike_name")},
    ),
    "names that turn or hide text": Case(
        lambda: _alike(HARMED, "photo\u202egnp.csv", "in\u200bvisible.csv", "be\x07ll.csv"),
        "a.zip",
        "read",
        {
            HARMED: READ,
            "photo\\u202egnp.csv": ("listed", None),
            "in\\u200bvisible.csv": ("listed", None),
            "be\\u0007ll.csv": ("listed", None),
        },
    ),
    "names that no other computer takes": Case(
        lambda: _alike(HARMED, "CON", "aux.csv", "x.csv. ", "a:b.csv"),
        "a.zip",
        "read",
        {HARMED: READ, "CON": ("listed", None), "x.csv. ": ("listed", None)},
    ),
    "zips in zips beside an export": Case(_bomb_inside, "a.zip", "read", {"inside.zip": ("listed", None)}),
    **{
        maker: Case(lambda maker=maker: MAKERS[maker]().data, "a.zip", status, members)  # type: ignore[misc] # mypy cannot infer a lambda with a default
        for maker, status, members in (
            ("lying_directory", "partial", {}),
            ("bad_checksum", "partial", {SHARES: ("damaged", "member.damaged")}),
            ("broken_off", "partial", {}),
            ("western_encoding", "read", {}),
            ("bare_utf16", "read", {}),
            ("nul_bytes", "partial", {}),
            ("open_quote", "partial", {}),
            ("impossible_dates", "partial", {}),
            ("disguised_workbook", "partial", {REACTIONS: ("unsupported", "member.workbook")}),
        )
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Read]:
    """Every input, read in one process with a gigabyte of memory."""
    where = tmp_path_factory.mktemp("hostile")
    paths = []
    for number, case in enumerate(CASES.values()):
        paths.append(where / str(number) / case.name)
        paths[-1].parent.mkdir()
        paths[-1].write_bytes(case.make())
    return dict(zip(CASES, read_limited(paths), strict=True))


@pytest.mark.parametrize("what", CASES)
def test_a_hostile_thing_in_an_export_is_named_and_nothing_of_it_is_absent(
    what: str, outcomes: dict[str, Read]
) -> None:
    case, found = CASES[what], outcomes[what]
    assert found.status == case.status
    states = {name: (status, reason) for name, status, reason, _ in found.members}
    assert {name: states.get(name) for name in case.members} == case.members
    assert found.bears == (case.status != "read")
    assert found.seconds < 10
    unread = [name for name, status, _, _ in found.members if status not in {"read", "listed"}]
    for name in unread:
        assert found.absent_in(name) == []
        assert any(name in said for said in found.said) or case.status == "encrypted"


def test_nothing_of_what_was_read_lies_anywhere_else(tmp_path: Path) -> None:
    path = tmp_path / "only" / "a.zip"
    path.parent.mkdir()
    path.write_bytes(_alike("../climbed.csv", "/absolute.csv", "C:\\drive.csv", HARMED))
    (found,) = read_limited([path])
    assert found.reasons["../climbed.csv"] == "member.unsafe_name"
    assert [one.name for one in tmp_path.rglob("*")] == ["only", "a.zip"]


@pytest.mark.parametrize("kind", ["zip", "tgz", "tar", "csv"])
def test_a_source_that_is_swapped_while_it_is_read_gives_nothing(kind: str, tmp_path: Path) -> None:
    path = tmp_path / ("Registration.csv" if kind == "csv" else f"export.{kind}")
    entries = [Entry(name.encode(), MADE[name]) for name in MADE.names]
    made = {"zip": MADE.zip(), "tgz": tgz(entries), "tar": tarred(entries), "csv": MADE[HARMED]}
    path.write_bytes(made[kind])
    path.with_name(path.name + ".other").write_bytes(path.read_bytes())
    (found,) = read_limited([path])
    assert (found.status, found.bears) == ("changed", True)
    assert found.absent == 0
    assert any("changed" in said for said in found.said)
