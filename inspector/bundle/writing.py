# SPDX-License-Identifier: Apache-2.0
"""Writes a bundle: all of it or nothing, and never more than a piece of any original in memory.

Every content is read twice: first to learn its hash and size, which the manifest and the headers need before
it, then to be copied. What differs between the two readings, or from the hash it was handed in with, stops
the bundle.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from inspector.bundle import (
    beside,
    fingerprint,
    hashlist,
    index,
    layout,
    locking,
    streams,
    strictjson,
    tagfiles,
    zipform,
)
from inspector.bundle.contents import BundleContents, BundleError, Payload
from inspector.bundle.crate import Part, crate
from inspector.bundle.howto import Kind, how_to
from inspector.bundle.seal.sealing import Sealing
from inspector.bundle.streams import Measure, Meter
from inspector.bundle.verify_page import page
from inspector.bundle.zipform import Entry
from inspector.domain.text import note
from inspector.system.messages import Messages

_MEGABYTE = 1_000_000


class Sink(Protocol):
    """Takes bytes in order."""

    def write(self, data: bytes, /) -> int:
        """Take some bytes."""


Passed = Callable[[int], None]
"""Is told how many bytes have just passed. What it raises stops the bundle, and no file is left."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the bag with what its bytes measured."""

    payload: Payload
    measure: Measure


@dataclass(frozen=True, slots=True)
class _Making:
    """When, in which language and with which seal a bundle is made."""

    now: datetime
    messages: Messages
    sealing: Sealing | None


Look = Callable[[Sequence[Payload]], None]
"""Looks over all files before they are written. What it raises stops the bundle, and no file is left."""


def unseen(files: Sequence[Payload]) -> None:
    """Look at nothing."""
    del files


def unwatched(size: int) -> None:
    """Take note of nothing."""
    del size


def write(  # noqa: PLR0913 - what is written, where, when, in which words; who looks on; seal and lock
    contents: BundleContents,
    target: Path,
    now: datetime,
    lang: str,
    passed: Passed = unwatched,
    *,
    sealing: Sealing | None = None,
    lock: str | None = None,
    look: Look = unseen,
) -> str:
    """Write the bundle to `target`, in the place of an earlier bundle if any; return its fingerprint.

    `now` is in UTC. Without `sealing` the same contents, `now` and `lang` give the same bytes. Raises
    BundleError or what `passed` or `look` raises, and then `target` is as it was. Every byte passes twice:
    once read, once written. `lock`: a password, behind which the whole goes into a zip that other programs
    open.
    """
    if lock is not None:
        locking.check_password(lock)
    _refuse_foreign(target)
    payload = [_measured(each, passed) for each in index.payloads(contents)]
    manifest = hashlist.render({each.payload.path: each.measure.sha256 for each in payload})
    tags = _tag_files(contents, payload, manifest, _Making(now, Messages(lang), sealing))
    files = sorted([*payload, *tags], key=lambda each: each.payload.path)
    look([each.payload for each in files])
    _put(target, files, passed, lock)
    return _fingerprint(manifest)


def _fingerprint(manifest: bytes) -> str:
    return streams.measure([manifest]).sha256


def _tag_files(
    contents: BundleContents, payload: list[_File], manifest: bytes, making: _Making
) -> list[_File]:
    """Make what lies beside the payload: the report first, since the crate describes it; the seal last."""
    now, messages, sealing = making.now, making.messages, making.sealing
    report = _report(contents, _fingerprint(manifest), making)
    instructions = how_to(contents.program, now, messages, _kind(contents, sealing))
    parts = [Part(each.payload.path, each.measure.size, each.payload.name) for each in payload]
    parts += [Part(layout.REPORT, len(report)), Part(layout.HOW_TO, len(instructions))]
    parts.append(Part(layout.VERIFY_PAGE, len(page())))
    drafts = {}
    if contents.declarations is not None:
        drafts[layout.DECLARATIONS] = contents.declarations(_fingerprint(manifest))
        parts.append(Part(layout.DECLARATIONS, len(drafts[layout.DECLARATIONS])))
    description = messages.text("bundle.crate.description")
    sizes = [each.measure for each in payload]
    listed = {
        layout.BAGIT: tagfiles.BAGIT_TEXT,
        layout.BAG_INFO: tagfiles.bag_info(contents.program, sizes, now, description),
        layout.MANIFEST: manifest,
        layout.REPORT: report,
        layout.HOW_TO: instructions,
        layout.VERIFY_PAGE: page(),
        layout.CRATE: crate(parts, contents.program, now, messages),
        **drafts,
    }
    files = [_measured(Payload(path, data)) for path, data in listed.items()]
    tag_manifest = hashlist.render({each.payload.path: each.measure.sha256 for each in files})
    tokens = sealing.tokens(tag_manifest) if sealing else {}
    return [
        *files,
        _measured(Payload(layout.TAG_MANIFEST, tag_manifest)),
        *(_measured(Payload(path, data)) for path, data in tokens.items()),
    ]


