# SPDX-License-Identifier: Apache-2.0
"""Places inside files are said in the reader's language; in English as facts name them, paths as they are."""

from __future__ import annotations

import pytest

from inspector.report.places import in_words
from inspector.system.messages import Messages

WORDED = [
    ("row 2, column Registered At", "Zeile 2, Spalte Registered At"),
    ("row 2, column A, row 3", "Zeile 2, Spalte A, row 3"),
    ("row 2, column Two\nlines", "Zeile 2, Spalte Two\nlines"),
    ("row 1, cell 3", "Zeile 1, Zelle 3"),
    ("record 12", "Eintrag 12"),
    ("line 4", "Zeile 4"),
    ("message 2", "E-Mail 2"),
    ("cell 7", "Zelle 7"),
    ("part 1", "Teil 1"),
    ("whole file", "die ganze Datei"),
]
PATHS = ["/sessions/3/createTime", "html > body > p:nth-child(2)", "row two", "rows 2", ""]


@pytest.mark.parametrize(("place", "german"), WORDED, ids=repr)
def test_a_place_is_said_in_the_language_of_the_reader(place: str, german: str) -> None:
    assert in_words(place, Messages("de")) == german
    assert in_words(place, Messages()) == place


@pytest.mark.parametrize("place", PATHS)
def test_a_path_is_the_same_in_every_language(place: str) -> None:
    assert in_words(place, Messages("de")) == place
