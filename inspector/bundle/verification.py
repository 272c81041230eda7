# SPDX-License-Identifier: Apache-2.0
"""The outcome of checking a bundle, as keys and values, and as JSON `inspector/verification/1`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from inspector.domain.text import Note, note
from inspector.system.messages import Messages

SCHEMA = "inspector/verification/1"

NO_SEAL = "bundle.seal.none"
"""There is no seal, and the log names no key that there should be one of."""

UNKNOWN_KEY = "bundle.seal.unknown_key"
"""The seal holds; whose key it is cannot be seen from the bundle alone."""

KNOWN_KEY = "bundle.seal.known_key"
"""The seal holds, and its key is that of the case that is open."""

SAME_KEY = "bundle.seal.same_key"
"""The seal holds, and its key is that of an earlier bundle that somebody has."""

CheckName = Literal[
    "container",
    "payload",
    "manifest",
    "completeness",
    "seal",
    "timestamp",
    "custody",
    "report",
    "redaction",
]


_KEYS = {KNOWN_KEY: "sealed_known", SAME_KEY: "sealed_same"}
"""How a seal is summed up whose key is that of something that is known."""

FOREIGN = "bundle.foreign.program"
"""What the check `container` says of a bag that another program made."""


@dataclass(frozen=True, slots=True)
class Check:
    """One question put to a bundle. `ok` None: nothing was there to check. `notes` name all failing files."""

    name: CheckName
    ok: bool | None
    notes: tuple[Note, ...]

    def sentences(self, messages: Messages) -> list[str]:
        """Return what was found, a sentence each."""
        return [messages.text(each.key, **each.as_dict()) for each in self.notes]


def outcome(name: CheckName, problems: tuple[Note, ...], good: Note) -> Check:
    """The check that is false for its problems, or true with what is good to say."""
    return failed(name, *problems) if problems else Check(name, ok=True, notes=(good,))


def failed(name: CheckName, *problems: Note) -> Check:
    """The check that is false for these problems; what was found twice is told once."""
    return Check(name, ok=False, notes=tuple(dict.fromkeys(problems)))


def not_asked(name: CheckName, reason: Note) -> Check:
    """The check that is neither true nor false, since there is nothing to ask."""
    return Check(name, None, (reason,))


@dataclass(frozen=True, slots=True)
class Verification:
    """All checks in a fixed order. `expected`: whether the fingerprint is the one that the person gave."""

    fingerprint: str | None
    checks: tuple[Check, ...]
    expected: bool | None = None

    @property
    def ok(self) -> bool:
        """Return whether no check is false."""
        return all(check.ok is not False for check in self.checks)

    @property
    def verdict(self) -> Note:
        """Return the one sentence that sums it up, with no more than the checks bear."""
        if not self.ok:
            return note("bundle.verdict.failed", n=sum(check.ok is False for check in self.checks))
        if any(each.key == FOREIGN for check in self.checks for each in check.notes):
            return note("bundle.verdict.foreign")
        seal = next((check for check in self.checks if check.name == "seal"), None)
        if seal is None or not seal.ok:
            return note("bundle.verdict.expected" if self.expected else "bundle.verdict.unsealed")
        if self.expected:
            return note("bundle.verdict.sealed_expected")
        keys = {each.key for each in seal.notes}
        same = next((how for key, how in _KEYS.items() if key in keys), "sealed")
        return note(f"bundle.verdict.{same}")


def to_json(verification: Verification, messages: Messages) -> dict[str, object]:
    """The value of `verify --json`."""
    checks = [
        {"name": check.name, "ok": check.ok, "detail": " ".join(check.sentences(messages))}
        for check in verification.checks
    ]
    return {
        "schema": SCHEMA,
        "ok": verification.ok,
        "fingerprint": verification.fingerprint,
        "checks": checks,
    }
