# SPDX-License-Identifier: Apache-2.0
"""The settings of all services by the names a person chooses them by."""

from __future__ import annotations

from inspector.gui.desk import Desk


def controls(desk: Desk) -> list[tuple[str, str]]:
    """Return every setting of every service as id and words."""
    lang = desk.messages.lang
    return [
        (control.id, desk.text("gui.reading.setting", service=entry.name, name=control.name.text(lang)))
        for entry in desk.catalog.services()
        for control in entry.controls
    ]


def control_name(desk: Desk, control: str) -> str:
    """Return the words for a setting."""
    return dict(controls(desk)).get(control, control)
