# SPDX-License-Identifier: Apache-2.0
"""Which language and look the window has: what the person chose, else what the system asks for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale, QObject, Signal

from inspector.system import languages, preferences
from inspector.system.messages import SOURCE_LANGUAGE, Messages, spoken
from inspector.system.preferences import Look, Preferences


class Taste(QObject):
    """`look_chosen` and `language_chosen` tell at once; what was chosen is kept for the next time."""

    look_chosen = Signal()
    language_chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chosen: Preferences = preferences.load()
        self.is_kept = True
        """Whether what was chosen last could be written down."""

    @property
    def look(self) -> Look:
        """Return the look that was chosen."""
        return self.chosen.look

    def choose_look(self, look: Look) -> None:
        """Wear another look from now on."""
        self._keep(replace(self.chosen, look=look))
        self.look_chosen.emit()

    def choose_language(self, lang: str | None) -> None:
        """Speak another language from now on; None is that of the system."""
        self._keep(replace(self.chosen, language=lang))
        self.language_chosen.emit()

    def language(self) -> str:
        """Return the language to speak: the one chosen if it is there, else the system's, else English."""
        chosen = self.chosen.language
        return chosen if chosen in spoken() else of_system()

    def _keep(self, chosen: Preferences) -> None:
        self.chosen = chosen
        try:
            preferences.save(chosen)
        except OSError:
            self.is_kept = False
        else:
            self.is_kept = True


def of_system() -> str:
    """Return the language of the system, English where the program does not speak it."""
    return languages.asked_for(QLocale.system().uiLanguages(), spoken(), SOURCE_LANGUAGE)


def named() -> dict[str, str]:
    """Return the languages that can be chosen, each under its own name."""
    return {lang: Messages(lang).text("gui.taste.own_name") for lang in spoken()}
