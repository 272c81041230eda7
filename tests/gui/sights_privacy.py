# SPDX-License-Identifier: Apache-2.0
"""What is to be seen of privacy in view: what left the computer, and covered content."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from inspector.cases.acts import ActKind
from inspector.gui.desk import Desk
from inspector.gui.dialogs.letter import LetterDialog
from inspector.gui.dialogs.offline import OfflineDialog
from inspector.gui.pages.act import ActPage
from inspector.gui.pages.findings import FindingsPage
from inspector.gui.pages.start import StartPage
from inspector.network.errand import Visit as Connection
from tests.gui.sights import Visit, sight
from tests.gui.travel import click

_AT = datetime(2026, 11, 3, 9, 5, 30, tzinfo=UTC)


@sight
def offline(visit: Visit) -> QWidget:
    click(visit.window.rail.foot.outward)
    return visit.dialog(OfflineDialog)


@sight
def offline_after_two(visit: Visit) -> QWidget:
    """After one timestamp that came and one that did not, in a case whose log tells of an earlier one."""
    host = "time.example.com"
    went = (
        Connection(_AT, host, "timestamp", 59, 4211, None),
        Connection(_AT.replace(minute=7), "slow.example.com:8080", "timestamp", 59, 0, "too_slow"),
    )
    visit.monkeypatch.setattr(Desk, "visits", property(lambda _self: went))
    visit.session.case.append(
        ActKind.ASKED,
        _AT.replace(month=9),
        {
            "host": host,
            "purpose": "timestamp",
            "of": "lists",
            "sha256": "0" * 64,
            "time": "2026-09-03T09:05:31Z",
        },
    )
    visit.window.refresh()
    return offline(visit)


@sight
def covered_findings(visit: Visit) -> QWidget:
    visit.demo()
    visit.at(FindingsPage)
    click(visit.window.rail.cover)
    return visit.window


@sight
def covered_letter(visit: Visit) -> QWidget:
    visit.scenario(2)
    page = visit.at(ActPage)
    card = next(one for one in page.cards.values() if one.task.letter)
    card.unfold(on=True)
    click(card.writes)
    dialog = visit.dialog(LetterDialog)
    visit.window.rail.cover.click()
    return dialog


@sight
def start_unfinished(visit: Visit) -> QWidget:
    """Two files were being read when the program was killed; one of them is gone since."""
    export = visit.folder / "Complete_LinkedInDataExport.zip"
    export.write_bytes(b"export")
    visit.window.desk.unfinished.follow(visit.session)
    visit.window.desk.unfinished.left = (export, visit.folder / "Basic_LinkedInDataExport.zip")
    visit.at(StartPage)
    return visit.window
