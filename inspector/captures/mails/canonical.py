# SPDX-License-Identifier: Apache-2.0
"""The two forms in which DKIM signs a mail, so that servers on its way may wrap lines: simple and relaxed.

Source: RFC 6376, section 3.4. Line ends that a mail program stored as a line feed alone are CR LF again, as
they were on the wire.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

Form = Literal["simple", "relaxed"]
Field = tuple[bytes, bytes]
"""A header field as its name and all behind the colon, line end included."""

_BLANKS: Final = re.compile(rb"[ \t]+")
_FIELD: Final = re.compile(rb"([!-9;-~]+)[ \t]*:((?:[^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*))")


def on_the_wire(raw: bytes) -> bytes:
    """Return a mail with line ends as they are sent."""
    return re.sub(rb"\r?\n", b"\r\n", raw)


def taken_apart(raw: bytes) -> tuple[list[Field], bytes] | None:
    """Return header fields and body of a mail as sent; None where its head is no row of fields."""
    head, _, body = raw.partition(b"\r\n\r\n")
    head += b"\r\n"
    fields: list[Field] = []
    place = 0
    while place < len(head):
        found = _FIELD.match(head, place)
        if found is None:
            return None
        fields.append((found[1], found[2]))
        place = found.end()
    return fields, body


def body_of(body: bytes, form: Form) -> bytes:
    """Return a body in a form: without empty lines at its end; relaxed also with single blanks."""
    if form == "relaxed":
        lines = [_BLANKS.sub(b" ", line).rstrip(b" ") for line in body.split(b"\r\n")]
        body = b"\r\n".join(lines)
    while body.endswith(b"\r\n"):
        body = body[:-2]
    if body or form == "simple":
        return body + b"\r\n"
    return b""


def field_of(field: Field, form: Form) -> bytes:
    """Return a header field in a form, with its line end."""
    name, value = field
    if form == "simple":
        return name + b":" + value
    plain = _BLANKS.sub(b" ", value.replace(b"\r\n", b"")).strip(b" ")
    return name.lower() + b":" + plain + b"\r\n"


def chosen(fields: Sequence[Field], names: Sequence[str]) -> list[Field]:
    """Return the fields a signature names, each name taking the lowest field not taken yet."""
    left = list(fields)
    found: list[Field] = []
    for name in names:
        wanted = name.strip().lower().encode()
        for place in range(len(left) - 1, -1, -1):
            if left[place][0].lower() == wanted:
                found.append(left.pop(place))
                break
    return found
