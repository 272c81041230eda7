# SPDX-License-Identifier: Apache-2.0
"""Which palette the window wears: the person's choice, or the system's, followed while the window is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from inspector.gui.theme.palette import palette_of, palette_of_rows
from inspector.gui.theme.style import InspectorStyle
from inspector.gui.theme.tokens import LIGHT, PALETTES, Scheme, Tokens, tokens_for
from inspector.system.preferences import Look

_Light = Qt.ColorScheme
_WANTED = {Look.LIGHT: _Light.Light, Look.DARK: _Light.Dark}
_SCHEMES: dict[tuple[bool, bool], Scheme] = {
    (False, False): "light",
    (True, False): "dark",
    (False, True): "contrast-light",
    (True, True): "contrast-dark",
}
"""By whether it is dark and whether it is strong."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the system asks for: light or dark, where it says so, and whether in high contrast."""

    scheme: Qt.ColorScheme
    strong: bool = False


class Theme(QObject):
    """Dresses the application. Widgets need not know it: they read their colours with `tokens_of(self)`."""

    changed = Signal()

    def __init__(self, app: QApplication, asked: Callable[[], Asked] | None = None) -> None:
        """Dress `app` as the system asks, and again whenever it asks for something else.

        `asked` says what the system asks for, by default what Qt knows of it.
        """
        super().__init__(app)
        self._app = app
        self._look = Look.SYSTEM
        self._asked = asked or self._ask_system
        self._before = QPalette(app.palette())
        self._style = InspectorStyle()
        app.setStyle(self._style)
        app.styleHints().colorSchemeChanged.connect(self.follow)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self.follow)
        self.tokens: Tokens = LIGHT
        self.follow()

    def choose(self, look: Look) -> None:
        """Wear what the person chose from now on; frames that the system draws are asked to match."""
        self._look = look
        hints = self._app.styleHints()
        if look in _WANTED:
            hints.setColorScheme(_WANTED[look])
        else:
            hints.unsetColorScheme()
        self.follow()

    def follow(self) -> None:
        """Wear what was chosen, or what the system asks for. Where that says nothing, its colours decide."""
        asked = self._asked()
        scheme = _WANTED.get(self._look, asked.scheme)
        known = scheme is not _Light.Unknown
        is_dark = scheme is _Light.Dark if known else tokens_for(self._before).is_dark
        is_strong = self._look is Look.CONTRAST or (self._look is Look.SYSTEM and asked.strong)
        self.wear(_SCHEMES[is_dark, is_strong])

    def wear(self, scheme: Scheme) -> None:
        """Wear this palette until told or asked otherwise."""
        self.tokens = PALETTES[scheme]
        self._app.setPalette(palette_of(self.tokens))
        rows = "QAbstractItemView"
        self._app.setPalette(palette_of_rows(self.tokens), rows)  # type: ignore[arg-type] # it takes a str alone; the stubs say bytes
        self.changed.emit()

    def _ask_system(self) -> Asked:
        hints = self._app.styleHints()
        strong = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
        return Asked(hints.colorScheme(), strong)
