# SPDX-License-Identifier: Apache-2.0
"""A skeleton that can be read: file by file, without the signs of its form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from inspector.app.outline_told import readable
from inspector.app.skeleton import skeleton_text
from inspector.archives.skeleton.kinds import _EPOCHS, _FORMS
from inspector.archives.skeleton.members import _FORMS as FORMS
from inspector.system.messages import Messages
from tests.makers.bad import MAKERS


def test_every_file_is_told_with_what_its_columns_hold(tmp_path: Path) -> None:
    found = readable(skeleton_text([MAKERS["missing_columns"]().write(tmp_path)]), Messages())
    lines = found.splitlines()
    assert "Account Status History.csv" in lines
    assert lines[lines.index("Account Status History.csv") + 1].strip() == "table, tab; 1 record"
    assert lines[lines.index("Account Status History.csv") + 2].strip() == "Event: text"
    assert not set('{}"') & set(found)


def test_in_german_its_words_are_german_and_names_and_signs_stay(tmp_path: Path) -> None:
    found = readable(skeleton_text([MAKERS["missing_columns"]().write(tmp_path)]), Messages("de"))
    lines = [line.strip() for line in found.splitlines()]
    assert lines[lines.index("Account Status History.csv") + 1] == "Tabelle, Tabulator; 1 Eintrag"
    assert "Event: Text" in lines
    assert any(line.startswith("Time: Text, Datum 9999/99/99") for line in lines)


@pytest.mark.parametrize(
    "kind",
    [
        *(name for name, _ in _FORMS),
        *("object", "list", "element", "null", "boolean", "integer", "number"),
        *(f"integer, {unit} since 1970" for _, _, unit in _EPOCHS),
        *(f"text, {one}" for one in ("digits", "date in another form", "date 9999-99-99, 99:99 {half}")),
        *sorted(FORMS),
    ],
)
def test_in_english_kinds_and_forms_are_said_as_they_are_written(kind: str) -> None:
    member = {"name": "a", "count": 1, "records": 1, "form": kind, "places": [{"path": "b", "kinds": [kind]}]}
    told = readable(json.dumps({"sources": [{"members": [member]}]}), Messages())
    assert f": {kind}".translate(str.maketrans("{}", "()")) in told


def test_what_is_no_skeleton_is_told_as_nothing() -> None:
    assert readable("{", Messages()) == ""
