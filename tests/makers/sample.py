# SPDX-License-Identifier: Apache-2.0
"""A made export of any service with what a reader must find in it, worked out from what went in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tests.makers.made import Made
from tests.makers.truth import Truth
from tests.makers.zips import Member

Stated = tuple[str, str, str | None, str | None, str, str]
"""A fact: kind, value, both bounds, member, place."""


@dataclass(frozen=True, slots=True)
class Sample:
    """An export, whose it is, what is counted by data class, and every fact that it states.

    `told` are the ids of the sentences that a reader says of it.
    """

    name: str
    service: str
    made: Made
    account: str | None
    counts: Mapping[str, int] = field(default_factory=dict)
    facts: tuple[Stated, ...] = ()
    told: tuple[str, ...] = ()


def made(name: str, files: Mapping[str, object], when: datetime) -> Made:
    """Return an export of these files, all written at one time; what is no bytes becomes JSON."""
    members = [
        Member(path, data if isinstance(data, bytes) else as_json(data), when) for path, data in files.items()
    ]
    return Made(name, tuple(members), Truth())


def as_json(value: object) -> bytes:
    """Return JSON in one line, as services write it."""
    return json.dumps(value, separators=(",", ":")).encode()


def iso_ms(when: datetime) -> str:
    """``2025-03-01T09:30:00.000Z``."""
    return f"{when:%Y-%m-%dT%H:%M:%S}.000Z"


def iso_us(when: datetime) -> str:
    """``2025-03-01T09:30:00.123456+00:00``."""
    return f"{when:%Y-%m-%dT%H:%M:%S}.123456+00:00"
