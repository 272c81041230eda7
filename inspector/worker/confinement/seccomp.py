# SPDX-License-Identifier: Apache-2.0
"""Linux: the kernel refuses connections, programs, processes and writing from now on, by a seccomp filter.

Sources: seccomp(2), include/uapi/linux/{seccomp,filter,audit}.h; numbers of the calls: asm/unistd_64.h for
x86_64, asm-generic/unistd.h for aarch64. On other machines there is no filter.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from inspector.worker.confinement.process import prctl

_SET_SECCOMP: Final = 22
_MODE_FILTER: Final = 2

# What the filter answers: go on, an error number, or the end of the process.
_ALLOW: Final = 0x7FFF0000
_ERROR: Final = 0x00050000
_KILL: Final = 0x80000000
_REFUSED: Final = _ERROR | errno.EPERM
# The C library then takes an older call, whose arguments can be looked at.
_NOT_THERE: Final = _ERROR | errno.ENOSYS

# Instructions of the filter language, and where the kernel puts what it looks at.
_LOAD: Final = 0x20
_EQUAL: Final = 0x15
_AT_LEAST: Final = 0x35
_ANY_BIT: Final = 0x45
_RETURN: Final = 0x06
_NUMBER: Final = 0
_MACHINE: Final = 4
_ARGUMENTS: Final = 16

_THREAD: Final = 0x00010000
# O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND and the bit that makes O_TMPFILE: the same on both machines.
_WRITING: Final = 0x1 | 0x2 | 0x40 | 0x200 | 0x400 | 0x400000
_OTHER_WORLD: Final = 0x40000000


@dataclass(frozen=True, slots=True)
class _Machine:
    """A processor: its mark, the numbers of the calls that are refused, and those that are looked into."""

    mark: int
    refused: tuple[int, ...]
    not_there: tuple[int, ...]
    clone: int
    opens: Mapping[int, int]
    signals: tuple[int, ...]
    limits: int
    has_other_world: bool = False


_X86_64: Final = _Machine(
    mark=0xC000003E,
    refused=(
        # Connections: socket, connect, accept, sendto, recvfrom, sendmsg, recvmsg, bind, listen …
        *(41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 53, 54, 55, 288, 299, 307),
        # Programs and processes: fork, vfork, execve, execveat, ptrace, process_vm_*, pidfd_*, signals
        *(57, 58, 59, 322, 101, 310, 311, 434, 424, 438, 129, 297, 200),
        # Other ways into the kernel: io_uring, bpf, perf, userfaultfd, keys, namespaces, mounts, modules
        *(425, 426, 427, 321, 298, 323, 250, 248, 249, 308, 272, 165, 166, 155, 161, 304, 135),
        *(246, 175, 313, 176, 169, 167, 168, 428, 429, 430, 431, 432, 442),
        # Changing what lies on the disk: creat, unlink, rename, mkdir, link, chmod, chown, truncate, xattr
        *(85, 87, 263, 82, 264, 316, 83, 258, 84, 86, 265, 88, 266, 133, 259, 90, 91, 268, 452),
        *(92, 93, 94, 260, 76, 132, 235, 280, 261, 188, 189, 190, 197, 198, 199),
    ),
    not_there=(435, 437),  # clone3, openat2: what they ask for lies where a filter cannot look
    clone=56,
    opens={2: 1, 257: 2},
    signals=(62, 234),  # kill, tgkill
    limits=302,  # prlimit64
    has_other_world=True,
)

_AARCH64: Final = _Machine(
    mark=0xC00000B7,
    refused=(
        *(198, 203, 202, 206, 207, 211, 212, 210, 200, 201, 199, 208, 209, 242, 243, 269),
        *(221, 281, 117, 270, 271, 434, 424, 438, 138, 240, 130),
        *(425, 426, 427, 280, 241, 282, 219, 217, 218, 268, 97, 40, 39, 41, 51, 265, 92),
        *(104, 105, 273, 106, 142, 224, 225, 428, 429, 430, 431, 432, 442),
        *(35, 38, 276, 34, 37, 36, 33, 52, 53, 452),
        *(55, 54, 45, 88, 5, 6, 7, 14, 15, 16),
    ),
    not_there=(435, 437),
    clone=220,
    opens={56: 2},
    signals=(129, 131),
    limits=261,
)

_MACHINES: Final = {"x86_64": _X86_64, "aarch64": _AARCH64}

_Step = tuple[int, int, int, int]


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))


def filtered() -> tuple[str, ...]:
    """Set the filter for this process; return `seccomp` where it holds. It cannot be taken off again."""
    machine = _MACHINES.get(platform.machine())
    if machine is None or sys.maxsize < 1 << 32:
        return ()
    steps = list(_steps(machine, os.getpid()))
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.addressof(code))
    return ("seccomp",) if prctl(_SET_SECCOMP, _MODE_FILTER, ctypes.addressof(program)) else ()


def _steps(machine: _Machine, own: int) -> Iterator[_Step]:
    """Yield the filter: (instruction, steps to skip if so, steps to skip if not, value)."""
    yield (_LOAD, 0, 0, _MACHINE)
    yield from _unless_equal(machine.mark, _KILL)
    yield (_LOAD, 0, 0, _NUMBER)
    if machine.has_other_world:
        # Programs of 32 bits with wide pointers use the same mark and other numbers.
        yield (_AT_LEAST, 0, 1, _OTHER_WORLD)
        yield (_RETURN, 0, 0, _REFUSED)
    for number in machine.refused:
        yield from _if_equal(number, _REFUSED)
    for number in machine.not_there:
        yield from _if_equal(number, _NOT_THERE)
    yield from _looked_into(machine.clone, 0, (_ANY_BIT, 1, 0, _THREAD))
    for number, argument in machine.opens.items():
        yield from _looked_into(number, argument, (_ANY_BIT, 0, 1, _WRITING))
    for number in machine.signals:
        yield from _looked_into(number, 0, (_EQUAL, 1, 0, own))
    # 0 is the process that asks.
    yield from _looked_into(machine.limits, 0, (_EQUAL, 1, 0, 0))
    yield (_RETURN, 0, 0, _ALLOW)


def _if_equal(value: int, answer: int) -> Iterator[_Step]:
    yield (_EQUAL, 0, 1, value)
    yield (_RETURN, 0, 0, answer)


def _unless_equal(value: int, answer: int) -> Iterator[_Step]:
    yield (_EQUAL, 1, 0, value)
    yield (_RETURN, 0, 0, answer)


def _looked_into(number: int, argument: int, test: _Step) -> Iterator[_Step]:
    """Yield the steps for one call, decided by an argument; the test skips the refusal where all is well."""
    yield (_EQUAL, 0, 4, number)
    yield (_LOAD, 0, 0, _ARGUMENTS + 8 * argument)
    yield test
    yield (_RETURN, 0, 0, _REFUSED)
    yield (_RETURN, 0, 0, _ALLOW)
