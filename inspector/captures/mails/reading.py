# SPDX-License-Identifier: Apache-2.0
"""Reads a mail or a mailbox: notices and confirmations of the catalog's services, with place and grade.

Words make a mail a confirmation, so a person is always asked; the signature only tells whose words they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Final

from inspector.captures.labels.folding import folded
from inspector.captures.labels.index import LabelIndex
from inspector.captures.mails.dkim import Verdict, check
from inspector.captures.mails.keys import NO_KEYS, Keys
from inspector.captures.mails.mailbox import is_mailbox, mails_in
from inspector.captures.mails.message import LONGEST_MAIL, Mail, parsed
from inspector.captures.mails.senders import Told, services_of, told
from inspector.captures.pages.matching import matches
from inspector.captures.picture import unheard
from inspector.captures.secrets.files import TooLargeToScanError, cleaned
from inspector.captures.when.build import build
from inspector.captures.when.traces import of_file
from inspector.domain.captured import MOST_ALONE, Basis, Captured, Letter, Position, Secret, Setting
from inspector.domain.text import Note, note
from inspector.domain.words import Grade

MOST_LETTERS: Final = 2000
MOST_SHOWN: Final = 200
"""Letters that a person is offered to say something of."""

_HEAD: Final = 1 << 16
_WHY: Final[dict[Verdict, str]] = {
    "holds": "capture.why.signature_holds",
    "broken": "capture.why.signature_broken",
    "no_key": "capture.why.signature_no_key",
    "weak": "capture.why.signature_weak",
    "unsigned": "capture.why.unsigned",
}


@dataclass(frozen=True, slots=True)
class MailReader:
    """Reads mails of the services in `index`, checking signatures with `keys`. `tick` hears of every mail."""

    index: LabelIndex
    keys: Keys = NO_KEYS
    tick: Callable[[], None] = unheard

    def read(self, path: Path, now: datetime, zone: tzinfo | None = None) -> Captured:
        """Return what a file of one or many mails holds. Raises OSError."""
        pairs: list[tuple[Letter, Setting]] = []
        broken = 0
        # One mail at a time: together they may be larger than memory.
        for number, raw in self._mails(path):
            found = self._tried(raw, number)
            broken += found is None or raw is None or len(raw) > LONGEST_MAIL
            pairs.extend(found or ())
        letters = [letter for letter, _ in pairs][:MOST_LETTERS]
        shown = _shown(pairs)
        best = shown[0][0] if shown else None
        traces = [Basis("mail_date", best.moment.raw or "", best.moment, "saved")] if best else []
        when = build([*traces, *of_file(path)], now, zone=zone)
        return Captured(
            path.name,
            "mail",
            tuple(setting for _, setting in shown),
            when.moment,
            when.basis,
            when.why,
            "partial" if broken else "read",
            _reason(path, broken, letters),
            secrets=_secrets(path, letters),
            letters=tuple(letters),
        )

    def _mails(self, path: Path) -> Iterator[tuple[int, bytes | None]]:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            file.seek(0)
            if not is_mailbox(head):
                yield 1, file.read(LONGEST_MAIL + 1)
                return
            for kept in mails_in(file, self._is_wanted):
                yield kept.number, kept.raw

    def _is_wanted(self, head: bytes) -> bool:
        self.tick()
        return bool(services_of(parsed(head).domain, self.index))

    def _tried(self, raw: bytes | None, number: int) -> list[tuple[Letter, Setting]] | None:
        """Return what a mail says; None for one that cannot be read, which costs no other."""
        try:
            return None if raw is None else list(self._of(raw, number))
        except RecursionError:
            # Parts within parts, deeper than Python's own reader follows them.
            return None

    def _of(self, raw: bytes, number: int) -> Iterator[tuple[Letter, Setting]]:
        mail = parsed(raw[:LONGEST_MAIL])
        services = self._services(mail)
        kind = told(mail.subject, mail.text)
        if not services or kind.what == "other":
            return
        signed = check(mail.raw, mail.domain, self.keys)
        grade = Grade.RECORDED if signed.verdict == "holds" else None
        why = (_WHY[signed.verdict],)
        signer = signed.domain if signed.verdict == "holds" else None
        place = f"message {number}"
        setting = self._setting(mail, kind, services, (*why, f"capture.why.mail_{kind.what}"), place)
        yield (
            Letter(
                setting.service or services[0],
                kind.what,
                mail.subject,
                mail.moment,
                place,
                grade,
                signer,
                why,
            ),
            setting,
        )

    def _services(self, mail: Mail) -> tuple[str, ...]:
        """Return the services that may have sent a mail; the name beside the address tells one of several."""
        services = services_of(mail.domain, self.index)
        named = tuple(one for one in services if folded(mail.name) in self.index.names[one])
        return named if len(named) == 1 else services

    def _setting(
        self, mail: Mail, kind: Told, services: Sequence[str], why: tuple[str, ...], place: str
    ) -> Setting:
        """Return what a mail says of a setting: a request granted is off, nothing else is a position."""
        own = [one for one in self.index.controls if one.partition("/")[0] in services]
        named = {match.known.control for match in matches(mail.subject, self.index)} & set(own)
        objecting = [one for one in own if one.endswith("-objection")]
        candidates = sorted(named) or objecting or own
        control = candidates[0] if len(candidates) == 1 else None
        service = services[0] if len(services) == 1 else control.partition("/")[0] if control else None
        granted = kind.what == "confirmation" and kind.granted
        state: Position = "off" if granted else "unknown"
        sure = MOST_ALONE if granted else 0.0
        return Setting(service, control, mail.subject, "", state, state, sure, True, why, place)  # noqa: FBT003 - a person is asked


def _shown(pairs: Sequence[tuple[Letter, Setting]]) -> list[tuple[Letter, Setting]]:
    """Return the letters about a setting, what says most first, then the newest; at least the best of all."""
    order = {"confirmation": 0, "notice": 1, "archive": 2}
    newest = sorted(pairs, key=lambda pair: pair[0].moment.latest, reverse=True)
    ranked = sorted(newest, key=lambda pair: (pair[1].state == "unknown", order[pair[0].what]))
    about = [pair for pair in ranked[1:] if pair[1].control is not None and pair[0].what != "archive"]
    return [*ranked[:1], *about][:MOST_SHOWN]


def _reason(path: Path, broken: int, letters: Sequence[Letter]) -> Note | None:
    if broken:
        return note("mail.unreadable", file=path.name, n=broken)
    if not letters:
        return note("mail.nothing_found", file=path.name)
    if len(letters) == MOST_LETTERS:
        return note("mail.too_many", file=path.name, count=MOST_LETTERS)
    return None


def _secrets(path: Path, letters: Sequence[Letter]) -> tuple[Secret, ...]:
    """Return what opens an account in a file that may be evidence; a mailbox goes nowhere as a whole."""
    try:
        return cleaned(path).secrets if letters else ()
    except TooLargeToScanError:
        return ()
