# SPDX-License-Identifier: Apache-2.0
"""`python -m inspector` and the command `inspector`: the window where no verb is given, else the terminal."""

from __future__ import annotations

import sys

from inspector.cli.exits import Exit
from inspector.cli.main import main as run_in_terminal
from inspector.cli.terminal import complain
from inspector.system.messages import Messages
from inspector.system.trace import Trace

_TRACE = Trace()
_WORKER = "--worker"


def main() -> int:
    """Run the program with the arguments of the process and return its exit code."""
    if sys.argv[1:2] == [_WORKER]:
        from inspector.worker.serving import main as work  # noqa: PLC0415 - a worker is another program

        return work(sys.argv[2:])
    return run_in_terminal(window=open_window)


def open_window(messages: Messages, *, asked: bool, trace: bool) -> int:
    """Open the window until it is closed; with `trace` only until it is idle, telling how long that took.

    `asked`: the language of `messages` was asked for; without that the window follows the system.
    """
    try:
        from inspector.gui.display import can_show  # noqa: PLC0415 - the verbs of the terminal never load Qt
        from inspector.gui.main import open_window as open_it  # noqa: PLC0415 - the same
    except ImportError as error:
        if (error.name or "").startswith("inspector"):
            raise
        complain(messages.text("gui.no_qt"))
        return Exit.USAGE
    if not can_show():
        complain(messages.text("gui.no_display"))
        return Exit.USAGE
    code = open_it(messages, _TRACE if trace else None, asked=asked)
    if trace:
        sys.stdout.write("\n".join(_TRACE.lines()) + "\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
