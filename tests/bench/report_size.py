# SPDX-License-Identifier: Apache-2.0
"""A report on 20 services with 100 captures: pages, CPU seconds, and whether it is the same twice.

`--keep FILE` leaves the PDF, to be looked at page by page.
"""

from __future__ import annotations

import argparse
import io
import resource
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from pypdf import PdfReader

from inspector.app import specs
from inspector.app.recording import sheets
from inspector.app.session import Session
from inspector.app.setting import set_pages
from inspector.app.view import catalog_view
from inspector.catalog.index import Catalog
from inspector.report.document import ReportDocument, build
from inspector.report.findings import findings_object
from inspector.report.render import render
from inspector.system import resources
from inspector.system.messages import Messages
from tests.unit.app.cases import demo

SERVICES, CAPTURES, MOST_SECONDS = 20, 100, 10.0
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def main() -> int:
    """Set the report twice and print what that took."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--keep", type=Path)
    keep: Path | None = options.parse_args().keep
    with tempfile.TemporaryDirectory() as folder:
        document = made(filled(Path(folder)))
    one, spent = timed(document)
    two, again = timed(document)
    if keep is not None:
        keep.write_bytes(one)
    pages = len(PdfReader(io.BytesIO(one)).pages)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{pages} pages, {len(one) / 1e6:.1f} MB: {spent:.1f} and {again:.1f} s CPU, {peak:.0f} MB, "
        f"{'the same bytes' if one == two else 'NOT the same bytes'}"
    )
    return 0 if one == two and min(spent, again) <= MOST_SECONDS else 1


def timed(document: ReportDocument) -> tuple[bytes, float]:
    """The PDF, and the CPU seconds of the process that set it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = render(document, set_pages)
    time.sleep(0.2)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return found, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def filled(folder: Path) -> Session:
    """The demo with captures of as many services, each with a reading, a crop and the person's word."""
    session = demo()
    picture = Image.open(resources.path("selftest/settings.png")).convert("RGB")
    first = folder / "first.png"
    picture.save(first)
    read = session.capture_readers.read(first, NOW)
    session.rest()
    controls = _controls(session.catalog)
    for number in range(CAPTURES):
        path = folder / f"Screenshot_2026{number // 25 + 1:02}{number % 25 + 1:02}-101500.png"
        picture.putpixel((number, 1), (number, 7, 9))
        picture.save(path)
        session.add(session.read(path, shows=True))
        control = controls[number % len(controls)]
        day = f"2026-{number // 25 + 1:02}-{number % 25 + 1:02}T10:15:00Z"
        session.say(
            specs.shown(f"{control}={'on' if number % 3 else 'off'}@{day}={path}", session.catalog, [path])
        )
        source = next(one for one in session.sources if one.name == path.name)
        setting = replace(read.settings[0], control=control, service=control.partition("/")[0])
        session.learn(source, replace(read, file=path.name, settings=(setting,)))
    return session


def _controls(catalog: Catalog) -> list[str]:
    every = [one.controls[0].id for one in catalog.services() if one.controls]
    return every[:SERVICES]


def made(session: Session) -> ReportDocument:
    """The document of the report."""
    words = Messages("en")
    found = session.inspection()
    known = sheets(found, session.case.readings, session.case.acts, session.read_in_captures, lambda: None)
    view = catalog_view(found, session.catalog, "en")
    return build(findings_object(found, words), view, words, NOW, fingerprint="ab" * 32, sheets=known)


if __name__ == "__main__":
    sys.exit(main())
