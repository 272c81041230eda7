# SPDX-License-Identifier: Apache-2.0
"""The short forms of the command line for residence, plan and readings (README, "The interface")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from inspector.app.request import Said, UsageError
from inspector.catalog.errors import UnknownIdError
from inspector.catalog.index import Catalog
from inspector.domain.moment import UNKNOWN_MOMENT, Moment, catalog_day, instant, stated, without_zone
from inspector.domain.residence import PeriodError, PlanPeriod, Residence, Stay, ordered
from inspector.domain.text import note
from inspector.domain.words import Grade, Switch

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?P<seconds>:\d{2})?(Z|[+-]\d{2}:?\d{2})")
_LONGEST_PASSWORD = 4096
_POSITIONS = {"on": Switch.ON, "off": Switch.OFF}


def residence(spec: str, catalog: Catalog) -> Residence:
    """Return the stays of `US` or `2010-01-01/2023-05-01=US,2023-05-01/=DE`. Raises UsageError."""
    stays = [_stay(part.strip(), catalog) for part in spec.split(",")]
    try:
        return ordered(stays)
    except PeriodError as error:
        raise UsageError(note(f"usage.{error.key}", **error.values)) from error


def _stay(part: str, catalog: Catalog) -> Stay:
    period, equals, code = part.rpartition("=")
    if not catalog.regions.is_code(code):
        raise UsageError(note("usage.residence.unknown_code", code=code or part))
    return Stay(code, *(_period(period, part) if equals else (None, None)))


def _period(text: str, whole: str) -> tuple[date | None, date | None]:
    first, slash, last = text.partition("/")
    if not slash:
        raise UsageError(note("usage.period", text=whole))
    return (_day(first, whole), _day(last, whole))


def _day(text: str, whole: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else _refuse(whole)
    except ValueError as error:
        raise UsageError(note("usage.period", text=whole)) from error


def _refuse(whole: str) -> date:
    raise UsageError(note("usage.period", text=whole))


def plan(spec: str, catalog: Catalog) -> PlanPeriod:
    """Return the period of `linkedin=premium:2023-01-01/2025-01-01`. Raises UsageError."""
    service, equals, rest = spec.partition("=")
    name, _, period = rest.partition(":")
    if not equals or not name or service not in catalog.service_ids():
        raise UsageError(note("usage.plan", text=spec))
    start, end = _period(period, spec) if period else (None, None)
    if start and end and end <= start:
        raise UsageError(note("usage.period", text=spec))
    first = catalog_day(start) if start else UNKNOWN_MOMENT
    return PlanPeriod(service, name, first, catalog_day(end) if end else None, Grade.DECLARED)


def password(path: Path) -> str:
    """Return the password in the first line of a file, in UTF-8. Raises UsageError."""
    try:
        with path.open("rb") as file:
            line = file.readline(_LONGEST_PASSWORD).decode("utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(note("usage.password_file", name=path.name)) from error
    if not line:
        raise UsageError(note("usage.password_file", name=path.name))
    return line


def declared(spec: str, catalog: Catalog) -> Said:
    """Return the reading of `CONTROL=on|off@WHEN`. Raises UsageError."""
    control, _, rest = spec.partition("=")
    position, _, when = rest.partition("@")
    _check_control(control, spec, catalog)
    if position not in _POSITIONS:
        raise UsageError(note("usage.reading", text=spec))
    return Said(control, _POSITIONS[position], moment(when, spec))


def shown(spec: str, catalog: Catalog, paths: Sequence[Path]) -> Said:
    """Return the reading of `CONTROL=on|off@WHEN=FILE`, FILE being one of `paths`. Raises UsageError."""
    reading, _, file = spec.partition("@")
    when, equals, name = file.partition("=")
    if not equals or not name:
        raise UsageError(note("usage.shown", text=spec))
    said = declared(f"{reading}@{when}", catalog)
    wanted = Path(name)
    if not any(_holds(path, wanted) for path in paths):
        raise UsageError(note("usage.shown_not_input", name=wanted.name))
    return Said(said.control, said.position, said.moment, wanted)


def _holds(path: Path, wanted: Path) -> bool:
    """Tell whether a file is one of the inputs, or lies in a folder that is."""
    return path.absolute() == wanted.absolute() or (
        wanted.is_file() and path.is_dir() and wanted.absolute().is_relative_to(path.absolute())
    )


def _check_control(control: str, spec: str, catalog: Catalog) -> None:
    try:
        catalog.control(control)
    except UnknownIdError as error:
        raise UsageError(note("usage.control", text=spec)) from error


def moment(text: str, whole: str) -> Moment:
    """Return the Moment of a date, or of a time that states its zone. Raises UsageError.

    A date alone has no zone: it reaches over every zone that had this day.
    """
    try:
        if _DAY.fullmatch(text):
            return without_zone(datetime.fromisoformat(text), "day", text)
        timed = _TIME.fullmatch(text)
        if timed is None:
            raise UsageError(note("usage.when", text=whole))
        time = datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        if isinstance(error, UsageError):
            raise
        raise UsageError(note("usage.when", text=whole)) from error
    return instant(time, text) if timed["seconds"] else stated(time, "minute", text)
