# SPDX-License-Identifier: Apache-2.0
"""A reading in words: which setting, which position and how sure, when and by which clues, what else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from typing import Final

from inspector.app.confirming import moment_of
from inspector.app.questions import Question
from inspector.archives.names import shown
from inspector.captures.when.build import local_time
from inspector.captures.worth import worth_of
from inspector.catalog.index import Catalog
from inspector.domain.captured import Basis, Captured, Position, Setting
from inspector.domain.moment import Moment
from inspector.report.notes import Notes
from inspector.report.places import in_words
from inspector.report.words import Words
from inspector.system.messages import Messages

_CONTRADICTIONS: Final = (
    "capture.why.times_contradict",
    "capture.why.clock_contradicts",
    "capture.why.time_after_change",
    "capture.why.time_after_now",
    "capture.why.url_length",
)
_NO_ZONE: Final = "capture.why.no_zone"
_ABOUT_TIME: Final = (*_CONTRADICTIONS, _NO_ZONE, "capture.why.clock_agrees", "capture.why.file_time_only")
_UNREAD: Final = ("capture.why.script", "capture.why.cut")
_TO_THE_MINUTE: Final = ("second", "minute")
_MOST_PLACES: Final = 6
_MOST_MAILS: Final = 8
_MINUTE = timedelta(minutes=1)
_LINE: Final = re.compile(r"(?:part (?P<part>\d+), )?line (?P<line>\d+)")
PATH: Final = "/"
"""With it begins a place that is a path into a page or into JSON, which tells a program something alone."""


@dataclass(frozen=True, slots=True)
class Clue:
    """One trace of time: what it is, its own text, when that is, and what it is worth."""

    what: str
    raw: str
    when: str
    worth: str


@dataclass(frozen=True, slots=True)
class Time:
    """When a file was made: in plain words, by what, exactly, and what contradicts itself in it.

    `asks_zone`: the file states the time of a clock, `local`, whose zone only the person knows.
    """

    when: str
    by: str
    bounds: str
    clues: tuple[Clue, ...]
    troubles: tuple[str, ...]
    asks_zone: bool
    local: datetime | None


@dataclass(frozen=True, slots=True)
class Told:
    """A reading as a page shows it. `state` counts for sharing; `sure` says how sure and what that means.

    `objection`: the setting is an objection, so that OFF means that it was made.
    """

    name: str
    label: str
    place: str
    state: Position
    says: tuple[str, ...]
    sure: str
    objection: bool = False


@dataclass(frozen=True, slots=True)
class Teller:
    """Words readings in one language."""

    catalog: Catalog
    messages: Messages

    def reading(self, question: Question) -> Told | None:
        """Return what was read, None where there is nothing to be told."""
        setting, captured = question.setting, question.captured
        if setting is None or captured is None:
            return None
        return Told(
            self.name(setting),
            self._label(setting),
            self._place(setting, captured),
            setting.sharing,
            tuple(self._why(setting, captured)),
            self._sure(setting, captured),
            is_objection(self.catalog, setting.control),
        )

    def name(self, setting: Setting) -> str:
        """Return the words for a setting; where several services have it, that is said."""
        if setting.control is None:
            return self._say("capture.told.which")
        entry = self.catalog.service(setting.control.partition("/")[0])
        control = self.catalog.control_entry(setting.control)
        return self._say(
            "gui.reading.setting", service=entry.name, name=control.name.text(self.messages.lang)
        )

    def refused(self, captured: Captured) -> str:
        """Return why nothing was read in a file, empty where something was."""
        if captured.settings:
            return ""
        told = [self._say(key) for key in captured.why if key in _UNREAD]
        if captured.reason is not None and not told:
            told.append(Notes(self.messages).text(captured.reason))
        return " ".join(told)

    def time(self, captured: Captured, now: datetime, zone: tzinfo | None = None) -> Time:
        """Return when a file was made; `zone`: that of its clock, where the person names it."""
        moment = moment_of(captured, now, zone)
        first = next((one for one in captured.basis if _states(one)), None)
        words = Words(self.messages)
        if first is None:
            when, by = words.plain(moment), self._say("capture.why.file_time_only")
        else:
            by = self._say("capture.told.by", clue=self._say(f"capture.clue.{first.what}"))
            when = self.clock(first.moment)
        exact = exactly(moment, self.messages)
        says_more = first is not None and exact != when and not _is_minute(first.moment)
        return Time(
            when,
            by,
            zoneless(moment, self.messages) if moment.zone == "none" else exact if says_more else "",
            tuple(self._clue(one, captured) for one in captured.basis),
            tuple(self._say(key) for key in captured.why if key in _CONTRADICTIONS),
            _NO_ZONE in captured.why,
            local_time(first.moment) if first is not None else None,
        )

    def clock(self, moment: Moment) -> str:
        """Return a time as the clock showed it that states it; one without a zone as it stood there."""
        time, words = local_time(moment) or moment.not_before, Words(self.messages)
        if time is None or moment.precision not in _TO_THE_MINUTE:
            return words.day(time) if time is not None else words.plain(moment)
        key = "capture.told.clock_utc" if moment.zone == "stated" else "capture.told.clock"
        return self._say(key, day=words.day(time), time=f"{time:%H:%M}")

    def secrets(self, captured: Captured) -> str:
        """Return what of a file opens an account, empty where nothing does: kinds and lines."""
        kinds: dict[str, list[str]] = {}
        for secret in captured.secrets:
            kinds.setdefault(secret.what, []).append(secret.locator)
        if not kinds:
            return ""
        listed = [
            self._say("capture.told.secret", what=self._secret(what), where=self._lines(places))
            for what, places in kinds.items()
        ]
        return self._say("capture.told.secrets", kinds="; ".join(listed))

    def notes(self, captured: Captured) -> str:
        """Return what the file of a picture tells besides the picture, empty where that is nothing."""
        kinds = dict.fromkeys(one.what for one in captured.notes)
        listed = ", ".join(self._say(f"notes.kind.{kind}") for kind in kinds)
        return self._say("notes.told", kinds=listed) if listed else ""

    def mails(self, captured: Captured) -> tuple[str, ...]:
        """Return the mails of services in a file, the newest first, one line each."""
        words = Words(self.messages)
        newest = sorted(captured.letters, key=lambda letter: letter.moment.latest, reverse=True)
        return tuple(
            self._say(
                "capture.told.mail",
                what=self._say(f"cli.read.mail.{letter.what}"),
                when=words.plain(letter.moment) if letter.moment.is_known else self._say("cli.read.no_date"),
                subject=shown(letter.subject),
                place=in_words(letter.locator, self.messages),
            )
            for letter in newest[:_MOST_MAILS]
        )

    def _label(self, setting: Setting) -> str:
        return self._say("capture.told.label", label=shown(setting.label)) if setting.label else ""

    def _place(self, setting: Setting, captured: Captured) -> str:
        # The path inside a page is told with what a check needs.
        inside = "" if setting.locator.startswith(PATH) else in_words(shown(setting.locator), self.messages)
        parts = (captured.url or "", inside)
        return " · ".join(part for part in parts if part)

    def _lines(self, places: Sequence[str]) -> str:
        """Return on which lines of which parts of a file something is, the first few of them."""
        found = [_LINE.fullmatch(place) for place in dict.fromkeys(places)]
        known = [one for one in found if one is not None][:_MOST_PLACES]
        parts: dict[str | None, list[str]] = {}
        for one in known:
            parts.setdefault(one["part"], []).append(one["line"])
        told = []
        for part, lines in parts.items():
            key = "capture.told.lines_part" if part else "capture.told.lines"
            told.append(self._say(key, n=len(lines), lines=", ".join(lines), part=part))
        if len(known) < len(found):
            told.append(self._say("capture.told.further"))
        return ", ".join(told)

    def _why(self, setting: Setting, captured: Captured) -> Iterator[str]:
        keys = (*setting.why, *(key for key in captured.why if key not in _ABOUT_TIME))
        for key in dict.fromkeys(keys):
            yield self._say(key)
        if setting.inverts and setting.state != "unknown":
            yield self._say(f"capture.told.inverts.{setting.state}")

    def _sure(self, setting: Setting, captured: Captured) -> str:
        if captured.kind == "mail" and setting.sharing == "unknown":
            return self._say("capture.told.unsure.mail")
        if setting.asked or setting.sharing == "unknown":
            known = "position" if setting.sharing != "unknown" else "nothing"
            return self._say(f"capture.told.unsure.{known}")
        percent, worth = round(setting.confidence * 100), worth_of(setting.confidence)
        if captured.kind != "capture" or worth is None:
            return self._say(f"capture.told.sure.{captured.kind}", percent=percent)
        if not worth.wrong:
            return self._say("capture.told.measured_none", of=worth.of, most=worth.most_wrong)
        return self._say("capture.told.measured", n=worth.wrong, of=worth.of, most=worth.most_wrong)

    def _clue(self, one: Basis, captured: Captured) -> Clue:
        worth = f"capture.worth.{one.worth}"
        if one.what == "clock":
            contradicts = "capture.why.clock_contradicts" in captured.why
            agrees = "capture.why.clock_agrees" in captured.why
            worth = f"capture.worth.clock_{'contradicts' if contradicts else 'agrees' if agrees else 'alone'}"
        when = self.clock(one.moment) if one.moment.is_known else ""
        return Clue(self._say(f"capture.clue.{one.what}"), shown(one.raw), when, self._say(worth))

    def _secret(self, what: str) -> str:
        key = f"capture.secret.{what}"
        return self._say(key if self._has(key) else "capture.secret.more")

    def _has(self, key: str) -> bool:
        return key in self.messages.keys()  # noqa: SIM118 - no mapping but a catalog of messages

    def _say(self, key: str, /, **values: object) -> str:
        return self.messages.text(key, **values)


def is_objection(catalog: Catalog, control: str | None) -> bool:
    """Answer whether a setting is no switch but an objection: made, the use is off; not made, it is on."""
    every = (one for entry in catalog.services() for one in entry.controls)
    link = next((one.link for one in every if one.id == control), None)
    return link is not None and link.id == "objection"


def exactly(moment: Moment, messages: Messages) -> str:
    """Return the bounds of a time to the second in words, in UTC; whole days as days."""
    words = Words(messages)
    spelled = words.spelled(moment)
    return spelled if spelled == words.plain(moment) else messages.text("capture.told.utc", time=spelled)


def zoneless(moment: Moment, messages: Messages) -> str:
    """Return the bounds of a time whose zone nobody named: whole minutes, rounded outwards."""
    low, high = moment.not_before, moment.not_after
    if low is not None and high is not None and moment.precision in _TO_THE_MINUTE:
        more = _MINUTE if high.second or high.microsecond else timedelta()
        first, last = (one.replace(second=0, microsecond=0) for one in (low, high))
        moment = replace(moment, not_before=first, not_after=last + more)
    return messages.text("gui.confirm.no_zone", bounds=exactly(moment, messages))


def sorted_controls(every: Sequence[tuple[str, str]], among: Sequence[str]) -> list[tuple[str, str]]:
    """Return ids and words of settings, those that a file's words fit first."""
    return sorted(every, key=lambda one: one[0] not in among)


def _is_minute(moment: Moment) -> bool:
    """Answer whether a time in UTC is known no better than its words to the minute tell it."""
    if moment.zone != "stated" or moment.not_before is None or moment.not_after is None:
        return False
    return moment.not_after - moment.not_before < _MINUTE


def _states(one: Basis) -> bool:
    return one.worth in ("taken", "saved") and one.moment.is_known
