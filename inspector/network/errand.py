# SPDX-License-Identifier: Apache-2.0
"""An errand: where something is sent, exactly what, and how much may come back; and how it can fail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from typing import Final, Literal
from urllib.parse import urlsplit

Trouble = Literal[
    "bad_address", "not_reached", "not_secure", "private_place", "redirected", "status", "too_large",
    "too_slow", "cut_off", "cancelled",
]  # fmt: skip
"""Why an errand failed. `private_place`: the name leads into a private network or to this computer;
`redirected`: the answer sends us elsewhere; `status`: the host refuses; `cut_off`: the answer broke off."""

MOST_SECONDS: Final = 30.0
_LONGEST_ADDRESS: Final = 500


class NetworkError(Exception):
    """An errand failed. `status`: the number that the host answered with, where that is the reason."""

    def __init__(self, trouble: Trouble, status: int = 0) -> None:
        super().__init__(trouble)
        self.trouble = trouble
        self.status = status


@dataclass(frozen=True, slots=True)
class Errand:
    """What is sent to an address, in one POST, and the most bytes and seconds that the answer may take.

    `purpose`: a word that says what for, such as `timestamp`.
    """

    address: str
    purpose: str
    body: bytes
    content_type: str
    accept: str
    most_bytes: int = 64 << 10
    seconds: float = MOST_SECONDS

    @property
    def host(self) -> str:
        """Return the host that is asked, with its port where that is not the usual one."""
        return host_of(self.address)

    @property
    def is_secret_on_the_way(self) -> bool:
        """Return whether nobody between here and the host can read what is sent."""
        return urlsplit(self.address).scheme == "https"

    @property
    def is_near(self) -> bool:
        """Return whether the address itself names this computer or a place by its number."""
        host = urlsplit(self.address).hostname or ""
        if host == "localhost":
            return True
        try:
            ip_address(host)
        except ValueError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Visit:
    """An errand that was run: when, to whom, what for, how many bytes went and came, what went wrong."""

    at: datetime
    host: str
    purpose: str
    sent: int
    received: int
    trouble: Trouble | None


def address(text: str) -> str:
    """Return the address that a person typed, in one spelling. Raises NetworkError for what is none.

    Without a scheme it is one with `https`. Names, passwords and fragments in it are refused.
    """
    plain = text.strip()
    plain = plain if "://" in plain else f"https://{plain}"
    try:
        parts = urlsplit(plain)
        host, port = parts.hostname or "", parts.port
        ascii_host = host if ":" in host else host.encode("idna").decode("ascii")
    except ValueError as error:
        raise NetworkError("bad_address") from error
    whole = parts.scheme in ("http", "https") and ascii_host and not parts.fragment and not parts.username
    if not whole or len(plain) > _LONGEST_ADDRESS or not plain.isprintable() or " " in plain or port == 0:
        raise NetworkError("bad_address")
    shown = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    place = shown if port is None else f"{shown}:{port}"
    return parts._replace(netloc=place, path=parts.path or "/").geturl()


def host_of(place: str) -> str:
    """Return the host of an address, with its port where it names one."""
    return urlsplit(place).netloc
