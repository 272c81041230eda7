# SPDX-License-Identifier: Apache-2.0
"""Checks of the files of a bundle against its lists of hashes: payload, manifest, completeness."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from inspector.bundle import fingerprint, index, layout, strictjson, tagfiles
from inspector.bundle.bag import Bag
from inspector.bundle.hashlist import HashList
from inspector.bundle.verification import Check, not_asked, outcome
from inspector.domain.text import Note, note

_SMALL = 64 << 10


def check_payload(found: Bag) -> Check:
    """Whether every payload file has the hash that the manifest lists."""
    if found.payload is None:
        return not_asked("payload", note("bundle.payload.no_manifest"))
    return outcome(
        "payload",
        (*_changed(found, found.payload), *_misnamed(found, found.payload)),
        note("bundle.payload.good", n=len(found.payload.hashes)),
    )


def check_manifest(found: Bag, expect: str | None) -> Check:
    """Whether the lists are well made, cover the tag files, and give the fingerprint that was expected."""
    notes = (
        *_expectation(found, expect),
        *_list_problems(layout.MANIFEST, found.payload),
        *_list_problems(layout.TAG_MANIFEST, found.tags),
        *(_changed(found, found.tags) if found.tags else ()),
        *_bag_problems(found),
    )
    return outcome("manifest", notes, note("bundle.manifest.good"))


def check_completeness(found: Bag) -> Check:
    """Whether every listed and required file is there, and none that no list names."""
    listed = {
        *(found.payload.hashes if found.payload else ()),
        *(found.tags.hashes if found.tags else ()),
    }
    missing = sorted((listed | set(layout.REQUIRED)) - found.measures.keys())
    notes = (
        *([note("bundle.completeness.no_bag", file=layout.BAGIT)] if layout.BAGIT in missing else ()),
        *(note("bundle.file.missing", file=path) for path in missing),
        *(note("bundle.file.unlisted", file=path) for path in _unlisted(found, listed)),
        *(note("bundle.file.unreadable", file=path) for path in found.unreadable),
        *found.tree.strays,
        *([note("bundle.completeness.fetch")] if layout.FETCH in found.measures else ()),
    )
    return outcome("completeness", notes, note("bundle.completeness.good", n=len(found.measures)))


def _changed(found: Bag, hashes: HashList) -> Iterator[Note]:
    """Yield the files that are there and have not the hash that the list names."""
    for path, expected in sorted(hashes.hashes.items()):
        if path in found.measures:
            measure = found.measures[path]
            if measure is None:
                yield note("bundle.file.unreadable", file=path)
            elif measure.sha256 != expected:
                yield note("bundle.file.changed", file=path)


def _misnamed(found: Bag, hashes: HashList) -> Iterator[Note]:
    """Yield the files of which the JSON that gives their real names says another hash, or nothing."""
    for document in (layout.ORIGINALS, layout.MEMBERS):
        measure = found.measures.get(document)
        if measure is None:
            continue
        try:
            claimed = index.claimed(found.tree.content(document, strictjson.LARGEST))
        except ValueError:
            yield note("bundle.payload.bad_index", file=document)
            continue
        folder = f"{document.removesuffix('.json')}/"
        held = {(path, value) for path, value in hashes.hashes.items() if path.startswith(folder)}
        for path in sorted({path for path, _ in held ^ claimed}):
            yield note("bundle.payload.index_differs", file=layout.shown(path), other=document)


def _expectation(found: Bag, expect: str | None) -> Iterator[Note]:
    if expect is None:
        return
    wanted = fingerprint.parse(expect)
    if wanted is None:
        yield note("bundle.manifest.bad_expectation")
    elif wanted != found.fingerprint:
        yield note("bundle.manifest.unexpected")


def _list_problems(file: str, found: HashList | None) -> Iterator[Note]:
    if found and found.bad_lines:
        yield note("bundle.manifest.bad_lines", file=file, line=found.first_bad, n=found.bad_lines)


def _bag_problems(found: Bag) -> Iterator[Note]:
    """Yield what is wrong with the tag files that BagIt itself gives a meaning."""
    for path in layout.LISTED_TAG_FILES:
        if found.tags and path in found.measures and path not in found.tags.hashes:
            yield note("bundle.manifest.uncovered", file=path)
    if found.measures.get(layout.BAGIT) and found.tree.content(layout.BAGIT, _SMALL) != tagfiles.BAGIT_TEXT:
        yield note("bundle.manifest.bagit", file=layout.BAGIT)
    if found.measures.get(layout.BAG_INFO):
        payload = [measure for path, measure in found.measures.items() if layout.is_payload(path)]
        read = [measure.size for measure in payload if measure]
        stated = tagfiles.payload_oxum(found.tree.content(layout.BAG_INFO, _SMALL))
        # Of what cannot be read the size is not known: it is named elsewhere.
        if len(read) == len(payload) and stated != (sum(read), len(read)):
            yield note("bundle.manifest.oxum", file=layout.BAG_INFO)


def _unlisted(found: Bag, listed: Collection[str]) -> list[str]:
    """Return what no list names and need not; what a missing list would have named is left out."""
    lists = {True: found.payload, False: found.tags}
    return [
        path
        for path in found.measures
        if path not in listed
        and lists[layout.is_payload(path)] is not None
        and path != layout.TAG_MANIFEST
        and not layout.is_token(path)
    ]
