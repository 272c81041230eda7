# SPDX-License-Identifier: Apache-2.0
"""What the window leaves for other programs to see: no name of a person's folder in their lists."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.dialogs import files
from inspector.gui.dialogs.unrecorded import forgetter, unrecorded

_NOTED = ("FileDialog/history", "FileDialog/lastVisited")


def shared() -> QSettings:
    return QSettings(QSettings.Scope.UserScope, "QtProject")


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> Iterator[None]:
    """Settings that are nobody's."""
    form, scope = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    QSettings.setPath(form, scope, str(tmp_path / "config"))
    yield
    QSettings.setPath(form, scope, "")


def choose(file: Path) -> None:
    """Answer the dialog that comes up, as a person would."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(file.parent))
        dialog.selectFile(file.name)
        dialog.accept()

    QTimer.singleShot(0, answer)


def test_a_file_that_was_chosen_is_in_no_list_of_folders(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "Ada and the divorce" / "export.zip"
    file.parent.mkdir()
    file.write_bytes(b"zip")
    widget = QWidget()
    qtbot.addWidget(widget)
    shared().setValue(_NOTED[1], "file:///before")
    choose(file)
    assert files.file_to_open(widget, "Choose a file", "") == file
    noted = shared()
    assert noted.value(_NOTED[1]) == "file:///before"
    assert not noted.contains(_NOTED[0])
    written = [one.read_text(encoding="utf-8") for one in (tmp_path / "config").rglob("*") if one.is_file()]
    assert not [text for text in written if "divorce" in text]


def test_without_that_the_folder_would_stand_there(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "Ada and the divorce" / "export.zip"
    file.parent.mkdir()
    file.write_bytes(b"zip")
    choose(file)
    assert QFileDialog.getOpenFileName(None, "Choose a file")[0] == str(file)
    assert "divorce" in str(shared().value(_NOTED[1]))


def test_what_other_programs_noted_stays_also_where_the_dialog_fails() -> None:
    shared().setValue(_NOTED[0], ["file:///one", "file:///two"])
    with suppress(KeyError), unrecorded():
        shared().setValue(_NOTED[0], ["file:///mine"])
        raise KeyError
    assert shared().value(_NOTED[0]) == ["file:///one", "file:///two"]


def test_a_dialog_that_is_not_waited_for_is_forgotten_when_it_goes() -> None:
    forget = forgetter()
    shared().setValue(_NOTED[1], "file:///mine")
    forget()
    assert not shared().contains(_NOTED[1])
