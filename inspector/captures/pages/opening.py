# SPDX-License-Identifier: Apache-2.0
"""Opens a saved page within bounds, whatever it is called: HTML, MHTML, JSON saved from a page, or a PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import Final, Literal

from inspector.captures.pages.origin import Origin, of_html, of_mhtml

Form = Literal["html", "mhtml", "json", "pdf", "none"]

MOST_READ: Final = 64 << 20
"""Bytes of a page that are looked at. Pictures inside a page make it large, its text does not."""

MOST_TEXT: Final = 6 << 20
"""Characters of markup that are parsed once what is inside `data:` addresses and style sheets is left out."""

_HEAD: Final = 1 << 12
_DATA: Final = re.compile(
    rb"data:[a-z0-9.+/-]{0,80}(?:;[a-z0-9=_-]{1,40}){0,4},[^\"'\s)>]{256,}", re.IGNORECASE
)
_STYLE: Final = re.compile(rb"<style\b[^>]{0,2000}>.{0,8000000}?</style\s*>", re.IGNORECASE | re.DOTALL)
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_MHTML_HEAD: Final = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_DEEPEST: Final = 5000
_NESTING: Final = re.compile(
    r"<(/?)(?!(?:p|li|td|th|tr|dt|dd|option|optgroup|colgroup|thead|tbody|tfoot|br|hr|img|input|meta|link|area"
    r"|base|col|embed|param|source|track|wbr)\b)[a-z][a-z0-9-]*\b[^<>]{0,4000}(?<!/)>",
    re.IGNORECASE,
)
_TAG: Final = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|form|p|h1|span|pre|!--)\b|<!--", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as text. `cut`: some of it was not looked at, so what it shows may not be all."""

    form: Form
    text: str
    origin: Origin
    cut: bool


def form_of(head: bytes) -> Form:
    """Return what a file is by its first bytes."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if start[:1] in (b"{", b"["):
        return "json"
    if _MHTML_HEAD.search(head):
        return "mhtml"
    return "html" if _TAG.search(_as_ascii(head)) else "none"


def open_page(path: Path) -> Page:
    """Return a page that is no PDF, as text. Raises OSError."""
    with path.open("rb") as file:
        data = file.read(MOST_READ + 1)
    form, cut = form_of(data[:_HEAD]), len(data) > MOST_READ
    data = data[:MOST_READ]
    if form == "json":
        return Page(form, decoded(data, None), Origin(), cut)
    if form == "mhtml":
        return _mhtml(data, cut=cut)
    text, shortened = _squeezed(data, None)
    return Page(form, text, of_html(text), cut or shortened)


def decoded(data: bytes, charset: str | None) -> str:
    """Return text in the encoding that its mark, its caller or itself names; in UTF-8 or cp1252 otherwise."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    named = _CHARSET.search(data[: _HEAD * 4])
    for name in (charset, named[1].decode("ascii") if named else None, "utf-8-sig"):
        try:
            if name is not None:
                return data.decode(name)
        except (LookupError, UnicodeDecodeError, UnicodeError):
            continue
    return data.decode("cp1252", "replace")


def _as_ascii(head: bytes) -> bytes:
    return head.replace(b"\0", b"") if head.startswith((b"\xff\xfe", b"\xfe\xff")) else head


def _mhtml(data: bytes, *, cut: bool) -> Page:
    try:
        message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(data)
    except RecursionError:  # parts within parts, deeper than Python's own reader follows them
        return Page("none", "", Origin("mhtml"), cut=True)
    try:
        origin = of_mhtml(message)
    except (ValueError, IndexError, AttributeError):  # headers that Python's own reader fails on
        origin = Origin("mhtml")
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                text, shortened = _squeezed(payload, part.get_content_charset())
                return Page("mhtml", text, origin, cut or shortened)
    return Page("none", "", origin, cut)


def _squeezed(data: bytes, charset: str | None) -> tuple[str, bool]:
    """Return markup without the bytes of pictures and styles, and whether some had to be cut off."""
    slim = _STYLE.sub(b"", _DATA.sub(b"data:,", data))
    text = decoded(slim, charset)
    end = _too_deep(text[:MOST_TEXT])
    return text[:end], len(text) > end


def _too_deep(text: str) -> int:
    """Return where elements stand deeper in each other than in any page, else the end.

    Parsing takes time with the square of that. Elements that end by themselves do not count.
    """
    depth = 0
    for tag in _NESTING.finditer(text) if len(text) > _DEEPEST else ():
        depth += -1 if tag[1] else 1
        if depth > _DEEPEST:
            return tag.start()
    return len(text)
