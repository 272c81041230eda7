# SPDX-License-Identifier: Apache-2.0
"""What is wrong with what a person typed to lock a bundle, by field."""

from __future__ import annotations

from inspector.bundle import locking
from inspector.domain.text import Note, note


def problems(password: str, again: str) -> dict[str, Note]:
    """Return what is wrong with `password` and, where nothing is, with `again`."""
    fault = locking.fault(password)
    if fault is not None:
        return {"password": note(f"bundle.lock.form.{fault}", **limits())}
    return {} if password == again else {"again": note("bundle.lock.form.differ")}


def limits() -> dict[str, int]:
    """Return how many signs a password has, at least and at most."""
    return {"least": locking.SHORTEST, "most": locking.LONGEST}
