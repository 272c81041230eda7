# SPDX-License-Identifier: Apache-2.0
"""The program's entry point in the terminal: parses, runs the verb, and ends with the exit code it earned."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Protocol

from inspector.cli.exits import Exit
from inspector.cli.parser import CommandLineError, asked_language, parser
from inspector.cli.terminal import complain
from inspector.system.messages import SOURCE_LANGUAGE, Messages, complete


class OpenWindow(Protocol):
    """What opens the window and returns the exit code; the terminal itself does not know Qt."""

    def __call__(self, messages: Messages, *, asked: bool, trace: bool) -> int:
        """Open it; with `trace` tell how long that takes and close it again.

        `asked`: the language of `messages` was asked for.
        """


def main(arguments: Sequence[str] | None = None, *, window: OpenWindow | None = None) -> int:
    """Run the program with `arguments` (those of the process by default) and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _use_utf8()
    try:
        return int(_run(given, window))
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


def _run(given: Sequence[str], window: OpenWindow | None) -> int:
    lang = asked_language(given) or SOURCE_LANGUAGE
    if lang not in complete():
        complain(Messages().text("usage.language", lang=lang))
        return Exit.USAGE
    messages = Messages(lang)
    try:
        options = parser(messages).parse_args(given)
    except CommandLineError as error:
        complain(messages.text("usage.command_line", problem=str(error)))
        return Exit.USAGE
    return _dispatch(options, messages, window)


def _dispatch(options: argparse.Namespace, messages: Messages, window: OpenWindow | None) -> int:
    if options.version:
        from inspector.cli.version import version_lines  # noqa: PLC0415 - loads the catalog

        sys.stdout.write(version_lines(messages))
        return Exit.DONE
    if options.self_test:
        from inspector.cli import selftest  # noqa: PLC0415 - loads what the window does not need

        return selftest.run(messages)
    if options.verb is None and window is not None:
        return window(messages, asked="lang" in options, trace=options.startup_trace)
    if options.verb is None:
        complain(messages.text("gui.no_qt"))
        return Exit.USAGE
    from inspector.cli import verbs  # noqa: PLC0415 - a quarter of a second that the window does not pay

    return verbs.run(options, messages)
