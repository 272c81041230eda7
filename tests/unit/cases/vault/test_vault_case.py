# SPDX-License-Identifier: Apache-2.0
"""A case on disk holds what was done, whatever interrupts it, and nobody without its key reads it."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector.app.session import Session
from inspector.archives.read import read_source
from inspector.cases.acts import ActKind
from inspector.cases.case import MemoryCase
from inspector.cases.custody import chained
from inspector.cases.vault.encrypted_file import AlteredError
from inspector.cases.vault.header import HeaderError
from inspector.cases.vault.in_use import InUseError
from inspector.cases.vault.keys import Cost, WrongKeyError
from inspector.cases.vault.migrations import STEPS, first
from inspector.cases.vault.originals import NoRoomError
from inspector.cases.vault.place import CasePlace, NoSuchLockError, is_case, new_case
from inspector.cases.vault.rows import NAME, Connection, NewerError, RowsError, connect
from inspector.cases.vault.vault_case import BrokenLogError
from inspector.catalog.index import Catalog
from inspector.domain.reading import SourceReading
from tests.makers.linkedin import ERA_2026, of_era

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
WORDS = "stormy harbour"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "case"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "export.zip"
    path.write_bytes(of_era(ERA_2026).zip())
    return path


@pytest.fixture
def reading(export: Path) -> SourceReading:
    return read_source(export, NOW, items=True)


def made(folder: Path) -> tuple[CasePlace, bytes]:
    return new_case(folder, WORDS, CHEAP)


def test_what_was_added_is_there_when_opened_again(folder: Path, reading: SourceReading) -> None:
    place, key = made(folder)
    beside = MemoryCase()
    with place.open(key) as case:
        for one in (case, beside):
            one.append(ActKind.OPENED, NOW, {"program": "0.1"})
            one.add(reading, NOW)
            one.append(ActKind.MAKER_NAMED, NOW, {"name": "Aza M\u00fcller-Demo"})
    with CasePlace(folder).open(place.by_passphrase(WORDS)) as again:
        assert again.acts == beside.acts
        assert again.readings == beside.readings == (reading,)


def test_acts_added_in_two_sittings_are_one_chain(folder: Path) -> None:
    place, key = made(folder)
    for number in range(3):
        with place.open(key) as case:
            case.append(ActKind.MAKER_NAMED, NOW, {"name": str(number)})
    with place.open(key) as case:
        assert [act.number for act in case.acts] == [1, 2, 3]
        assert len(chained(act.as_object() for act in case.acts)) == 3


def test_the_wrong_passphrase_opens_nothing(folder: Path) -> None:
    place, _ = made(folder)
    with pytest.raises(WrongKeyError):
        place.by_passphrase("calm harbour")


def test_another_key_does_not_open_the_rows(folder: Path) -> None:
    place, _ = made(folder)
    with pytest.raises(WrongKeyError):
        place.open(b"x" * 32)


def test_the_recovery_code_opens_a_case_whose_passphrase_is_forgotten(folder: Path) -> None:
    place, key = made(folder)
    code = place.set_recovery(key)
    again = CasePlace(folder)
    assert again.by_recovery(code.lower()) == key
    again.set_passphrase(key, "another one", CHEAP)
    assert CasePlace(folder).by_passphrase("another one") == key
    with pytest.raises(WrongKeyError):
        CasePlace(folder).by_passphrase(WORDS)


def test_a_new_recovery_code_takes_the_place_of_the_old_one(folder: Path) -> None:
    place, key = made(folder)
    old, new = place.set_recovery(key), place.set_recovery(key)
    assert place.by_recovery(new) == key
    with pytest.raises(WrongKeyError):
        place.by_recovery(old)


def test_a_way_that_the_case_does_not_have_is_told(folder: Path) -> None:
    place, _ = made(folder)
    with pytest.raises(NoSuchLockError):
        place.by_recovery("0000-0000")
    assert place.ways == ("passphrase",)


def test_an_original_comes_back_and_is_kept_once(folder: Path, export: Path) -> None:
    place, key = made(folder)
    with place.open(key) as case:
        first, second = case.copy(export), case.copy(export)
        assert case.keep([first], NOW, {"how": "copied"}).kind is ActKind.KEPT
        case.keep([second], NOW, {"how": "copied"})
        assert case.originals == (first,)
        content = case.original(first.sha256)
        assert content is not None
        assert b"".join(content) == export.read_bytes()
        assert case.original("0" * 64) is None
    assert len(list((folder / "originals").iterdir())) == 1


def test_an_altered_original_is_told(folder: Path, export: Path) -> None:
    place, key = made(folder)
    with place.open(key) as case:
        kept = case.copy(export)
        case.keep([kept], NOW, {})
        file = folder / "originals" / str(kept.file)
        data = bytearray(file.read_bytes())
        data[-20] ^= 1
        file.write_bytes(data)
        content = case.original(kept.sha256)
        assert content is not None
        with pytest.raises(AlteredError):
            list(content)


def test_a_full_disk_is_told_before_anything_is_written(
    folder: Path, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, key = made(folder)
    monkeypatch.setattr("inspector.cases.vault.originals._ROOM_BESIDE", 1 << 60)
    with place.open(key) as case, pytest.raises(NoRoomError) as told:
        case.need(export.stat().st_size)
    assert told.value.missing > 1 << 59
    assert not (folder / "originals").exists()


def test_a_copy_that_was_not_noted_is_gone_when_the_case_is_opened_again(folder: Path, export: Path) -> None:
    place, key = made(folder)
    with place.open(key) as case:
        case.copy(export)
    with place.open(key) as case:
        assert case.originals == ()
    assert list((folder / "originals").iterdir()) == []


def test_what_stays_in_its_place_is_known_by_its_hashes_and_may_be_copied_later(
    folder: Path, export: Path
) -> None:
    place, key = made(folder)
    with place.open(key) as case:
        there = case.refer(export, export)
        case.keep([there], NOW, {"how": "in_place"})
        assert (there.path, there.file, there.size) == (str(export), None, export.stat().st_size)
        assert there.sha512 == hashlib.sha512(export.read_bytes()).hexdigest()
        assert case.original(there.sha256) is None
        case.keep([case.copy(export)], NOW, {"how": "copied"})
        assert case.original(there.sha256) is not None


def test_what_a_case_keeps_beside_its_acts_is_no_act(folder: Path) -> None:
    place, key = made(folder)
    with place.open(key) as case:
        assert case.secret("sealing-key") is None
        case.keep_secret("sealing-key", b"first")
        case.keep_secret("sealing-key", b"second")
    with place.open(key) as case:
        assert case.secret("sealing-key") == b"second"
        assert case.acts == ()


def test_a_case_that_is_open_elsewhere_does_not_open(folder: Path) -> None:
    place, key = made(folder)
    with place.open(key), pytest.raises(InUseError):
        place.open(key)
    place.open(key).close()


def test_its_name_is_known_with_the_key_alone_and_takes_the_same_room(folder: Path) -> None:
    place, key = made(folder)
    sizes = set()
    for name in ("Mine", "What Müller-Demo's account was set to, by service and year"):
        place.rename(key, name)
        assert CasePlace(folder).name(key) == name
        sizes.add((folder / "name").stat().st_size)
        assert name.encode() not in (folder / "name").read_bytes()
    assert len(sizes) == 1
    assert place.name(b"x" * 32) == ""


def test_a_case_in_memory_is_taken_over_whole(folder: Path, reading: SourceReading) -> None:
    place, key = made(folder)
    beside = MemoryCase()
    beside.append(ActKind.OPENED, NOW, {"program": "0.1"})
    beside.add(reading, NOW)
    with place.open(key) as case:
        case.take_over(beside)
        with pytest.raises(ValueError, match="acts"):
            case.take_over(beside)
    with place.open(key) as case:
        assert case.acts == beside.acts
        assert case.readings == beside.readings


def test_an_act_that_fails_halfway_leaves_nothing_behind(folder: Path, reading: SourceReading) -> None:
    place, key = made(folder)
    with place.open(key) as case:
        case._rows.execute(
            "CREATE TRIGGER full BEFORE INSERT ON reading BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
        with pytest.raises(RowsError):
            case.add(reading, NOW)
        assert not case.acts
        assert not case.readings
        case._rows.execute("DROP TRIGGER full")
        case.add(reading, NOW)
        case.check_log()


def test_what_an_interrupted_copy_left_is_swept(folder: Path) -> None:
    place, key = made(folder)
    (folder / "originals").mkdir()
    (folder / "originals" / ("a" * 32)).write_bytes(b"half a file")
    place.open(key).close()
    assert list((folder / "originals").iterdir()) == []


def test_a_changed_act_is_told_by_its_number(folder: Path) -> None:
    place, key = made(folder)
    with place.open(key) as case:
        for number in range(4):
            case.append(ActKind.MAKER_NAMED, NOW, {"name": str(number)})
        case._rows.execute(
            "UPDATE act SET canonical = CAST(replace(canonical, '\"1\"', '\"9\"') AS BLOB) WHERE n = 2"
        )
    with pytest.raises(BrokenLogError) as told:
        place.open(key)
    assert told.value.number == 3


def test_a_case_of_a_later_program_is_told(folder: Path) -> None:
    place, key = made(folder)
    with place.open(key) as case:
        case._rows.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerError):
        place.open(key)
    header = folder / "case.json"
    header.write_text(header.read_text().replace('"format": 1', '"format": 2'))
    with pytest.raises(HeaderError) as told:
        CasePlace(folder)
    assert told.value.newer


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"format": 1}', b"\xff" * 70_000])
def test_what_is_no_header_is_told(folder: Path, data: bytes) -> None:
    made(folder)
    (folder / "case.json").write_bytes(data)
    assert not is_case(folder)
    with pytest.raises(HeaderError):
        CasePlace(folder)


def test_a_case_is_not_made_over_something_else(folder: Path) -> None:
    folder.mkdir()
    (folder / "letter.txt").write_text("kept")
    with pytest.raises(FileExistsError):
        made(folder)
    assert [file.name for file in folder.iterdir()] == ["letter.txt"]


def test_no_text_of_the_input_can_be_read_in_the_case(folder: Path, export: Path) -> None:
    reading = read_source(export, NOW, items=True)
    place, key = made(folder)
    with place.open(key) as case:
        case.add(reading, NOW)
        case.keep([case.copy(export)], NOW, {"name": export.name})
        case.keep_secret("sealing-key", b"a key of fictional bytes")
        case.append(ActKind.MAKER_NAMED, NOW, {"name": "Aza Fictional"})
        whole = b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
    whole += b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
    for text in (
        b"Aza Fictional",
        b"export.zip",
        b"Registration",
        b"linkedin",
        b"PK\x03\x04",
        b"maker_named",
        b"a key of fictional bytes",
    ):
        assert text not in whole
    assert reading.source.account
    assert reading.source.account.encode() not in whole


def test_the_database_of_form_1_opens_with_every_later_step(tmp_path: Path) -> None:
    connect(tmp_path / NAME, b"k" * 32, [first]).close()
    rows = connect(tmp_path / NAME, b"k" * 32, STEPS)
    assert rows.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    rows.close()


def test_a_case_of_form_1_opens_with_all_that_was_done_in_it(folder: Path, reading: SourceReading) -> None:
    place, key = made(folder)
    with place.open(key) as case:
        case.add(reading, NOW)
        acts = case.acts
        case._rows.execute("DROP TABLE kept")
        case._rows.execute("PRAGMA user_version = 1")
    with place.open(key) as case:
        assert case.acts == acts
        assert case.readings == (reading,)
        case.keep_secret("any", b"thing")


def test_a_step_that_fails_leaves_the_form_before_it(tmp_path: Path) -> None:
    def fails(rows: Connection) -> None:
        rows.execute("CREATE TABLE later (x)")
        raise InterruptedError

    connect(tmp_path / NAME, b"k" * 32, STEPS).close()
    with pytest.raises(InterruptedError):
        connect(tmp_path / NAME, b"k" * 32, [*STEPS, fails])
    rows = connect(tmp_path / NAME, b"k" * 32, STEPS)
    assert rows.execute("SELECT count(*) FROM sqlite_master WHERE name = 'later'").fetchone() == (0,)
    rows.close()


def test_an_open_case_is_what_the_program_takes_a_case_for(folder: Path, reading: SourceReading) -> None:
    place, key = made(folder)
    with place.open(key) as case:
        session = Session(Catalog.load(), case)
        session.add(reading)
        findings = session.inspection().findings
    with place.open(key) as case:
        assert Session(Catalog.load(), case).inspection().findings == findings
