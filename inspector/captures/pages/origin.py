# SPDX-License-Identifier: Apache-2.0
"""Where a saved page says it comes from and when it was stored: comments and headers of what saved it.

SingleFile writes a comment with address and date, browsers one with the address and its length, Chromium's
MHTML headers with both. All of it can be edited.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from html import unescape
from typing import Final, Literal
from urllib.parse import urlsplit, urlunsplit

from inspector.captures.when.chunks import moment_of_text
from inspector.domain.captured import Basis
from inspector.domain.moment import Moment, instant, unread

SavedBy = Literal["singlefile", "browser", "mhtml", "print", "nobody"]

_HEAD: Final = 1 << 16
_SINGLE_FILE: Final = re.compile(
    r"<!--\s*(?:Page saved with|Archive processed by) SingleFile[^\n]*\s+url:\s*(?P<url>[^\r\n]{1,8000})"
    r"\s+saved date:\s*(?P<date>[^\r\n]{1,200})"
)
_FROM_URL: Final = re.compile(
    r"<!--\s*saved from url=\((?P<length>\d{1,6})\)(?P<url>.{1,8000}?)\s*-->", re.DOTALL
)
_BROWSER_TIME: Final = re.compile(
    r"[A-Za-z]{3} (?P<month>[A-Za-z]{3}) (?P<day>\d{1,2}) (?P<year>\d{4}) "
    r"(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d) GMT(?P<zone>[+-]\d{4})"
)
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a page says it comes from. `serialised`: its markup is what was on screen, not what was sent."""

    by: SavedBy = "nobody"
    url: str | None = None
    basis: tuple[Basis, ...] = ()
    why: tuple[str, ...] = ()

    @property
    def serialised(self) -> bool:
        """Tell whether the program that saved it wrote down the page as it stood on screen."""
        return self.by in ("singlefile", "browser", "mhtml")

    @property
    def host(self) -> str | None:
        """Return the host of the page's address, None where it has none."""
        return host_of(self.url)


def of_html(text: str) -> Origin:
    """Return what the beginning of an HTML page says of its origin."""
    head = text[:_HEAD]
    single = _SINGLE_FILE.search(head)
    if single is not None:
        date = single["date"].strip()
        basis = Basis("header", date, browser_time(date), "saved")
        return Origin("singlefile", plain_url(single["url"]), (basis,))
    saved = _FROM_URL.search(head)
    if saved is None:
        return Origin()
    url = saved["url"]
    why = () if int(saved["length"]) == len(url.encode()) else ("capture.why.url_length",)
    return Origin("browser", plain_url(url.replace("%2D%2D", "--")), why=why)


def of_mhtml(head: EmailMessage) -> Origin:
    """Return what the headers of an MHTML page say of its origin."""
    url = str(head.get("Snapshot-Content-Location") or head.get("Content-Location") or "")
    date = str(head.get("Date") or "").strip()
    basis = (Basis("header", date, moment_of_text(date), "saved"),) if date else ()
    return Origin("mhtml", plain_url(url) if url else None, basis)


def browser_time(text: str) -> Moment:
    """Return the time of a date as JavaScript prints it; what follows the offset is in any language."""
    found = _BROWSER_TIME.match(text)
    if found is None:
        return moment_of_text(text)
    try:
        month = _MONTHS.index(found["month"]) + 1
        day = f"{found['year']}-{month:02}-{int(found['day']):02}"
        clock = f"{found['hour']}:{found['minute']}:{found['second']}"
        return instant(datetime.fromisoformat(f"{day}T{clock}{found['zone']}"), text)
    except (ValueError, OverflowError):
        return unread(text)


def plain_url(text: str) -> str | None:
    """Return an address without query, fragment and log-in, which may hold secrets; None for none."""
    try:
        parts = urlsplit(unescape(text.strip()))
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return urlunsplit((parts.scheme, host, parts.path, "", ""))


def host_of(url: str | None) -> str | None:
    """Return the host of an address."""
    return urlsplit(url).hostname if url else None
