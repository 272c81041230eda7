# SPDX-License-Identifier: Apache-2.0
"""Walks over every page and dialog in every state: names, room for words and hands, order of the keyboard.

With INSPECTOR_PICTURES set to a folder, pictures are kept: in all colours, in both sizes, all that scrolls,
also in German and mirrored; INSPECTOR_MODES chooses among them, such as "light-1x dark-2x".
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget

import inspector.gui
import tests.gui.sights_answer
import tests.gui.sights_begin
import tests.gui.sights_board
import tests.gui.sights_cases
import tests.gui.sights_collect
import tests.gui.sights_confirm
import tests.gui.sights_end
import tests.gui.sights_privacy
import tests.gui.sights_redaction
import tests.gui.sights_taste  # noqa: F401 - each fills the list below
from inspector.app.own_words import OwnWords
from inspector.gui.cover.switch import the_cover
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.dialogs.sending import SendingDialog
from inspector.gui.pages.page import Page
from inspector.gui.theme.measures import SMALLEST, USUAL
from inspector.gui.theme.theme import Theme
from inspector.gui.theme.tokens import PALETTES, Scheme
from inspector.gui.window import MainWindow
from inspector.system.messages import MIRRORED_LANGUAGE, PSEUDO_LANGUAGE, Messages
from tests.gui.loopwatch import own_work
from tests.gui.pictures import grab
from tests.gui.sights import SIGHTS, Visit
from tests.gui.walk import (
    clipped,
    deaf,
    faint,
    in_reading_order,
    outside,
    settle,
    small_targets,
    tab_order,
    unnamed,
    unspoken,
)

pytestmark = pytest.mark.usefixtures("as_shipped")

_KEEPS = "INSPECTOR_PICTURES" in os.environ
SCHEMES: tuple[Scheme, ...] = tuple(PALETTES) if _KEEPS else ("dark", "light")
_EVERY_MODE: tuple[tuple[Scheme, int], ...] = (
    ("contrast-dark", 1),
    ("contrast-light", 1),
    ("dark", 1),
    ("dark", 2),
    ("light", 2),
    ("light", 1),
)
_WANTED = os.environ.get("INSPECTOR_MODES", "").split()
_MODES = [one for one in _EVERY_MODE if not _WANTED or f"{one[0]}-{one[1]}x" in _WANTED]
_SIZES = [
    pytest.param(Messages(), USUAL, id="usual"),
    # Its words are long too. What fits there with long words fits with short ones, whichever way they are
    # read; to look at, they are something else.
    pytest.param(Messages(MIRRORED_LANGUAGE), SMALLEST, id="mirrored"),
    *(
        [
            pytest.param(Messages(PSEUDO_LANGUAGE), SMALLEST, id="long-words"),
            pytest.param(Messages(), SMALLEST, id="smallest"),
            pytest.param(Messages("de"), USUAL, id="german"),
        ]
        if _KEEPS
        else []
    ),
]


def walk(seen: QWidget) -> list[str]:
    """Whatever is wrong with what is to be seen."""
    found = {
        "no name": unnamed(seen),
        "not heard": deaf(seen),
        "not spoken": unspoken(seen),
        "cut off": clipped(seen),
        "sticks out": outside(seen),
        "too low for a hand": small_targets(seen) if not isinstance(seen, QAbstractItemView) else [],
    }
    return [f"{what}: {one}" for what, all_of in found.items() for one in all_of]


def order(seen: QWidget, window: MainWindow) -> list[QWidget]:
    """What Tab goes through on the page, or in the dialog from its beginning."""
    if not isinstance(seen, QDialog):
        window.rail.take_keyboard()
        return [one for one in tab_order(seen) if window.page.isAncestorOf(one)]
    found = tab_order(seen)
    assert found, "nothing in the dialog has the keyboard"
    first = seen.nextInFocusChain()
    while first is not None and first not in found:
        first = first.nextInFocusChain()
    assert first is not None
    # What had the keyboard first comes last on the way round.
    return [*found[found.index(first) :], *found[: found.index(first)]]


def keep(seen: QWidget, name: str, theme: Theme) -> None:
    """Keep pictures, also of what lies outside of the part of a page that is seen."""
    for scheme, scale in _MODES:
        grab(seen, name, theme, scheme, scale)
    whole = seen.page.scroller.widget() if isinstance(seen, MainWindow) else None
    if whole is not None and whole.isVisible() and whole.height() > seen.height():
        grab(whole, f"{name}-whole", theme)


def too_faint(seen: QWidget, theme: Theme) -> list[str]:
    """Words that stand out too little in either scheme, also of what is scrolled out of sight."""
    whole = seen.page.scroller.widget() if isinstance(seen, MainWindow) else None
    found = []
    for colours in SCHEMES:
        theme.wear(colours)
        found += [
            f"{colours}: {one}"
            for part in (seen, whole)
            if part is not None
            for one in faint(part, 7 if theme.tokens.is_strong else 4.5)
        ]
    return found


@pytest.mark.parametrize("look", sorted(SIGHTS))
@pytest.mark.parametrize(("messages", "size"), _SIZES)
def test_everything_to_be_seen_has_names_and_room_and_an_order(
    visit: Visit, scheme: Theme, look: str, size: tuple[int, int]
) -> None:
    visit.window.resize(*size)
    seen = SIGHTS[look](visit)
    settle()
    assert seen.isVisible()
    with own_work():
        look_over(seen, visit.window, f"{look}-{visit.window.desk.messages.lang}", size, scheme)


def look_over(seen: QWidget, window: MainWindow, name: str, size: tuple[int, int], theme: Theme) -> None:
    """Fail over whatever is wrong with what is to be seen."""
    if _KEEPS:
        keep(seen, f"{name}-{size[0]}", theme)
    assert walk(seen) == []
    # The system lists the names of windows for other programs; this one names whom the person chose to ask.
    own = OwnWords(window.desk.messages)
    assert isinstance(seen, SendingDialog) or seen.window().windowTitle() in own
    if not isinstance(seen, QAbstractItemView):
        assert in_reading_order(order(seen, window), seen)
    # Words that are covered stand on nothing.
    if size == USUAL and not the_cover().is_on:
        assert too_faint(seen, theme) == []


def test_every_page_and_dialog_has_a_sight() -> None:
    for module in pkgutil.walk_packages(inspector.gui.__path__, "inspector.gui."):
        importlib.import_module(module.name)
    ours = (one for one in (*below(Dialog), *below(Page)) if one.__module__.startswith("inspector."))
    kinds = {one.__name__ for one in ours}
    files = Path(__file__).parent.glob("sights*.py")
    seen = " ".join(file.read_text(encoding="utf-8") for file in files)
    assert sorted(kind for kind in kinds if kind not in seen) == []


def below(kind: type[QWidget]) -> Iterator[type[QWidget]]:
    """All kinds that are made from this one."""
    for one in kind.__subclasses__():
        yield one
        yield from below(one)
