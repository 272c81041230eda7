# SPDX-License-Identifier: Apache-2.0
"""What every message between the program and its worker is."""

from __future__ import annotations

import msgspec


class Message(msgspec.Struct, frozen=True, tag_field="is", tag=str.lower):
    """One message, named on the wire by its class."""
