# SPDX-License-Identifier: Apache-2.0
"""The command line of `inspector case`: what can be done with a case that is kept."""

from __future__ import annotations

import argparse
from pathlib import Path

from inspector.cli.options import add_common, add_json, add_redact, add_said, add_seal
from inspector.system.messages import Messages


def add(verb: argparse.ArgumentParser, messages: Messages, kind: type[argparse.ArgumentParser]) -> None:
    """Add what can be done with a case; `kind` makes the parsers."""
    deeds = verb.add_subparsers(dest="deed", metavar="DEED", parser_class=kind, required=True)

    def deed(name: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = deeds.add_parser(name, help=messages.text(f"case.help.{name}"))
        return made

    _add_new(deed("new"), messages)
    listing = deed("list")
    add_json(listing, messages)
    add_common(listing, messages)
    _add_open(deed("open"), messages)
    _add_add(deed("add"), messages)
    _add_export(deed("export"), messages)
    _add_reveal(deed("reveal"), messages)
    _add_check(deed("check"), messages)
    _add_originals(deed("originals"), messages)
    _add_log(deed("log"), messages)
    _add_passphrase(deed("passphrase"), messages)
    _add_code(deed("code"), messages)


def _add_case(verb: argparse.ArgumentParser, messages: Messages) -> None:
    """Add which case, and what opens it; a passphrase itself is never part of the command line."""
    say = messages.text
    verb.add_argument("case", metavar="CASE", help=say("case.help.which"))
    opens = verb.add_mutually_exclusive_group()
    opens.add_argument("--password-file", metavar="FILE", type=Path, help=say("case.help.password_file"))
    opens.add_argument("--code-file", metavar="FILE", type=Path, help=say("case.help.code_file"))
    add_common(verb, messages)


def _add_new(verb: argparse.ArgumentParser, messages: Messages) -> None:
    say = messages.text
    verb.add_argument("name", metavar="NAME", help=say("case.help.name"))
    verb.add_argument("--password-file", metavar="FILE", type=Path, help=say("case.help.password_file"))
    verb.add_argument("--write-code", metavar="FILE", type=Path, help=say("case.help.write_code"))
    verb.add_argument("--no-keychain", action="store_true", help=say("case.help.no_keychain"))
    verb.add_argument("--in-place", action="store_true", help=say("case.help.in_place"))
    verb.add_argument("--folder", metavar="DIR", type=Path, help=say("case.help.folder"))
    add_common(verb, messages)


def _add_open(verb: argparse.ArgumentParser, messages: Messages) -> None:
    _add_case(verb, messages)
    add_json(verb, messages)
    _add_archives(verb, messages)
    verb.add_argument("--quiet", action="store_true", help=messages.text("cli.help.quiet"))


def _add_add(verb: argparse.ArgumentParser, messages: Messages) -> None:
    say = messages.text
    _add_case(verb, messages)
    verb.add_argument("inputs", metavar="INPUT", nargs="*", type=Path, help=say("cli.help.input"))
    add_said(verb, messages)
    add_json(verb, messages)
    verb.add_argument("--in-place", action="store_true", help=say("case.help.in_place"))
    _add_archives(verb, messages)
    verb.add_argument("--quiet", action="store_true", help=say("cli.help.quiet"))


def _add_archives(verb: argparse.ArgumentParser, messages: Messages) -> None:
    verb.add_argument(
        "--archive-password-file", metavar="FILE", type=Path, help=messages.text("cli.help.password_file")
    )


def _add_export(verb: argparse.ArgumentParser, messages: Messages) -> None:
    say = messages.text
    _add_case(verb, messages)
    verb.add_argument("bundle", metavar="FILE.zip", type=Path, help=say("cli.help.bundle"))
    verb.add_argument("--originals", action="store_true", help=say("cli.help.originals"))
    verb.add_argument("--bare-pictures", action="store_true", help=say("notes.help"))
    add_redact(verb, messages)
    add_seal(verb, messages)
    _add_archives(verb, messages)
    verb.add_argument("--quiet", action="store_true", help=say("cli.help.quiet"))


def _add_reveal(verb: argparse.ArgumentParser, messages: Messages) -> None:
    say = messages.text
    _add_case(verb, messages)
    verb.add_argument("bundle", metavar="BUNDLE.zip", type=Path, help=say("cli.help.bundle_in"))
    verb.add_argument("item", metavar="ITEM", help=say("redaction.help.item"))
    verb.add_argument("part", metavar="PART", help=say("redaction.help.part"))
    verb.add_argument("target", metavar="FILE", type=Path, help=say("redaction.help.target"))
    _add_archives(verb, messages)


def _add_check(verb: argparse.ArgumentParser, messages: Messages) -> None:
    _add_case(verb, messages)
    bundles = messages.text("case.help.bundles")
    verb.add_argument("bundles", metavar="BUNDLE.zip", nargs="*", type=Path, help=bundles)


def _add_originals(verb: argparse.ArgumentParser, messages: Messages) -> None:
    _add_case(verb, messages)
    verb.add_argument("folder", metavar="DIR", type=Path, help=messages.text("case.help.originals_folder"))


def _add_log(verb: argparse.ArgumentParser, messages: Messages) -> None:
    _add_case(verb, messages)
    add_json(verb, messages)


def _add_passphrase(verb: argparse.ArgumentParser, messages: Messages) -> None:
    say = messages.text
    _add_case(verb, messages)
    verb.add_argument("--new-password-file", metavar="FILE", type=Path, help=say("case.help.new_password"))


def _add_code(verb: argparse.ArgumentParser, messages: Messages) -> None:
    _add_case(verb, messages)
    help_ = messages.text("case.help.write_code")
    verb.add_argument("--write-code", metavar="FILE", type=Path, help=help_)
