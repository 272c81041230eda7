# SPDX-License-Identifier: Apache-2.0
"""The command line: verbs and their options."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from inspector.cli import case_parser
from inspector.cli.options import add_common, add_json, add_redact, add_said, add_seal
from inspector.system.messages import Messages


class CommandLineError(Exception):
    """What was typed cannot be done: a sentence in the language asked for."""


class _Parser(argparse.ArgumentParser):
    """Turns argparse's own errors into one plain sentence."""

    def error(self, message: str) -> NoReturn:
        raise CommandLineError(message)


def asked_language(arguments: Sequence[str]) -> str | None:
    """Return what `--lang` asks for, before anything else is parsed; None where nothing is asked for."""
    found = None
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            found = arguments[index + 1]
        elif argument.startswith("--lang="):
            found = argument.partition("=")[2]
    return found


def parser(messages: Messages) -> argparse.ArgumentParser:
    """Return the parser with its help in the language of `messages`."""
    say = messages.text
    top = _Parser(prog="inspector", description=say("cli.help.program"), add_help=True)
    top.add_argument("--version", action="store_true", help=say("cli.help.version"))
    top.add_argument("--self-test", action="store_true", help=say("cli.help.self_test"))
    top.add_argument("--startup-trace", action="store_true", help=say("cli.help.startup_trace"))
    add_common(top, messages)
    verbs = top.add_subparsers(dest="verb", metavar="VERB", parser_class=_Parser)
    _add_demo(verbs.add_parser("demo", help=say("cli.help.demo")), messages)
    _add_inspect(verbs.add_parser("inspect", help=say("cli.help.inspect")), messages)
    _add_read(verbs.add_parser("read", help=say("cli.help.read")), messages)
    _add_verify(verbs.add_parser("verify", help=say("cli.help.verify")), messages)
    _add_summary(verbs.add_parser("summary", help=say("cli.help.summary")), messages)
    case_parser.add(verbs.add_parser("case", help=say("case.help.case")), messages, _Parser)
    _add_catalog(verbs.add_parser("catalog", help=say("cli.help.catalog")), messages)
    return top


def _add_demo(verb: argparse.ArgumentParser, messages: Messages) -> None:
    say = messages.text
    verb.add_argument("--out", metavar="DIR", type=Path, help=say("cli.help.out"))
    verb.add_argument("--headless", action="store_true", help=say("cli.help.headless"))
    add_common(verb, messages)


def _add_inspect(verb: argparse.ArgumentParser, messages: Messages) -> None:
    say = messages.text
    verb.add_argument("inputs", metavar="INPUT", nargs="+", type=Path, help=say("cli.help.input"))
    add_said(verb, messages)
    add_json(verb, messages)
    verb.add_argument("--items", action="store_true", help=say("cli.help.items"))
    verb.add_argument("--bundle", metavar="FILE.zip", type=Path, help=say("cli.help.bundle"))
    verb.add_argument("--originals", action="store_true", help=say("cli.help.originals"))
    verb.add_argument("--bare-pictures", action="store_true", help=say("notes.help"))
    add_redact(verb, messages)
    add_seal(verb, messages)
    verb.add_argument("--password-file", metavar="FILE", type=Path, help=say("cli.help.password_file"))
    verb.add_argument("--skeleton", metavar="FILE", help=say("cli.help.skeleton"))
    verb.add_argument("--quiet", action="store_true", help=say("cli.help.quiet"))
    add_common(verb, messages)


def _add_read(verb: argparse.ArgumentParser, messages: Messages) -> None:
    say = messages.text
    verb.add_argument("files", metavar="FILE", nargs="+", type=Path, help=say("cli.help.capture"))
    verb.add_argument("--keys", metavar="FILE", type=Path, help=say("cli.help.keys"))
    add_json(verb, messages)
    add_common(verb, messages)


def _add_verify(verb: argparse.ArgumentParser, messages: Messages) -> None:
    say = messages.text
    verb.add_argument(
        "bundle", metavar="BUNDLE.zip|DIR", nargs="?", type=Path, help=say("cli.help.bundle_in")
    )
    verb.add_argument("--page", metavar="FILE.html", type=Path, help=say("cli.help.page"))
    verb.add_argument("--expect", metavar="FINGERPRINT", help=messages.text("cli.help.expect"))
    verb.add_argument("--earlier", metavar="BUNDLE.zip|DIR", type=Path, help=say("cli.help.earlier"))
    verb.add_argument("--opening", metavar="FILE", type=Path, help=say("redaction.help.opening"))
    verb.add_argument("--password-file", metavar="FILE", type=Path, help=say("cli.help.unlock"))
    add_json(verb, messages)
    add_common(verb, messages)


def _add_summary(verb: argparse.ArgumentParser, messages: Messages) -> None:
    say = messages.text
    verb.add_argument("folder", metavar="DIR", type=Path, help=say("cli.help.summary_folder"))
    form = verb.add_mutually_exclusive_group()
    form.add_argument("--json", metavar="FILE|-", help=say("cli.help.summary_json"))
    form.add_argument("--csv", metavar="FILE|-", help=say("cli.help.summary_csv"))
    add_common(verb, messages)


def _add_catalog(verb: argparse.ArgumentParser, messages: Messages) -> None:
    say = messages.text
    verb.add_argument("service", metavar="SERVICE", nargs="?", help=say("cli.help.service"))
    verb.add_argument("--region", metavar="R", help=say("cli.help.region"))
    verb.add_argument("--plan", metavar="P", help=say("cli.help.plan_filter"))
    verb.add_argument("--on", metavar="DATE", help=say("cli.help.on"))
    verb.add_argument("--html", metavar="DIR", type=Path, help=say("cli.help.html"))
    change = verb.add_mutually_exclusive_group()
    change.add_argument("--update", metavar="FILE", type=Path, help=say("cli.help.update"))
    change.add_argument("--drop-update", action="store_true", help=say("cli.help.drop_update"))
    verb.add_argument("--reminder", metavar="FILE.ics", type=Path, help=say("cli.help.reminder"))
    add_json(verb, messages)
    add_common(verb, messages)
