# SPDX-License-Identifier: Apache-2.0
"""The pieces of fictional findings/1 objects: moments, facts, spans, sources, counts, steps."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from tests.unit.report.sample_catalog import CONTROL

Json = dict[str, Any]

NOW = datetime(2026, 11, 21, 9, 30, 0, tzinfo=UTC)
FINGERPRINT = sha256(b"manifest of a fictional bundle").hexdigest()

CREATED = {"not_before": "2012-03-04T12:00:00Z", "not_after": "2012-03-04T12:00:00Z"}
START = {"not_before": "2024-08-01T00:00:00Z", "not_after": "2024-09-18T23:59:59Z"}
EUROPE = {"not_before": "2025-11-03T00:00:00Z", "not_after": "2025-11-03T23:59:59Z"}
SHOWN_IN_EUROPE = {"not_before": "2025-09-18T00:00:00Z", "not_after": "2025-09-18T23:59:59Z"}
MOVE = {"not_before": "2025-03-01T00:00:00Z", "not_after": "2025-03-01T23:59:59Z"}
CHECKED = {"not_before": "2026-11-21T00:00:00Z", "not_after": "2026-11-21T23:59:59Z"}


def at(day: str, time: str = "12:00:00") -> Json:
    return {"not_before": f"{day}T{time}Z", "not_after": f"{day}T{time}Z"}


def digest(name: str) -> str:
    return sha256(name.encode("utf-8", "surrogatepass")).hexdigest()


def fact(number: int, kind: str, value: str | None, grade: str, moment: Json, **place: str) -> Json:
    about_control = kind in ("setting_reading", "setting_change")
    return {
        "id": f"f{number}",
        "kind": kind,
        "service": "linkedin",
        "account": "a1",
        "control": CONTROL if about_control else None,
        "value": value,
        "grade": grade,
        "moment": moment,
        "provenance": {
            "source": place.get("source", "s1"),
            "member": place.get("member"),
            "locator": place.get("locator", "row 2"),
            "raw": place.get("raw"),
        },
    }


def created() -> Json:
    return fact(
        1,
        "account_created",
        None,
        "recorded",
        {**CREATED, "raw": "2012/03/04 12:00:00 UTC", "zone": "stated", "precision": "second"},
        member="Account Status History.csv",
        locator="row 2, column Time",
        raw="2012/03/04 12:00:00 UTC",
    )


def support(grade: str | None, start: Json, end: Json | None, *because: str) -> Json:
    return {"grade": grade, "start": start, "end": end, "because": list(because)}


def span(state: str, practice: str, start: Json, end: Json | None, *parts: Json, **more: Any) -> Json:
    return {
        "state": state,
        "practice": practice,
        "decider": more.get("decider", "practice"),
        "start": start,
        "end": end,
        "grade": more.get("grade", parts[0]["grade"] if parts else None),
        "may_be_empty": more.get("may_be_empty", False),
        "support": list(parts),
    }


def position(name: str, start: Json, end: Json | None, *because: str) -> Json:
    return {"position": name, "start": start, "end": end, "because": list(because)}


_SOUGHT = {
    "setting": (
        "The position of this setting",
        "every file",
        "absent",
        "Nothing. No LinkedIn archive states this setting; a screenshot or saved page could.",
    ),
    "created": (
        "When the account was created",
        "Registration.csv, Account Status History.csv",
        "found",
        "The account’s age stays open.",
    ),
    "messages": ("Messages", "messages.csv", "found", "That category was not asked for, or there are none."),
    "shares": ("Posts", "Shares.csv", "found", "That category was not asked for, or there are none."),
    "coach": (
        "Use of the learning coach",
        "learning_coach_messages.csv",
        "absent",
        "The feature was not used, or the file was not part of this archive.",
    ),
    "receipts": (
        "Payments for a plan",
        "Receipts.csv, Receipts_v2.csv",
        "unreadable",
        "Nothing: a plan paid by an employer leaves no receipt.",
    ),
}


def member(name: str, size: int = 1200, *, used: bool = False) -> Json:
    return {
        "name": name,
        "sha256": digest(name),
        "bytes": size,
        "status": "read",
        "as_of": at("2026-11-02", "02:30:00"),
        "used": used,
    }


def archive(*members: Json, name: str = "Complete_LinkedInDataExport_11-02-2026.zip") -> Json:
    return {
        "id": "s1",
        "name": name,
        "kind": "archive",
        "service": "linkedin",
        "account": "a1",
        "format": "zip",
        "status": "read",
        "reason": None,
        "sha256": digest(name),
        "bytes": 48_213_977,
        "as_of": {"not_before": "2026-11-01T22:14:09Z", "not_after": "2026-11-02T14:30:00Z"},
        "members": list(members)
        or [
            member("Account Status History.csv", 214, used=True),
            member("Registration.csv", 96, used=True),
            member("Shares.csv", 88_231, used=True),
            member("messages.csv", 9_120_774, used=True),
            member("Private_identity_asset.csv", 20_480, used=True),
        ],
        "ledger": [
            {"id": id_, "sought": sought, "where": where, "outcome": outcome, "absence_means": means}
            for id_, (sought, where, outcome, means) in _SOUGHT.items()
        ],
    }


def picture(number: int, name: str) -> Json:
    return {
        **archive(name=name),
        "id": f"s{number}",
        "kind": "capture",
        "format": "png",
        "bytes": 184_220,
        "as_of": at("2026-03-01"),
        "members": [],
        "ledger": [],
    }


def step(id_: str, action: str, title: str, *steps: str, **more: str) -> Json:
    return {
        "id": id_,
        "service": "linkedin",
        "action": action,
        "title": title,
        "steps": list(steps),
        "url": more.get("url"),
        "due": more.get("due"),
        "status": "open",
        "not_undone": more.get("not_undone"),
    }


def checklist() -> list[Json]:
    return [
        step(
            "switch-off",
            "switch_off",
            "Switch the setting off, if you do not want it on",
            "Open Settings & Privacy.",
            "Choose Data privacy.",
            "Choose Data for Generative AI Improvement.",
            "Set the switch to Off, and take a picture of it with the date.",
            url="https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement",
            not_undone="Training that took place before stays as it is.",
        ),
        step(
            "history",
            "request",
            "Ask for the history of the setting",
            "Send the access request that belongs to this report.",
            "Note the day on which it arrived.",
            not_undone="The answer can be incomplete.",
        ),
        step(
            "recheck",
            "recheck",
            "Look at the setting again",
            "Take a new picture of the setting.",
            due="2027-05-21",
        ),
    ]


def exposure() -> list[Json]:
    months = {f"{year}-{month:02}": (year * month) % 7 for year, month in _months(14)}
    return [
        {"class": "posts", "count": 41, "possible": 3, "stated": "used", "by_month": months},
        {"class": "comments", "count": 118, "possible": 9, "stated": "used", "by_month": months},
        {"class": "resumes", "count": 2, "possible": 0, "stated": "used", "by_month": {}},
        {
            "class": "private_messages",
            "count": 2604,
            "possible": 37,
            "stated": "not_used",
            "by_month": months,
        },
        {"class": "reactions", "count": 933, "possible": 12, "stated": "unknown", "by_month": {}},
    ]


def _months(count: int) -> list[tuple[int, int]]:
    return [(2025 + (10 + step) // 12, (10 + step) % 12 + 1) for step in range(count)]


def finding(state: str, since: Json | None, grade: str | None, spans: list[Json], **more: Any) -> Json:
    return {
        "service": "linkedin",
        "account": "a1",
        "control": more.get("control", CONTROL),
        "state": state,
        "since": since,
        "grade": grade,
        "as_of": more.get("as_of", CHECKED if grade else None),
        "spans": spans,
        "switch": more.get("switch", []),
        "exposure": more.get("exposure", []),
        "conflicts": more.get("conflicts", []),
        "alternatives": more.get("alternatives", []),
        "narrow": more.get(
            "narrow",
            [
                {
                    "id": "picture",
                    "text": "A screenshot of the setting shows where the switch stands on its day.",
                },
                {
                    "id": "request",
                    "text": "An access request for the history of the setting can give the day of a change.",
                },
            ],
        ),
        "limits": more.get(
            "limits",
            [
                {"id": "archive", "text": "No LinkedIn archive states this setting."},
                {
                    "id": "region",
                    "text": "Which region LinkedIn counts the account to is not stated in the archive.",
                },
            ],
        ),
    }


def findings(*found: Json, facts: list[Json] | None = None, **more: Any) -> Json:
    return {
        "schema": "inspector/findings/1",
        "program": {"version": "1.0.0", "catalog": {"version": "2026.11.1", "sha256": digest("catalog")}},
        "complete": more.get("complete", True),
        "sources": more.get("sources", [archive()]),
        "residences": more.get("residences", []),
        "accounts": [
            {
                "id": "a1",
                "service": "linkedin",
                "created": CREATED,
                "plans": [],
                "regions_suggested": more.get("suggested", []),
                "counts": {"posts": 61},
            }
        ],
        "facts": facts if facts is not None else [created()],
        "findings": list(found),
        "checklist": more.get("checklist", checklist()),
    }
