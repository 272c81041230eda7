# SPDX-License-Identifier: Apache-2.0
"""Where a file is to be written, which one is meant, and showing it in its folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.gui.dialogs.unrecorded import unrecorded


def place_to_save(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Ask where to write a file that is called `name` unless the person says otherwise; None for nowhere."""
    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    with unrecorded():
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path(usual, name)), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(Path(name).suffix)


def file_to_open(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Ask which file is meant; None for none."""
    with unrecorded():
        chosen, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(chosen) if chosen else None


def files_to_open(parent: QWidget, title: str) -> list[Path]:
    """Ask which files are meant, several at once."""
    with unrecorded():
        chosen, _ = QFileDialog.getOpenFileNames(parent, title, _downloads())
    return [Path(one) for one in chosen if one]


def folder_to_open(parent: QWidget, title: str) -> Path | None:
    """Ask which folder is meant; None for none."""
    with unrecorded():
        chosen = QFileDialog.getExistingDirectory(parent, title, _downloads())
    return Path(chosen) if chosen else None


def _downloads() -> str:
    """Return the folder in which browsers put what they load; empty where there is none."""
    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    return usual if usual and Path(usual).is_dir() else ""


def show_in_folder(path: Path) -> bool:
    """Show the folder of a file in the system's own window; False where the system did not take it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
