# SPDX-License-Identifier: Apache-2.0
"""The tokens as a QPalette, so that every widget of Qt shares them."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from inspector.gui.theme.tokens import Tokens

_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "paper",
    _Role.WindowText: "ink",
    _Role.Base: "card",
    _Role.AlternateBase: "paper",
    _Role.Text: "ink",
    _Role.Button: "card",
    _Role.ButtonText: "ink",
    _Role.BrightText: "on_accent",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.ToolTipBase: "card",
    _Role.ToolTipText: "ink",
    _Role.PlaceholderText: "muted",
    _Role.Light: "card",
    _Role.Midlight: "rail",
    _Role.Mid: "line",
    _Role.Dark: "edge",
    _Role.Shadow: "line",
}
_FADED = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText)


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette of these tokens for active, inactive and disabled widgets."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, tokens.colour(name))
    for role in _FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.line if tokens.is_strong else tokens.edge)
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(tokens.line))
    return palette


def palette_of_rows(tokens: Tokens) -> QPalette:
    """Return the palette of tables and lists: a chosen row is tinted and outshouts no button."""
    palette = palette_of(tokens)
    palette.setColor(_Role.Highlight, tokens.colour("chosen"))
    palette.setColor(_Role.HighlightedText, tokens.colour("ink"))
    for role in _FADED:
        # Rows are still read while nothing can be chosen in them.
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.muted)
    return palette
