# SPDX-License-Identifier: Apache-2.0
"""Checks a bundle and takes its answer out of the very bytes that were checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from inspector.bundle import layout, strictjson
from inspector.bundle.answers import Answer, answer_of
from inspector.bundle.bag import Bag
from inspector.bundle.streams import Passed, measure, unheard
from inspector.bundle.verification import Verification
from inspector.bundle.verifying import verify


@dataclass(frozen=True, slots=True)
class Examined:
    """What the checks found and what the bundle answers: None where that is not known."""

    verification: Verification
    answer: Answer | None


def examine(path: Path, passed: Passed = unheard) -> Examined:
    """Check the bundle at `path`, without the signature of its PDF, and read its answer.

    The answer of a bundle that was changed is nobody's, so it is not given.
    """
    answers: list[Answer | None] = []
    verification = verify(path, None, passed, look=lambda found: answers.append(_answer(found)), pages=False)
    return Examined(verification, answers[0] if answers and verification.ok else None)


def _answer(found: Bag) -> Answer | None:
    measured = found.measures.get(layout.FINDINGS)
    if measured is None or measured.size > strictjson.LARGEST:
        return None
    data = found.tree.content(layout.FINDINGS, strictjson.LARGEST)
    if measure([data]) != measured:
        return None
    try:
        return answer_of(data)
    except ValueError:
        return None
