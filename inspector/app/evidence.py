# SPDX-License-Identifier: Apache-2.0
"""Evidence of a case: what a bundle holds, what its report looks like, making it, and checking any bundle."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from inspector.app.checking import CheckCancelledError, verify
from inspector.app.earlier import EarlierBundleError, compared
from inspector.app.export import Order, Wish, note, order, parcel
from inspector.app.fetching import Fetcher
from inspector.app.jobs import Job, JobCancelledError
from inspector.app.recording import sheets
from inspector.app.redacting import make, report_of
from inspector.app.session import Session
from inspector.app.setting import set_pages
from inspector.app.sizes import decimal_texts
from inspector.app.underway import Watch
from inspector.app.view import catalog_view
from inspector.bundle.contents import Original
from inspector.bundle.fingerprint import parse
from inspector.bundle.layout import shown
from inspector.bundle.verification import Verification
from inspector.cases.standing import spoken
from inspector.domain.text import Note
from inspector.domain.text import note as sentence
from inspector.report.document import ReportDocument, build
from inspector.report.findings import findings_object
from inspector.report.numbering import numbers
from inspector.report.render import pages
from inspector.system.clock import now
from inspector.system.messages import Messages

NAME = "privacy-evidence.zip"
"""How a bundle is called unless the person says otherwise."""

PAGE_PPI = 112.0
"""Pixels per inch of the pages that are looked at before the bundle is made, on a screen of usual density."""

_GROUP = 4
_KILO = 1000


@dataclass(frozen=True, slots=True)
class Held:
    """One file that goes in, as a whole or in part.

    `way`: `whole` a source as it is, `masked` a copy without what opens an account, `bare` one of a picture
    without its notes, `cited` one file or message of it, `counted` only hash and count, `inside` the same in
    an archive that goes in whole. `size`: 0 where it is not known yet.
    """

    name: str
    source: str
    way: str
    size: int


def held(
    session: Session, *, originals: bool, bare: bool = False, redacted: bool = False
) -> tuple[Held, ...]:
    """Return what of the person's own data a bundle holds, sources first. `bare`: pictures without notes.

    `redacted`: each made anew without what is withheld, so that its size is not known yet.
    """
    found = session.inspection()
    readings = spoken(session.case.readings, session.case.acts)
    known = session.captured if bare else None
    goes = parcel(readings, found, Fetcher(()), originals=originals, bare=known)
    names = {of: source.name for source in found.sources if (of := numbers(found).sources.get(source.sha256))}
    sizes = _sizes(session)
    whole = [row for one in goes.originals for row in _whole(one)]
    cited = [
        Held(one.name, names[one.source], "cited", sizes.get((one.sha256, one.name), 0)) for one in goes.cited
    ]
    archives = {row.name for row in whole if row.way == "whole"}
    counted = [
        Held(one.name, name, "inside" if name in archives else "counted", one.size)
        for one in goes.counted
        if (name := names[one.source])
    ]
    if redacted:
        return tuple(Held(one.name, one.source, "redacted", 0) for one in (*whole, *cited))
    return (*whole, *cited, *counted)


def _whole(one: Original) -> Iterator[Held]:
    if one.kind == "archive" and one.parts:
        yield Held(one.name, one.name, "whole", one.size)
        return
    for part in one.parts:
        if part.name != one.name:
            yield Held(part.name, one.name, "cited", 0)
        else:
            copy = "bare" if one.kind == "capture" else "masked"
            yield Held(part.name, one.name, copy if part.masked else "whole", one.size)


def notes_in_pictures(session: Session) -> tuple[str, ...]:
    """Return what pictures of the case tell of place, device and person, as kinds; what goes in is asked."""
    known = (session.captured(one) for one in session.sources if one.kind == "capture")
    return tuple(dict.fromkeys(note.what for one in known if one is not None for note in one.notes))


def holds_archives(session: Session) -> bool:
    """Answer whether there is an archive that could go in whole."""
    return any(one.kind == "archive" and one.sha256 for one in session.sources)


def _sizes(session: Session) -> Mapping[tuple[str | None, str], int]:
    members = (member for one in session.case.readings for member in one.source.members)
    return {(member.sha256, member.name): member.size for member in members}


def size_words(size: int) -> Note:
    """Return the size of a file in words, in steps of a thousand."""
    if size < _KILO:
        return sentence("gui.evidence.size.bytes", count=size)
    unit, name = (_KILO, "kb") if size < _KILO**2 else (_KILO**2, "mb")
    return sentence(f"gui.evidence.size.{name}", size=decimal_texts(size / unit))


def asked(session: Session, wish: Wish) -> Order:
    """Return the order for a bundle as the case stands now, with the time of now."""
    return order(session.case, session.inspection(), wish, now(), session.read_in_captures)


def preview(wanted: Order, session: Session, job: Job, density: float = 1.0) -> tuple[bytes, ...]:
    """Return the pages of the report as PNG, without the fingerprint that only the bundle has.

    `density`: pixels of the screen for each that it counts, 2 at 200 %.
    """
    document = _report(wanted, session, job)
    job.check()
    try:
        return pages(document, PAGE_PPI * density, set_pages, stopped=job.cancelled)
    finally:
        job.check()


def _report(wanted: Order, session: Session, job: Job) -> ReportDocument:
    if wanted.wish.redact is not None:
        return report_of(wanted, session.catalog, Watch(job.check, job.cancelled, job.progress))
    messages = Messages(wanted.wish.lang)
    found = findings_object(wanted.inspection, messages)
    view = catalog_view(wanted.inspection, session.catalog, wanted.wish.lang)
    known = sheets(
        wanted.inspection, wanted.readings, wanted.acts, wanted.captured, job.check, bare=wanted.wish.bare
    )
    return build(found, view, messages, wanted.now, maker=wanted.wish.maker, sheets=known)


def export(wanted: Order, session: Session, job: Job) -> str:
    """Write the bundle and return its fingerprint; the case is told by `exported`, not from here.

    Raises JobCancelledError where asked to stop, BundleError or RenderError; no file is left then.
    """
    return make(wanted, session.catalog, Watch(job.check, job.cancelled, job.progress))


def exported(session: Session, wanted: Order, fingerprint: str) -> None:
    """Note in the case that the bundle was made."""
    note(session.case, wanted, fingerprint)


def checked(
    path: Path, expect: str, job: Job, known: Collection[str] = (), password: str | None = None
) -> Verification:
    """Check a bundle in a zip or a folder; `expect`: the fingerprint someone gave, empty for none.

    `known`: the keys that seal the bundles of the case that is open. `password` opens a locked bundle.
    Raises JobCancelledError where asked to stop.
    """
    try:
        return verify(
            path,
            expect.strip() or None,
            job.cancelled,
            known=known,
            password=password,
            progress=job.progress,
        )
    except CheckCancelledError as error:
        raise JobCancelledError from error


def held_against(found: Verification, earlier: Path, job: Job) -> Verification | Note:
    """Return what was found of a bundle, its seal held against an earlier one; why not where that is no use.

    Raises JobCancelledError where asked to stop.
    """
    try:
        return compared(found, checked(earlier, "", job), shown(earlier.name))
    except EarlierBundleError as error:
        return error.note


def is_fingerprint(text: str) -> bool:
    """Answer whether a text can be a fingerprint; an empty one asks for no comparison and is fine."""
    return not text.strip() or parse(text) is not None


def grouped(fingerprint: str) -> str:
    """Return a fingerprint in groups of four, eight to a line, so that it can be read aloud and compared."""
    groups = [fingerprint[at : at + _GROUP] for at in range(0, len(fingerprint), _GROUP)]
    return "\n".join(" ".join(groups[at : at + 8]) for at in range(0, len(groups), 8))
