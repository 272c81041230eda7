# SPDX-License-Identifier: Apache-2.0
"""What the window says of itself, and a newer catalog that is taken in from a file."""

from __future__ import annotations

from inspector.app.about import About
from inspector.domain.text import note
from inspector.gui.dialogs import files
from inspector.gui.dialogs.about import AboutDialog
from inspector.gui.pages.start import StartPage
from tests.gui.sights import Visit
from tests.gui.travel import click


def opened(visit: Visit) -> AboutDialog:
    click(visit.at(StartPage).cases.about)
    return visit.dialog(AboutDialog)


def test_a_copy_with_its_parts_shows_their_licences(visit: Visit) -> None:
    told = About((note("about.source"),), (note("about.qt"),), "Part one\nMIT\n")
    visit.monkeypatch.setattr("inspector.gui.dialogs.about.about", lambda: told)
    dialog = opened(visit)
    assert dialog.licences.isVisible()
    assert dialog.licences.toPlainText() == "Part one\nMIT\n"
    visit.leave()


def test_a_file_that_is_no_update_is_refused_in_words(visit: Visit) -> None:
    dialog = opened(visit)
    assert not dialog.licences.isVisible(), "this copy runs from its source"
    file = visit.folder / "letter.txt"
    file.write_text("not signed by anybody")
    visit.monkeypatch.setattr(files, "file_to_open", lambda *_: file)
    click(dialog.takes)
    visit.wait(lambda: dialog.told.isVisible() and dialog.takes.isEnabled())
    assert "catalog" in dialog.told.text()
    click(dialog.ends)
