# SPDX-License-Identifier: Apache-2.0
"""The exit codes of the interface."""

from enum import IntEnum


class Exit(IntEnum):
    """How the program ends; an `unknown` answer is done."""

    DONE = 0
    NOTHING_USED = 1
    USAGE = 2
    INCOMPLETE = 3
    CANCELLED = 130
