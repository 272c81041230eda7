# SPDX-License-Identifier: Apache-2.0
"""`inspector inspect`: files in, findings out, and a bundle where one is wanted."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.app import specs
from inspector.app.catalog_choice import catalog_in_use
from inspector.app.confirming import confirm_of
from inspector.app.inspect import inspect, ready
from inspector.app.passwords import Passwords
from inspector.app.problems import problems
from inspector.app.request import Request, UsageError
from inspector.catalog.index import Catalog
from inspector.cli.exits import Exit
from inspector.cli.findings import print_findings
from inspector.cli.output import talks, write_json
from inspector.cli.terminal import Terminal, complain
from inspector.domain.text import note as note_of
from inspector.report.findings import findings_object, findings_text
from inspector.report.inspection import Inspection
from inspector.report.notes import Notes
from inspector.system.messages import Messages

if TYPE_CHECKING:
    from inspector.app.stamping import Stamping


def run(options: argparse.Namespace, messages: Messages) -> Exit:
    """Answer for the files given and return the exit code. Raises UsageError."""
    # What reads starts while the catalog is loaded.
    readers = ready(options.inputs)
    stamping = _stamping_of(options, messages)
    if options.redact is not None and options.bundle is None:
        raise UsageError(note_of("redaction.needs_bundle"))
    catalog = catalog_in_use()
    request = request_of(options, catalog, options.password_file, items=options.items)
    case, inspection = inspect(request, catalog, readers=readers)
    for problem in problems(inspection.sources):
        complain(Notes(messages).text(problem))
    found = findings_object(inspection, messages)
    write_json(options.json, findings_text(found))
    if talks(options.json) and not options.quiet:
        out = Terminal.of(sys.stdout)
        print_findings(inspection, catalog, messages, out, asks=stamping is not None)
    write_skeleton(options, request.password, messages)
    code = exit_code(inspection)
    if options.bundle is not None and code is not Exit.NOTHING_USED:
        from inspector.cli.bundling import make_bundle, wish_of  # noqa: PLC0415 - see _stamping_of

        wish = wish_of(options, messages, Passwords(request.password), stamping)
        told = None if options.quiet else Terminal.of(sys.stdout if talks(options.json) else sys.stderr)
        code = make_bundle(case, inspection, catalog, wish, told) or code
    return code


def _stamping_of(options: argparse.Namespace, messages: Messages) -> Stamping | None:
    if not options.timestamp:
        return None
    # What makes bundles takes as long to load as all the rest: an answer alone does not wait for it.
    from inspector.cli.sealing import stamping_of  # noqa: PLC0415 - as said above

    return stamping_of(options, messages)


def write_skeleton(options: argparse.Namespace, password: str | None, messages: Messages) -> None:
    """Write what the files given are made of, where that is asked for. Raises UsageError."""
    if options.skeleton is None:
        return
    from inspector.app.skeleton import skeleton_text  # noqa: PLC0415 - seldom asked for, slow to load

    write_json(options.skeleton, skeleton_text(options.inputs, Passwords(password)))
    if not options.quiet and talks(options.skeleton):
        complain(messages.text("cli.skeleton_made", file=options.skeleton))


def request_of(
    options: argparse.Namespace, catalog: Catalog, password: Path | None, *, items: bool = False
) -> Request:
    """Return what was asked on the command line; the file `password` opens archives. Raises UsageError."""
    paths: tuple[Path, ...] = tuple(options.inputs)
    said = [specs.declared(spec, catalog) for spec in options.reading]
    said += [specs.shown(spec, catalog, paths) for spec in options.shown]
    return Request(
        paths=paths,
        residence=specs.residence(options.residence, catalog) if options.residence else (),
        plans=tuple(specs.plan(spec, catalog) for spec in options.plan),
        said=tuple(said),
        confirms=tuple(confirm_of(spec, paths) for spec in options.confirm),
        keys=options.keys,
        items=items,
        password=specs.password(password) if password else None,
    )


def exit_code(inspection: Inspection) -> Exit:
    """Return what the inspection earned: nothing used, something left unread, or done."""
    used = [one for one in inspection.sources if one.service and one.status in ("read", "partial")]
    if not used:
        return Exit.NOTHING_USED
    return Exit.DONE if inspection.complete else Exit.INCOMPLETE
