# SPDX-License-Identifier: Apache-2.0
"""A skeleton that can be read: file by file, without the signs of its form."""

from __future__ import annotations

from pathlib import Path

from inspector.app.outline_told import readable
from inspector.app.skeleton import skeleton_text
from inspector.system.messages import Messages
from tests.makers.bad import MAKERS


def test_every_file_is_told_with_what_its_columns_hold(tmp_path: Path) -> None:
    found = readable(skeleton_text([MAKERS["missing_columns"]().write(tmp_path)]), Messages())
    lines = found.splitlines()
    assert "Account Status History.csv" in lines
    assert lines[lines.index("Account Status History.csv") + 1].strip() == "table, tab; 1 record"
    assert lines[lines.index("Account Status History.csv") + 2].strip() == "Event: text"
    assert not set('{}"') & set(found)


def test_what_is_no_skeleton_is_told_as_nothing() -> None:
    assert readable("{", Messages()) == ""
