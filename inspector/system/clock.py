# SPDX-License-Identifier: Apache-2.0
"""What "now" is, so that the same input gives the same bytes where SOURCE_DATE_EPOCH is set."""

from __future__ import annotations

import os
from datetime import UTC, datetime

_VARIABLE = "SOURCE_DATE_EPOCH"


class BadEpochError(ValueError):
    """SOURCE_DATE_EPOCH is set to something that is no whole number of seconds in the years 1970 to 9999."""


def now() -> datetime:
    """The present in UTC, to the second; the time in SOURCE_DATE_EPOCH where that is set and not empty.

    Source: the specification of SOURCE_DATE_EPOCH by the Reproducible Builds project, which asks a program to
    fail on a malformed value. Raises BadEpochError.
    """
    fixed = os.environ.get(_VARIABLE, "")
    if not fixed:
        return datetime.now(UTC).replace(microsecond=0)
    if not (fixed.isascii() and fixed.isdigit()):
        raise BadEpochError(_VARIABLE)
    try:
        return datetime.fromtimestamp(int(fixed), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise BadEpochError(_VARIABLE) from error
