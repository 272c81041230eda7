# SPDX-License-Identifier: Apache-2.0
"""The project's own files, as the tests of this folder read them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INSPECTOR = ROOT / "inspector"

_FOLDERS = (".ci", "inspector", "packaging", "requirements", "resources", "tests")
_AT_THE_TOP = (".gitignore", "LICENSE")
_MADE_BY_TOOLS = ("__pycache__",)


def files() -> list[Path]:
    """Every file of the project, sorted; not what tools leave behind."""
    found = [file for file in ROOT.iterdir() if file.suffix in (".md", ".toml") or file.name in _AT_THE_TOP]
    for folder in _FOLDERS:
        found += [file for file in (ROOT / folder).rglob("*") if file.is_file()]
    return sorted(file for file in found if not any(part in _MADE_BY_TOOLS for part in file.parts))


def modules(*folders: str) -> list[Path]:
    """Every Python file in these folders, sorted."""
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def named(file: Path) -> str:
    """The file as a person would name it."""
    return file.relative_to(ROOT).as_posix()


def dotted(file: Path) -> str:
    """The module's name: `inspector.domain.moment`."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(file: Path) -> Iterator[str]:
    """The full name of all that the module imports, inside functions too; `a.b.c` for `from a.b import c`."""
    return imports_of(ast.walk(parsed(file)))


def imports_of(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when the module is imported: not what waits in a function, nor what only types need."""
    for below in ast.iter_child_nodes(node):
        if isinstance(below, ast.If) and ast.unparse(below.test) == "TYPE_CHECKING":
            continue
        if not isinstance(below, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            yield below
            yield from outside_functions(below)


def spoken_strings(file: Path) -> Iterator[tuple[int, str]]:
    """Line and value of every string in the module that is no docstring."""
    silent = {id(node.value) for node in ast.walk(parsed(file)) if isinstance(node, ast.Expr)}
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.lineno, node.value
