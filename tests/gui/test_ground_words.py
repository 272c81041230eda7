# SPDX-License-Identifier: Apache-2.0
"""The window has no words and no rules of its own: sentences are in the messages, answers in the core."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import inspector.gui

_GUI = Path(inspector.gui.__file__).parent
MODULES = sorted(_GUI.rglob("*.py"))
_WORDS = re.compile(r"[a-z]{2,} [a-z]{2,}", re.IGNORECASE)
_NO_SENTENCES = {
    "where the service says since when it was allowed to use what you wrote ",  # measures a usual character
    "Noto Sans",
    "d MMMM yyyy",  # how Qt writes a day
    "d. MMMM yyyy",
    "Creation Time",  # a field of a picture file
    "Privacy Settings Inspector ",  # what such a field names
}


def _texts(module: Path) -> Iterator[str]:
    """All texts in a module but what explains it."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    statements = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    explains = {id(value) for value in statements if isinstance(value, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explains:
            yield node.value


def _imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(_GUI).as_posix())
def test_no_sentence_stands_in_the_code_of_the_window(module: Path) -> None:
    assert [text for text in _texts(module) if _WORDS.search(text) and text not in _NO_SENTENCES] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(_GUI).as_posix())
def test_the_window_does_not_reason(module: Path) -> None:
    forbidden = ("inspector.reasoning", "inspector.app.conclude", "inspector.network")
    assert [name for name in _imports(module) if name.startswith(forbidden)] == []
