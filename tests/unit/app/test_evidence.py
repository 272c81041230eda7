# SPDX-License-Identifier: Apache-2.0
"""Evidence of a case: what goes in, the pages, the making and its stop, the check."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from inspector.app import specs
from inspector.app.demo import ARCHIVE, RESIDENCE
from inspector.app.evidence import (
    asked,
    checked,
    export,
    exported,
    grouped,
    held,
    holds_archives,
    is_fingerprint,
    preview,
    size_words,
)
from inspector.app.export import Wish
from inspector.app.failing import why_failed
from inspector.app.jobs import Job, JobCancelledError
from inspector.app.journey import is_unsaved
from inspector.app.letters import mark
from inspector.app.session import Session
from inspector.app.underway import WHOLE, Stage, stage
from inspector.bundle.contents import BundleError
from inspector.bundle.verifying import verify
from inspector.cases.acts import ActKind
from inspector.catalog.index import Catalog
from inspector.domain.text import note
from inspector.system.resources import path


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog.load()


@pytest.fixture
def session(catalog: Catalog) -> Session:
    found = Session(catalog)
    found.declare_residence(specs.residence(RESIDENCE, catalog))
    found.add(found.read(path(ARCHIVE)))
    return found


class Watched(Job):
    """A job that remembers how far it said to be, and stops itself at a share where asked to."""

    def __init__(self, stop_at: int = WHOLE + 1, whole: int = WHOLE) -> None:
        super().__init__(1, lambda _job, _news: None)
        self.told: list[int] = []
        self.whole = whole
        self.stop_at = stop_at

    def progress(self, done: int, total: int) -> None:
        assert total == self.whole
        self.told.append(done)
        if done >= self.stop_at:
            self.cancel()


def test_by_default_only_files_that_state_a_cited_fact_go_in(session: Session) -> None:
    rows = held(session, originals=False)
    assert {row.name for row in rows if row.way == "cited"} == {
        "Receipts.csv",
        "Receipts_v2.csv",
        "Registration.csv",
    }
    assert not [row for row in rows if row.way == "whole"]
    assert next(row.size for row in rows if row.name == "messages.csv") > 0
    assert holds_archives(session)


def test_with_originals_the_archive_stands_first(session: Session) -> None:
    first, *rest = held(session, originals=True)
    assert {row.way for row in rest} == {"cited", "inside"}, "what was counted goes in with its archive"
    assert (first.way, first.name, first.size) == ("whole", path(ARCHIVE).name, path(ARCHIVE).stat().st_size)


def test_the_bundle_holds_what_was_said_and_verifies(session: Session, tmp_path: Path) -> None:
    wanted = asked(session, Wish(tmp_path / "b.zip", "en"))
    job = Watched()
    fingerprint = export(wanted, session, job)
    assert is_unsaved(session.case), "the case is told only afterwards"
    exported(session, wanted, fingerprint)
    assert not is_unsaved(session.case)
    found = verify(tmp_path / "b.zip", fingerprint)
    assert found.ok
    assert found.expected
    assert job.told == sorted(job.told)
    assert {stage(done) for done in job.told} == set(Stage)


@pytest.mark.parametrize("share", [1, 300, 701])
def test_stopped_at_any_stage_no_file_is_left(session: Session, tmp_path: Path, share: int) -> None:
    wanted = asked(session, Wish(tmp_path / "b.zip", "en", originals=True))
    with pytest.raises(JobCancelledError):
        export(wanted, session, Watched(stop_at=share))
    assert not list(tmp_path.iterdir())
    assert is_unsaved(session.case)


def test_what_is_said_while_the_bundle_is_made_is_not_taken_for_saved(
    session: Session, tmp_path: Path
) -> None:
    wanted = asked(session, Wish(tmp_path / "b.zip", "en"))
    export(wanted, session, Watched())
    mark(session, "linkedin.object.objection", ActKind.SENT, date(2026, 1, 2))
    exported(session, wanted, "f" * 64)
    assert session.case.acts[-1].details["without"] == [session.case.acts[-2].number]
    assert is_unsaved(session.case)


def test_pages_come_as_pictures_and_can_be_stopped(session: Session, tmp_path: Path) -> None:
    wanted = asked(session, Wish(tmp_path / "b.zip", "en", maker="Mara Lindqvist"))
    pages = preview(wanted, session, Watched())
    assert len(pages) > 3
    assert all(page.startswith(b"\x89PNG\r\n") for page in pages)
    stopping = Watched()
    stopping.cancel()
    with pytest.raises(JobCancelledError):
        preview(wanted, session, stopping)


def test_pages_stay_true_after_a_bundle_was_made_but_not_after_another_act(
    session: Session, tmp_path: Path
) -> None:
    wanted = asked(session, Wish(tmp_path / "b.zip", "en"))
    exported(session, wanted, "f" * 64)
    assert asked(session, wanted.wish).says == wanted.says
    mark(session, "linkedin.object.objection", ActKind.SENT, date(2026, 1, 2))
    assert asked(session, wanted.wish).says != wanted.says


def test_a_changed_bundle_is_told_apart_and_the_file_named(session: Session, tmp_path: Path) -> None:
    wanted = asked(session, Wish(tmp_path / "b.zip", "en"))
    fingerprint = export(wanted, session, Watched())
    data = bytearray((tmp_path / "b.zip").read_bytes())
    place = data.index(b"2012-03-04") if b"2012-03-04" in data else data.index(b"Registered At")
    data[place] ^= 1
    (tmp_path / "b.zip").write_bytes(data)
    watched = Watched(len(data) + 1, whole=len(data))
    found = checked(tmp_path / "b.zip", f" {fingerprint.upper()} ", watched)
    assert not found.ok
    assert watched.told
    assert watched.told == sorted(watched.told)
    named = [str(value) for check in found.checks for one in check.notes for _, value in one.values]
    assert any(name.startswith("data/") for name in named)


def test_a_fingerprint_may_be_typed_in_groups_and_an_empty_one_asks_for_nothing(tmp_path: Path) -> None:
    assert is_fingerprint("")
    assert is_fingerprint(grouped("ab" * 32))
    assert not is_fingerprint("ab" * 31)
    assert checked(tmp_path / "none.zip", "  ", Watched()).expected is None


def test_sizes_are_told_in_steps_of_a_thousand() -> None:
    assert size_words(999) == note("gui.evidence.size.bytes", count=999)
    assert size_words(1500) == note("gui.evidence.size.kb", size=(("de", "1,5"), ("en", "1.5")))
    assert size_words(2_000_000) == note("gui.evidence.size.mb", size=(("de", "2,0"), ("en", "2.0")))


def test_every_error_has_a_sentence_that_quotes_nothing() -> None:
    assert why_failed(BundleError(note("bundle.write.no_folder", folder="x"))).key == "bundle.write.no_folder"
    assert why_failed(OSError(5, "secret")).values == (("code", 5),)
    assert "secret" not in str(why_failed(ValueError("secret")))
