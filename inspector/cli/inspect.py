# SPDX-License-Identifier: Apache-2.0
"""`inspector inspect`: files in, findings out, and a bundle where one is wanted."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from inspector.app import specs
from inspector.app.catalog_choice import catalog_in_use
from inspector.app.confirming import confirm_of
from inspector.app.export import Wish, note, order
from inspector.app.inspect import inspect, ready
from inspector.app.passwords import Passwords
from inspector.app.problems import problems
from inspector.app.redacting import make, rules_in
from inspector.app.request import Request, UsageError
from inspector.app.skeleton import skeleton_text
from inspector.app.stamping import Stamping
from inspector.bundle.contents import BundleError
from inspector.cases.case import Case
from inspector.catalog.index import Catalog
from inspector.cli.exits import Exit
from inspector.cli.findings import print_findings
from inspector.cli.output import talks, write_json
from inspector.cli.sealing import stamping_of, tell
from inspector.cli.terminal import Terminal, complain
from inspector.domain.text import note as note_of
from inspector.report.findings import findings_object, findings_text
from inspector.report.inspection import Inspection
from inspector.report.notes import Notes
from inspector.report.render import RenderError
from inspector.system.clock import now
from inspector.system.messages import Messages


def run(options: argparse.Namespace, messages: Messages) -> Exit:
    """Answer for the files given and return the exit code. Raises UsageError."""
    # What reads starts while the catalog is loaded.
    readers = ready(options.inputs)
    stamping = stamping_of(options, messages)
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
        print_findings(inspection, catalog, messages, Terminal.of(sys.stdout))
    write_skeleton(options, request.password, messages)
    code = exit_code(inspection)
    if options.bundle is not None and code is not Exit.NOTHING_USED:
        wish = wish_of(options, messages, Passwords(request.password), stamping)
        out = None if options.quiet else Terminal.of(sys.stdout if talks(options.json) else sys.stderr)
        code = make_bundle(case, inspection, catalog, wish, out) or code
    return code


def wish_of(
    options: argparse.Namespace, messages: Messages, opens: Passwords, stamping: Stamping | None
) -> Wish:
    """Return what was asked of the bundle; `opens` are the passwords of archives. Raises UsageError."""
    return Wish(
        options.bundle,
        messages.lang,
        originals=options.originals,
        bare=options.bare_pictures,
        passwords=opens,
        seal=not options.no_seal,
        lock=specs.password(options.lock) if options.lock else None,
        stamping=stamping,
        redact=rules_in(options.redact),
    )


def write_skeleton(options: argparse.Namespace, password: str | None, messages: Messages) -> None:
    """Write what the files given are made of, where that is asked for. Raises UsageError."""
    if options.skeleton is None:
        return
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


def make_bundle(
    case: Case, inspection: Inspection, catalog: Catalog, wish: Wish, out: Terminal | None
) -> Exit | None:
    """Write the bundle and say so on `out`, if any; return an exit code only where it failed."""
    messages = Messages(wish.lang)
    if wish.originals:
        complain(messages.text("cli.originals_inside"))
    try:
        asked = order(case, inspection, wish, now())
        fingerprint = make(asked, catalog)
        note(case, asked, fingerprint)
    except BundleError as error:
        complain(Notes(messages).text(error.note))
        return Exit.NOTHING_USED
    except RenderError as error:
        complain(messages.text(error.key, **error.values))
        return Exit.NOTHING_USED
    if out is not None:
        out.line()
        out.text(messages.text("cli.bundle_made", file=str(wish.target)))
        out.text(messages.text("cli.fingerprint"))
        out.line(f"  {fingerprint}")
    tell(asked, messages, out)
    return None
