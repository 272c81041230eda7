# SPDX-License-Identifier: Apache-2.0
"""Which palette the window wears: the system's choice, followed while the window is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from inspector.gui.theme.palette import palette_of, palette_of_rows
from inspector.gui.theme.style import InspectorStyle
from inspector.gui.theme.tokens import DARK, LIGHT, Scheme, Tokens, tokens_for

_SCHEMES: dict[Qt.ColorScheme, Scheme] = {Qt.ColorScheme.Light: "light", Qt.ColorScheme.Dark: "dark"}


class Theme(QObject):
    """Dresses the application. Widgets need not know it: they read their colours with `tokens_of(self)`."""

    changed = Signal()

    def __init__(self, app: QApplication, asked: Callable[[], Qt.ColorScheme] | None = None) -> None:
        """Dress `app` as the system asks, and again whenever it asks for something else.

        `asked` says what the system asks for, by default what Qt knows of it.
        """
        super().__init__(app)
        self._app = app
        self._asked = asked or app.styleHints().colorScheme
        self._before = QPalette(app.palette())
        self._style = InspectorStyle()
        app.setStyle(self._style)
        app.styleHints().colorSchemeChanged.connect(self.follow)
        self.tokens: Tokens = LIGHT
        self.follow()

    def follow(self) -> None:
        """Wear what the system asks for. Where it does not say, its own colours decide."""
        scheme = _SCHEMES.get(self._asked())
        self.wear(scheme or tokens_for(self._before).scheme)

    def wear(self, scheme: Scheme) -> None:
        """Wear this palette until told or asked otherwise."""
        self.tokens = DARK if scheme == "dark" else LIGHT
        self._app.setPalette(palette_of(self.tokens))
        rows = "QAbstractItemView"
        self._app.setPalette(palette_of_rows(self.tokens), rows)  # type: ignore[arg-type] # it takes a str alone; the stubs say bytes
        self.changed.emit()
