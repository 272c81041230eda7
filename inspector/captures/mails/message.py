# SPDX-License-Identifier: Apache-2.0
"""One e-mail: the fields and text that bear on what it is. Attachments are never opened."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from email import policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from html import unescape
from typing import Final

from inspector.domain.moment import UNKNOWN_MOMENT, Moment, instant, unread, without_zone

MOST_TEXT: Final = 400_000
LONGEST_MAIL: Final = 16 << 20
"""Bytes of one mail; notices have some ten thousand."""

_MOST_PARTS: Final = 200
_TAGS: Final = re.compile(
    r"<(?:script|style)\b.*?</(?:script|style)\s*>|<[^>]{0,4000}>", re.IGNORECASE | re.DOTALL
)
_BROKEN: Final = (MessageError, ValueError, LookupError, AttributeError, TypeError, IndexError)
"""What Python's own reader of mail raises on fields that are not what they claim."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as it was sent. `sender`: the address in From, lower case, `name` what stands beside it."""

    sender: str
    name: str
    subject: str
    moment: Moment
    text: str
    raw: bytes

    @property
    def domain(self) -> str:
        """Return the domain of the sender's address; empty where there is none."""
        return self.sender.rpartition("@")[2]


def parsed(raw: bytes) -> Mail:
    """Return a mail from its bytes; fields that cannot be read are empty."""
    message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(raw)
    name, address = parseaddr(_field(message, "From"))
    return Mail(
        address.lower(), name, _field(message, "Subject"), sent(_field(message, "Date")), _text(message), raw
    )


def sent(text: str) -> Moment:
    """Return the time in a Date field (RFC 5322); -0000 says the time is UTC and the zone unknown."""
    if not text:
        return UNKNOWN_MOMENT
    try:
        time = parsedate_to_datetime(text)
        if time.tzinfo is not None:
            return instant(time, text)
        if text.partition("(")[0].rstrip().endswith("-0000"):
            return instant(time.replace(tzinfo=UTC), text)
        return without_zone(time, "second", text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return unread(text)


def _field(message: Message, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())[:2000]
    except _BROKEN:
        return ""


def _text(message: Message) -> str:
    """Return the texts of a mail: plain ones as they stand, HTML without its tags."""
    found: list[str] = []
    for number, part in enumerate(message.walk()):
        if number >= _MOST_PARTS:
            break
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html") and part.get_filename() is None:
            text = _decoded(part)[:MOST_TEXT]
            found.append(unescape(_TAGS.sub(" ", text)) if kind == "text/html" else text)
    return " ".join(" ".join(found).split())[:MOST_TEXT]


def _decoded(part: Message) -> str:
    try:
        payload = part.get_payload(decode=True)
        charset = part.get_content_charset() or "utf-8"
        return payload.decode(charset, "replace") if isinstance(payload, bytes) else ""
    except _BROKEN:
        return ""


def is_mail(head: bytes) -> bool:
    """Tell whether a file begins as a mail does: with fields, among them who sent it."""
    fields = re.findall(rb"^([A-Za-z][A-Za-z0-9-]{0,60}):", head, re.MULTILINE)
    names = {field.lower() for field in fields}
    return b"from" in names and bool(names & {b"date", b"subject", b"received", b"message-id"})
