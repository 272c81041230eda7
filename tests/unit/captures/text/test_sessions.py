# SPDX-License-Identifier: Apache-2.0
"""A model that has too little memory says so as Python does, and works again once there is more."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.unit.worker.stand_ins import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is held as Linux holds it")

# In a process of its own: a limit on memory that is lowered here would be that of all tests.
_TRIED = """
import json, resource, sys
sys.path.insert(0, {root!r})
import numpy as np
from inspector.captures.text.models import FINDS, READS
from inspector.captures.text.sessions import ModelSession
def tried(action):
    try:
        return getattr(action(), "shape", ())
    except MemoryError:
        return "no memory"
def held_to(more):
    lines = open("/proc/self/status").read().splitlines()
    used = int(next(line for line in lines if line.startswith("VmSize")).split()[1]) << 10
    resource.setrlimit(resource.RLIMIT_AS, (used + (more << 20), resource.RLIM_INFINITY))
finds = ModelSession(FINDS)
finds.run(np.zeros((1, 3, 64, 64), np.float32))
large = np.zeros((1, 3, 1280, 1280), np.float32)
held_to(20)
found = [tried(lambda: finds.run(large)), tried(lambda: ModelSession(READS))]
held_to(2000)
found.append(tried(lambda: finds.run(large)))
sys.__stdout__.write("\\n" + json.dumps(found))
"""


def test_missing_memory_is_told_and_nothing_is_broken() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-c", _TRIED.format(root=str(ROOT))],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found == ["no memory", "no memory", [1, 1, 1280, 1280]]
