# SPDX-License-Identifier: Apache-2.0
"""The bundle that the command line asked for: what is wanted of it, and that it is made."""

from __future__ import annotations

import argparse

from inspector.app import specs
from inspector.app.export import Wish, note, order
from inspector.app.passwords import Passwords
from inspector.app.redacting import make, rules_in
from inspector.app.stamping import Stamping
from inspector.bundle.contents import BundleError
from inspector.cases.case import Case
from inspector.catalog.index import Catalog
from inspector.cli.exits import Exit
from inspector.cli.sealing import tell
from inspector.cli.terminal import Terminal, complain
from inspector.report.inspection import Inspection
from inspector.report.notes import Notes
from inspector.report.render import RenderError
from inspector.system.clock import now
from inspector.system.messages import Messages


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
