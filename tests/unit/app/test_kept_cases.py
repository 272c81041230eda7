# SPDX-License-Identifier: Apache-2.0
"""A case that is kept: made, opened in every way, filled, read anew, and stored from memory."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from inspector.app import case_doors, specs
from inspector.app.case_doors import Opened
from inspector.app.case_error import CaseError
from inspector.app.case_keeping import Keeper
from inspector.app.case_session import catch_up, leave_originals, read_anew, session_of, stale, store
from inspector.app.case_shelf import find, shelf
from inspector.app.demo import ARCHIVE
from inspector.app.export import Wish, export
from inspector.app.inspect import fill
from inspector.app.jobs import Job
from inspector.app.journey import begun, is_unsaved
from inspector.app.request import Request
from inspector.app.session import Session
from inspector.archives.watch import ReadCancelledError
from inspector.cases.acts import ActKind
from inspector.cases.story import Story
from inspector.cases.vault.header import NAME as HEADER
from inspector.cases.vault.keychain import Keychain
from inspector.cases.vault.rows import NAME as ROWS
from inspector.cases.vault.vault_case import VaultCase
from inspector.catalog.index import Catalog
from inspector.system.clock import now
from inspector.system.resources import path
from tests.makers.linkedin import ERA_2026, of_era
from tests.unit.app.kept_cases import CHEAP, NAME, WORDS, again, made, session_in
from tests.unit.cases.vault.test_keychain import Kept as KeptSecrets


@pytest.fixture
def shelves(tmp_path: Path) -> Path:
    return tmp_path / "cases"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    file = tmp_path / "Complete_LinkedInDataExport_01-02-2026.zip"
    file.write_bytes(of_era(ERA_2026).zip())
    return file


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog.load()


@pytest.fixture
def mine(shelves: Path) -> Opened:
    return made(shelves).opened


def question(*paths: Path, catalog: Catalog) -> Request:
    return Request(paths, residence=specs.residence("DE", catalog))


def job() -> Job:
    return Job(0, lambda _job, _news: None)


def why(error: pytest.ExceptionInfo[CaseError]) -> str:
    return error.value.note.key


def test_every_act_is_stored_when_it_is_done(mine: Opened, archive: Path, catalog: Catalog) -> None:
    session = session_in(mine, catalog)
    fill(session, question(archive, catalog=catalog))
    found, acts = session.inspection().findings, session.case.acts
    with again(mine).case as case:
        assert case.acts == acts
        assert [act.kind for act in acts] == [
            ActKind.OPENED,
            ActKind.RESIDENCE_DECLARED,
            ActKind.KEPT,
            ActKind.ADDED,
        ]
        opened = dict(acts[0].details)
        assert {"program", "catalog", "catalog_sha256", "libraries", "clock", "zone"} <= opened.keys()
        assert Session(catalog, case, keeper=Keeper(case)).inspection().findings == found


def test_how_a_file_was_got_is_kept_encrypted_with_the_case(
    mine: Opened, archive: Path, shelves: Path, catalog: Catalog
) -> None:
    session = session_in(mine, catalog)
    fill(session, question(archive, catalog=catalog))
    (source,) = session.sources
    session.tell_story(source, Story(asked="2026-01", came="sent by my neighbour Ottilie"))
    told = session.stories
    opened = again(mine)
    with opened.case:
        assert session_in(opened, catalog).stories == told
    files = [file for file in shelves.rglob("*") if file.is_file()]
    assert files
    assert not [file for file in files if b"Ottilie" in file.read_bytes()]


def test_the_answer_follows_from_what_is_stored_when_nothing_can_be_read(
    mine: Opened, archive: Path, catalog: Catalog
) -> None:
    session = session_in(mine, catalog)
    fill(session, question(archive, catalog=catalog))
    found = session.inspection().findings
    archive.unlink()
    opened = again(mine)
    with opened.case:
        after = session_in(opened, catalog)
        assert stale(after) == ()
        assert after.inspection().findings == found


def test_both_hashes_of_an_original_are_in_the_log(mine: Opened, archive: Path, catalog: Catalog) -> None:
    session = session_in(mine, catalog)
    fill(session, Request((archive,)))
    act = next(act for act in session.case.acts if act.kind is ActKind.KEPT)
    files = act.details["files"]
    assert isinstance(files, list)
    (file,) = files
    assert isinstance(file, dict)
    assert file["name"] == archive.name
    assert len(str(file["sha256"])) == 64
    assert len(str(file["sha512"])) == 128
    assert act.details["how"] == "copied"
    mine.close()


def test_what_stays_in_its_place_takes_no_room(mine: Opened, archive: Path, catalog: Catalog) -> None:
    with mine.case as case:
        fill(session_in(mine, catalog, in_place=True), Request((archive,)))
        assert [one.path for one in case.originals] == [str(archive)]
        assert not list((mine.place.folder / "originals").glob("*"))


def test_a_case_may_leave_all_originals_in_their_places_from_the_beginning(
    mine: Opened, archive: Path, catalog: Catalog
) -> None:
    leave_originals(mine)
    before = Session(catalog)
    fill(before, Request((archive,)))
    store(before, mine, job())
    opened = again(mine)
    with opened.case as case:
        fill(session_in(opened, catalog), Request((path(ARCHIVE),)))
        assert sorted(str(one.path) for one in case.originals) == sorted([str(archive), str(path(ARCHIVE))])


def test_a_disk_without_room_leaves_the_file_in_its_place_and_says_so(
    mine: Opened, archive: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inspector.cases.vault.originals._ROOM_BESIDE", 1 << 60)
    session = session_in(mine, catalog)
    with mine.case as case:
        fill(session, Request((archive,)))
        act = next(act for act in case.acts if act.kind is ActKind.KEPT)
        assert (act.details["how"], act.details["problem"]) == ("in_place", "case.no_room_copy")
        assert len(case.readings) == 1


def test_a_copy_that_is_stopped_leaves_nothing(mine: Opened, archive: Path, catalog: Catalog) -> None:
    session = session_in(mine, catalog)
    with mine.case as case:
        reading = session.read(archive)
        case.keep((), now(), {})
        with pytest.raises(ReadCancelledError):
            Keeper(case).take(reading.source, lambda: True, lambda _done, _total: None)
        assert len(list((mine.place.folder / "originals").glob("*"))) == 1, "the copy of the reading alone"


def test_a_file_that_changes_between_reading_and_copying_is_told(
    mine: Opened, archive: Path, catalog: Catalog
) -> None:
    with mine.case as case:
        reading = Session(catalog).read(archive)
        archive.write_bytes(archive.read_bytes() + b"x")
        kept = Keeper(case).take(reading.source, lambda: False, lambda _done, _total: None)
        assert kept is not None
        assert kept.problem is not None
        assert kept.problem.key == "case.changed_since"
        assert kept.originals == ()


def test_what_an_earlier_version_read_is_read_anew_where_it_still_is(
    mine: Opened, archive: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inspector.app.case_opening.__version__", "0.0.1")
    fill(session_in(mine, catalog), Request((archive, path(ARCHIVE))))
    monkeypatch.undo()
    archive.unlink()
    opened = again(mine)
    with opened.case:
        session = session_in(opened, catalog)
        old = stale(session)
        assert len(old) == 2
        gone = read_anew(session, old)
        assert [one.name for one in gone] == [archive.name]
        assert [one.name for one in stale(session)] == [archive.name]


def test_the_same_file_elsewhere_stands_in_for_one_that_is_gone(
    mine: Opened, archive: Path, catalog: Catalog, tmp_path: Path
) -> None:
    session = session_in(mine, catalog)
    with mine.case as case:
        fill(session, Request((archive,)))
        moved = archive.rename(tmp_path / "moved.zip")
        fill(session, Request((moved,)))
        assert [one.source.path for one in case.readings] == [moved]


def test_a_case_in_memory_is_stored_with_its_originals(mine: Opened, archive: Path, catalog: Catalog) -> None:
    before = Session(catalog)
    fill(before, question(archive, catalog=catalog))
    found = before.inspection().findings
    store(before, mine, job())
    opened = again(mine)
    with opened.case as case:
        assert case.acts[: len(before.case.acts)] == before.case.acts
        assert b"".join(case.original(case.originals[0].sha256) or ()) == archive.read_bytes()
        session = session_of(opened, catalog)
        assert session.inspection().findings == found
        assert begun(case)


def test_a_later_bundle_names_the_fingerprint_of_the_earlier_one(
    mine: Opened, archive: Path, catalog: Catalog, tmp_path: Path
) -> None:
    session = session_in(mine, catalog)
    with mine.case as case:
        fill(session, question(archive, catalog=catalog))
        assert is_unsaved(case)
        first = export(case, session.inspection(), catalog, Wish(tmp_path / "a.zip", "en"), now())
        assert not is_unsaved(case)
        export(case, session.inspection(), catalog, Wish(tmp_path / "b.zip", "en"), now())
        assert first.encode() in (tmp_path / "b.zip").read_bytes()


def test_each_way_opens_the_case(shelves: Path) -> None:
    chain = Keychain(KeptSecrets())
    one = made(shelves, chain)
    assert one.keychain
    place = one.opened.place
    one.opened.close()
    case_doors.by_passphrase(place, WORDS).close()
    case_doors.by_recovery(place, one.code).close()
    case_doors.by_keychain(place, chain).close()


def test_what_does_not_open_a_case_has_its_words(shelves: Path) -> None:
    backend = KeptSecrets()
    chain = Keychain(backend)
    one = made(shelves, chain)
    place = one.opened.place
    with pytest.raises(CaseError) as told:
        case_doors.by_passphrase(place, WORDS)
    assert why(told) == "case.in_use"
    one.opened.close()
    with pytest.raises(CaseError) as told:
        case_doors.by_passphrase(place, "calm harbour")
    assert why(told) == "case.wrong_passphrase"
    with pytest.raises(CaseError) as told:
        case_doors.by_recovery(place, one.code[:-1])
    assert why(told) == "case.not_a_code"
    with pytest.raises(CaseError) as told:
        case_doors.by_recovery(place, made(shelves, name="Another").code)
    assert why(told) == "case.wrong_code"
    with pytest.raises(CaseError) as told:
        case_doors.by_keychain(place, None)
    assert why(told) == "case.no_keychain"
    with pytest.raises(CaseError) as told:
        case_doors.by_keychain(place, Keychain(KeptSecrets()))
    assert why(told) == "case.keychain_forgot"
    backend.refuses = True
    with pytest.raises(CaseError) as told:
        case_doors.by_keychain(place, chain)
    assert why(told) == "case.keychain_silent"


def test_a_forgotten_passphrase_is_renewed_with_the_recovery_code(shelves: Path) -> None:
    one = made(shelves)
    one.opened.close()
    opened = case_doors.by_recovery(one.opened.place, one.code)
    case_doors.renew_passphrase(opened, "another harbour", CHEAP)
    opened.close()
    case_doors.by_passphrase(opened.place, "another harbour").close()
    with pytest.raises(CaseError):
        case_doors.by_passphrase(opened.place, WORDS)


@pytest.mark.parametrize(
    ("name", "words", "key"),
    [
        ("Mine", "short", "case.short_passphrase"),
        (" ", WORDS, "case.no_name"),
        ("x" * 201, WORDS, "case.long_name"),
    ],
)
def test_a_case_needs_a_name_and_a_passphrase(shelves: Path, name: str, words: str, key: str) -> None:
    with pytest.raises(CaseError) as told:
        case_doors.make(name, words, shelves)
    assert why(told) == key
    assert not shelves.exists()


def test_the_shelf_names_only_what_the_keychain_opens(shelves: Path) -> None:
    chain = Keychain(KeptSecrets())
    one, other = made(shelves, chain), made(shelves, name="Her case")
    for each in (one, other):
        each.opened.close()
    (shelves / "letters").mkdir()
    assert {each.name for each in shelf(chain, shelves)} == {NAME, None}
    assert {each.name for each in shelf(None, shelves)} == {None}
    assert find(NAME, chain, shelves).id == one.opened.place.id
    assert find(other.opened.place.id[:8], None, shelves).id == other.opened.place.id
    assert find(str(other.opened.place.folder), None).id == other.opened.place.id
    with pytest.raises(CaseError) as told:
        find("Her case", chain, shelves)
    assert why(told) == "case.not_found"
    assert shelf(None, shelves / "none") == ()


def test_the_key_and_the_code_are_shown_nowhere_by_accident(shelves: Path) -> None:
    one = made(shelves)
    shown = f"{one!r} {one.opened!r} {one.opened.case!r}"
    assert one.code not in shown
    assert one.opened.key.hex() not in shown
    assert repr(one.opened.key) not in shown
    one.opened.close()


def test_only_a_case_in_memory_is_stored(mine: Opened, catalog: Catalog) -> None:
    session = session_in(mine, catalog)
    with mine.case, pytest.raises(TypeError):
        store(session, mine, job())
    assert isinstance(session.case, VaultCase)


def test_what_was_done_while_it_was_stored_is_done_in_the_stored_case_too(
    mine: Opened, archive: Path, catalog: Catalog
) -> None:
    before = Session(catalog)
    fill(before, question(archive, catalog=catalog))
    done = store(before, mine, job())
    fill(before, Request((path(ARCHIVE),)))
    before.leave_out(before.sources[0])
    with mine.case as case:
        session = session_in(mine, catalog)
        catch_up(before.case, done, session)
        assert [one.source.name for one in case.readings] == [one.source.name for one in before.case.readings]
        assert session.left_out == before.left_out
        assert session.keeper is not None
        (missing,) = session.keeper.missing()
        assert missing.path == path(ARCHIVE)


def test_a_case_that_could_not_be_filled_is_taken_away(shelves: Path) -> None:
    one = made(shelves)
    case_doors.discard(one)
    assert list(shelves.iterdir()) == []


def test_locked_cases_are_told_apart_by_numbers_that_stay(shelves: Path) -> None:
    first, second = (made(shelves, name=name).opened for name in ("Mine", "Hers"))
    for at, one in enumerate((first, second)):
        os.utime(one.place.folder / HEADER, (1_700_000_000 + at, 1_700_000_000 + at))
        one.close()
    numbers = {one.place.id: one.number for one in shelf(None, shelves)}
    assert numbers == {first.place.id: 1, second.place.id: 2}
    os.utime(first.place.folder / ROWS)
    assert {one.place.id: one.number for one in shelf(None, shelves)} == numbers
