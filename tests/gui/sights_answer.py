# SPDX-License-Identifier: Apache-2.0
"""What is to be seen of the page Findings: cards, one setting whole, evidence, tables, contradictions."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector.app import specs
from inspector.domain.residence import Stay
from inspector.gui.dialogs.remember import RememberDialog
from inspector.gui.findings.detail import DetailView
from inspector.gui.findings.exposure import ExposureSection
from inspector.gui.findings.others import OthersList
from inspector.gui.pages.findings import FindingsPage
from tests.gui.hands import opened
from tests.gui.loopwatch import own_work
from tests.gui.sights import Visit, sight
from tests.gui.travel import click
from tests.makers.bad import MAKERS
from tests.unit.app.read_once import read_once

_MANY = 24


def _detail(visit: Visit, number: int | None, card: int = 0) -> DetailView:
    """The demo, or a scenario, with one of its settings open."""
    if number is None:
        visit.demo()
    else:
        visit.scenario(number)
    page = visit.at(FindingsPage)
    click(page.cards[card])
    assert page.detail is not None
    return page.detail


@sight
def findings_empty(visit: Visit) -> QWidget:
    visit.at(FindingsPage)
    return visit.window


@sight
def findings_demo(visit: Visit) -> QWidget:
    visit.demo()
    visit.at(FindingsPage)
    return visit.window


@sight
def findings_residence_missing(visit: Visit) -> QWidget:
    visit.scenario(10)
    visit.at(FindingsPage)
    return visit.window


@sight
def findings_damaged(visit: Visit) -> QWidget:
    _damaged(visit)
    return visit.window


def _damaged(visit: Visit) -> FindingsPage:
    with own_work():
        visit.session.declare_residence((Stay("US"),))
        broken = MAKERS["bad_checksum"]().write(visit.folder)
        visit.session.add(read_once(visit.session, broken))
    return visit.at(FindingsPage)


@sight
def findings_damaged_open(visit: Visit) -> QWidget:
    page = _damaged(visit)
    click(page.cards[0])
    return visit.window


@sight
def findings_many(visit: Visit) -> QWidget:
    """Settings of many services, most of them remembered, some on and some off."""
    _many(visit)
    return visit.window


def _many(visit: Visit) -> FindingsPage:
    session = visit.session
    session.declare_residence(specs.residence("/2025-03-01=US,2025-03-01/=DE", session.catalog))
    services = [entry.id for entry in session.catalog.services()][:_MANY]
    session.declare_services(services)
    controls = [
        f"{one}/{control.id.rpartition('/')[2]}"
        for one in services
        for control in session.catalog.service(one).controls
    ]
    for at, control in enumerate(controls[:_MANY]):
        session.say(
            specs.declared(f"{control}={'on' if at % 3 else 'off'}@2025-0{at % 9 + 1}-01", session.catalog)
        )
    page = visit.at(FindingsPage)
    visit.wait(lambda: page.deck is not None and page.deck.is_whole)
    return page


@sight
def findings_many_table(visit: Visit) -> QWidget:
    page = _many(visit)
    page.change_sides()
    return visit.window


@sight
def findings_open(visit: Visit) -> QWidget:
    _detail(visit, None)
    return visit.window


@sight
def findings_open_mover(visit: Visit) -> QWidget:
    _detail(visit, 3)
    return visit.window


@sight
def findings_open_zoomed(visit: Visit) -> QWidget:
    detail = _detail(visit, 6)
    for _ in range(3):
        click(detail.zooms[0])
    detail.timeline.setFocus()
    detail.timeline.choose(len(detail.timeline.items) - 1)
    return visit.window


@sight
def findings_open_changes(visit: Visit) -> QWidget:
    _detail(visit, 6)
    return visit.window


@sight
def findings_open_table(visit: Visit) -> QWidget:
    detail = _detail(visit, None)
    click(detail.toggle)
    return visit.window


@sight
def findings_evidence_of_mark(visit: Visit) -> QWidget:
    detail = _detail(visit, None)
    detail.timeline.choose(0)
    detail.timeline.asked.emit(detail.timeline.items[0])
    return visit.window


@sight
def findings_evidence_of_fact(visit: Visit) -> QWidget:
    detail = _detail(visit, 6)
    detail.timeline.asked.emit(detail.timeline.items[-1])
    return visit.window


@sight
def findings_conflict(visit: Visit) -> QWidget:
    _detail(visit, 13)
    return visit.window


@sight
def findings_conflict_by_grade(visit: Visit) -> QWidget:
    _detail(visit, 17)
    return visit.window


@sight
def findings_others(visit: Visit) -> QWidget:
    """The answers for other places, in the full view."""
    detail = _detail(visit, 10)
    (listed,) = detail.findChildren(OthersList)
    visit.wait(listed.isVisible)
    visit.at(FindingsPage).scroller.ensureWidgetVisible(listed, 0, 80)
    return visit.window


@sight
def findings_both(visit: Visit) -> QWidget:
    """What contradicts itself, opened from the card."""
    visit.scenario(13)
    page = visit.at(FindingsPage)
    page.cards[0].conflict.emit()
    assert page.detail is not None
    assert page.detail.disagreement is not None
    visit.wait(lambda: page.scroller.verticalScrollBar().value() > 0)
    return visit.window


@sight
def findings_chosen(visit: Visit) -> QWidget:
    """Many findings of which those that are off are shown, in the order of services."""
    page = _many(visit)
    assert page.chooser is not None
    page.chooser.which.choose("off")
    page.chooser.order.choose("service")
    visit.wait(lambda: page.deck is not None and page.deck.is_whole)
    return visit.window


@sight
def findings_none_found(visit: Visit) -> QWidget:
    page = _many(visit)
    assert page.chooser is not None
    page.chooser.wanted.setText("no such service")
    return visit.window


@sight
def findings_remember(visit: Visit) -> QWidget:
    visit.demo()
    page = visit.at(FindingsPage)
    page.cards[0].remember.emit()
    return opened(visit.window, RememberDialog)


@sight
def findings_months(visit: Visit) -> QWidget:
    """The months as a table, where anything is counted by month."""
    detail = _detail(visit, None)
    section = detail.findChild(ExposureSection)
    assert section is not None
    section.change()
    visit.wait(section.grid.holder.isVisible)
    visit.at(FindingsPage).scroller.ensureWidgetVisible(section.toggle, 0, 500)
    return visit.window


@sight
def findings_portion(visit: Visit) -> QWidget:
    """More findings than are shown at once, and the second portion of them."""
    for place in ("inspector.app.findings.choosing", "inspector.gui.findings.portions"):
        visit.monkeypatch.setattr(f"{place}.PORTION", 9)
    page = _many(visit)
    click(page.portions.next)
    visit.wait(lambda: page.deck is not None and page.deck.is_whole)
    page.scroller.ensureWidgetVisible(page.portions)
    return visit.window
