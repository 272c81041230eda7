# SPDX-License-Identifier: Apache-2.0
"""Loads beside the open window what it would otherwise stand still for."""

from __future__ import annotations

import gc
from importlib import import_module
from typing import TYPE_CHECKING

from inspector.app.jobs import Job
from inspector.app.journey import PAGES
from inspector.gui.desk import Desk, new_session
from inspector.system.clock import now

if TYPE_CHECKING:
    from inspector.app.session import Session


_DIALOGS = ("dialogs.mishap", "vault.new_case", "vault.unlock", "vault.recovery")
_CASES = ("case_session", "case_shelf", "case_check", "case_originals")


def load_case(_job: Job) -> Session:
    """Return a new case. What is loaded by then stays; looking through it for garbage would take time."""
    session = new_session()
    gc.freeze()
    return session


def load_pages(job: Job, desk: Desk) -> None:
    """Load every page and the long lists they offer, so that none takes its time when it is first opened."""
    for name in (*(f"pages.{page}" for page in PAGES), *_DIALOGS):
        job.check()
        import_module(f"inspector.gui.{name}")
    for name in _CASES:
        job.check()
        import_module(f"inspector.app.{name}")
    from inspector.actions.wording import long_day  # noqa: PLC0415 - the window opens before it is loaded
    from inspector.gui.collect.when import zones  # noqa: PLC0415 - the same

    def day() -> str:
        return long_day(now().date(), desk.messages.lang)

    for look_up in (desk.catalog.services, lambda: desk.places, zones, day):
        job.check()
        look_up()
    gc.freeze()
