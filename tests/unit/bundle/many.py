# SPDX-License-Identifier: Apache-2.0
"""Many fictional bundles, each with an answer of its own and a screenshot of any size."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from inspector.bundle.contents import BundleContents, Part
from inspector.bundle.seal.key import SealKey
from inspector.bundle.seal.sealing import Sealing
from inspector.bundle.writing import write
from tests.unit.bundle.fictional import CAPTURE, CONTENTS, NOW
from tests.unit.bundle.sealed import acts, real_pdf

_NOBODYS = "0" * 64
STATES = ("on", "off", "unknown", "not_applicable")


def findings(state: str = "on", **changed: object) -> bytes:
    """A findings.json with one answer, as small as the schema allows."""
    finding = {
        "service": "linkedin",
        "account": "a1",
        "control": "generative-ai-improvement",
        "state": state,
        "since": {"not_before": "2025-11-03T00:00:00Z", "not_after": "2025-11-03T23:59:59Z", "raw": "secret"},
        "grade": "default" if state in ("on", "off") else None,
        "exposure": [{"class": "posts", "count": 3, "possible": 1, "stated": "used", "by_month": {}}],
        "limits": [{"id": "l1", "text": "nobody@example.com"}],
    }
    answer = {
        "schema": "inspector/findings/1",
        "program": {"version": "1.2.3", "catalog": {"version": "2026-11-20", "sha256": "0" * 64}},
        "complete": True,
        "sources": [
            {"id": "s1", "kind": "archive", "name": "Jane Example.zip"},
            {"id": "s2", "kind": "capture"},
        ],
        "facts": [{"value": "nobody@example.com"}],
        "findings": [finding],
    }
    return json.dumps({**answer, **changed}).encode()


def contents(state: str, screenshot: bytes) -> BundleContents:
    """A bundle with an answer and a screenshot."""
    sha256 = hashlib.sha256(screenshot).hexdigest()
    shown = replace(
        CAPTURE, sha256=sha256, size=len(screenshot), parts=(Part("setting.png", sha256, screenshot),)
    )
    return replace(CONTENTS, findings_json=findings(state), originals=(shown,))


@cache
def _any_report() -> bytes:
    return real_pdf(_NOBODYS)


def _one_report(own: str) -> bytes:
    """The same report for all but for whose it is: to set one for each takes far longer than to check it."""
    return _any_report().replace(_NOBODYS.encode(), own.encode())


def make_many(folder: Path, count: int, size: int, random: Random, key: SealKey | None = None) -> int:
    """Write bundles into folders of a hundred, sealed where a key is given; return their bytes together."""
    total = 0
    for number in range(count):
        home = folder / f"{number // 100:04}"
        home.mkdir(exist_ok=True)
        target = home / f"{number:06}.zip"
        held = contents(STATES[number % len(STATES)], random.randbytes(size))
        if key is not None:
            held = replace(held, acts=acts(key.fingerprint), report_pdf=_one_report)
        write(held, target, NOW, "en", sealing=None if key is None else Sealing(key))
        total += target.stat().st_size
    return total
