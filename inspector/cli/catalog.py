# SPDX-License-Identifier: Apache-2.0
"""`inspector catalog`: what is documented, as a table, JSON or a small site, and how to get archives."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from inspector.app.catalog_choice import catalog_in_use
from inspector.app.coach import coach_lines, reminder_file
from inspector.app.request import UsageError
from inspector.catalog.index import Catalog
from inspector.catalog.lines import lines
from inspector.catalog.overview import overview
from inspector.catalog.query import Query
from inspector.catalog.table import to_json
from inspector.cli.exits import Exit
from inspector.cli.output import STANDARD_OUTPUT, write_bytes, write_json
from inspector.cli.terminal import Terminal, complain
from inspector.domain.text import note
from inspector.system.clock import now
from inspector.system.days import shown_day
from inspector.system.messages import Messages

_WIDEST = 120


def run(options: argparse.Namespace, messages: Messages) -> Exit:
    """Print or write the rows that hold for service, region, plan and day asked for. Raises UsageError."""
    if options.update is not None or options.drop_update:
        return _change(options.update, messages)
    catalog = catalog_in_use()
    query = Query(
        service=_service(options.service, catalog),
        region=_region(options.region, catalog),
        plan=_plan(options.plan, options.service, catalog),
        on=_day(options.on),
    )
    if options.json is not None:
        write_json(options.json, to_json(catalog, query))
    if options.html is not None:
        _write_site(options.html, catalog, messages, talks=options.json != STANDARD_OUTPUT)
    if options.reminder is not None:
        _write_reminder(options.reminder, query, catalog, messages)
    if options.json is None and options.html is None and options.reminder is None:
        _print(query, catalog, messages)
    return Exit.DONE


def _change(update: Path | None, messages: Messages) -> Exit:
    """Take an update of the catalog, or drop the one there is. Raises UsageError."""
    from inspector.app import catalog_update  # noqa: PLC0415 - the tables do without it
    from inspector.app.update_file import UpdateError  # noqa: PLC0415 - the same

    out = Terminal.of(sys.stdout)
    try:
        if update is None:
            out.text(messages.text("cli.update.dropped" if catalog_update.drop() else "cli.update.none"))
        else:
            taken = catalog_update.take(update)
            out.text(messages.text("cli.update.taken", version=taken.version, key=taken.key))
    except UpdateError as error:
        complain(messages.text(error.note.key, **error.note.as_dict()))
        return Exit.NOTHING_USED
    return Exit.DONE


def _print(query: Query, catalog: Catalog, messages: Messages) -> None:
    out = Terminal.of(sys.stdout, _WIDEST)
    if query.service is None:
        found = overview(catalog, query, messages, now(), out.width)
    else:
        told = coach_lines(catalog.service(query.service), messages, out.width)
        found = (*lines(catalog, query, messages, now(), out.width), *told)
    for line in found:
        out.line(line)
    if query.service is not None:
        out.line()
        out.text(messages.text("catalog.overview.cite", **_state(query, catalog, messages.lang)))


def _state(query: Query, catalog: Catalog, lang: str) -> dict[str, object]:
    """Return what of a catalog is cited: its version and hash, and the day for which it speaks."""
    day = shown_day(query.on or now().date(), lang)
    return {"version": catalog.version, "sha256": catalog.sha256, "day": day}


def _write_site(folder: Path, catalog: Catalog, messages: Messages, *, talks: bool) -> None:
    from inspector.app.site.writing import site, write_site  # noqa: PLC0415 - the tables do without it

    try:
        first = write_site(folder, site(catalog, messages, now()))
    except OSError as error:
        raise UsageError(note("usage.cannot_write", file=folder.name)) from error
    if talks:
        Terminal.of(sys.stdout).text(messages.text("cli.catalog.written", name=str(first)))


def _write_reminder(target: Path, query: Query, catalog: Catalog, messages: Messages) -> None:
    """Write when to fetch an archive that is requested on the day of `--on`, by default today."""
    if query.service is None:
        raise UsageError(note("usage.reminder_service"))
    entry = catalog.service(query.service)
    if entry.archive is None:
        raise UsageError(note("usage.reminder_archive", name=entry.name))
    write_bytes(target, reminder_file(entry, query.on or now().date(), messages, now()))


def _service(name: str | None, catalog: Catalog) -> str | None:
    if name is not None and name not in catalog.service_ids():
        raise UsageError(note("usage.service", name=name))
    return name


def _region(code: str | None, catalog: Catalog) -> str | None:
    if code is not None and not catalog.regions.is_region(code):
        raise UsageError(note("usage.residence.unknown_code", code=code))
    return code


def _plan(name: str | None, service: str | None, catalog: Catalog) -> str | None:
    asked = catalog.services() if service is None else (catalog.service(service),)
    if name is not None and name not in {plan.id for entry in asked for plan in entry.plans}:
        raise UsageError(note("usage.plan_unknown", name=name))
    return name


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(note("usage.day", text=text or "")) from error
