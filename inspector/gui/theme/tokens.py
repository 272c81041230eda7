# SPDX-License-Identifier: Apache-2.0
"""The colours of the window by what they are for, once for light and once for dark."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

Scheme = Literal["light", "dark"]
_LINEAR_UP_TO = 0.04045


@dataclass(frozen=True, slots=True)
class Tokens:
    """One palette. `line` only separates, `outline` is that of a button; `edge` bounds what can be filled in.

    `chosen` is the ground of a row that is chosen.
    """

    scheme: Scheme
    paper: QColor
    card: QColor
    rail: QColor
    ink: QColor
    muted: QColor
    line: QColor
    outline: QColor
    edge: QColor
    hover: QColor
    chosen: QColor
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    focus: QColor
    on: QColor
    on_ground: QColor
    off: QColor
    off_ground: QColor
    unknown: QColor
    unknown_ground: QColor

    def colour(self, name: str) -> QColor:
        """Return a colour by its name here, such as `muted`. Raises KeyError for any other name."""
        found = getattr(self, name, None)
        if not isinstance(found, QColor):
            raise KeyError(name)
        return QColor(found)

    def state(self, state: str) -> tuple[QColor, QColor]:
        """Return ink and ground of `on`, `off` or `unknown`; whatever else there is looks like unknown."""
        name = state if state in ("on", "off") else "unknown"
        return self.colour(name), self.colour(f"{name}_ground")

    def names(self) -> tuple[str, ...]:
        """Return the names of all colours."""
        return tuple(field.name for field in fields(self) if field.name != "scheme")


def _tokens(scheme: Scheme, **colours: str) -> Tokens:
    return Tokens(scheme, **{name: QColor(value) for name, value in colours.items()})


LIGHT = _tokens(
    "light",
    paper="#F6F5F1",
    card="#FFFFFF",
    rail="#ECEAE4",
    ink="#1D2330",
    muted="#596273",
    line="#DDDAD2",
    outline="#C2BDB2",
    edge="#7F8693",
    hover="#F1EFEA",
    chosen="#DCEBEF",
    accent="#0F5D73",
    accent_hover="#0B4A5C",
    on_accent="#FFFFFF",
    focus="#0B7FA3",
    on="#A8401B",
    on_ground="#FBEDE6",
    off="#1C6A50",
    off_ground="#E6F2ED",
    unknown="#566072",
    unknown_ground="#ECEEF1",
)
DARK = _tokens(
    "dark",
    paper="#14181F",
    card="#1C222B",
    rail="#10141A",
    ink="#E9ECF1",
    muted="#A3ADBD",
    line="#323B48",
    outline="#4C586A",
    edge="#6C7788",
    hover="#252D38",
    chosen="#21414D",
    accent="#5CC0D8",
    accent_hover="#7FD0E3",
    on_accent="#0C1A20",
    focus="#7AD3EA",
    on="#F2A27C",
    on_ground="#3A2318",
    off="#7FD1B0",
    off_ground="#14312A",
    unknown="#B4BDCB",
    unknown_ground="#2A323D",
)

# What stands on what and must be told apart: text needs 4.5:1, parts 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
TEXT_PAIRS = (
    *((ink, ground) for ink in ("ink", "muted", "accent") for ground in ("paper", "card", "rail", "hover")),
    *((ink, "chosen") for ink in ("ink", "muted", "accent", "on", "off", "unknown")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    *((state, f"{state}_ground") for state in ("on", "off", "unknown")),
    *((state, ground) for state in ("on", "off", "unknown") for ground in ("paper", "card")),
    *(("ink", f"{state}_ground") for state in ("on", "off", "unknown")),
)
PART_PAIRS = (
    *(
        (part, ground)
        for part in ("focus", "edge", "accent", "muted")
        for ground in ("paper", "card", "rail", "hover")
    ),
    *((part, ground) for part in ("on", "off", "unknown") for ground in ("paper", "card", "hover")),
    ("on_accent", "accent"),
    ("focus", "chosen"),
    *((part, f"{state}_ground") for state in ("on", "off", "unknown") for part in ("focus", state)),
)


def tokens_for(palette: QPalette) -> Tokens:
    """Return the tokens of a palette: the dark ones where its text is lighter than its window."""
    window = palette.color(QPalette.ColorRole.Window)
    return DARK if palette.color(QPalette.ColorRole.WindowText).lightness() > window.lightness() else LIGHT


def tokens_of(widget: QWidget) -> Tokens:
    """Return the tokens a widget is to be painted with right now."""
    return tokens_for(widget.palette())


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= _LINEAR_UP_TO else ((part + 0.055) / 1.055) ** 2.4)
