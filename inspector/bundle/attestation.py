# SPDX-License-Identifier: Apache-2.0
"""The check of what a bundle says of its own making: its custody log.

Each is None where there is nothing to ask; that something required is missing is for `completeness` to say.
"""

from __future__ import annotations

from inspector.bundle import custody, layout, strictjson
from inspector.bundle.bag import Bag
from inspector.bundle.verification import Check, failed, not_asked, outcome
from inspector.cases.custody import first_break
from inspector.domain.text import note


def check_custody(found: Bag) -> Check:
    """Whether each act of the custody log names the hash of the act before it."""
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
    notes = (note("bundle.custody.broken", number=broken),) if broken else ()
    return outcome("custody", notes, note("bundle.custody.good", n=len(acts)))
