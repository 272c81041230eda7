# SPDX-License-Identifier: Apache-2.0
"""Due days as a calendar file (iCalendar, RFC 5545): the same appointments give the same bytes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from inspector.actions.action import Action
from inspector.actions.wording import say
from inspector.system.messages import Messages

_MOST_OCTETS = 75
_END = "\r\n"
_PRODUCT = "-//Privacy Settings Inspector//Checklist//EN"
_DOMAIN = "privacy-settings-inspector.invalid"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A whole day in a calendar. `id` stays the same when the day moves, so that calendars update it."""

    id: str
    day: date
    title: str
    text: str
    url: str | None = None


def appointments(actions: Iterable[Action], messages: Messages) -> tuple[Appointment, ...]:
    """Return an appointment for each open action that has a due day, in the order of the days."""
    due = [(action.due, action) for action in actions if action.due is not None and action.status == "open"]
    found = [
        Appointment(
            action.id,
            day,
            say(action.title, messages),
            "\n".join(say(step, messages) for step in action.steps),
            action.url,
        )
        for day, action in due
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.id)))


def calendar_file(found: Iterable[Appointment], now: datetime) -> bytes:
    """Return appointments as the bytes of an `.ics` file; `now` is when they were written down."""
    written = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN"]
    for one in found:
        lines.extend(_event(one, written))
    lines.append("END:VCALENDAR")
    return "".join(_folded(entry) + _END for entry in lines).encode()


def _event(one: Appointment, written: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(one.id)}@{_DOMAIN}"
    yield f"DTSTAMP:{written}"
    yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
    yield f"SUMMARY:{_escaped(one.title)}"
    if one.text:
        yield f"DESCRIPTION:{_escaped(one.text)}"
    if one.url:
        yield f"URL:{_printable(one.url)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """A TEXT value: backslash, semicolon, comma and line ends are escaped, control characters left out."""
    parts = text.replace("\r\n", "\n").split("\n")
    plain = (part.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for part in parts)
    return "\\n".join(_printable(part) for part in plain)


def _printable(text: str) -> str:
    return "".join(letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cs"))


def _folded(entry: str) -> str:
    """A content line cut into lines of at most 75 octets, never inside a character; further ones indented."""
    pieces, octets = [""], 0
    for letter in entry:
        size = len(letter.encode())
        if octets + size > _MOST_OCTETS:
            pieces.append(" ")
            octets = 1
        pieces[-1] += letter
        octets += size
    return _END.join(pieces)
