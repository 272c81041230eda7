# SPDX-License-Identifier: Apache-2.0
"""Coaching through the request of an account archive: what to choose, how long it takes, when to fetch it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from inspector.actions.appointments import Appointment
from inspector.actions.wording import Text, line, say
from inspector.catalog.entry import Archive, ServiceEntry
from inspector.system.messages import Messages

LOOK_AFTER_DAYS = 7
"""Our own advice, marked as such, where no source says how long an archive takes."""

_MINUTES_IN_AN_HOUR = 60
_MINUTES_IN_A_DAY = 24 * _MINUTES_IN_AN_HOUR
_HOURS_IN_A_DAY = 24


@dataclass(frozen=True, slots=True)
class Coach:
    """How to get the archive of one service, as far as sources say.

    `steps`: how to reach the request. `choose`: what to tick. `ready` and `link`: how long it takes and how
    long the link works, or that no source says. `parts`: of what it consists. `told`: what else to know.
    """

    service: str
    name: str
    url: str
    path: tuple[str, ...]
    steps: tuple[Text, ...]
    choose: tuple[Text, ...]
    ready: Text
    link: Text
    parts: Text
    told: tuple[Text, ...]
    silent: Text
    sources: tuple[str, ...]


def coach(entry: ServiceEntry) -> Coach | None:
    """Return how to get the archive of a service; None where the catalog knows of none to request."""
    archive = entry.archive
    if archive is None:
        return None
    return Coach(
        service=entry.id,
        name=entry.name,
        url=entry.link(archive.link).url,
        path=archive.how.path,
        steps=archive.how.steps,
        choose=tuple(choice.text for choice in archive.choices),
        ready=_ready(archive),
        link=_link(archive),
        parts=archive.parts.text if archive.parts else line("actions.coach.parts_unknown"),
        told=archive.delivery,
        silent=archive.silent,
        sources=_sources(archive),
    )


def fetch_day(archive: Archive, requested: date) -> date:
    """Return the day on which to look for an archive: when it should be there, else after a week."""
    minutes = archive.ready_minutes
    days = LOOK_AFTER_DAYS if minutes is None else -(-minutes // _MINUTES_IN_A_DAY)
    # A few minutes end on the same day; the request may have been made late on it.
    return requested + timedelta(days=days)


def last_whole_day(archive: Archive, mailed: date) -> date | None:
    """Return the last day on which the link surely works all day; None where no source says how long.

    The hour of the mail is not known, so that the day on which it ends does not count.
    """
    if archive.link_valid_hours is None:
        return None
    return mailed + timedelta(days=max(archive.link_valid_hours // _HOURS_IN_A_DAY - 1, 0))


def reminder(entry: ServiceEntry, requested: date, messages: Messages) -> tuple[Appointment, ...]:
    """Return the appointment to fetch an archive requested on a day; none where there is no archive."""
    told = coach(entry)
    if told is None or entry.archive is None:
        return ()
    texts = (told.ready, told.link, told.parts, line("actions.coach.keep"))
    return (
        Appointment(
            f"{entry.id}.fetch-archive.{requested.isoformat()}",
            fetch_day(entry.archive, requested),
            messages.text("actions.coach.fetch", service=entry.name),
            "\n".join(say(text, messages) for text in texts),
            told.url,
        ),
    )


def _ready(archive: Archive) -> Text:
    if archive.ready_minutes is None:
        return line("actions.coach.ready_unknown", n=LOOK_AFTER_DAYS)
    return line("actions.coach.ready", within=_span(archive.ready_minutes))


def _link(archive: Archive) -> Text:
    if archive.link_valid_hours is None:
        return line("actions.coach.link_unknown")
    return line("actions.coach.link", within=_span(archive.link_valid_hours * _MINUTES_IN_AN_HOUR))


def _span(minutes: int) -> Text:
    """Return a span in the largest unit that gives a whole number; up to three days in hours."""
    if minutes % _MINUTES_IN_AN_HOUR:
        return line("actions.coach.minutes", n=minutes)
    if minutes % _MINUTES_IN_A_DAY or minutes <= 3 * _MINUTES_IN_A_DAY:
        return line("actions.coach.hours", n=minutes // _MINUTES_IN_AN_HOUR)
    return line("actions.coach.days", n=minutes // _MINUTES_IN_A_DAY)


def _sources(archive: Archive) -> tuple[str, ...]:
    parts = archive.parts.sources if archive.parts else ()
    chosen = (source for choice in archive.choices for source in choice.sources)
    return tuple(dict.fromkeys((*archive.sources, *archive.how.sources, *chosen, *parts)))
