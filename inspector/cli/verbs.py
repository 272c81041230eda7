# SPDX-License-Identifier: Apache-2.0
"""The verbs of the terminal, and how what goes wrong with them is told."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from inspector.app.case_error import CaseError
from inspector.app.request import UsageError
from inspector.cli import catalog, demo, inspect, read, summary, verify
from inspector.cli.exits import Exit
from inspector.cli.terminal import complain
from inspector.report.notes import Notes
from inspector.system.clock import BadEpochError
from inspector.system.messages import Messages


def _case(options: argparse.Namespace, messages: Messages) -> Exit:
    from inspector.cli import case  # noqa: PLC0415 - what keeps cases is loaded only for them

    return case.run(options, messages)


_VERBS: dict[str, Callable[[argparse.Namespace, Messages], Exit]] = {
    "demo": demo.run,
    "inspect": inspect.run,
    "read": read.run,
    "verify": verify.run,
    "summary": summary.run,
    "case": _case,
    "catalog": catalog.run,
}


def run(options: argparse.Namespace, messages: Messages) -> Exit:
    """Run the verb that was typed."""
    try:
        return _VERBS[options.verb](options, messages)
    except UsageError as error:
        complain(Notes(messages).text(error.note))
    except CaseError as error:
        complain(Notes(messages).text(error.note))
        return Exit.NOTHING_USED
    except BadEpochError:
        complain(messages.text("usage.epoch"))
    return Exit.USAGE
