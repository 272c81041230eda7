# SPDX-License-Identifier: Apache-2.0
"""A page printed to PDF: its text line by line, its own dates, and the address where the print shows one.

A print has no markup, so a state word beside a label is all there is: a person is always asked.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from inspector.captures.labels.folding import folded
from inspector.captures.labels.index import LabelIndex
from inspector.captures.pages.html import as_setting, merged
from inspector.captures.pages.matching import matches, which
from inspector.captures.pages.origin import Origin, plain_url
from inspector.captures.pages.position import Stand, said
from inspector.domain.captured import MOST_ALONE, Basis, Position, Setting
from inspector.domain.moment import Moment, instant, unread, without_zone

MOST_BYTES: Final = 64 << 20
_MOST_PAGES: Final = 40
_MOST_LINES: Final = 4000
_LONGEST_LINE: Final = 600
_NEAR: Final = 3
"""Lines below a label in which its state word may stand."""

_BROKEN: Final = (
    PyPdfError,
    DependencyError,
    OSError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    NotImplementedError,
    RecursionError,
    MemoryError,
)
"""What pypdf raises on files that are not what they claim."""

_DATE: Final = re.compile(
    r"D:(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)"
    r"(?:(?P<utc>Z)|(?P<sign>[+-])(?P<hours>\d\d)'?(?P<minutes>\d\d)?'?)?"
)
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"']{4,2000}")


class PrintError(Exception):
    """A PDF cannot be read: `key` names the sentence that says why (`page.*`)."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Print:
    """A printed page as lines of text. `cut`: it has more pages than were looked at."""

    lines: tuple[str, ...]
    origin: Origin
    cut: bool


def open_print(path: Path) -> Print:
    """Return the text and dates of a PDF. Raises OSError, PrintError. Call it in the worker only."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise PrintError("page.pdf_too_large")
    # What pypdf has to say of damaged files may quote them.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise PrintError("page.pdf_encrypted")
        pages = reader.pages
        lines = tuple(_lines(page.extract_text() for page in pages[:_MOST_PAGES]))
        info: Mapping[str, object] = reader.metadata or {}
        fields = {name: str(info.get(f"/{name}") or "") for name in ("CreationDate", "ModDate", "Producer")}
        cut = len(pages) > _MOST_PAGES or len(lines) >= _MOST_LINES
    except _BROKEN as error:
        raise PrintError("page.pdf_damaged") from error
    return Print(lines, _origin(lines, fields), cut)


def settings_in(page: Print, index: LabelIndex) -> tuple[Setting, ...]:
    """Return the settings that a print names, each with the state that a word near it says."""
    found: list[Setting] = []
    title = page.lines[0] if page.lines else ""
    for number, text in _candidates(page.lines):
        whole = [match for match in matches(text, index) if match.whole]
        told = which(whole, index, page.origin.host, title)
        if told is None:
            continue
        known = told.known or told.candidates[0]
        shown = _stand(page.lines, number, text, index, known.control)
        found.append(as_setting(told, shown, f"line {number + 1}", cut=page.cut))
    return tuple(merged(found))


def _candidates(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield each line, and with the one before it where a label may have been broken."""
    for number, line in enumerate(lines):
        if number:
            yield number, f"{lines[number - 1]} {line}"
        yield number, line


def _stand(lines: Sequence[str], number: int, text: str, index: LabelIndex, control: str) -> Stand:
    own = index.state_words(control)
    states, verbs = said(text.split()[-1:], own)
    for line in lines[number + 1 : number + 1 + _NEAR]:
        if states or any(match.known.control != control for match in matches(line, index)):
            break
        tail = line.split()[-1:] if len(line.split()) <= _NEAR else []
        states, verbs = said([line, *tail], own)
    if len(states) != 1:
        return Stand("unknown", 0.0, ("capture.why.no_control",))
    state: Position = next(iter(states))
    return Stand(state, MOST_ALONE, ("capture.why.button" if verbs else "capture.why.word",))


def _lines(pages: Iterator[str]) -> Iterator[str]:
    count = 0
    for text in pages:
        for line in text.splitlines():
            plain = " ".join(line.split())[:_LONGEST_LINE]
            if folded(plain):
                yield plain
                count += 1
            if count >= _MOST_LINES:
                return


def _origin(lines: Sequence[str], fields: dict[str, str]) -> Origin:
    """Return address and dates. An address counts where the print's own header or footer repeats it alone."""
    basis = (
        [Basis("header", fields["CreationDate"][:64], pdf_time(fields["CreationDate"][:64]), "saved")]
        if fields["CreationDate"]
        else []
    )
    if fields["ModDate"] and fields["ModDate"] != fields["CreationDate"]:
        basis.append(Basis("header", fields["ModDate"][:64], pdf_time(fields["ModDate"][:64]), "changed"))
    footers = [found[0] for line in lines if (found := _ADDRESS.match(line)) and len(line.split()) <= _NEAR]
    hosts = {plain_url(url) for url in footers}
    url = next(iter(hosts)) if len(hosts) == 1 else None
    return Origin("print", url, tuple(basis))


def pdf_time(text: str) -> Moment:
    """Return the time of a PDF date (ISO 32000-2, 7.9.4); without a zone where it states none."""
    found = _DATE.match(text)
    if found is None:
        return unread(text)
    clock = "{year}-{month}-{day}T{hour}:{minute}:{second}".format(**found.groupdict())
    try:
        if found["utc"]:
            return instant(datetime.fromisoformat(f"{clock}+00:00"), text)
        if found["sign"]:
            zone = f"{found['sign']}{found['hours']}:{found['minutes'] or '00'}"
            return instant(datetime.fromisoformat(clock + zone), text)
        return without_zone(datetime.fromisoformat(clock), "second", text)
    except (ValueError, OverflowError):
        return unread(text)
