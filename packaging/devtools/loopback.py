# SPDX-License-Identifier: Apache-2.0
"""Runs first inside a network of its own: switches its loopback on, then goes on as a command.

Usage: loopback.py COMMAND... Source: netdevice(7).
"""

from __future__ import annotations

import os
import socket
import struct
import sys

_SET_FLAGS = 0x8914
_UP_AND_RUNNING = 0x1 | 0x40


def raise_loopback() -> None:
    """Switch the loopback on."""
    import fcntl  # noqa: PLC0415 - not on Windows

    with socket.socket() as place:
        fcntl.ioctl(place, _SET_FLAGS, struct.pack("16sh", b"lo", _UP_AND_RUNNING))


if __name__ == "__main__":
    raise_loopback()
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 - what dev.py names
