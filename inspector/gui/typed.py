# SPDX-License-Identifier: Apache-2.0
"""What stands in fields, taken from a page and given to the same page made anew in another language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

Value = str | bool | None


@runtime_checkable
class Speechless(Protocol):
    """A field of our own that can say what stands in it in no language, and show that again."""

    @property
    def plain(self) -> str:
        """Return what stands there."""

    def take_plain(self, plain: str) -> None:
        """Let this stand there."""


def typed(fields: Sequence[QWidget]) -> list[Value]:
    """Return what was typed or chosen in each field, in no language. Raises TypeError for no field."""
    return [_value(field) for field in fields]


def type_again(fields: Sequence[QWidget], values: Sequence[Value]) -> None:
    """Let the same stand in the same fields of another page, in their order: one may empty those after it."""
    for field, value in zip(fields, values, strict=True):
        _put(field, value)


def _value(field: QWidget) -> Value:
    match field:
        case QAbstractButton():
            return field.isChecked()
        case QLineEdit():
            return field.text()
        case QComboBox():
            code = field.currentData()
            return code if isinstance(code, str) else None
        case Speechless():
            return field.plain
    raise TypeError(type(field).__name__)


def _put(field: QWidget, value: Value) -> None:
    match field, value:
        case QAbstractButton(), bool():
            # One of several is let go of by choosing another.
            if value or not field.autoExclusive():
                field.setChecked(value)
        case QLineEdit(), str():
            field.setText(value)
        case QComboBox(), _:
            field.setCurrentIndex(field.findData(value) if value is not None else -1)
        case Speechless(), str():
            field.take_plain(value)
