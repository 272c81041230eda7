# SPDX-License-Identifier: Apache-2.0
"""Loads beside the open window what it would otherwise stand still for."""

from __future__ import annotations

import gc
from importlib import import_module
from typing import TYPE_CHECKING

from inspector.app.jobs import Job
from inspector.app.journey import PAGES
from inspector.gui.desk import Desk, new_session

if TYPE_CHECKING:
    from inspector.app.session import Session


def load_case(_job: Job) -> Session:
    """Return a new case. What is loaded by then stays; looking through it for garbage would take time."""
    session = new_session()
    gc.freeze()
    return session


def load_pages(job: Job, desk: Desk) -> None:
    """Load every page and the long lists they offer, so that none takes its time when it is first opened."""
    for name in PAGES:
        job.check()
        import_module(f"inspector.gui.pages.{name}")
    from inspector.gui.collect.when import zones  # noqa: PLC0415 - the window opens before it is loaded

    for look_up in (desk.catalog.services, lambda: desk.places, zones):
        job.check()
        look_up()
    gc.freeze()
