# SPDX-License-Identifier: Apache-2.0
"""`inspector --self-test`: whether this copy of the program can read what ships with it."""

from __future__ import annotations

import sys

from inspector.app.selftest import self_test
from inspector.cli.exits import Exit
from inspector.cli.terminal import Terminal, complain
from inspector.report.notes import Notes
from inspector.system.clock import BadEpochError, now
from inspector.system.messages import Messages


def run(messages: Messages) -> Exit:
    """Try each part, say how it went, and return 0 where all of them work, else 1."""
    try:
        today = now()
    except BadEpochError:
        complain(messages.text("usage.epoch"))
        return Exit.USAGE
    out, code = Terminal.of(sys.stdout), Exit.DONE
    for tried in self_test(today):
        out.text(messages.text(f"cli.selftest.{tried.part}.{'works' if tried.works else 'fails'}"))
        for problem in tried.problems:
            complain(Notes(messages).text(problem))
            code = Exit.NOTHING_USED
    return code
