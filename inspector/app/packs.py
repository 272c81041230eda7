# SPDX-License-Identifier: Apache-2.0
"""Packs for authorities: what their forms take, cut to size, beside the bundle that holds the originals."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from inspector.app.evidence import NAME
from inspector.app.export import Order, make
from inspector.app.recording import sheets
from inspector.app.setting import set_pages
from inspector.app.underway import UNWATCHED, Watch
from inspector.app.view import catalog_view
from inspector.bundle.contents import BundleError
from inspector.catalog.index import Catalog
from inspector.domain.text import note
from inspector.report.complaint import Case, complaint, cover, supporting
from inspector.report.document import ReportDocument, build
from inspector.report.editions import LEVELS, parts, smaller
from inspector.report.findings import findings_object
from inspector.report.render import render
from inspector.system import resources
from inspector.system.messages import Messages

SEND: Final = "send"
KEEP: Final = "keep"
_COVER: Final = "cover-note.pdf"
_COVER_LANGUAGES: Final = ("en", "de")
_MOST_PARTS: Final = 3


@dataclass(frozen=True, slots=True)
class Form:
    """What the form of an authority takes; None where no limit is known. `sources` say so.

    `files` 0: it takes none, they may be asked for later. `authority` names it in the catalog.
    """

    id: str
    authority: str | None
    languages: tuple[str, ...]
    characters: int | None
    supporting_characters: int | None
    files: int | None
    file_bytes: int | None
    checked: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """What was made: the fingerprint of the bundle, and the files to send, by name."""

    fingerprint: str
    files: tuple[str, ...]


@cache
def forms() -> tuple[Form, ...]:
    """Return the forms that packs are made for."""
    found = json.loads(resources.path("packs/forms.json").read_text("utf-8"))["forms"]
    lists = ("languages", "sources")
    return tuple(Form(**{**one, **{name: tuple(one[name]) for name in lists}}) for one in found)


def bundle_in(folder: Path) -> Path:
    """Return where in a pack the bundle lies, which an order for it must name as its target."""
    return folder / KEEP / NAME


def make_pack(asked: Order, catalog: Catalog, form: Form, folder: Path, watch: Watch = UNWATCHED) -> Pack:
    """Make a pack in a folder that is new or empty; nothing is left where it cannot be made.

    Raises BundleError, RenderError or what `watch.check` raises.
    """
    if asked.wish.redact is not None:
        raise BundleError(note("redaction.no_pack"))
    _refuse_full(folder)
    made: list[Path] = []
    try:
        for part in (folder, folder / SEND, folder / KEEP):
            part.mkdir(exist_ok=True)
            made.append(part)
        order = replace(asked, wish=replace(asked.wish, target=bundle_in(folder)))
        fingerprint = make(order, catalog, watch)
        made.append(order.wish.target)
        files = _files(order, catalog, form, fingerprint, watch)
        for name, data in files.items():
            made.append(folder / SEND / name)
            made[-1].write_bytes(data)
        made.append(folder / "README.txt")
        made[-1].write_text(Messages(asked.wish.lang).text("pack.readme") + "\n", "utf-8")
    except BaseException as error:
        _undo(made)
        if isinstance(error, OSError):
            raise BundleError(note("pack.refused.space", folder=folder.name)) from error
        raise
    return Pack(fingerprint, tuple(files))


def _undo(made: list[Path]) -> None:
    for path in reversed(made):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        else:
            path.unlink(missing_ok=True)


def _refuse_full(folder: Path) -> None:
    try:
        full = folder.exists() and any(folder.iterdir())
    except OSError as error:
        raise BundleError(note("pack.refused.space", folder=folder.name)) from error
    if full:
        raise BundleError(note("pack.refused.folder", folder=folder.name))


def _files(asked: Order, catalog: Catalog, form: Form, fingerprint: str, watch: Watch) -> dict[str, bytes]:
    lang = asked.wish.lang
    messages = Messages(lang)
    found: dict[str, Any] = findings_object(asked.inspection, messages)
    view = catalog_view(asked.inspection, catalog, lang)
    known = sheets(asked.inspection, asked.readings, asked.acts, asked.captured, watch.check)
    case = Case(found, known.record["letters"], view, fingerprint)
    texts = _texts(case, form)
    if form.files == 0:
        return texts
    document = build(
        found, view, messages, asked.now, fingerprint=fingerprint, maker=asked.wish.maker, sheets=known
    )
    reports = _reports(document, form, watch)
    note_ = _note(document, case, [_COVER, *reports])
    return {**texts, _COVER: render(note_, set_pages, stopped=watch.cancelled), **reports}


def _texts(case: Case, form: Form) -> dict[str, bytes]:
    try:
        found = {f"complaint-{lang}.txt": complaint(case, lang, form.characters) for lang in form.languages}
        if form.supporting_characters is not None:
            found["supporting-en.txt"] = supporting(case, "en", form.supporting_characters)
    except ValueError as error:
        problem = note("pack.refused.text", characters=form.characters or 0)
        raise BundleError(problem) from error
    return {name: text.encode() for name, text in found.items()}


def _reports(document: ReportDocument, form: Form, watch: Watch) -> dict[str, bytes]:
    """Return the report in the largest edition that fits, in as few files as possible."""
    most = (form.files or _MOST_PARTS + 1) - 1
    for level in range(LEVELS + 1):
        for count in range(1, min(most, _MOST_PARTS) + 1):
            watch.check()
            edition = parts(smaller(document, level), count)
            files = [render(one, set_pages, stopped=watch.cancelled) for one in edition]
            if form.file_bytes is None or all(len(one) <= form.file_bytes for one in files):
                names = ["report.pdf"] if len(files) == 1 else _numbered(len(files))
                return dict(zip(names, files, strict=True))
    raise BundleError(note("pack.refused.size", files=most, size=form.file_bytes or 0))


def _numbered(count: int) -> list[str]:
    return [f"report-{number}-of-{count}.pdf" for number in range(1, count + 1)]


def _note(document: ReportDocument, case: Case, files: list[str]) -> ReportDocument:
    return {**document, "attachments": [], "blocks": cover(case, _COVER_LANGUAGES, files)}