def _kind(contents: BundleContents, sealing: Sealing | None) -> Kind:
    return Kind(
        sealed=sealing is not None,
        stamped=bool(sealing and sealing.stampers),
        redacted=contents.redaction_json is not None,
        declared=contents.declarations is not None,
        recorded=contents.record_json is not None,
    )


def _report(contents: BundleContents, own: str, making: _Making) -> bytes:
    report = contents.report_pdf(own)
    if making.sealing:
        report = making.sealing.report(report, making.now)
    if fingerprint.named_in([report]) != {own}:
        msg = f"{layout.REPORT} does not carry {fingerprint.mark(own)!r}, and only that, among its keywords"
        raise ValueError(msg)
    return report


def _measured(payload: Payload, passed: Passed = unwatched) -> _File:
    """Read a content once. Raises BundleError where it cannot be read or is not what it is said to be."""
    measure = streams.measure(_pieces(payload, passed))
    if payload.sha256 not in {None, measure.sha256}:
        raise _about_source("bundle.write.changed", payload)
    if payload.path in layout.LISTS and measure.size > strictjson.LARGEST:
        raise _about_source("bundle.write.too_large", payload)
    return _File(payload, measure)


def _pieces(payload: Payload, passed: Passed) -> Iterator[bytes]:
    try:
        with closing(streams.opened(payload.source)) as stream:
            for piece in streams.pieces(stream):
                passed(len(piece))
                yield piece
    except OSError as error:
        raise _about_source("bundle.write.unreadable", payload) from error


def _about_source(key: str, payload: Payload) -> BundleError:
    return BundleError(note(key, file=layout.shown(payload.name or payload.path)))


def _put(target: Path, files: list[_File], passed: Passed, lock: str | None) -> None:
    """Write the zip beside its target and move it there when it is whole and on the disk."""
    entries = _entries([(each.payload.path, each.measure) for each in files])
    closing_records = _closing_records(entries)
    try:
        size = entries[-1].end + len(closing_records)
        _refuse_full_disk(target.parent, size if lock is None else locking.length(size))
        with (
            beside.replacing(target, f".{layout.FOLDER}-") as whole,
            nullcontext(whole) if lock is None else locking.locked(whole, lock, size) as out,
        ):
            _write_members(out, files, entries, passed)
            out.write(closing_records)
    except FileNotFoundError as error:
        raise BundleError(note("bundle.write.no_folder", folder=layout.shown(str(target.parent)))) from error
    except OSError as error:
        problem = note("bundle.write.failed", file=layout.shown(target.name), code=error.errno or 0)
        raise BundleError(problem) from error


def _entries(files: list[tuple[str, Measure]]) -> list[Entry]:
    """Lay the members one after the other."""
    entries: list[Entry] = []
    for path, measure in files:
        at = entries[-1].end if entries else 0
        entries.append(Entry(f"{layout.FOLDER}/{path}", measure.crc, measure.size, at))
    return entries


def _closing_records(entries: list[Entry]) -> bytes:
    directory = b"".join(zipform.directory_entry(entry) for entry in entries)
    return directory + zipform.end_records(len(entries), len(directory), entries[-1].end)


def _write_members(out: Sink, files: list[_File], entries: list[Entry], passed: Passed) -> None:
    for each, entry in zip(files, entries, strict=True):
        out.write(zipform.local_header(entry))
        meter = Meter()
        for piece in meter.passing(_pieces(each.payload, passed)):
            out.write(piece)
        if meter.measure() != each.measure:
            raise _about_source("bundle.write.changed", each.payload)


def _refuse_full_disk(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if needed > free:
        figures = {"needed": needed // _MEGABYTE + 1, "free": free // _MEGABYTE}
        raise BundleError(note("bundle.write.no_space", **figures))


def _refuse_foreign(target: Path) -> None:
    """Refuse to overwrite anything but an earlier bundle or an empty file."""
    first = f"{layout.FOLDER}/{layout.HOW_TO}".encode("ascii")
    try:
        with target.open("rb") as file:
            head = file.read(max(zipform.LOCAL.size + len(first), locking.HEAD))
    except FileNotFoundError:
        return
    except OSError as error:
        problem = note("bundle.write.failed", file=layout.shown(target.name), code=error.errno or 0)
        raise BundleError(problem) from error
    ours = head.startswith(zipform.LOCAL_SIGN) and head[zipform.LOCAL.size :].startswith(first)
    if head and not (ours or locking.is_locked(head)):
        raise BundleError(note("bundle.write.foreign", file=layout.shown(target.name)))
