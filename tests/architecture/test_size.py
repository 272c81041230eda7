# SPDX-License-Identifier: Apache-2.0
"""A module is one idea, a function one step; names say whose."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, modules, named, parsed

LINES_IN_A_MODULE = 400
LINES_IN_A_FUNCTION = 40
SAYS_NOTHING = {"base", "common", "helper", "helpers", "manager", "misc", "util", "utils"}

OURS = modules("inspector", "packaging", "tests")


@pytest.mark.parametrize("file", OURS, ids=named)
def test_no_module_is_too_long(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").count("\n")
    assert lines <= LINES_IN_A_MODULE


@pytest.mark.parametrize("file", OURS, ids=named)
def test_no_function_is_too_long(file: Path) -> None:
    functions = (
        node for node in ast.walk(parsed(file)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    sizes = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert not {name: size for name, size in sizes.items() if size > LINES_IN_A_FUNCTION}


@pytest.mark.parametrize("file", OURS, ids=named)
def test_names_of_modules_say_what_is_in_them(file: Path) -> None:
    assert not SAYS_NOTHING & {*file.relative_to(ROOT).parent.parts, file.stem}


@pytest.mark.parametrize("file", OURS, ids=named)
def test_every_module_says_what_it_is(file: Path) -> None:
    says = ast.get_docstring(parsed(file))
    assert says
