# SPDX-License-Identifier: Apache-2.0
"""`inspector read`: what captures, pages and mails show; nothing is stored."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from inspector.app.reading_captures import CaptureReaders
from inspector.catalog.index import Catalog
from inspector.cli.exits import Exit
from inspector.cli.output import talks, write_json
from inspector.cli.terminal import Terminal, complain
from inspector.domain.captured import Captured, Setting
from inspector.report.captured import readings_object, why_of
from inspector.report.notes import Notes
from inspector.report.words import Words
from inspector.system.clock import now
from inspector.system.messages import Messages

_INDENT = "  "


def run(options: argparse.Namespace, messages: Messages) -> Exit:
    """Read the files given and return what that earned. Raises UsageError."""
    catalog = Catalog.load()
    time = now()
    with CaptureReaders(options.files, catalog, options.keys) as readers:
        found = [readers.read(path, time) for path in options.files]
    for one in found:
        if one.reason is not None:
            complain(Notes(messages).text(one.reason))
    text = json.dumps(readings_object(found, messages), ensure_ascii=False, indent=2) + "\n"
    write_json(options.json, text)
    if talks(options.json):
        _print(found, catalog, messages, Terminal.of(sys.stdout))
    return _earned(found)


def _earned(found: Sequence[Captured]) -> Exit:
    if all(one.status == "refused" for one in found):
        return Exit.NOTHING_USED
    return Exit.DONE if all(one.status == "read" for one in found) else Exit.INCOMPLETE


def _print(found: Sequence[Captured], catalog: Catalog, messages: Messages, out: Terminal) -> None:
    for number, one in enumerate(found):
        if number:
            out.line()
        out.heading(one.file)
        for setting in one.settings:
            _print_setting(setting, catalog, messages, out)
        if one.moment.is_known:
            when = Words(messages).plain(one.moment)
            out.text(messages.text("cli.read.when", when=when), _INDENT)
        for reason in why_of(one, one.setting, messages):
            out.text(reason, f"{_INDENT}  ", f"{_INDENT}- ")
        _print_rest(one, messages, out)


def _print_setting(one: Setting, catalog: Catalog, messages: Messages, out: Terminal) -> None:
    name = catalog.service(one.service).name if one.service else messages.text("cli.read.which_service")
    out.text(f"{name}: {one.control or one.label}", _INDENT)
    state = messages.text(f"cli.read.state.{one.state}")
    sharing = messages.text(f"cli.read.state.{one.sharing}")
    key = "cli.read.asked" if one.asked else "cli.read.shown"
    percent = round(one.confidence * 100)
    out.text(messages.text(key, state=state, sharing=sharing, percent=percent), f"{_INDENT}  ")


def _print_rest(one: Captured, messages: Messages, out: Terminal) -> None:
    words = Words(messages)
    for letter in one.letters:
        what = messages.text(f"cli.read.mail.{letter.what}")
        when = words.plain(letter.moment) if letter.moment.is_known else messages.text("cli.read.no_date")
        out.text(f"{letter.locator}: {what}, {when}: {letter.subject}", f"{_INDENT}  ", _INDENT)
    kinds = dict.fromkeys(note.what for note in one.notes)
    if kinds:
        listed = ", ".join(messages.text(f"notes.kind.{kind}") for kind in kinds)
        out.text(messages.text("notes.read", kinds=listed), _INDENT)
    secrets = sum(secret.count for secret in one.secrets)
    if secrets:
        out.text(messages.text("cli.read.secrets", n=secrets), _INDENT)
