# SPDX-License-Identifier: Apache-2.0
"""Linux: this process dies with the thread that started it, and can gain no privileges.

Source: prctl(2).
"""

from __future__ import annotations

import ctypes
import signal
from typing import Final

_SET_PDEATHSIG: Final = 1
_SET_NO_NEW_PRIVS: Final = 38

_LIBC: Final = ctypes.CDLL(None, use_errno=True)


def prctl(option: int, value: int, more: int = 0) -> bool:
    """Set an option of this process and return whether the system took it."""
    zero = ctypes.c_ulong(0)
    return bool(_LIBC.prctl(option, ctypes.c_ulong(value), ctypes.c_ulong(more), zero, zero) == 0)


def end_with_parent() -> None:
    """Have this process killed when the thread that started it ends. End of input says it a second time."""
    prctl(_SET_PDEATHSIG, signal.SIGKILL)


def without_new_privileges() -> tuple[str, ...]:
    """Give up gaining privileges; without that the system takes no filter."""
    return ("privileges",) if prctl(_SET_NO_NEW_PRIVS, 1) else ()
