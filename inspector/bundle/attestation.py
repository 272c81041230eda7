# SPDX-License-Identifier: Apache-2.0
"""The check of what a bundle says of its own making: its custody log.

Each is None where there is nothing to ask; that something required is missing is for `completeness` to say.
"""

from __future__ import annotations

from inspector.bundle import custody, layout, log_check, strictjson
from inspector.bundle.bag import Bag
from inspector.bundle.verification import Check, failed, not_asked
from inspector.cases.custody import first_break
from inspector.domain.text import note
from inspector.system.clock import now


def check_custody(found: Bag) -> Check:
    """Whether each act of the custody log names the hash of the act before it, and none is missing."""
    measure = found.measures.get(layout.CUSTODY)
    if measure is None:
        return not_asked("custody", note("bundle.custody.none"))
    if measure.size > strictjson.LARGEST:
        return failed("custody", note("bundle.custody.too_large", size=measure.size))
    try:
        acts = custody.parse(found.tree.content(layout.CUSTODY, strictjson.LARGEST))
        broken = first_break(acts)
    except ValueError:
        return failed("custody", note("bundle.custody.unreadable"))
    if broken:
        return failed("custody", note("bundle.custody.broken", number=broken))
    wrong = tuple(log_check.problems(acts))
    if wrong:
        return failed("custody", *wrong)
    good = note("bundle.custody.good", n=len(acts))
    return Check("custody", ok=True, notes=(good, *log_check.cautions(acts, now())))
