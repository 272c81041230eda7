# SPDX-License-Identifier: Apache-2.0
"""The verbs of the terminal, and how what goes wrong with them is told."""

from __future__ import annotations

import argparse
from importlib import import_module

from inspector.app.case_error import CaseError
from inspector.app.request import UsageError
from inspector.cli.exits import Exit
from inspector.cli.terminal import complain
from inspector.report.notes import Notes
from inspector.system.clock import BadEpochError
from inspector.system.messages import Messages


def run(options: argparse.Namespace, messages: Messages) -> Exit:
    """Run the verb that was typed."""
    try:
        return _carried_out(options, messages)
    except UsageError as error:
        complain(Notes(messages).text(error.note))
    except CaseError as error:
        complain(Notes(messages).text(error.note))
        return Exit.NOTHING_USED
    except BadEpochError:
        complain(messages.text("usage.epoch"))
    return Exit.USAGE


def _carried_out(options: argparse.Namespace, messages: Messages) -> Exit:
    # Only what was typed is loaded: all verbs together take half a second.
    verb = import_module(f"inspector.cli.{options.verb}")
    done: Exit = verb.run(options, messages)
    return done
