# SPDX-License-Identifier: Apache-2.0
"""Reads one capture, whatever it is called: a picture, a saved or printed page, a mail or a mailbox."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Final, Literal

from inspector.captures.held import kind_of
from inspector.captures.labels.index import LabelIndex
from inspector.captures.mails.keys import NO_KEYS, Keys
from inspector.captures.mails.mailbox import is_mailbox
from inspector.captures.mails.message import is_mail
from inspector.captures.mails.reading import MailReader
from inspector.captures.pages.opening import form_of
from inspector.captures.pages.reading import read_page, read_print
from inspector.captures.picture import unheard
from inspector.captures.pictures import Named, PictureReader, unheard_name
from inspector.captures.refusing import named_kind, refused
from inspector.captures.starts import HEAD, is_picture
from inspector.captures.text.interface import TextEngine
from inspector.captures.text.models import ModelError
from inspector.domain.captured import Captured, CaptureKind
from inspector.domain.text import note

_SAVED: Final = re.compile(rb"^from:[^\r\n]{0,200}saved by", re.IGNORECASE | re.MULTILINE)
_FROM: Final = re.compile(rb"^from:", re.IGNORECASE | re.MULTILINE)
_HEAD_ENDS: Final = re.compile(rb"\r?\n\r?\n")

Form = Literal["picture", "page", "print", "mail", "none"]


@dataclass(frozen=True, slots=True)
class CaptureReader:
    """Reads captures of the services in `index`. `engine` reads text in pictures, loaded on first use.

    `tick` hears that the reading goes on and may raise to stop; `named` hears of a picture's setting early.
    """

    index: LabelIndex
    engine: TextEngine
    keys: Keys = NO_KEYS
    tick: Callable[[], None] = unheard
    named: Named = unheard_name

    def read(self, path: Path, now: datetime, zone: tzinfo | None = None) -> Captured:
        """Return what a file shows; what cannot be opened or is no capture is refused and says why.

        `zone`: that of the device, where the person named it. Call it in the worker for others' files.
        """
        kind: CaptureKind = "page"
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                return refused(path, "capture.no_file")
            with path.open("rb") as file:
                form = form_of_capture(file.read(HEAD), path)
            kind = {"picture": "capture", "mail": "mail"}.get(form, "page")  # type: ignore[assignment] # all are kinds
            return self._read(form, path, now, zone)
        except OSError:
            return refused(path, "capture.unreadable", kind)
        except ModelError as error:
            reason = note("capture.no_model", file=path.name, model=error.file)
            return Captured(path.name, kind, status="refused", reason=reason)

    def _read(self, form: Form, path: Path, now: datetime, zone: tzinfo | None) -> Captured:
        match form:
            case "picture":
                return PictureReader(self.index, self.engine, self.tick, self.named).read(path, now, zone)
            case "page":
                return read_page(path, self.index, now, zone)
            case "print":
                return read_print(path, self.index, now, zone)
            case "mail":
                return MailReader(self.index, self.keys, self.tick).read(path, now, zone)
            case "none":
                return refused(path, "capture.no_capture", named_kind(path))


def form_of_capture(head: bytes, path: Path) -> Form:
    """Return what a file is by its first bytes; its name decides only where these say nothing."""
    if is_picture(head):
        return "picture"
    page = form_of(head)
    if page == "pdf":
        return "print"
    saved = page == "mhtml" and (_SAVED.search(head) or not _FROM.search(head))
    if saved or (page == "json" and path.suffix.lower() not in (".eml", ".mbox")):
        return "page"
    if is_mailbox(head) or is_mail(_HEAD_ENDS.split(head, maxsplit=1)[0]):
        return "mail"
    # A picture's name on other bytes is told by what opens pictures.
    return "page" if page == "html" else "picture" if kind_of(path) == "capture" else "none"
