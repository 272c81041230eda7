# SPDX-License-Identifier: Apache-2.0
"""A worker loads no Qt and nothing that opens connections, whatever its work."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from inspector.worker.protocol import WORKER_ARGUMENT, Work
from inspector.worker.starting import command, environment
from tests.architecture.tree import dotted, imports, modules
from tests.unit.worker.stand_ins import ROOT

# The bare `_socket` is loaded by typing_extensions, for the type of one constant in it.
FORBIDDEN = {"PySide6", "shiboken6", "socket", "ssl", "_ssl", "http", "requests", "asyncio"}
NO_PART_OF_IT = ("urllib.request", "inspector.gui", "inspector.network", "inspector.cli", "inspector.app")

_LOADED = """
import json, sys
sys.path.insert(0, {root!r})
from inspector.worker import confinement, serving, tasks
from inspector.worker.confinement import landlock, process, seccomp
tasks.doing({work!r})
json.dump(sorted({{name.partition(".")[0] for name in sys.modules}} | set(sys.modules)), sys.stdout)
"""


@pytest.mark.parametrize("work", get_args(Work))
@pytest.mark.skipif(sys.platform != "linux", reason="two of the modules load only there")
def test_it_loads_nothing_that_it_must_not_use(work: str) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-c", _LOADED.format(root=str(ROOT), work=work)],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(json.loads(done.stdout))
    assert "inspector.worker.serving" in loaded
    # Python's reader of mails loads it for a name it never asks for; certificates need that reader as well.
    # The limits leave it without use.
    assert not loaded & FORBIDDEN - ({"socket"} if work in ("capture", "verify") else set())
    assert not [name for name in loaded if name.startswith(NO_PART_OF_IT)]


@pytest.mark.parametrize("arguments", [[], ["everything"], ["read", "verify"], ["--help"]])
def test_it_starts_for_one_known_work_alone(arguments: list[str]) -> None:
    line = [*command("read")[:-1], *arguments]
    done = subprocess.run(line, capture_output=True, check=False, timeout=60)
    assert done.returncode == 2
    assert not done.stdout


@pytest.mark.parametrize("file", modules("inspector/worker"), ids=dotted)
def test_nothing_of_ours_brings_objects_to_life_from_bytes(file: Path) -> None:
    assert not {name.partition(".")[0] for name in imports(file)} & {"pickle", "marshal", "shelve", "copyreg"}


def test_it_ends_at_once_where_nobody_asks() -> None:
    done = subprocess.run(
        command("read"), stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, b"")


def test_the_program_itself_is_a_worker_where_it_is_told_so() -> None:
    line = [sys.executable, "-m", "inspector", WORKER_ARGUMENT, "render"]
    done = subprocess.run(
        line, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command("verify") == [sys.executable, "--worker", "verify"]


def test_it_hears_nothing_of_the_secrets_around_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_TOKEN", "secret")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert environment()["TZ"] == "Asia/Tokyo"
    assert not {"API_TOKEN", "PYTHONPATH", "HOME", "PATH"} & set(environment())
