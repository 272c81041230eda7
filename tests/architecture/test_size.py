# SPDX-License-Identifier: Apache-2.0
"""A module is one idea, a function one step; names say whose."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.architecture.tree import ROOT, modules, named, parsed

LINES_IN_A_MODULE = 400
LINES_IN_A_FUNCTION = 40
SAYS_NOTHING = {"base", "common", "helper", "helpers", "manager", "misc", "util", "utils"}

OURS = modules("inspector", "packaging", "tests")


def test_no_module_is_too_long() -> None:
    lines = {named(file): file.read_text(encoding="utf-8").count("\n") for file in OURS}
    assert not {name: count for name, count in lines.items() if count > LINES_IN_A_MODULE}


def test_no_function_is_too_long() -> None:
    assert not [told for file in OURS for told in too_long(file)]


def too_long(file: Path) -> list[str]:
    functions = (
        node for node in ast.walk(parsed(file)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    sizes = ((node.name, (node.end_lineno or node.lineno) - node.lineno + 1) for node in functions)
    return [f"{named(file)}: {name} {size}" for name, size in sizes if size > LINES_IN_A_FUNCTION]


def test_names_of_modules_say_what_is_in_them() -> None:
    assert not [
        named(file) for file in OURS if SAYS_NOTHING & {*file.relative_to(ROOT).parent.parts, file.stem}
    ]


def test_every_module_says_what_it_is() -> None:
    assert not [named(file) for file in OURS if not ast.get_docstring(parsed(file))]
