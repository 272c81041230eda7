# SPDX-License-Identifier: Apache-2.0
"""What is loaded before the window is painted first: Qt and its own parts, nothing that reads or reasons.

Counted, not timed: each of these parts costs the first paint some ten to hundred milliseconds.
"""

from __future__ import annotations

import json
import subprocess
import sys

from tests.architecture.tree import ROOT

_CODE = """
import json, sys
import inspector.__main__, inspector.gui.main, inspector.gui.pages.start
sys.stdout.write(json.dumps(sorted(sys.modules)))
"""
_LATER = {
    *(f"inspector.{name}" for name in ("bundle", "captures", "catalog", "network", "reasoning", "worker")),
    *("inspector.app.session", "inspector.app.conclude", "inspector.app.export", "inspector.cases.case"),
    *("babel", "cryptography", "email", "ijson", "keyring", "lxml", "msgspec", "numpy", "PIL", "pyhanko"),
    *("requests", "selectolax", "socket", "sqlcipher3", "ssl", "typst"),
}
_MOST = 55
"""So many modules of the program itself besides those of the window. Ask of a new one whether it can wait."""


def test_the_window_opens_before_anything_is_loaded_that_reads_or_reasons() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CODE], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    loaded: set[str] = set(json.loads(done.stdout))
    assert sorted(loaded & _LATER) == []
    own = [one for one in loaded if one.startswith("inspector.") and not one.startswith("inspector.gui.")]
    assert len(own) <= _MOST, sorted(own)
