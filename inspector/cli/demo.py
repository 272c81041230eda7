# SPDX-License-Identifier: Apache-2.0
"""`inspector demo`: a fictional person's whole journey, from shipped archive to bundle."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from inspector.app import specs
from inspector.app.demo import ARCHIVE, RESIDENCE
from inspector.app.export import Wish
from inspector.app.inspect import inspect
from inspector.app.problems import problems
from inspector.app.request import Request, UsageError
from inspector.catalog.index import Catalog
from inspector.cli.bundling import make_bundle
from inspector.cli.exits import Exit
from inspector.cli.findings import print_findings
from inspector.cli.inspect import exit_code
from inspector.cli.terminal import Terminal, complain
from inspector.domain.text import note
from inspector.report.notes import Notes
from inspector.system.messages import Messages
from inspector.system.resources import path

DEFAULT_FOLDER = Path("inspector-demo")
BUNDLE = "privacy-evidence-demo.zip"


def run(options: argparse.Namespace, messages: Messages) -> Exit:
    """Print the findings of the fictional person and leave their bundle in the folder asked for."""
    catalog = Catalog.load()
    request = Request((path(ARCHIVE),), specs.residence(RESIDENCE, catalog))
    out = Terminal.of(sys.stdout)
    out.text(messages.text("cli.demo.intro"))
    out.line()
    case, inspection = inspect(request, catalog)
    for problem in problems(inspection.sources):
        complain(Notes(messages).text(problem))
    print_findings(inspection, catalog, messages, out)
    folder = options.out or DEFAULT_FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(note("usage.cannot_write", file=folder.name)) from error
    wish = Wish(folder / BUNDLE, messages.lang, maker=messages.text("cli.demo.maker"))
    failed = make_bundle(case, inspection, catalog, wish, out)
    out.text(messages.text("cli.demo.check", command=f"inspector verify {folder / BUNDLE}"))
    return failed or exit_code(inspection)
