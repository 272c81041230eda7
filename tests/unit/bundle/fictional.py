# SPDX-License-Identifier: Apache-2.0
"""A fictional member's bundle, and bundles forged from its files."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from inspector.bundle import fingerprint, hashlist, layout, zipform
from inspector.bundle.contents import BundleContents, CitedMember, CountedMember, Original, Part, Program
from inspector.bundle.verification import Check, CheckName, Verification
from inspector.bundle.verifying import verify
from inspector.bundle.writing import write
from inspector.bundle.zipform import Entry
from inspector.cases.custody import chained

NOW = datetime(2026, 11, 21, 9, 15, tzinfo=UTC)
ARCHIVE = b"PK\x03\x04 the bytes of an export, as they came"
REGISTRATION = b"Registered At,Registration Ip\n3/4/12 12:00 PM,192.0.2.7\n"
RECEIPTS = b"Transaction Made At\n2023/01/01 10:00:00 UTC\n"
SCREENSHOT = bytes(range(256)) * 40


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def report_pdf(own: str) -> bytes:
    """The least that names a fingerprint as the report does; the real report is made in tests/e2e."""
    return b"%PDF-1.7\n1 0 obj <</Keywords(" + fingerprint.mark(own).encode() + b")>> endobj\n%%EOF\n"


PROGRAM = Program("Privacy Settings Inspector", "1.2.3", "2026-11-20", sha256(b"catalog"))
ACTS: tuple[Mapping[str, object], ...] = tuple(chained((
    {"n": 1, "kind": "opened", "at": "2026-11-21T09:00:00Z", "details": {}},
    {"n": 2, "kind": "added", "at": "2026-11-21T09:00:01Z", "details": {"name": "Größe.zip"}},
    {"n": 3, "kind": "exported", "at": "2026-11-21T09:15:00Z", "details": {"originals": True}},
)))  # fmt: skip
EXPORT = Original(
    "s2", "Basic_Export.zip", "archive", sha256(ARCHIVE), len(ARCHIVE),
    (Part("Basic_Export.zip", sha256(ARCHIVE), ARCHIVE),),
)  # fmt: skip
CAPTURE = Original(
    "s10", "setting.png", "capture", sha256(SCREENSHOT), len(SCREENSHOT),
    (Part("setting.png", sha256(SCREENSHOT), lambda: BytesIO(SCREENSHOT)),),
)  # fmt: skip
CONTENTS = BundleContents(
    findings_json=b'{"schema": "inspector/findings/1"}\n',
    acts=ACTS,
    originals=(CAPTURE, EXPORT),
    cited=(
        CitedMember("s2", "Registration.csv", sha256(REGISTRATION), REGISTRATION),
        CitedMember("s2", "Receipts.csv", sha256(RECEIPTS), lambda: BytesIO(RECEIPTS)),
    ),
    counted=(CountedMember("s2", "messages.csv", sha256(b"m"), 90_000_000, {"private_messages": 200_000}),),
    report_pdf=report_pdf,
    program=PROGRAM,
)


def written(folder: Path, contents: BundleContents = CONTENTS) -> Path:
    target = folder / "privacy-evidence.zip"
    write(contents, target, NOW, "en")
    return target


def files_of(bundle: Path) -> dict[str, bytes]:
    """The files of a bundle by their path in the bag, read by a plain unzipper."""

    with zipfile.ZipFile(bundle) as archive:
        return {name.removeprefix(f"{layout.FOLDER}/"): archive.read(name) for name in archive.namelist()}


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip in the form of a bundle, of any names in any order."""
    out = io.BytesIO()
    entries = []
    for name, data in members:
        entries.append(Entry(name, zlib.crc32(data), len(data), out.tell()))
        out.write(zipform.local_header(entries[-1]) + data)
    start = out.tell()
    directory = b"".join(map(zipform.directory_entry, entries))
    return out.getvalue() + directory + zipform.end_records(len(entries), len(directory), start)


def forged(target: Path, files: Mapping[str, bytes]) -> Path:
    """A zip of these files that is well made as a zip, whatever the files say."""
    target.write_bytes(zipped((f"{layout.FOLDER}/{path}", files[path]) for path in sorted(files)))
    return target


def remade(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with lists of hashes that fit them, and a report that names the new fingerprint."""
    made = dict(files)
    payload = {path: sha256(data) for path, data in made.items() if layout.is_payload(path)}
    made[layout.MANIFEST] = hashlist.render(payload)
    made[layout.REPORT] = report_pdf(sha256(made[layout.MANIFEST]))
    size = sum(len(made[path]) for path in payload)
    lines = [line for line in made[layout.BAG_INFO].splitlines() if not line.startswith(b"Payload-Oxum")]
    made[layout.BAG_INFO] = b"\n".join([*lines, f"Payload-Oxum: {size}.{len(payload)}".encode(), b""])
    return retagged(made)


def retagged(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with a tag manifest that fits them."""
    listed = {
        path: sha256(data)
        for path, data in files.items()
        if not layout.is_payload(path) and path != layout.TAG_MANIFEST and not layout.is_token(path)
    }
    return {**files, layout.TAG_MANIFEST: hashlist.render(listed)}


def unpacked(folder: Path, files: Mapping[str, bytes]) -> Path:
    root = folder / layout.FOLDER
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def failures(verification: Verification) -> dict[str, list[str]]:
    """The key of every note of every check that is false, without the common beginning."""
    return {
        check.name: [note.key.removeprefix("bundle.") for note in check.notes]
        for check in verification.checks
        if check.ok is False
    }


def named_files(verification: Verification) -> set[str]:
    """Every value that a false check gives in its notes."""
    notes = (note for check in verification.checks if check.ok is False for note in check.notes)
    return {str(value) for note in notes for value in note.as_dict().values()}


def check_of(verification: Verification, name: CheckName) -> Check:
    return next(check for check in verification.checks if check.name == name)


def verified(folder: Path, files: Mapping[str, bytes]) -> Verification:
    return verify(forged(folder / "forged.zip", files))


def with_source(contents: BundleContents, content: Part) -> BundleContents:
    """The contents with one original that consists of this part."""
    return replace(contents, originals=(replace(EXPORT, parts=(content,)),))
