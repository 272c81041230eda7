# SPDX-License-Identifier: Apache-2.0
"""The choice of language and look, to be looked at."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector.gui.dialogs.taste import TasteDialog
from inspector.gui.pages.start import StartPage
from tests.gui.sights import Visit, sight
from tests.gui.travel import click


@sight
def language_and_look(visit: Visit) -> QWidget:
    click(visit.at(StartPage).cases.taste)
    return visit.dialog(TasteDialog)
