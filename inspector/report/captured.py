# SPDX-License-Identifier: Apache-2.0
"""What captures show as the reading/1 object (schema resources/schemas/reading-1.json)."""

from __future__ import annotations

from collections.abc import Sequence

from inspector.domain.captured import Basis, Captured, Letter, Secret, Setting
from inspector.domain.wire import moment_object
from inspector.report.notes import Notes
from inspector.system.messages import Messages

Json = dict[str, object]

_NOTHING = Setting(None, None, "", "", "unknown", "unknown", 0.0, asked=True, why=())


def readings_object(captured: Sequence[Captured], messages: Messages) -> Json:
    """Return all captures, in their order, as the object that `read --json` writes."""
    return {"schema": "inspector/reading/1", "captures": [_capture(one, messages) for one in captured]}


def why_of(captured: Captured, setting: Setting | None, messages: Messages) -> list[str]:
    """Return the reasons of a reading as sentences, those of the setting first."""
    keys = (*(setting.why if setting else ()), *captured.why)
    return [messages.text(key) for key in dict.fromkeys(keys)]


def _capture(one: Captured, messages: Messages) -> Json:
    setting = one.setting or _NOTHING
    return {
        "file": one.file,
        "kind": one.kind,
        "service": setting.service,
        **_position(setting),
        "why": why_of(one, one.setting, messages),
        "moment": moment_object(one.moment),
        "basis": [_basis(trace) for trace in one.basis],
        "box": _box(setting),
        "status": one.status,
        "reason": Notes(messages).optional(one.reason),
        "url": one.url,
        "locator": setting.locator or None,
        "since": moment_object(setting.since) if setting.since.is_known else None,
        "further": [_further(other, messages) for other in one.settings[1:]],
        "mails": [_letter(letter, messages) for letter in one.letters],
        "secrets": [_secret(secret) for secret in one.secrets],
        "notes": [_secret(secret) for secret in one.notes],
    }


def _position(one: Setting) -> Json:
    return {
        "control": one.control,
        "label": one.label,
        "lang": one.lang,
        "state": one.state,
        "sharing": one.sharing,
        "confidence": round(one.confidence, 2),
        "asked": one.asked,
    }


def _further(one: Setting, messages: Messages) -> Json:
    why = [messages.text(key) for key in one.why]
    place = {"box": _box(one), "locator": one.locator or None}
    return {"service": one.service, **_position(one), "why": why, **place}


def _basis(trace: Basis) -> Json:
    bounds = {"moment": moment_object(trace.moment.bounds())} if trace.moment.is_known else {}
    return {"what": trace.what, "raw": trace.raw, "worth": trace.worth, **bounds}


def _box(one: Setting) -> Json:
    label, control = one.pixels.label, one.pixels.control
    return {"label": list(label) if label else None, "control": list(control) if control else None}


def _letter(one: Letter, messages: Messages) -> Json:
    return {
        "service": one.service,
        "what": one.what,
        "subject": one.subject,
        "moment": moment_object(one.moment),
        "locator": one.locator,
        "grade": one.grade,
        "signed_by": one.signed_by,
        "why": [messages.text(key) for key in one.why],
    }


def _secret(one: Secret) -> Json:
    return {"what": one.what, "locator": one.locator, "count": one.count}
