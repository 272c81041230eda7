# SPDX-License-Identifier: Apache-2.0
"""The program's entry point in the terminal: parses, runs the verb, and ends with the exit code it earned."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from inspector.app.request import UsageError
from inspector.cli import catalog, demo, inspect, verify
from inspector.cli.exits import Exit
from inspector.cli.parser import CommandLineError, language, later, parser
from inspector.cli.terminal import complain
from inspector.cli.version import version_line
from inspector.report.compile import compile_main
from inspector.report.notes import Notes
from inspector.report.render import CHILD_ARGUMENT
from inspector.system.clock import BadEpochError
from inspector.system.messages import Messages, complete

_VERBS: dict[str, Callable[[argparse.Namespace, Messages], Exit]] = {
    "demo": demo.run,
    "inspect": inspect.run,
    "verify": verify.run,
    "catalog": catalog.run,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments` (those of the process by default) and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == [CHILD_ARGUMENT]:
        return compile_main()
    _use_utf8()
    try:
        return int(_run(given))
    except KeyboardInterrupt:
        return int(Exit.CANCELLED)
    except BrokenPipeError:
        # Whoever read our output has gone; the interpreter must not complain when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(Exit.DONE)


def _use_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(given: Sequence[str]) -> Exit:
    lang = language(given)
    if lang not in complete():
        complain(Messages().text("usage.language", lang=lang))
        return Exit.USAGE
    messages = Messages(lang)
    missing = later(given)
    if missing is not None:
        complain(messages.text("cli.later", name=missing))
        return Exit.USAGE
    try:
        return _dispatch(parser(messages).parse_args(given), messages)
    except CommandLineError as error:
        complain(messages.text("usage.command_line", problem=str(error)))
    except UsageError as error:
        complain(Notes(messages).text(error.note))
    except BadEpochError:
        complain(messages.text("usage.epoch"))
    return Exit.USAGE


def _dispatch(options: argparse.Namespace, messages: Messages) -> Exit:
    if options.version:
        sys.stdout.write(version_line() + "\n")
        return Exit.DONE
    if options.verb is None:
        complain(messages.text("cli.later", name="inspector"))
        return Exit.USAGE
    return _VERBS[options.verb](options, messages)
