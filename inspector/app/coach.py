# SPDX-License-Identifier: Apache-2.0
"""The export coach in words: as lines for the terminal, and as a calendar file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from textwrap import wrap

from inspector.actions.appointments import calendar_file
from inspector.actions.coach import Coach, coach, reminder
from inspector.actions.wording import Text, say
from inspector.catalog.entry import Archive, ServiceEntry
from inspector.domain.text import worded
from inspector.system.messages import Messages


def coach_lines(entry: ServiceEntry, messages: Messages, width: int) -> tuple[str, ...]:
    """Return how to get the archive of a service as lines, none wider than `width` but for addresses."""
    found = coach(entry)
    if found is None or entry.archive is None:
        return (messages.text("coach.title"), *_wrapped(messages.text("coach.none"), width, "  "))
    return tuple(_lines(found, entry.archive, entry, messages, width))


def reminder_file(entry: ServiceEntry, requested: date, messages: Messages, now: datetime) -> bytes:
    """Return a calendar file that says when to fetch an archive requested on a day; empty without one."""
    return calendar_file(reminder(entry, requested, messages), now)


def _lines(
    found: Coach, archive: Archive, entry: ServiceEntry, messages: Messages, width: int
) -> Iterator[str]:
    yield messages.text("coach.title")
    yield f"  {found.url}"
    for number, step in enumerate(found.steps, 1):
        yield from _wrapped(say(step, messages), width, "     ", f"{number:>3}. ")
    if found.choose:
        yield f"  {messages.text('coach.choose')}"
        yield from _bullets(found.choose, messages, width)
    yield f"  {messages.text('coach.short')}"
    yield from _bullets((found.ready, found.link, found.parts), messages, width)
    if found.told:
        yield f"  {messages.text('coach.told')}"
        yield from _bullets(found.told, messages, width)
    yield from _wrapped(_tells(archive, messages), width, "  ")
    yield from _wrapped(say(found.silent, messages), width, "  ")
    titles = "; ".join(worded(entry.source(source).title, messages.lang) for source in found.sources)
    yield from _wrapped(messages.text("coach.sources", titles=titles), width, "  ")


def _tells(archive: Archive, messages: Messages) -> str:
    kinds = ", ".join(messages.text(f"site.tells.{kind}") for kind in archive.tells)
    told = messages.text("site.tells", kinds=kinds) if kinds else messages.text("site.tells_nothing")
    return f"{told} {messages.text('site.reader' if archive.reader else 'site.no_reader')}"


def _bullets(texts: tuple[Text, ...], messages: Messages, width: int) -> Iterator[str]:
    for text in texts:
        yield from _wrapped(say(text, messages), width, "     ", "   - ")


def _wrapped(text: str, width: int, indent: str, first: str | None = None) -> list[str]:
    return wrap(
        text,
        width,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
