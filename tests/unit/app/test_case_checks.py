# SPDX-License-Identifier: Apache-2.0
"""A case is checked at any time, and its originals can be taken out again as they were."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from inspector.app.case_check import Checked, check, note_check
from inspector.app.case_doors import Opened
from inspector.app.case_error import CaseError
from inspector.app.case_originals import take_out
from inspector.app.case_upkeep import AGAIN_AFTER, due, last_check, upkeep
from inspector.app.inspect import fill
from inspector.app.request import Request
from inspector.app.session import Session, never
from inspector.archives.watch import ReadCancelledError
from inspector.cases.vault.vault_case import VaultCase
from inspector.report.notes import Notes
from inspector.system.clock import now
from inspector.system.messages import Messages
from tests.makers.linkedin import ERA_2026, of_era
from tests.unit.app.kept_cases import made, session_in


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    one = made(tmp_path / "cases").opened
    yield one
    one.close()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    file = tmp_path / "export.zip"
    file.write_bytes(of_era(ERA_2026).zip())
    return file


@pytest.fixture
def folder(tmp_path: Path, archive: Path) -> Path:
    """The same export unpacked."""
    import zipfile

    out = tmp_path / "unpacked"
    with zipfile.ZipFile(archive) as file:
        file.extractall(out)
    return out


def checked(session: Session) -> Checked:
    assert session.keeper is not None
    return check(session.keeper, [one.source for one in session.case.readings], never)


def copy_of(opened: Opened) -> Path:
    (file,) = (opened.place.folder / "originals").iterdir()
    return file


def test_a_case_as_it_was_holds(opened: Opened, archive: Path, folder: Path) -> None:
    session = session_in(opened)
    fill(session, Request((archive, folder)))
    found = checked(session)
    assert found.holds
    assert found.copies > 5
    note_check(session, found)
    assert last_check(session.case.acts) == now().date()


@pytest.mark.parametrize("damage", ["flip", "cut", "gone"])
def test_a_copy_that_is_no_longer_what_it_was_is_named(opened: Opened, archive: Path, damage: str) -> None:
    session = session_in(opened)
    fill(session, Request((archive,)))
    file = copy_of(opened)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(data if damage == "flip" else data[: len(data) // 2])
    found = checked(session)
    assert not found.holds
    assert (found.altered or found.gone) == ("export.zip",)
    assert bool(found.gone) == (damage == "gone")


def test_what_stays_in_its_place_is_looked_for_there(opened: Opened, archive: Path, folder: Path) -> None:
    session = session_in(opened, in_place=True)
    fill(session, Request((archive, folder)))
    assert checked(session).holds
    (folder / "Registration.csv").write_text("another")
    archive.unlink()
    found = checked(session)
    assert found.gone == ("export.zip",)
    assert found.altered == ("Registration.csv",)


def test_a_clock_that_was_set_back_between_two_acts_is_told_and_nothing_else_of_it(
    opened: Opened, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795262400")
    session = session_in(opened)
    fill(session, Request((archive,)))
    assert not checked(session).odd
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    note_check(session, checked(session))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795262400")
    found = checked(session)
    assert found.holds
    assert [one.id for one in found.odd] == ["back"]
    assert found.odd[0].as_dict()["number"] == len(session.case.acts)
    told = [Notes(Messages("en")).text(one) for one in found.notes]
    assert any("the clock of the computer was set back" in sentence for sentence in told)


def test_a_log_that_does_not_hold_is_told(opened: Opened, archive: Path) -> None:
    session = session_in(opened)
    fill(session, Request((archive,)))
    case = session.case
    assert isinstance(case, VaultCase)
    case._rows.execute("DELETE FROM act WHERE n = 2")
    with pytest.raises(CaseError) as told:
        checked(session)
    assert told.value.note.key == "case.broken_log"


def test_a_check_is_due_half_a_year_after_the_last(opened: Opened, archive: Path) -> None:
    session = session_in(opened)
    assert due(session.case.acts) is None, "there is nothing to check yet"
    fill(session, Request((archive,)))
    assert due(session.case.acts) == now().date() + AGAIN_AFTER
    assert timedelta(days=150) < AGAIN_AFTER < timedelta(days=220)


def test_a_check_that_is_due_stands_in_the_checklist(
    opened: Opened, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_in(opened)
    fill(session, Request((archive,)))
    before = session.inspection().checklist
    today = now().date() + AGAIN_AFTER
    (thing,) = upkeep(session.case.acts, today)
    assert (thing.due, thing.status, thing.service) == (today, "open", "")
    later = now() + AGAIN_AFTER
    monkeypatch.setattr("inspector.app.session.now", lambda: later)
    session.name_maker("Aza Fictional")
    assert [one.id for one in session.inspection().checklist if one not in before][-1:] == [thing.id]
    note_check(session, checked(session))
    assert upkeep(session.case.acts, now().date()) == ()


def test_originals_come_out_as_they_went_in_and_replace_nothing(
    opened: Opened, archive: Path, folder: Path, tmp_path: Path
) -> None:
    session = session_in(opened)
    fill(session, Request((archive, folder)))
    sources = [one.source for one in session.case.readings]
    for _ in range(2):
        take_out(opened.case, sources, tmp_path / "out", never)
    for name in ("export.zip", "export (2).zip"):
        assert (tmp_path / "out" / name).read_bytes() == archive.read_bytes()
    inside = tmp_path / "out" / folder.name / "Registration.csv"
    assert inside.read_bytes() == (folder / "Registration.csv").read_bytes()


def test_an_altered_original_is_not_taken_out(opened: Opened, archive: Path, tmp_path: Path) -> None:
    session = session_in(opened)
    fill(session, Request((archive,)))
    file = copy_of(opened)
    data = bytearray(file.read_bytes())
    data[-20] ^= 1
    file.write_bytes(data)
    with pytest.raises(CaseError) as told:
        take_out(opened.case, [one.source for one in session.case.readings], tmp_path / "out", never)
    assert told.value.note.key == "case.checked.altered"
    assert list((tmp_path / "out").iterdir()) == []


def test_taking_out_can_be_stopped(opened: Opened, archive: Path, tmp_path: Path) -> None:
    session = session_in(opened)
    fill(session, Request((archive,)))
    with pytest.raises(ReadCancelledError):
        take_out(opened.case, [one.source for one in session.case.readings], tmp_path / "out", lambda: True)
    assert list((tmp_path / "out").iterdir()) == []
