# SPDX-License-Identifier: Apache-2.0
"""Reads one saved page, whatever its form, into what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Final

from inspector.captures.labels.index import LabelIndex
from inspector.captures.pages.github import of_github
from inspector.captures.pages.html import Shown
from inspector.captures.pages.naming import pieces
from inspector.captures.pages.opening import Page, open_page
from inspector.captures.pages.origin import Origin
from inspector.captures.pages.printed import PrintError, open_print, settings_in
from inspector.captures.pages.stored import Stored, stored
from inspector.captures.secrets.files import TooLargeToScanError, cleaned
from inspector.captures.when.build import build
from inspector.captures.when.traces import of_file
from inspector.domain.captured import Captured, CaptureStatus, Secret, Setting
from inspector.domain.text import Note, note

_MOST_PRE: Final = 3


def read_page(path: Path, index: LabelIndex, now: datetime, zone: tzinfo | None = None) -> Captured:
    """Return what an HTML, MHTML or JSON page shows. Raises OSError."""
    page = open_page(path)
    if page.form == "none":
        return Captured(path.name, "page", status="refused", reason=note("page.none", file=path.name))
    own = _own(page, index)
    settings: tuple[Setting, ...] = own.settings if own else ()
    if not settings and page.form in ("html", "mhtml"):
        settings = _of_html(page, index)
    origin = page.origin if own is None else replace(page.origin, basis=(*page.origin.basis, *own.basis))
    captured = _captured(path, settings, origin, now, zone)
    secrets, unscanned = _secrets(path)
    if page.cut or unscanned:
        captured = replace(captured, status="partial", reason=note("page.too_large", file=path.name))
    return replace(captured, secrets=secrets)


def read_print(path: Path, index: LabelIndex, now: datetime, zone: tzinfo | None = None) -> Captured:
    """Return what a printed page shows. Raises OSError. Call it in the worker only."""
    try:
        page = open_print(path)
    except PrintError as error:
        return Captured(path.name, "page", status="refused", reason=note(error.key, file=path.name))
    captured = _captured(path, settings_in(page, index), page.origin, now, zone)
    if not page.lines:
        return replace(captured, status="partial", reason=note("page.pdf_without_text", file=path.name))
    if page.cut:
        return replace(captured, status="partial", reason=note("page.pdf_cut", file=path.name))
    return captured


def _own(page: Page, index: LabelIndex) -> Stored | None:
    """Return a service's own JSON: the file itself, or what a browser shows of it in a page of its own."""
    if page.form == "json":
        return stored(page.text, index)
    if page.form not in ("html", "mhtml") or "<pre" not in page.text:
        return None
    for block in Shown(page, index).tree.css("pre")[:_MOST_PRE]:
        found = stored("".join(pieces(block)), index)
        if found is not None:
            return found
    return None


def _of_html(page: Page, index: LabelIndex) -> tuple[Setting, ...]:
    shown = Shown(page, index)
    github = of_github(shown)
    settings = shown.settings()
    if github is None:
        return settings
    others = [one for one in settings if one.control != github.control]
    by_markup = [one for one in settings if one.control == github.control]
    return (_both(github, by_markup), *others)


def _both(form: Setting, by_markup: Sequence[Setting]) -> Setting:
    """Return GitHub's setting; where page and form say the opposite, a person says which."""
    opposite = {"on": "off", "off": "on", "unknown": "-"}[form.state]
    label = next((one.label for one in by_markup), form.label)
    if any(one.state == opposite for one in by_markup):
        why = (*form.why, "capture.why.markup_disagrees")
        return replace(
            form, label=label, state="unknown", sharing="unknown", confidence=0.0, asked=True, why=why
        )
    return replace(form, label=label)


def _captured(
    path: Path, settings: tuple[Setting, ...], origin: Origin, now: datetime, zone: tzinfo | None
) -> Captured:
    when = build([*origin.basis, *of_file(path)], now, zone=zone)
    why = (*origin.why, *when.why, *(() if origin.url else ("capture.why.no_address",)))
    if origin.why:
        settings = tuple(replace(one, asked=True) for one in settings)
    status: CaptureStatus = "read"
    reason: Note | None = None
    if not settings:
        reason = note("capture.nothing_found", file=path.name)
    return Captured(path.name, "page", settings, when.moment, when.basis, why, status, reason, origin.url)


def _secrets(path: Path) -> tuple[tuple[Secret, ...], bool]:
    """Return what opens an account in the file, and whether it was too large to look through."""
    try:
        return cleaned(path).secrets, False
    except TooLargeToScanError:
        return (), True
