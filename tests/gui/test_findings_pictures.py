# SPDX-License-Identifier: Apache-2.0
"""Pictures of the page of findings for the cases that look different, in both schemes and sizes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from inspector.gui.pages.findings import FindingsPage
from inspector.gui.theme.theme import Theme
from inspector.gui.window import MainWindow
from tests.gui.hands import fill
from tests.gui.loopwatch import LoopWatch
from tests.gui.pictures import grab


class Painting:
    """Takes the pictures of one window; painting them at twice the size is no work of the window's."""

    def __init__(self, theme: Theme, watch: LoopWatch) -> None:
        self.theme = theme
        self.watch = watch

    def take(self, window: MainWindow, name: str) -> None:
        with self.watch.paused():
            self._cards(window, name)

    def _cards(self, window: MainWindow, name: str) -> None:
        page = window.page
        assert isinstance(page, FindingsPage)
        self._both(window, f"{name}-cards")
        if not page.view or not page.view.details:
            return
        page.open_detail(page.view.details[0])
        detail = page.detail
        assert detail is not None
        self._both(window, f"{name}-open", page)
        detail.show_evidence(detail.sheet, detail.timeline.items[-1].chains, detail)
        self._both(window, f"{name}-evidence", page)
        detail.hide_evidence()
        detail.change()
        self._both(window, f"{name}-table", page)

    def _both(self, window: MainWindow, name: str, page: FindingsPage | None = None) -> None:
        QApplication.processEvents()
        assert grab(window, name, self.theme) != grab(window, name, self.theme, "dark", 2)
        whole = page.scroller.widget() if page else None
        if whole is not None:
            grab(whole, f"{name}-whole", self.theme)


@pytest.fixture
def painting(scheme: Theme, loop_watch: LoopWatch) -> Painting:
    return Painting(scheme, loop_watch)


@pytest.mark.parametrize("size", [(900, 600), (1180, 760)], ids=["small", "usual"])
@pytest.mark.parametrize("number", [1, 3, 5, 6, 10, 13, 17])
def test_pictures_of_scenarios(
    window: MainWindow, painting: Painting, number: int, size: tuple[int, int], tmp_path: Path
) -> None:
    fill(window.desk.session, number, tmp_path)
    window.resize(*size)
    window.go("findings")
    painting.take(window, f"findings-{number}-{size[0]}")


@pytest.mark.usefixtures("demo_session")
def test_pictures_of_the_demo(window: MainWindow, painting: Painting) -> None:
    window.go("findings")
    painting.take(window, "findings-demo")


def test_pictures_of_no_answer(window: MainWindow, painting: Painting) -> None:
    window.go("findings")
    painting.take(window, "findings-nothing")
