# SPDX-License-Identifier: Apache-2.0
"""What a person confirms or corrects of what was read in pictures, pages and mails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Final, Literal

from inspector.app.request import Answered, Confirm, Said, UsageError
from inspector.captures.when.build import build
from inspector.domain.captured import Basis, Captured, Position, Setting, sharing_of
from inspector.domain.moment import Moment
from inspector.domain.text import note
from inspector.domain.words import Switch

_ANSWERS: Final[dict[str, Literal["yes", "on", "off"]]] = {"yes": "yes", "on": "on", "off": "off"}


def confirm_of(spec: str, paths: Sequence[Path]) -> Confirm:
    """Return what `FILE=yes|on|off` says, FILE being one of `paths`. Raises UsageError."""
    name, equals, text = spec.rpartition("=")
    answer = _ANSWERS.get(text)
    if not equals or not name or answer is None:
        raise UsageError(note("usage.confirm", text=spec))
    wanted = Path(name)
    known = [path.absolute() for path in paths]
    inside = any(path in wanted.absolute().parents for path in known if path.is_dir())
    if wanted.absolute() not in known and not inside:
        raise UsageError(note("usage.confirm_not_input", name=wanted.name))
    return Confirm(wanted, answer)


def answered(confirm: Confirm, captured: Captured | None, now: datetime) -> list[Said]:
    """Return the readings that an answer to one file makes, each to become an act. Raises UsageError.

    It answers to the setting that the file is about, the first one read in it.
    """
    name = confirm.path.name
    if captured is not None and captured.status == "refused" and captured.reason is not None:
        raise UsageError(captured.reason)
    setting = captured.setting if captured is not None else None
    if captured is None or setting is None or setting.control is None:
        raise UsageError(note("usage.confirm_no_setting", file=name))
    if confirm.answer == "yes":
        if setting.sharing == "unknown":
            raise UsageError(note("usage.confirm_no_position", file=name))
        return confirmed(captured, 0, confirm.path, now)
    seen: Position = "on" if confirm.answer == "on" else "off"
    if seen == setting.state:
        return confirmed(captured, 0, confirm.path, now)
    sharing = Switch(sharing_of(seen, inverts=setting.inverts))
    said = Said(setting.control, sharing, moment_of(captured, now), confirm.path)
    return [corrected(captured, 0, said)]


def confirmed(
    captured: Captured, number: int, path: Path, now: datetime, zone: tzinfo | None = None
) -> list[Said]:
    """Return what a person says who finds a reading right: its position at the time that the file states.

    Where a service dates its switch, they say it of that day too. `number`: which of the settings, which must
    have a control and a position. `zone`: that of the device's clock, where the person names it.
    """
    setting = captured.settings[number]
    if setting.control is None or setting.sharing == "unknown":
        raise ValueError(number)
    moments = [moment_of(captured, now, zone)]
    if setting.since.is_known:
        moments.insert(0, setting.since)
    about = Answered(number, _read(setting), "confirmed", place_of(setting), _signer(captured, setting))
    return [Said(setting.control, Switch(setting.sharing), moment, path, about) for moment in moments]


def corrected(captured: Captured | None, number: int, said: Said) -> Said:
    """Return what a person says who sees something else than was read, or where nothing was read at all."""
    if captured is None or number >= len(captured.settings):
        return said
    setting = captured.settings[number]
    same = (said.control, str(said.position)) == (setting.control, setting.sharing)
    place = place_of(setting) if said.control in (setting.control, *setting.among) else None
    # The sender's signature vouches for what the mail says, at its own time, and for nothing else.
    vouches = same and said.moment.raw == captured.moment.raw
    signer = _signer(captured, setting) if vouches else None
    about = Answered(number, _read(setting), "confirmed" if same else "corrected", place, signer)
    return replace(said, answered=about)


def moment_of(captured: Captured, now: datetime, zone: tzinfo | None = None) -> Moment:
    """Return when a file was made, as far as it tells; of one that tells nothing, that it is there by now.

    `zone`: that of the device's clock, where the file states none and the person names it.
    """
    moment = captured.moment
    if zone is not None and moment.zone == "none":
        moment = build(captured.basis, now, zone=zone).moment
    # Whatever the traces say, it was made by now.
    latest = moment.not_after is None and (moment.not_before is None or moment.not_before <= now)
    return replace(moment, not_after=now) if latest else moment


def about(captured: Captured, number: int, now: datetime) -> Captured:
    """Return what is known of a file as one of its settings has it: each mail has its own time."""
    if captured.kind != "mail" or number >= len(captured.settings):
        return captured
    place = captured.settings[number].locator
    letter = next((one for one in captured.letters if one.locator == place), None)
    rest = [one for one in captured.basis if one.what != "mail_date"]
    if letter is None or letter.moment == captured.moment:
        return captured
    if not letter.moment.is_known:
        return replace(captured, moment=letter.moment, basis=tuple(rest))
    when = build([Basis("mail_date", letter.moment.raw or "", letter.moment, "saved"), *rest], now)
    return replace(captured, moment=when.moment, basis=when.basis, why=when.why)


def place_of(setting: Setting) -> str | None:
    """Return where in its file a setting was read: a place in a page or mail, or pixels of a picture."""
    box = setting.pixels.control or setting.pixels.label
    if box is not None:
        x, y, width, height = box
        return f"pixels {x},{y} {width}x{height}"
    return setting.locator or None


def _read(setting: Setting) -> str:
    return f"{setting.state} {setting.confidence:.2f}"


def _signer(captured: Captured, setting: Setting) -> str | None:
    """Return the domain whose signature on a mail holds."""
    letters = (letter for letter in captured.letters if letter.locator == setting.locator)
    return next((letter.signed_by for letter in letters), None)
