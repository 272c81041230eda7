# SPDX-License-Identifier: Apache-2.0
"""Windows: a job object around a worker holds its memory, lets it start no process, and ends it with us.

Source: Microsoft's documentation of job objects, JOBOBJECT_EXTENDED_LIMIT_INFORMATION. Not run so far: see
"Not run here" in README.md.
"""

from __future__ import annotations

import ctypes
import subprocess
import sys
from typing import Final

MEMORY: Final = 8 << 30
"""Bytes for one worker, whatever its work: the job is made before the worker knows."""

_EXTENDED_LIMITS: Final = 9
_ACTIVE_PROCESS: Final = 0x00000008
_PROCESS_MEMORY: Final = 0x00000100
_DIE_ON_UNHANDLED: Final = 0x00000400
_KILL_ON_CLOSE: Final = 0x00002000


class _Basic(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("Basic", _Basic),
        ("Io", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def limits() -> _Extended:
    """Return what the job is held to."""
    held = _Extended()
    held.Basic.LimitFlags = _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_UNHANDLED | _KILL_ON_CLOSE
    held.Basic.ActiveProcessLimit = 1
    held.ProcessMemoryLimit = MEMORY
    return held


def held_in_job(process: subprocess.Popen[bytes]) -> bool:
    """Put a worker that was just started into a job of its own, which ends when this program does.

    Return whether the system did; the worker works either way.
    """
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
        job = kernel.CreateJobObjectW(None, None)
        held = limits()
        place = ctypes.c_void_p(job)
        taken = job and kernel.SetInformationJobObject(
            place, _EXTENDED_LIMITS, ctypes.byref(held), ctypes.sizeof(held)
        )
        # The job's handle stays open until this program ends, whichever way, and closing it ends the worker.
        handle = int(process._handle)  # noqa: SLF001 - Python has no other way to the handle
        return bool(taken and kernel.AssignProcessToJobObject(job, handle))
    return False
