# SPDX-License-Identifier: Apache-2.0
"""Buttons: verbs. One primary action per page, the others beside it, and links within text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from inspector.gui.theme.buttons import LINK, LOOK, PRIMARY, SECONDARY
from inspector.gui.theme.measures import Step


class _Button(QPushButton):
    look = SECONDARY
    step = Step.TEXT

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty(LOOK, self.look)
        self.setFont(self.step.font())
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def leads(self) -> bool:
        """Answer whether it is the one thing to do next."""
        return bool(self.property(LOOK) == PRIMARY)

    def lead(self, *, on: bool = True) -> None:
        """Be the one thing to do next, or one among others for now."""
        self.setProperty(LOOK, PRIMARY if on else SECONDARY)
        self.setFont((Step.STRONG if on else Step.TEXT).font())
        self.updateGeometry()
        self.update()


class PrimaryButton(_Button):
    """The one thing to do next."""

    look = PRIMARY
    step = Step.STRONG


class SecondaryButton(_Button):
    """Another thing one can do here."""


class LinkButton(_Button):
    """An action that reads as part of a text."""

    look = LINK


class SmallLinkButton(_Button):
    """An action beside an aside."""

    look = LINK
    step = Step.ASIDE
