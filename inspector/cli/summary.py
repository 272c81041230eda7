# SPDX-License-Identifier: Apache-2.0
"""`inspector summary`: one line for each of many bundles, and what they say together."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from inspector.app.bundles import bundles_below
from inspector.app.request import UsageError
from inspector.app.summary import lines
from inspector.app.verdict import asks_for_password
from inspector.bundle.summary import Line, csv_head, csv_line, json_line
from inspector.cli.exits import Exit
from inspector.cli.output import talks, written_line_by_line
from inspector.cli.terminal import Terminal, complain
from inspector.domain.text import note
from inspector.domain.words import State
from inspector.system.messages import Messages

_INDENT = "  "
_NUMBER = 9


@dataclass(slots=True)
class _Totals:
    """What the lines say together."""

    good: int = 0
    untold: int = 0
    failed: list[Line] = field(default_factory=list)
    locked: list[Line] = field(default_factory=list)
    states: dict[str, Counter[State]] = field(default_factory=dict)

    def take(self, line: Line) -> None:
        """Count one more."""
        if not line.verification.ok:
            self._not_counted(line)
            return
        self.good += 1
        self.untold += line.answer is None
        for one in line.answer.findings if line.answer else ():
            self.states.setdefault(f"{one.service}/{one.control}", Counter())[one.state] += 1

    def _not_counted(self, line: Line) -> None:
        # Behind its password a bundle is neither in order nor out of it.
        (self.locked if asks_for_password(line.verification) else self.failed).append(line)


def run(options: argparse.Namespace, messages: Messages) -> Exit:
    """Tell of the bundles below a folder and return what that earned. Raises UsageError."""
    folder: Path = options.folder
    try:
        found = bundles_below(folder)
    except OSError as error:
        raise UsageError(note("usage.no_folder", folder=str(folder))) from error
    target: str | None = options.json or options.csv
    tell, head = (csv_line, csv_head()) if options.csv else (json_line, "")
    totals = _Totals()
    with written_line_by_line(target) if target else nullcontext(_nowhere) as write:
        write(head)
        for line in lines(folder, found.places):
            write(tell(line))
            totals.take(line)
    if found.closed:
        complain(messages.text("cli.summary.closed", n=found.closed))
    if talks(target):
        _print(totals, messages, Terminal.of(sys.stdout))
    return _earned(totals, found.closed)


def _nowhere(text: str) -> None:
    del text


def _earned(totals: _Totals, closed: int) -> Exit:
    if totals.failed or not totals.good:
        return Exit.NOTHING_USED
    return Exit.INCOMPLETE if totals.untold or totals.locked or closed else Exit.DONE


def _print(totals: _Totals, messages: Messages, out: Terminal) -> None:
    say = messages.text
    if not totals.good and not totals.failed and not totals.locked:
        out.heading(say("cli.summary.none"))
        return
    out.heading(say("cli.summary.good", n=totals.good))
    if totals.untold:
        out.text(say("cli.summary.untold", n=totals.untold))
    if totals.failed:
        out.heading(say("cli.summary.failed", n=len(totals.failed)))
    for line in totals.failed:
        why = next(check for check in line.verification.checks if check.ok is False)
        out.text(f"{line.file}: {why.sentences(messages)[0]}", f"{_INDENT}  ", _INDENT)
    if totals.locked:
        out.heading(say("cli.summary.locked", n=len(totals.locked)))
    for line in totals.locked:
        out.text(line.file, f"{_INDENT}  ", _INDENT)
    if totals.states:
        out.line()
        _print_states(totals, say, out)


def _print_states(totals: _Totals, say: Callable[..., str], out: Terminal) -> None:
    names = "".join(f"{say(f'cli.summary.state.{state}'):>{_NUMBER}}" for state in State)
    width = max(map(len, totals.states))
    out.line(f"{_INDENT}{'':<{width}}{names}")
    for control in sorted(totals.states):
        counts = "".join(f"{totals.states[control][state]:>{_NUMBER}}" for state in State)
        out.line(f"{_INDENT}{control:<{width}}{counts}")
    out.line()
    out.text(say("cli.summary.permission"))
