# SPDX-License-Identifier: Apache-2.0
"""What the command line has to do with seals and timestamps: the leave to ask, and what came of it."""

from __future__ import annotations

import argparse

from inspector.app.connections import Connections
from inspector.app.export import Order
from inspector.app.request import UsageError
from inspector.app.stamping import Asking, PlaceError, Stamping, places
from inspector.cli.terminal import Terminal, complain
from inspector.domain.text import note
from inspector.report.notes import Notes
from inspector.system.messages import Messages


def stamping_of(options: argparse.Namespace, messages: Messages) -> Stamping | None:
    """Return what asks the authorities named on the command line, None for none. Raises UsageError.

    To name one is to give leave; each request is told before it is sent.
    """
    if not options.timestamp:
        return None
    if options.no_seal or options.bundle is None:
        raise UsageError(note("usage.timestamp_needs_seal"))
    try:
        asked = places(options.timestamp)
    except PlaceError as error:
        raise UsageError(error.note) from error

    def told(asking: Asking) -> bool:
        values = {"host": asking.errand.host, "size": len(asking.errand.body), "hash": asking.digest}
        complain(messages.text("cli.stamp.asks", **values))
        return True

    return Stamping(asked, told, Connections().send)


def tell(asked: Order, messages: Messages, out: Terminal | None) -> None:
    """Say with which key the bundle was sealed, and on stderr what the authorities did."""
    if asked.key is not None and out is not None:
        out.text(messages.text("cli.seal_key"))
        out.line(f"  {asked.key.fingerprint}")
    for one in asked.wish.stamping.outcomes if asked.wish.stamping else ():
        complain(Notes(messages).text(one.note))
