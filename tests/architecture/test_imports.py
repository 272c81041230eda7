# SPDX-License-Identifier: Apache-2.0
"""Who may import whom, where the contracts in pyproject.toml cannot say it."""

from __future__ import annotations

import graphlib
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.tree import (
    INSPECTOR,
    ROOT,
    dotted,
    imports,
    imports_of,
    modules,
    outside_functions,
    parsed,
)

CONNECTIONS = {"aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl"}

# A child process for each, so that none leans on what another has imported.
IMPORT_EACH_ALONE = """
import importlib, os, sys
failed = False
for name in sys.argv[1:]:
    child = os.fork()
    if child == 0:
        code = 0
        try:
            for one in name.split(","):
                importlib.import_module(one)
            if any(known.partition(".")[0] in ("PySide6", "shiboken6") for known in sys.modules):
                code = print(name, "brings PySide6 along") or 1
        except BaseException as error:
            code = print(name, "cannot be imported alone:", error) or 1
        sys.stdout.flush()
        os._exit(code)
    failed |= os.waitpid(child, 0)[1] != 0
sys.exit(failed)
"""


@cache
def own_modules() -> list[Path]:
    return modules("inspector")


@cache
def own_names() -> frozenset[str]:
    return frozenset(map(dotted, own_modules()))


def package_of(name: str) -> str:
    """`domain` for `inspector.domain.moment`; empty for the top package itself and for others' modules."""
    top, _, rest = name.partition(".")
    return rest.partition(".")[0] if top == "inspector" else ""


def own_packages() -> set[str]:
    return {path.name for path in INSPECTOR.iterdir() if path.is_dir()} | {"__main__"}


def seen_by(file: Path) -> set[str]:
    """The own packages that a module imports, its own left out."""
    seen = {package_of(name) for name in imports(file)} & own_packages()
    return seen - {package_of(dotted(file))}


def imported_at_once(file: Path) -> set[str]:
    """Our own modules that must be there before the module is: what it imports outside of functions."""
    known = own_names() - {dotted(file)}
    found = set(imports_of(outside_functions(parsed(file))))
    return {name if name in known else name.rpartition(".")[0] for name in found} & known


def test_no_module_is_waited_for_in_a_circle() -> None:
    graph = {dotted(file): imported_at_once(file) for file in own_modules()}
    assert len(list(graphlib.TopologicalSorter(graph).static_order())) == len(graph)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on Windows")
def test_every_module_but_the_window_imports_alone_and_without_qt() -> None:
    """Where there is no circle, only a package that itself imports changes what comes first."""
    named = [dotted(file) for file in own_modules()]
    wanted = [name for name in named if package_of(name) not in ("gui", "__main__")]
    folders = [file for file in own_modules() if file.name == "__init__.py" and imported_at_once(file)]
    packages = [dotted(file) for file in folders]
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_EACH_ALONE, *packages, ",".join(wanted)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert packages
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("file", modules("inspector/domain"), ids=dotted)
def test_domain_needs_the_standard_library_alone(file: Path) -> None:
    outside = {name for name in imports(file) if name.partition(".")[0] not in sys.stdlib_module_names}
    assert {name for name in outside if not name.startswith("inspector.domain.")} <= {"inspector.domain"}


def test_only_network_opens_connections() -> None:
    for file in own_modules():
        if package_of(dotted(file)) == "network":
            continue
        names = list(imports(file))
        assert not {name.partition(".")[0] for name in names} & CONNECTIONS, dotted(file)
        assert not [
            name for name in names if name.startswith("urllib.") and not name.startswith("urllib.parse")
        ]
        assert not [name for name in names if "QtNetwork" in name], dotted(file)


def test_network_sees_only_system_and_is_seen_only_by_app() -> None:
    for file in own_modules():
        package = package_of(dotted(file))
        if package == "network":
            assert seen_by(file) <= {"system"}, dotted(file)
        elif package != "app":
            assert "network" not in seen_by(file), dotted(file)


def test_protocol_and_client_of_the_worker_see_domain_alone() -> None:
    for file in own_modules():
        if dotted(file) in ("inspector.worker.protocol", "inspector.worker.client"):
            assert seen_by(file) <= {"domain"}, dotted(file)


def test_system_sees_no_other_package_of_ours() -> None:
    for file in modules("inspector/system"):
        assert not seen_by(file), dotted(file)


def test_imports_are_absolute() -> None:
    for file in own_modules():
        assert not [name for name in imports(file) if name.startswith("None.")], dotted(file)
