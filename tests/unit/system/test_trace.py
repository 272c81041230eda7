# SPDX-License-Identifier: Apache-2.0
"""The moments of one start."""

from __future__ import annotations

import time

from inspector.system.trace import Trace


def test_marks_come_in_order_with_seconds_since_the_start() -> None:
    before = time.perf_counter()
    trace = Trace()
    trace.mark("imported")
    trace.mark("idle")
    began, *marks = [line.split() for line in trace.lines()]
    assert began[1] == "began"
    assert before - 0.001 <= float(began[0]) <= time.perf_counter() + 0.001
    assert [name for _, name in marks] == ["imported", "idle"]
    assert 0 <= float(marks[0][0]) <= float(marks[1][0]) < 10
