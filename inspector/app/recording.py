# SPDX-License-Identifier: Apache-2.0
"""What a case knows of each item beyond the answer, for the report and for the bundle."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from inspector.app.second_hash import second_hashes
from inspector.cases.acts import Act
from inspector.cases.custody import chained
from inspector.domain.captured import Captured
from inspector.domain.reading import SourceReading
from inspector.report.document import Sheets
from inspector.report.inspection import Inspection
from inspector.report.record import Known, record_object


def sheets(
    inspection: Inspection,
    readings: Sequence[SourceReading],
    acts: Sequence[Act],
    captured: Mapping[str, Captured],
    check: Callable[[], None],
    *,
    bare: bool = False,
) -> Sheets:
    """Return the record of a case. `captured`: what was read in captures after they were added.

    `bare`: pictures go into the bundle as copies without their notes.

    Reads each original once more where the case has not kept its second hash; `check` may raise to stop.
    """
    read = {one.source.sha256: one.captured for one in readings if one.captured}
    shown = {**captured, **read}
    known = Known(acts, readings, second_hashes(readings, acts, check), shown, bare)
    log = chained(act.as_object() for act in acts)
    return Sheets(record_object(inspection, known), shown, log)
