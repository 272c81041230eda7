# SPDX-License-Identifier: Apache-2.0
"""Many fictional bundles, each with an answer of its own and a screenshot of any size."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from random import Random

from inspector.bundle.contents import BundleContents, Part
from inspector.bundle.writing import write
from tests.unit.bundle.fictional import CAPTURE, CONTENTS, NOW

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


def make_many(folder: Path, count: int, size: int, random: Random) -> int:
    """Write bundles into folders of a hundred; return how many bytes they have together."""
    total = 0
    for number in range(count):
        home = folder / f"{number // 100:04}"
        home.mkdir(exist_ok=True)
        target = home / f"{number:06}.zip"
        write(contents(STATES[number % len(STATES)], random.randbytes(size)), target, NOW, "en")
        total += target.stat().st_size
    return total
