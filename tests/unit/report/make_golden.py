# SPDX-License-Identifier: Apache-2.0
"""Maker of tests/golden/report: the text of sample reports, to be read by a person before it is committed."""

from __future__ import annotations

from tests.unit.report.rendering import GOLDEN, pdf, prose

CASES = (
    "moved_from_us_to_germany",
    "contradiction",
    "no_residence",
    "reading_off_in_germany",
    "declared_only",
)

if __name__ == "__main__":
    for name in CASES:
        GOLDEN.joinpath(f"{name}.txt").write_text(prose(pdf(name)), "utf-8")
