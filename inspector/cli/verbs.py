# SPDX-License-Identifier: Apache-2.0
"""The verbs of the terminal, and how what goes wrong with them is told."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from inspector.app.request import UsageError
from inspector.cli import catalog, demo, inspect, read, verify
from inspector.cli.exits import Exit
from inspector.cli.terminal import complain
from inspector.report.notes import Notes
from inspector.system.clock import BadEpochError
from inspector.system.messages import Messages

_VERBS: dict[str, Callable[[argparse.Namespace, Messages], Exit]] = {
    "demo": demo.run,
    "inspect": inspect.run,
    "read": read.run,
    "verify": verify.run,
    "catalog": catalog.run,
}


def run(options: argparse.Namespace, messages: Messages) -> Exit:
    """Run the verb that was typed."""
    try:
        return _VERBS[options.verb](options, messages)
    except UsageError as error:
        complain(Notes(messages).text(error.note))
    except BadEpochError:
        complain(messages.text("usage.epoch"))
    return Exit.USAGE
