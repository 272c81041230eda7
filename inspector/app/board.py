# SPDX-License-Identifier: Apache-2.0
"""All clocks that run, over all services: answers due, archives to fetch, switches to look at again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from inspector.actions.action import Action
from inspector.actions.appointments import Appointment, appointments
from inspector.actions.coach import fetch_day, reminder
from inspector.actions.wording import long_day, say
from inspector.app.session import Session
from inspector.cases.acts import ActKind
from inspector.cases.post import Post, post_of
from inspector.cases.requests import request_detail, requested
from inspector.report.words import Words
from inspector.system.clock import now
from inspector.system.messages import Messages

SOON_DAYS = 30

When = Literal["all", "overdue", "soon"]
"""Which clocks are shown: all, those whose day is over, those of the next `SOON_DAYS` days and before."""


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock in words. `action`: the thing to do that it belongs to, None for an archive to fetch.

    `day`: when it ends, None where it does not run yet, which `left` then explains. `since`: from which day
    on it counts.
    """

    action: str | None
    service: str
    what: str
    since: str
    day: date | None
    left: str
    overdue: bool


def board(session: Session, messages: Messages, today: date) -> tuple[Clock, ...]:
    """Return the clocks in the order of their days, those that do not run yet last."""
    found = [*_of_actions(session, messages, today), *_of_archives(session, messages, today)]
    return tuple(sorted(found, key=lambda one: (one.day or date.max, one.service, one.what)))


def shown(clocks: tuple[Clock, ...], when: When, today: date) -> tuple[Clock, ...]:
    """Return the clocks that are wanted."""
    if when == "overdue":
        return tuple(one for one in clocks if one.overdue)
    if when == "soon":
        last = today + timedelta(days=SOON_DAYS)
        return tuple(one for one in clocks if one.day is not None and one.day <= last)
    return clocks


def days_to_fetch(session: Session, messages: Messages) -> tuple[Appointment, ...]:
    """Return the days on which archives that were asked for should be there, for a calendar."""
    return tuple(
        one
        for service, day in _awaited(session).items()
        for one in reminder(session.catalog.service(service), day, messages)
    )


def all_appointments(session: Session, messages: Messages) -> tuple[Appointment, ...]:
    """Return every day of the board, and when to look again, for a calendar, in the order of the days."""
    found = (*appointments(session.inspection().checklist, messages), *days_to_fetch(session, messages))
    return tuple(sorted(found, key=lambda one: (one.day, one.id)))


def awaits_archive(session: Session) -> bool:
    """Answer whether an archive was asked for that has not been handed in since."""
    return bool(_awaited(session))


def note_request(session: Session, service: str, day: date | None) -> None:
    """Note on which day the person asked a service for their archive; None takes it back."""
    if requested(session.case.acts).get(service) != day:
        session.case.append(ActKind.REQUESTED, now(), request_detail(service, day))


def _awaited(session: Session) -> dict[str, date]:
    """Return the days of requests whose archive has not been handed in since."""
    come = {
        str(one.service): one.as_of.not_after.date()
        for one in sorted(session.sources, key=lambda one: str(one.as_of.not_after))
        if one.kind == "archive" and one.service and one.as_of.not_after
    }
    asked = requested(session.case.acts)
    return {
        service: day
        for service, day in asked.items()
        if session.catalog.service(service).archive is not None and not (come.get(service, date.min) >= day)
    }


def _of_archives(session: Session, messages: Messages, today: date) -> Iterator[Clock]:
    for service, asked in _awaited(session).items():
        entry = session.catalog.service(service)
        if entry.archive is None:
            continue
        day = fetch_day(entry.archive, asked)
        known = "known" if entry.archive.ready_minutes is not None else "advice"
        yield Clock(
            None,
            entry.name,
            messages.text(f"board.what.archive_{known}"),
            messages.text("board.since.asked", day=long_day(asked, messages.lang)),
            day,
            _left(day, today, messages),
            overdue=day < today,
        )


def _of_actions(session: Session, messages: Messages, today: date) -> Iterator[Clock]:
    checklist = session.inspection().checklist
    posts = {one.action: one for one in post_of(session.case.acts)}
    still_open = {one.id for one in checklist if one.status == "open"}
    for action in checklist:
        if _runs(action, posts.get(action.id), still_open):
            yield _clock(session, action, posts.get(action.id, Post(action.id)), messages, today)


def _runs(action: Action, post: Post | None, still_open: set[str]) -> bool:
    """Answer whether something is waited for: looking again only counts once the switch was seen off."""
    if action.status != "open":
        return False
    if action.action == "recheck":
        return not still_open.intersection(action.depends_on)
    return post is not None and post.sent is not None and post.answered is None


def _clock(session: Session, action: Action, post: Post, messages: Messages, today: date) -> Clock:
    day = action.due
    since = post.received or post.sent
    title = Words(messages).prose(say(action.title, messages))
    key = "recheck" if action.action == "recheck" else "answer" if day is not None else "open"
    overdue = day is not None and day < today
    if day is not None:
        left = _left(day, today, messages)
    else:
        left = messages.text("board.left.arrival" if post.received is None else "board.left.no_day")
    counted = "received" if post.received else "sent"
    return Clock(
        action.id,
        session.catalog.service(action.service).name,
        messages.text(f"board.what.{key}", title=title),
        messages.text(f"board.since.{counted}", day=long_day(since, messages.lang)) if since else "",
        day,
        left,
        overdue=overdue,
    )


def _left(day: date, today: date, messages: Messages) -> str:
    """Return how far a day is, in words: a day that is over says so."""
    days = (day - today).days
    if days == 0:
        return messages.text("board.left.today")
    if days < 0:
        return messages.text("board.left.overdue", n=-days)
    return messages.text("board.left.days", n=days)
