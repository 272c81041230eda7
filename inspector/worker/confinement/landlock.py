# SPDX-License-Identifier: Apache-2.0
"""Linux: only some files and folders can be read from now on, and nothing written, by the kernel's Landlock.

Source: landlock(7), include/uapi/linux/landlock.h.
"""

from __future__ import annotations

import ctypes
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from inspector.system import resources

_CREATE_RULESET: Final = 444
_ADD_RULE: Final = 445
_RESTRICT_SELF: Final = 446
_VERSION: Final = 1
_PATH_BENEATH: Final = 1

_READ_FILE: Final = 1 << 2
_READ_DIR: Final = 1 << 3

# How many of the rights to files each version of Landlock knows. What a newer one adds is left alone.
_FILE_RIGHTS: Final = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_NET_SINCE: Final = 4
_NET_RIGHTS: Final = 0b11
_SCOPES_SINCE: Final = 6
_SCOPES: Final = 0b11

# What Python, its modules and the C library read while they run.
_SYSTEM: Final = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/share/zoneinfo", "/etc/localtime")
_DEVICES: Final = ("/dev/null", "/dev/urandom", "/dev/zero", "/proc/self", "/proc/meminfo", "/proc/cpuinfo")
_CPUS: Final = ("/sys/devices/system/cpu", "/sys/fs/cgroup", "/proc/stat")

_LIBC: Final = ctypes.CDLL(None, use_errno=True)


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def version() -> int:
    """Return the version of Landlock that the kernel offers, 0 for none."""
    return max(0, int(_LIBC.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION))))


def see_only(paths: Sequence[str], *, parts: bool = True) -> tuple[str, ...]:
    """Leave only `paths` and what Python needs; with `parts` also the numbered parts beside them.

    Return `landlock` where it holds.
    """
    offered = version()
    if not offered:
        return ()
    rights = (1 << _FILE_RIGHTS.get(offered, max(_FILE_RIGHTS.values()))) - 1
    rules = _Ruleset(
        rights,
        _NET_RIGHTS if offered >= _NET_SINCE else 0,
        _SCOPES if offered >= _SCOPES_SINCE else 0,
    )
    size = ctypes.c_size_t(8 if offered < _NET_SINCE else 16 if offered < _SCOPES_SINCE else 24)
    ruleset = int(_LIBC.syscall(_CREATE_RULESET, ctypes.byref(rules), size, ctypes.c_uint32(0)))
    if ruleset < 0:
        return ()
    try:
        for path in dict.fromkeys((*_needed(), *(_beside(paths) if parts else paths))):
            _allow(ruleset, path, _READ_FILE | _READ_DIR)
        for folder in dict.fromkeys(str(Path(path).parent) for path in paths if parts):
            # Which parts there are shows in a folder's listing; what the others hold does not.
            _allow(ruleset, folder, _READ_DIR)
        done = _LIBC.syscall(_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(0))
    finally:
        os.close(ruleset)
    return ("landlock",) if done == 0 else ()


def _allow(ruleset: int, path: str, rights: int) -> None:
    """Allow what lies at and below a path; one that is not there needs no leave."""
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        folder = stat.S_ISDIR(os.fstat(place).st_mode)
        rule = _Beneath(rights if folder else rights & ~_READ_DIR, place)
        _LIBC.syscall(
            _ADD_RULE,
            ctypes.c_int(ruleset),
            ctypes.c_int(_PATH_BENEATH),
            ctypes.byref(rule),
            ctypes.c_uint32(0),
        )
    finally:
        os.close(place)


def _needed() -> Iterator[str]:
    yield from (*_SYSTEM, *_DEVICES, *_CPUS)
    yield from (path for path in sys.path if path)
    yield str(Path(sys.base_prefix, "lib"))
    yield str(resources.root())
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        # A frozen program's modules lie in the file that it is started by.
        yield from (str(frozen), sys.executable)


def _beside(paths: Iterable[str]) -> Iterator[str]:
    """Yield the paths, and beside each file those that differ from it in digits only: further parts of it."""
    for path in paths:
        yield path
        here = Path(path)
        if here.is_dir():
            continue
        shape = re.sub(r"\d+", "0", here.name)
        try:
            with os.scandir(here.parent) as listing:
                yield from sorted(one.path for one in listing if re.sub(r"\d+", "0", one.name) == shape)
        except OSError:
            continue
