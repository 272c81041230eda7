# SPDX-License-Identifier: Apache-2.0
"""Who may import whom, where the contracts in pyproject.toml cannot say it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import INSPECTOR, ROOT, dotted, imports, modules

CONNECTIONS = {"aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl"}

# One child process per module, so that none leans on what another of ours has imported; what others wrote is
# there before, which spares most of the time.
IMPORT_EACH_ALONE = """
import contextlib, importlib, os, sys
failed = False
others, ours = sys.argv[1].split(), sys.argv[2:]
for name in others:
    with contextlib.suppress(ImportError):
        importlib.import_module(name)
for name in ours:
    child = os.fork()
    if child == 0:
        code = 0
        try:
            importlib.import_module(name)
            if any(known.partition(".")[0] in ("PySide6", "shiboken6") for known in sys.modules):
                code = print(name, "brings PySide6 along") or 1
        except BaseException as error:
            code = print(name, "cannot be imported alone:", error) or 1
        sys.stdout.flush()
        os._exit(code)
    failed |= os.waitpid(child, 0)[1] != 0
sys.exit(failed)
"""


def own_modules() -> list[Path]:
    return modules("inspector")


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


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on Windows")
def test_every_module_but_the_window_imports_alone_and_without_qt() -> None:
    names = [dotted(file) for file in own_modules()]
    wanted = [name for name in names if package_of(name) not in ("gui", "__main__")]
    found = {name for file in own_modules() for name in imports(file)}
    others = sorted(name for name in found if name.partition(".")[0] not in ("inspector", "PySide6"))
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_EACH_ALONE, " ".join(others), *wanted],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
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
