# SPDX-License-Identifier: Apache-2.0
"""Everything that is painted is said in words too: by the picture itself, or by the words it stands beside.

A new thing that paints itself has to be put into one of the two lists.
"""

from __future__ import annotations

import importlib
import pkgutil

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

import inspector.gui
from tests.gui.test_every_sight import below
from tests.gui.walk import SPOKEN

BESIDE_WORDS = {
    "BottomBar": "a line above buttons",
    "Card": "the ground of what stands in it",
    "CardBar": "the description of its card says all of it",
    "CheckMark": "the row says in words how the check ended",
    "DropPanel": "the ground of what stands in it",
    "Fade": "an edge where a page goes on",
    "Foot": "a line above words",
    "Icon": "words stand beside it",
    "Legend": "each sample stands beside its word",
    "Numeral": "the name of its card begins with the number",
    "Rail": "the ground of what stands in it",
    "Sheet": "hides what is not to be read",
    "StandingMark": "the word of the standing is beside it",
    "StateMark": "the word of the state is beside it",
    "StretchRow": "its sentence stands in it",
    "_BarredNote": "the ground of words",
}


def painting() -> dict[str, type[QWidget]]:
    """All widgets of ours that paint themselves, and neither show words nor are buttons."""
    for module in pkgutil.walk_packages(inspector.gui.__path__, "inspector.gui."):
        importlib.import_module(module.name)
    ours = [one for one in below(QWidget) if one.__module__.startswith("inspector.gui")]
    return {one.__name__: one for one in ours if "paintEvent" in vars(one)}


def test_every_picture_is_said_in_words() -> None:
    says_itself = (*SPOKEN, QAbstractButton, QLabel, QLineEdit)
    pictures = {name for name, one in painting().items() if not issubclass(one, says_itself)}
    assert sorted(pictures) == sorted(BESIDE_WORDS)
