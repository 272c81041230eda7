# SPDX-License-Identifier: Apache-2.0
"""Fictional packages of Discord: capitalised folders, lower case, French; with events and without."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from tests.makers.clock import at
from tests.makers.platforms.facts import fact, utc
from tests.makers.sample import Sample, as_json, made
from tests.makers.tables import table

CREATED: Final = at("2017-03-04 05:06:07")
MADE_AT: Final = at("2026-02-01 09:00:00")
OWNER: Final = str((int(CREATED.timestamp() * 1000) - 1_420_070_400_000) << 22 | 4097)
DIRECT: Final = "300000000000000001"
SERVER: Final = "300000000000000002"
GROUP: Final = "300000000000000003"
SAID: Final = {
    DIRECT: (at("2025-12-01 10:00:00"), at("2025-12-02 10:00:00")),
    SERVER: (at("2025-11-01 10:00:00"), at("2025-11-02 10:00:00"), at("2026-01-03 10:00:00")),
    GROUP: (at("2025-10-01 10:00:00"),),
}
README: Final = b"The Analytics and Modeling folders are missing if you opted out of those activities.\n"


def user() -> dict[str, object]:
    """``user.json``."""
    return {
        "id": OWNER,
        "username": "robin.fictional",
        "discriminator": 0,
        "email": "robin@example.com",
        "verified": True,
        "ip": "192.0.2.1",
        "settings": {"settings": {}, "frecency": {}},
        "connections": [],
        "relationships": [],
        "payments": [],
        "guild_settings": [],
        "user_sessions": [],
        "notes": {},
        "flags": [],
    }


def event(when: datetime, kind: str = "session_start") -> dict[str, object]:
    """One event; its time is a text inside a text."""
    return {
        "event_type": kind,
        "event_id": "fictional",
        "user_id": OWNER,
        "domain": "Analytics",
        "ip": "192.0.2.1",
        "day": "0",
        "timestamp": f'"{when:%Y-%m-%dT%H:%M:%S}.123Z"',
    }


def lines(*events: dict[str, object]) -> bytes:
    """Newline-delimited JSON."""
    return b"".join(as_json(one) + b"\n" for one in events)


def _channel(number: str, kinds: dict[str, object]) -> dict[str, object]:
    channel: dict[str, object] = {"id": number, "type": kinds[number]}
    return {**channel, "guild": {"id": "400000000000000001", "name": "-"}} if number == SERVER else channel


_NAMED: Final[dict[str, object]] = {DIRECT: "DM", SERVER: "GUILD_TEXT", GROUP: "GROUP_DM"}
_NUMBERED: Final[dict[str, object]] = {DIRECT: 1, SERVER: 0, GROUP: 3}


def _messages_json(folder: str, prefix: str) -> dict[str, object]:
    files: dict[str, object] = {f"{folder}/index.json": dict.fromkeys(SAID, "-")}
    for number, times in SAID.items():
        said = [
            {
                "ID": int(number) + place,
                "Timestamp": f"{when:%Y-%m-%d %H:%M:%S}",
                "Contents": "-",
                "Attachments": "",
            }
            for place, when in enumerate(times)
        ]
        files[f"{folder}/{prefix}{number}/channel.json"] = _channel(number, _NAMED)
        files[f"{folder}/{prefix}{number}/messages.json"] = said
    return files


def _messages_csv(folder: str) -> dict[str, object]:
    files: dict[str, object] = {f"{folder}/index.json": dict.fromkeys(SAID, "-")}
    for number, times in SAID.items():
        rows = [(number, f"{when:%Y-%m-%d %H:%M:%S}.000000+00:00", "Fictional, text", "") for when in times]
        files[f"{folder}/c{number}/channel.json"] = _channel(number, _NUMBERED)
        files[f"{folder}/c{number}/messages.csv"] = table(
            ("ID", "Timestamp", "Contents", "Attachments"), rows
        )
    return files


def events(folder: str, *kinds: str) -> dict[str, object]:
    """Files of events in these folders."""
    content = lines(event(at("2025-03-01 07:00:00")), event(at("2026-01-30 21:00:00"), "guild_viewed"))
    return {f"{folder}/{kind}/events-2026-00000-of-00001.json": content for kind in kinds}


ALL: Final = ("analytics", "modeling", "reporting", "tns")
OPTED_OUT: Final = ("reporting", "tns")
COUNTS: Final = {"private_messages": 3, "group_messages": 3}


def _sample(era: str, account: str, files: dict[str, object]) -> Sample:
    place = f"{account}/user.json"
    members = {"README.txt": README, place: user(), f"{account}/avatar.png": b"\x89PNG", **files}
    created = fact("account_created", "created", utc(CREATED), place, "/id")
    return Sample(
        f"discord-{era}", "discord", made("package.zip", members, MADE_AT), OWNER, COUNTS, (created,)
    )


def discord_samples() -> tuple[Sample, ...]:
    """Packages of 2026, of one who opted out in French, and of about 2023."""
    return (
        _sample("2026", "Account", _messages_json("Messages", "c") | events("Activity", *ALL)),
        _sample(
            "french-opted-out", "Compte", _messages_json("Messages", "c") | events("Activité", *OPTED_OUT)
        ),
        _sample("2023", "account", _messages_csv("messages") | events("activity", *ALL)),
    )
