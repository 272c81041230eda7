# SPDX-License-Identifier: Apache-2.0
"""Options that several verbs share."""

from __future__ import annotations

import argparse
from pathlib import Path

from inspector.system.messages import Messages, complete


def add_common(verb: argparse.ArgumentParser, messages: Messages) -> None:
    """Add what every verb understands."""
    verb.add_argument(
        "--lang", choices=complete(), default=argparse.SUPPRESS, help=messages.text("cli.help.lang")
    )


def add_json(verb: argparse.ArgumentParser, messages: Messages) -> None:
    """Add the choice to have the result as JSON."""
    verb.add_argument("--json", metavar="FILE|-", help=messages.text("cli.help.json"))


def add_said(verb: argparse.ArgumentParser, messages: Messages) -> None:
    """Add what a person says beside the files: where they lived, their plans, what they saw and remember."""
    say = messages.text
    verb.add_argument("--residence", metavar="SPEC", help=say("cli.help.residence"))
    verb.add_argument("--plan", metavar="SPEC", action="append", default=[], help=say("cli.help.plan"))
    verb.add_argument("--reading", metavar="SPEC", action="append", default=[], help=say("cli.help.reading"))
    verb.add_argument("--shown", metavar="SPEC", action="append", default=[], help=say("cli.help.shown"))
    verb.add_argument("--confirm", metavar="SPEC", action="append", default=[], help=say("cli.help.confirm"))
    verb.add_argument("--keys", metavar="FILE", type=Path, help=say("cli.help.keys"))


def add_redact(verb: argparse.ArgumentParser, messages: Messages) -> None:
    """Add the choice of a redacted bundle."""
    verb.add_argument("--redact", metavar="FILE|-", help=messages.text("redaction.help.redact"))


def add_seal(verb: argparse.ArgumentParser, messages: Messages) -> None:
    """Add what is said of the seal of a bundle."""
    say = messages.text
    verb.add_argument("--no-seal", action="store_true", help=say("cli.help.no_seal"))
    verb.add_argument("--lock", metavar="FILE", type=Path, help=say("cli.help.lock"))
    verb.add_argument(
        "--timestamp", metavar="ADDRESS", action="append", default=[], help=say("cli.help.timestamp")
    )
