# SPDX-License-Identifier: Apache-2.0
"""What only shows over several files of an export of TikTok."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NAME: Final = "user_data_tiktok.json"


@dataclass(slots=True)
class Gathered:
    """Whose export it is, and whether its list of settings says that the account is private."""

    account: str | None = None
    visibility: str | None = None
    file: str = NAME
