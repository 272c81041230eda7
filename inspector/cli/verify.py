# SPDX-License-Identifier: Apache-2.0
"""`inspector verify`: what the checks of a bundle say."""

from __future__ import annotations

import argparse
import json
import sys
from itertools import groupby
from pathlib import Path

from inspector.app import specs
from inspector.app.checking import verify
from inspector.app.earlier import EarlierBundleError, compared
from inspector.app.request import UsageError
from inspector.app.verdict import asks_for_password, headline, meaning
from inspector.bundle.layout import shown
from inspector.bundle.redaction.opening import LARGEST
from inspector.bundle.verification import Check, Verification, to_json
from inspector.bundle.verify_page import page
from inspector.cli.exits import Exit
from inspector.cli.output import talks, write_bytes, write_json
from inspector.cli.terminal import Terminal
from inspector.domain.text import note
from inspector.system.messages import Messages

_MARKS = {True: "yes", False: "no", None: "none"}
_INDENT = " " * 14


def run(options: argparse.Namespace, messages: Messages) -> Exit:
    """Check a bundle and return 0 where no check is false; write the page that checks. Raises UsageError."""
    if options.page is not None:
        write_bytes(options.page, page())
        if options.bundle is None:
            return Exit.DONE
    if options.bundle is None:
        raise UsageError(note("usage.no_bundle"))
    password = specs.password(options.password_file) if options.password_file else None
    opening = _opening(options)
    verification = verify(options.bundle, options.expect, opening=opening, password=password)
    if options.earlier is not None:
        verification = _compared(verification, options.earlier, password)
    found = to_json(verification, messages)
    write_json(options.json, json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    if talks(options.json):
        _print(verification, messages, Terminal.of(sys.stdout))
    return Exit.DONE if verification.ok else Exit.NOTHING_USED


def _compared(found: Verification, path: Path, password: str | None) -> Verification:
    """Hold a bundle against an earlier one, which the same password may lock. Raises UsageError."""
    try:
        return compared(found, verify(path, password=password), shown(path.absolute().name))
    except EarlierBundleError as error:
        raise UsageError(error.note) from error


def _opening(options: argparse.Namespace) -> bytes | None:
    """Return the file that opens a withheld part, where one is given. Raises UsageError."""
    if options.opening is None:
        return None
    try:
        with options.opening.open("rb") as file:
            return bytes(file.read(LARGEST + 1))
    except OSError as error:
        raise UsageError(note("redaction.rules.unreadable", file=options.opening.name)) from error


def _print(verification: Verification, messages: Messages, out: Terminal) -> None:
    first, means = headline(verification), meaning(verification)
    out.heading(messages.text(first.key, **first.as_dict()))
    if means is not None:
        out.text(messages.text(means.key, **means.as_dict()))
    if verification.fingerprint:
        out.text(messages.text("cli.fingerprint"))
        out.line(f"  {verification.fingerprint}")
    out.line()
    locked = asks_for_password(verification)
    for (ok, sentences), checks in groupby(verification.checks, key=lambda one: _told(one, messages)):
        mark = "none" if locked else _MARKS[ok]
        names = ", ".join(messages.text(f"cli.verify.check.{check.name}") for check in checks)
        out.text(names, _INDENT, f"{messages.text(f'cli.verify.{mark}'):<14}")
        for sentence in sentences:
            out.text(sentence, _INDENT)


def _told(check: Check, messages: Messages) -> tuple[bool | None, tuple[str, ...]]:
    """Return how a check ended; neighbours that ended alike are told as one."""
    return (check.ok, tuple(check.sentences(messages)))
