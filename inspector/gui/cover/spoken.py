# SPDX-License-Identifier: Apache-2.0
"""What a screen reader is told of a covered window: the program's own words, and that the rest is covered."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QAccessibleWidget,
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QStackedWidget,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from inspector.app.own_words import OwnWords
from inspector.gui.cover.openly import is_open

_TEXT = QAccessible.Text
_ROLE = QAccessible.Role
_ROLES: Final[tuple[tuple[type[QWidget], QAccessible.Role], ...]] = (
    (QCheckBox, _ROLE.CheckBox),
    (QRadioButton, _ROLE.RadioButton),
    (QAbstractButton, _ROLE.Button),
    (QLabel, _ROLE.StaticText),
    (QLineEdit, _ROLE.EditableText),
    (QPlainTextEdit, _ROLE.EditableText),
    (QTextEdit, _ROLE.EditableText),
    (QAbstractSpinBox, _ROLE.EditableText),
    (QAbstractItemView, _ROLE.List),
    (QMainWindow, _ROLE.Window),
    (QDialog, _ROLE.Dialog),
)
_WHOLE = (QAbstractItemView, QPlainTextEdit, QTextEdit, QLineEdit, QComboBox, QAbstractSpinBox)
"""Their parts are not told at all."""


class Spoken(QAccessibleWidget):
    """A widget as a screen reader finds it while it is covered. It can be pressed as ever."""

    def __init__(self, widget: QWidget, own: OwnWords, covered: str, role: QAccessible.Role) -> None:
        super().__init__(widget, role, "")
        self._widget = widget
        self._own = own
        self._covered = covered

    def text(self, kind: QAccessible.Text) -> str:
        """Return its name and description where they are the program's own words."""
        if kind == _TEXT.Name:
            return self._name()
        said = {_TEXT.Description: self._widget.accessibleDescription, _TEXT.Help: self._widget.whatsThis}
        found = said[kind]() if kind in said else ""
        return found if found in self._own else ""

    def _name(self) -> str:
        name, shown = self._widget.accessibleName(), shown_by(self._widget)
        if name and name in self._own:
            return name
        if shown and shown in self._own:
            return shown
        return self._covered if name or shown else ""

    def childCount(self) -> int:
        """Return how many parts it has, none where they would tell what it holds."""
        return 0 if isinstance(self._widget, _WHOLE) else super().childCount()

    def state(self) -> QAccessible.State:
        """Return how it stands: what can be ticked is told as ever."""
        found = super().state()
        if isinstance(self._widget, QAbstractButton) and self._widget.isCheckable():
            found.checkable, found.checked = 1, int(self._widget.isChecked())
        return found

    def actionNames(self) -> list[str]:
        """Return what can be done with it."""
        names = list(super().actionNames())
        return ["Press", *names] if isinstance(self._widget, QAbstractButton) else names

    def doAction(self, name: str) -> None:
        """Press it, or whatever else can be done."""
        if name == "Press" and isinstance(self._widget, QAbstractButton):
            self._widget.click()
        else:
            super().doAction(name)


def shown_by(widget: QWidget) -> str:
    """Return the words that a widget shows and is called by, where it has no other name."""
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def role_of(widget: QWidget) -> QAccessible.Role:
    """Return what a widget is to a screen reader."""
    for kind, role in _ROLES:
        if isinstance(widget, kind):
            return role
    return QAccessible.Role.Grouping if widget.accessibleName() else QAccessible.Role.Client


class Voices:
    """Speaks for widgets in the place of Qt, as long as they are covered.

    Each widget is taken once it is whole: one that is still being made would be known to Python as less than
    it becomes.
    """

    def __init__(self, own: OwnWords, covered: str) -> None:
        """Take the words that may be told, and what is told in the place of others."""
        self._own = own
        self._covered = covered
        # Qt deletes them; until then nobody else may.
        self._spoken: dict[QWidget, Spoken] = {}

    def speak_for(self, widget: QWidget) -> None:
        """Tell of a widget only what may be told."""
        known = self._spoken.get(widget)
        if (known is not None and isValid(known)) or _tells_nothing(widget) or is_open(widget):
            return
        _forget(widget)
        self._spoken[widget] = spoken = Spoken(widget, self._own, self._covered, role_of(widget))
        QAccessible.registerAccessibleInterface(spoken)

    def end(self) -> None:
        """Let Qt speak for all of them again."""
        for widget, spoken in self._spoken.items():
            if isValid(widget) and isValid(spoken):
                _forget(widget)
        self._spoken.clear()


def _tells_nothing(widget: QWidget) -> bool:
    """Answer whether a widget only holds others: it has no name and never gets one."""
    is_plain = type(widget) in (QWidget, QFrame) and not widget.accessibleName()
    return is_plain or isinstance(widget, QStackedWidget | QScrollBar)


def _forget(widget: QWidget) -> None:
    """Let a widget be asked anew what it is called."""
    found = QAccessible.queryAccessibleInterface(widget)
    if found is not None:
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(found))
