# SPDX-License-Identifier: Apache-2.0
"""What no service ever wrote, for every reader: cut off, of wrong types, without keys, with new keys."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import chain
from pathlib import Path

import pytest

from inspector.archives.container import MemberError
from inspector.archives.membership import Claim, claimed
from inspector.archives.opening import open_container
from inspector.archives.reader import MemberAt, ReaderKind, Seen
from inspector.archives.services import READERS
from inspector.archives.stream import MemberStream
from inspector.domain.reading import SourceReading
from tests.makers.every import exports
from tests.makers.made import Made
from tests.makers.zips import LINKEDIN
from tests.unit.archives.services.mutants import (
    DATA,
    WRONG,
    changed,
    closed,
    is_lines,
    members,
    mutants,
    no_reader_stopped,
    opened,
    with_new_column,
    with_new_key,
)
from tests.unit.archives.ways import NOW, counts, read, said

EXPORTS = exports()
every = pytest.mark.parametrize("name", EXPORTS)


@lru_cache(maxsize=len(EXPORTS))
def _plain(name: str, where: Path) -> SourceReading:
    """The reading of an export as it was made."""
    path = where / f"plain-{name}.zip"
    path.write_bytes(EXPORTS[name][1].zip())
    return read(path)


@pytest.fixture
def plain(name: str, tmp_path_factory: pytest.TempPathFactory) -> SourceReading:
    """The reading of an export as it was made, once for all tests."""
    return _plain(name, tmp_path_factory.getbasetemp())


def _inside(made: Made, where: Path) -> dict[str, str]:
    """The paths inside the export of its members, by their names."""
    (where / "whole.zip").write_bytes(made.zip())
    container = open_container(where / "whole.zip")
    claim = claimed(container, "whole.zip")
    container.close()
    assert isinstance(claim, Claim)
    return {name: path for name in made.names if (path := claim.path(name)) is not None}


def _is_read(kind: ReaderKind, path: str) -> bool:
    """Tell whether the reader wants a file, other than one of a value per line."""
    return kind.make(NOW, True).wants(path) and not is_lines(path)


def test_every_reader_has_an_export_here() -> None:
    assert {service for service, _ in EXPORTS.values()} == {kind.service for kind in READERS}


@every
def test_a_member_that_is_cut_off_states_nothing_new_and_is_named(
    name: str, plain: SourceReading, tmp_path: Path
) -> None:
    made, whole = EXPORTS[name][1], counts(plain)
    stated = {(fact.kind, fact.value) for fact in plain.facts}
    for member in members(made, *DATA):
        data = made[member]
        for size in (0, len(data) // 3, len(data) - 1):
            reading = changed(made, member, data[:size], tmp_path)
            no_reader_stopped(reading)
            assert {(fact.kind, fact.value) for fact in reading.facts} <= stated
            for data_class, count in counts(reading).items():
                # The record in which it breaks off may still be one.
                assert count <= whole.get(data_class, 0) + 1
            if member.endswith((".json", ".js")) and reading.source.status == "partial":
                assert any(member in sentence for sentence in said(reading))


@every
def test_wrong_types_and_missing_keys_stop_no_reader(name: str, tmp_path: Path) -> None:
    service, made = EXPORTS[name]
    kind = next(kind for kind in READERS if kind.service == service)
    files = _inside(made, tmp_path).items()
    wanted = [
        (name, path) for name, path in files if name.endswith((".json", ".js")) and _is_read(kind, path)
    ]
    tried = 0
    for member, path in wanted:
        before, value = opened(member, made[member])
        for mutant in chain.from_iterable(mutants(value, wrong) for wrong in WRONG):
            reader = kind.make(NOW, True)
            stream = MemberStream(iter((closed(member, before, mutant),)), lambda _: None)
            tried += 1
            try:
                list(reader.read(MemberAt(path, path), stream))
            except MemberError:
                continue
            reader.conclude(Seen(()))
    assert tried > 20 or not wanted


@every
def test_tables_with_cells_and_columns_of_any_kind_stop_no_reader(name: str, tmp_path: Path) -> None:
    service, made = EXPORTS[name]
    kind = next(kind for kind in READERS if kind.service == service)
    for member, path in _inside(made, tmp_path).items():
        if not member.endswith(".csv") or not _is_read(kind, path):
            continue
        header, _, rest = made[member].partition(b"\n")
        for body in (b"", b"\n\n", b",\n", b'"', b"\xff,\x00\n" + rest, rest * 2, b"a,b,c,d,e,f\n" * 3):
            reader = kind.make(NOW, True)
            stream = MemberStream(iter((header + b"\n" + body,)), lambda _: None)
            try:
                list(reader.read(MemberAt(path, path), stream))
            except MemberError:
                continue
            reader.conclude(Seen(()))


# Where any key is the name of a friend or of a section, and what stands behind it must be a list.
_BY_NAME = (
    "chat_history.json",
    "user_data_tiktok.json",
    "user_data.json",
    "terms_history.json",
    "channel.json",
)
# Whose files of data are all JSON with known keys.
_TOLD = {
    "chatgpt",
    "claude",
    "deepseek",
    "discord",
    "facebook",
    "google",
    "grok",
    "instagram",
    "mistral",
    "snapchat",
    "spotify",
    "x",
}


@every
def test_keys_never_seen_are_told_by_path_alone_and_change_nothing(
    name: str, plain: SourceReading, tmp_path: Path
) -> None:
    service, made = EXPORTS[name]
    files = [member for member in members(made, ".json", ".js") if not member.endswith(_BY_NAME)]
    for member in files:
        before, value = opened(member, made[member])
        made = made.with_member(member, closed(member, before, with_new_key(value)))
    (tmp_path / "new.zip").write_bytes(made.zip())
    reading = read(tmp_path / "new.zip")
    assert counts(reading) == counts(plain)
    assert [(fact.kind, fact.value) for fact in reading.facts] == [
        (fact.kind, fact.value) for fact in plain.facts
    ]
    assert reading.source.status == "read"
    told = [note for note in reading.source.problems if note.id == "new_keys"]
    for sentence in said(reading):
        assert "secret" not in sentence
        assert "zz" not in sentence
    pages_only = "html" in name or name == "spotify-extended"
    assert bool(told) == (service in _TOLD and not pages_only)


@pytest.mark.parametrize("name", [name for name, (_, made) in EXPORTS.items() if members(made, ".csv")])
def test_columns_never_seen_are_passed_over_and_told_where_all_are_known(
    name: str, plain: SourceReading, tmp_path: Path
) -> None:
    service, made = EXPORTS[name]
    made = made.without("checkfile.csv")
    for member in members(made, ".csv"):
        made = made.with_member(member, with_new_column(made[member]))
    (tmp_path / "new.zip").write_bytes(made.zip())
    reading = read(tmp_path / "new.zip")
    assert counts(reading) == counts(plain)
    assert [(fact.kind, fact.value) for fact in reading.facts] == [
        (fact.kind, fact.value) for fact in plain.facts
    ]
    told = [note for note in reading.source.problems if note.id == "new_keys"]
    assert bool(told) == (service in {"linkedin", "microsoft-copilot", "reddit"})
    for sentence in said(reading):
        assert "zz" not in sentence


@every
def test_a_member_with_a_wrong_checksum_leaves_nothing_behind(
    name: str, plain: SourceReading, tmp_path: Path
) -> None:
    made = EXPORTS[name][1]
    for member in members(made, *DATA)[:4]:
        options = replace(LINKEDIN, wrong_crc=frozenset({member}))
        (tmp_path / "bad.zip").write_bytes(made.zip(options))
        reading = read(tmp_path / "bad.zip")
        no_reader_stopped(reading)
        assert not [one for one in reading.facts if one.provenance and one.provenance.member == member]
        assert not [one for one in reading.tallies if one.member == member]
        used = next(one.used for one in plain.source.members if one.name == member)
        assert (reading.source.status != "read") or not used
