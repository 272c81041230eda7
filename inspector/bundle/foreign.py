# SPDX-License-Identifier: Apache-2.0
"""Checks a folder that is a BagIt bag of another program: what RFC 8493 asks of it, and no more.

Nothing that a manifest names is ever opened by that name: files are found by looking through the folder, and
the names in the lists are only compared with theirs, which may be written in another Unicode form.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inspector.bundle import layout, streams
from inspector.bundle.fingerprint import parse
from inspector.bundle.streams import Passed
from inspector.bundle.verification import FOREIGN, Check, Verification, not_asked, outcome
from inspector.domain.text import Note, note

ALGORITHMS: Final = ("sha512", "sha256", "sha1", "md5")
_WEAK: Final = ("sha1", "md5")
_OURS: Final = (layout.HOW_TO, layout.FINDINGS, layout.CUSTODY, layout.ORIGINALS, layout.MEMBERS)
_LIST: Final = re.compile(r"(tag)?manifest-([a-z0-9]{1,16})\.txt")
_LINE: Final = re.compile(r"([0-9A-Fa-f]{32,128})[ \t]+\*?(\S.*)")
_ESCAPED: Final = {"%0A": "\n", "%0D": "\r", "%25": "%", "%0a": "\n", "%0d": "\r"}
_DECLARATION: Final = re.compile(r"BagIt-Version: \d+\.\d+\r?\nTag-File-Character-Encoding: UTF-8\s*")
_OXUM: Final = re.compile(r"^Payload-Oxum: *([0-9]{1,20})\.([0-9]{1,10})\s*$", re.MULTILINE)
_LARGEST_LIST: Final = 64 << 20


@dataclass(frozen=True, slots=True)
class _Found:
    """A file: its bytes' number and its hashes, by algorithm; None where it cannot be read."""

    path: str
    size: int
    hashes: Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class _List:
    """A manifest: its file, whether it lists tag files, its algorithm, and the hashes by folded name."""

    file: str
    tags: bool
    algorithm: str
    hashes: Mapping[str, tuple[str, str]]
    bad: int


def is_foreign(root: Path) -> bool:
    """Whether a folder is a bag that holds nothing which this program puts into every bundle."""
    return (root / layout.BAGIT).is_file() and not any((root / path).exists() for path in _OURS)


def verify_foreign(root: Path, expect: str | None, passed: Passed) -> Verification:
    """Check a bag of another program. Raises OSError where the folder itself cannot be listed."""
    strays: list[Note] = []
    paths = list(_paths(root, strays))
    lists = [found for path in paths if (found := _list(root, path)) is not None]
    wanted = {one.algorithm for one in lists} | {"sha256"}
    files = {_folded(path): _measured(root, path, wanted, passed) for path in paths}
    own = files.get(layout.MANIFEST)
    fingerprint = own.hashes["sha256"] if own and own.hashes else None
    checks = (
        not_asked("container", note(FOREIGN)),
        _payload(lists, files),
        _manifest(root, lists, files, (expect, fingerprint)),
        _completeness(lists, files, paths, strays),
        *(
            not_asked(name, note("bundle.foreign.not_ours"))
            for name in ("seal", "timestamp", "custody", "report", "redaction")
        ),
    )
    same = None if expect is None else parse(expect) == fingerprint
    return Verification(fingerprint, checks, same)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _paths(root: Path, strays: list[Note]) -> Iterator[str]:
    """Yield plain files below the folder by their path in it; links and devices are named, not followed."""
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        try:
            with os.scandir(root / prefix) as listed:
                entries = sorted((one.name, one.stat(follow_symlinks=False).st_mode) for one in listed)
        except OSError:
            if not prefix:
                raise
            strays.append(note("bundle.file.unreadable", file=layout.shown(prefix)))
            continue
        for name, mode in entries:
            if stat.S_ISDIR(mode):
                waiting.append(f"{prefix}{name}/")
            elif stat.S_ISREG(mode):
                yield f"{prefix}{name}"
            else:
                strays.append(note("bundle.file.not_plain", file=layout.shown(f"{prefix}{name}")))


