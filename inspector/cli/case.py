# SPDX-License-Identifier: Apache-2.0
"""`inspector case`: what `inspect` does, in a case that is kept encrypted on this computer."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from inspector.app import case_doors, specs
from inspector.app.case_check import check, note_check
from inspector.app.case_doors import Opened
from inspector.app.case_error import CaseError
from inspector.app.case_originals import take_out
from inspector.app.case_session import leave_originals, read_anew, session_of, stale
from inspector.app.case_shelf import find, shelf
from inspector.app.catalog_choice import catalog_in_use
from inspector.app.checking import verify
from inspector.app.inspect import fill
from inspector.app.problems import problems
from inspector.app.revealing import Holder, reveal
from inspector.app.sealing import known_keys, secret_for
from inspector.app.session import Session, never
from inspector.bundle.contents import BundleError
from inspector.cases.acts import ActKind
from inspector.cases.custody import chained
from inspector.cases.vault.keychain import system_keychain
from inspector.cli import secret
from inspector.cli.bundling import make_bundle, wish_of
from inspector.cli.exits import Exit
from inspector.cli.findings import print_findings
from inspector.cli.inspect import exit_code, request_of
from inspector.cli.output import talks, write_bytes, write_json
from inspector.cli.sealing import stamping_of
from inspector.cli.terminal import Terminal, complain
from inspector.domain.text import note
from inspector.domain.wire import time_text
from inspector.report.findings import findings_object, findings_text
from inspector.report.notes import Notes
from inspector.system.messages import Messages
from inspector.system.places import cases_folder

_SHORT: Final = 8
"""Letters of an id, as the list shows it, that tell cases apart."""


def run(options: argparse.Namespace, messages: Messages) -> Exit:
    """Do what was asked with a case and return the exit code. Raises UsageError, CaseError."""
    return _DEEDS[options.deed](options, messages)


def _new(options: argparse.Namespace, messages: Messages) -> Exit:
    case_doors.check_name(options.name)
    words = secret.new_passphrase(options.password_file, messages)
    keychain = None if options.no_keychain else system_keychain()
    with _code_file(options) as file:
        made = case_doors.make(options.name, words, options.folder or cases_folder(), keychain)
        with made.opened.case:
            if options.in_place:
                leave_originals(made.opened)
            session_of(made.opened, catalog_in_use())
    out = Terminal.of(sys.stdout)
    out.text(messages.text("case.made", id=made.opened.place.id, folder=made.opened.place.folder))
    out.text(messages.text("case.keychain_opens" if made.keychain else "case.passphrase_opens"))
    _give_code(file, made.code, messages)
    return Exit.DONE


def _list(options: argparse.Namespace, messages: Messages) -> Exit:
    cases = shelf(system_keychain())
    rows = [
        {
            "id": one.place.id,
            "name": one.name,
            "folder": str(one.place.folder),
            "opens_with": sorted(one.place.ways),
            "changed": time_text(one.changed),
        }
        for one in cases
    ]
    found = {"schema": "inspector/cases/1", "cases": rows}
    write_json(options.json, json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    if talks(options.json):
        out = Terminal.of(sys.stdout)
        if not cases:
            out.text(messages.text("case.list.none"))
        for one in cases:
            name = one.name or messages.text("case.list.locked")
            out.text(messages.text("case.list.row", id=one.short, name=name, changed=one.changed.date()))
    return Exit.DONE


def _open(options: argparse.Namespace, messages: Messages) -> Exit:
    opened = _unlocked(options, messages)
    with opened.case:
        session = _session(opened, options)
        gone = read_anew(session, stale(session))
        for source in gone:
            complain(messages.text("case.read_by_earlier", name=source.name))
        return _answer(session, options, messages)


def _add(options: argparse.Namespace, messages: Messages) -> Exit:
    catalog = catalog_in_use()
    request = request_of(options, catalog, options.archive_password_file)
    opened = _unlocked(options, messages)
    with opened.case:
        session = session_of(opened, catalog, in_place=options.in_place)
        known = len(session.case.acts)
        fill(session, request)
        for act in session.case.acts[known:]:
            if act.kind is ActKind.KEPT and "problem" in act.details:
                complain(messages.text(str(act.details["problem"]), name=act.details["name"]))
        return _answer(session, options, messages)


def _export(options: argparse.Namespace, messages: Messages) -> Exit:
    stamping = stamping_of(options, messages)
    opened = _unlocked(options, messages)
    with opened.case:
        session = _session(opened, options)
        inspection = session.inspection()
        code = exit_code(inspection)
        if code is Exit.NOTHING_USED:
            complain(messages.text("case.nothing_to_export"))
            return code
        wish = wish_of(options, messages, session.passwords, stamping)
        out = None if options.quiet else Terminal.of(sys.stdout)
        failed = make_bundle(session.case, inspection, session.catalog, wish, out)
        if failed is not None:
            session.note_failure("export")
        return failed or code


def _reveal(options: argparse.Namespace, messages: Messages) -> Exit:
    opened = _unlocked(options, messages)
    with opened.case:
        session = _session(opened, options)
        case = session.case
        holder = Holder(case.acts, case.readings, session.passwords, secret_for(case))
        try:
            made = reveal(holder, options.bundle, options.item, options.part)
        except BundleError as error:
            complain(Notes(messages).text(error.note))
            return Exit.NOTHING_USED
    write_bytes(options.target, made)
    Terminal.of(sys.stdout).text(messages.text("redaction.revealed", file=options.target.name))
    return Exit.DONE


def _check(options: argparse.Namespace, messages: Messages) -> Exit:
    opened = _unlocked(options, messages)
    with opened.case:
        session = _session(opened, options)
        keeper = session.keeper
        if keeper is None:
            raise TypeError("case")
        checked = check(keeper, [one.source for one in session.case.readings], never)
        note_check(session, checked)
        out = Terminal.of(sys.stdout)
        for one in checked.notes:
            out.text(Notes(messages).text(one))
        holds = [_check_bundle(session, path, out, messages) for path in options.bundles]
        return Exit.DONE if checked.holds and all(holds) else Exit.NOTHING_USED


def _originals(options: argparse.Namespace, messages: Messages) -> Exit:
    opened = _unlocked(options, messages)
    with opened.case as case:
        written = take_out(case, [one.source for one in case.readings], options.folder, never)
    out = Terminal.of(sys.stdout)
    out.text(messages.text("case.taken_out", n=len(written), folder=options.folder))
    return Exit.DONE if written else Exit.NOTHING_USED


def _log(options: argparse.Namespace, messages: Messages) -> Exit:
    opened = _unlocked(options, messages)
    with opened.case as case:
        acts = chained(act.as_object() for act in case.acts)
    found = {"schema": "inspector/log/1", "acts": acts}
    write_json(options.json, json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    if talks(options.json):
        out = Terminal.of(sys.stdout)
        for act in acts:
            done = messages.text(f"report.custody.act.{act['kind']}")
            out.text(f"{act['n']:>4}  {act['at']}  {done}")
        out.text(messages.text("case.log_holds", n=len(acts)))
    return Exit.DONE


def _passphrase(options: argparse.Namespace, messages: Messages) -> Exit:
    opened = _unlocked(options, messages)
    with opened.case:
        case_doors.renew_passphrase(opened, secret.new_passphrase(options.new_password_file, messages))
    Terminal.of(sys.stdout).text(messages.text("case.passphrase_renewed"))
    return Exit.DONE


def _code(options: argparse.Namespace, messages: Messages) -> Exit:
    opened = _unlocked(options, messages)
    with opened.case, _code_file(options) as file:
        code = case_doors.renew_code(opened)
    _give_code(file, code, messages)
    return Exit.DONE


def _unlocked(options: argparse.Namespace, messages: Messages) -> Opened:
    """Open the case that is meant by what was given for it. Raises UsageError, CaseError."""
    keychain = system_keychain()
    place = find(options.case, keychain)
    if options.code_file is not None:
        return case_doors.by_recovery(place, specs.password(options.code_file))
    if options.password_file is None and keychain is not None and "keychain" in place.ways:
        try:
            return case_doors.by_keychain(place, keychain)
        except CaseError as error:
            # The passphrase opens the case whatever the keychain says.
            complain(Notes(messages).text(error.note))
    try:
        return case_doors.by_passphrase(place, secret.passphrase(options.password_file, messages))
    except CaseError as error:
        if error.note.key == "case.wrong_passphrase" and "recovery" in place.ways:
            raise CaseError(note("case.wrong_passphrase_here", id=place.id[:_SHORT])) from error
        raise


def _session(opened: Opened, options: argparse.Namespace) -> Session:
    session = session_of(opened, catalog_in_use())
    file = getattr(options, "archive_password_file", None)
    if file is not None:
        session.unlock(specs.password(file))
    return session


def _answer(session: Session, options: argparse.Namespace, messages: Messages) -> Exit:
    inspection = session.inspection()
    for problem in problems(inspection.sources):
        complain(Notes(messages).text(problem))
    write_json(options.json, findings_text(findings_object(inspection, messages)))
    if talks(options.json) and not options.quiet:
        out = Terminal.of(sys.stdout)
        if session.case.readings:
            print_findings(inspection, session.catalog, messages, out)
        else:
            out.text(messages.text("case.nothing_added"))
    return exit_code(inspection)


@contextmanager
def _code_file(options: argparse.Namespace) -> Iterator[secret.CodeFile | None]:
    """Give the file for the recovery code where one is wanted; it is gone again where no code was made."""
    file = secret.CodeFile(options.write_code) if options.write_code is not None else None
    try:
        yield file
    except BaseException:
        if file is not None:
            file.forget()
        raise


def _give_code(file: secret.CodeFile | None, code: str, messages: Messages) -> None:
    out = Terminal.of(sys.stdout)
    if file is not None:
        file.write(code, messages)
        out.text(messages.text("case.code.written", file=file.file.name))
        return
    out.text(messages.text("case.code.is"))
    out.line(f"  {code}")
    out.text(messages.text("case.code.what_for"))


def _check_bundle(session: Session, path: Path, out: Terminal, messages: Messages) -> bool:
    """Tell whether a bundle is intact and one of those that the log says this case made."""
    made = [act.details.get("fingerprint") for act in session.case.acts if act.kind is ActKind.EXPORTED]
    found = verify(path, None, known=known_keys(session.case))
    if not found.ok:
        key = "case.checked.bundle_broken"
    elif found.fingerprint not in made:
        key = "case.checked.bundle_foreign"
    else:
        # The fingerprint names the key of the seal, and the seal covers what the fingerprint does not.
        sealed = any(check.name == "seal" and check.ok for check in found.checks)
        key = "case.checked.bundle" if sealed else "case.checked.bundle_unsealed"
    out.text(messages.text(key, file=path.name))
    return key in ("case.checked.bundle", "case.checked.bundle_unsealed")


_DEEDS: dict[str, Callable[[argparse.Namespace, Messages], Exit]] = {
    "new": _new,
    "list": _list,
    "open": _open,
    "add": _add,
    "export": _export,
    "reveal": _reveal,
    "check": _check,
    "originals": _originals,
    "log": _log,
    "passphrase": _passphrase,
    "code": _code,
}
