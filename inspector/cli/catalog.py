# SPDX-License-Identifier: Apache-2.0
"""`inspector catalog`: what the catalog documents, as a table or as JSON."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from inspector.app.request import UsageError
from inspector.catalog.index import Catalog
from inspector.catalog.lines import lines
from inspector.catalog.query import Query
from inspector.catalog.table import to_json
from inspector.cli.exits import Exit
from inspector.cli.output import write_json
from inspector.cli.terminal import Terminal
from inspector.domain.text import note
from inspector.system.clock import now
from inspector.system.messages import Messages


def run(options: argparse.Namespace, messages: Messages) -> Exit:
    """Print or write the rows that hold for service, region, plan and day asked for. Raises UsageError."""
    catalog = Catalog.load()
    query = Query(
        service=_service(options.service, catalog),
        region=_region(options.region, catalog),
        plan=options.plan,
        on=_day(options.on),
    )
    if options.json is not None:
        write_json(options.json, to_json(catalog, query))
    if options.json is None:
        out = Terminal.of(sys.stdout)
        for line in lines(catalog, query, messages, now(), out.width):
            out.line(line)
    return Exit.DONE


def _service(name: str | None, catalog: Catalog) -> str | None:
    if name is not None and name not in catalog.service_ids():
        raise UsageError(note("usage.service", name=name))
    return name


def _region(code: str | None, catalog: Catalog) -> str | None:
    if code is not None and not catalog.regions.is_region(code):
        raise UsageError(note("usage.residence.unknown_code", code=code))
    return code


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(note("usage.day", text=text or "")) from error