def _list(root: Path, path: str) -> _List | None:
    named = _LIST.fullmatch(path)
    if named is None or named[2] not in ALGORITHMS:
        return None
    hashes: dict[str, tuple[str, str]] = {}
    bad = 0
    for line in _text(root / path).splitlines():
        found = _LINE.fullmatch(line)
        name = re.sub("%0[AaDd]|%25", lambda escape: _ESCAPED[escape[0]], found[2]) if found else ""
        key = _folded(name.removeprefix("./"))
        if found is None or key in hashes or key.startswith("data/") is bool(named[1]):
            bad += 1
        else:
            hashes[key] = (found[1].lower(), name)
    return _List(path, bool(named[1]), named[2], hashes, bad)


def _text(path: Path) -> str:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return ""
        with path.open("rb") as file:
            return file.read(_LARGEST_LIST).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def _measured(root: Path, path: str, wanted: set[str], passed: Passed) -> _Found:
    meters = {name: hashlib.new(name, usedforsecurity=False) for name in sorted(wanted)}
    size = 0
    try:
        with (root / path).open("rb") as file:
            for piece in streams.pieces(file):
                passed(len(piece))
                size += len(piece)
                for meter in meters.values():
                    meter.update(piece)
    except OSError:
        return _Found(path, size, None)
    return _Found(path, size, {name: meter.hexdigest() for name, meter in meters.items()})


def _changed(one: _List, files: Mapping[str, _Found]) -> Iterator[Note]:
    for key, (expected, _) in sorted(one.hashes.items()):
        found = files.get(key)
        if found is not None and found.hashes is None:
            yield note("bundle.file.unreadable", file=layout.shown(found.path))
        elif found is not None and found.hashes is not None and found.hashes[one.algorithm] != expected:
            yield note("bundle.file.changed", file=layout.shown(found.path))


def _payload(lists: list[_List], files: Mapping[str, _Found]) -> Check:
    payload = [one for one in lists if not one.tags]
    if not payload:
        return not_asked("payload", note("bundle.foreign.no_manifest"))
    problems = dict.fromkeys(each for one in payload for each in _changed(one, files))
    weak = all(one.algorithm in _WEAK for one in payload)
    count = len({key for one in payload for key in one.hashes})
    good = note("bundle.foreign.weak" if weak else "bundle.payload.good", n=count)
    return outcome("payload", tuple(problems), good)


def _manifest(
    root: Path, lists: list[_List], files: Mapping[str, _Found], wish: tuple[str | None, str | None]
) -> Check:
    expect, own = wish
    problems = [note("bundle.foreign.bad_lines", file=one.file, n=one.bad) for one in lists if one.bad]
    problems += [each for one in lists if one.tags for each in _changed(one, files)]
    if not _DECLARATION.fullmatch(_text(root / layout.BAGIT)):
        problems.append(note("bundle.foreign.bagit", file=layout.BAGIT))
    stated = _OXUM.search(_text(root / layout.BAG_INFO))
    payload = [one.size for key, one in files.items() if key.startswith("data/")]
    if stated and (int(stated[1]), int(stated[2])) != (sum(payload), len(payload)):
        problems.append(note("bundle.manifest.oxum", file=layout.BAG_INFO))
    if expect is not None and parse(expect) != own:
        problems.append(
            note("bundle.manifest.unexpected" if parse(expect) else "bundle.manifest.bad_expectation")
        )
    return outcome("manifest", tuple(problems), note("bundle.foreign.manifest"))


def _completeness(
    lists: list[_List], files: Mapping[str, _Found], paths: list[str], strays: list[Note]
) -> Check:
    payload = [one for one in lists if not one.tags]
    named = {key: name for one in lists for key, (_, name) in one.hashes.items()}
    missing = sorted(named.keys() - files.keys())
    inside = [key for key in files if key.startswith("data/")]
    unlisted = sorted({key for one in payload for key in inside if key not in one.hashes})
    alike = sorted(key for key, count in Counter(map(_alike, paths)).items() if count > 1)
    problems = (
        *([] if payload else [note("bundle.foreign.no_manifest")]),
        *(note("bundle.file.missing", file=layout.shown(named[key])) for key in missing),
        *(note("bundle.file.unlisted", file=layout.shown(key)) for key in (unlisted if payload else ())),
        *(note("bundle.foreign.alike", file=layout.shown(key)) for key in alike),
        *strays,
        *([note("bundle.completeness.fetch")] if layout.FETCH in files else ()),
    )
    return outcome("completeness", problems, note("bundle.completeness.good", n=len(files)))


def _alike(path: str) -> str:
    """Return what systems that ignore case or Unicode form take a name for."""
    return _folded(path).casefold()
