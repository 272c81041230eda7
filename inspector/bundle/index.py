# SPDX-License-Identifier: Apache-2.0
"""From contents to payload files: neutral names, and the JSON that says what each one really is.

`data/originals.json` lists every source with the files that carry it, if any; `data/members.json` lists the
members that state a cited fact with their files, and the members that were only counted with hash and count.
"""

from __future__ import annotations

from operator import attrgetter

from inspector.bundle import custody, layout, strictjson
from inspector.bundle.contents import BundleContents, CitedMember, CountedMember, Original, Part, Payload

ORIGINALS_SCHEMA = "inspector/originals/1"
MEMBERS_SCHEMA = "inspector/members/1"


def payloads(contents: BundleContents) -> tuple[Payload, ...]:
    """All payload files, sorted by path; the same contents in another order give the same files."""
    originals, original_files = _originals(contents.originals)
    members, member_files = _members(contents.cited, contents.counted)
    fixed = (
        Payload(layout.FINDINGS, contents.findings_json),
        Payload(layout.CUSTODY, custody.document(contents.acts)),
        Payload(layout.ORIGINALS, originals),
        Payload(layout.MEMBERS, members),
    )
    more = {layout.RECORD: contents.record_json, layout.REDACTION: contents.redaction_json}
    also = [Payload(path, data) for path, data in more.items() if data is not None]
    return tuple(sorted((*fixed, *also, *original_files, *member_files), key=attrgetter("path")))


def claimed(document: bytes) -> set[tuple[str, str]]:
    """The files that a `data/originals.json` or `data/members.json` names, each with the hash it states.

    Raises ValueError where it is neither.
    """
    found = strictjson.decode(document)
    if isinstance(found, dict) and found.get("schema") == MEMBERS_SCHEMA:
        rows = _rows(found, "cited")
    elif isinstance(found, dict) and found.get("schema") == ORIGINALS_SCHEMA:
        rows = [part for row in _rows(found, "originals") for part in _rows(row, "files")]
    else:
        raise ValueError("schema")
    return {(_string(row, "file"), _string(row, "sha256")) for row in rows}


def _rows(value: dict[str, object], key: str) -> list[dict[str, object]]:
    rows = value.get(key)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError(key)
    return rows


def _string(row: dict[str, object], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str):
        raise ValueError(key)  # noqa: TRY004 - whoever reads a file cares that it is bad, not which type it had
    return value


def _originals(originals: tuple[Original, ...]) -> tuple[bytes, list[Payload]]:
    rows: list[dict[str, object]] = []
    files: list[Payload] = []
    # Exports that lie in one file have that file in common; it goes in once.
    there: dict[tuple[str, str], str] = {}
    for original in sorted(originals, key=lambda each: (_by_number(each.source), each.name)):
        parts: list[dict[str, object]] = []
        for part in sorted(original.parts, key=attrgetter("name", "sha256")):
            path = there.get((part.name, part.sha256))
            if path is None or part.masked:
                path = f"{layout.ORIGINALS_FOLDER}{len(files) + 1:04}.bin"
                files.append(Payload(path, part.content, part.sha256, part.name))
                there[part.name, part.sha256] = path
            parts.append({"file": path, "name": part.name, "sha256": part.sha256, **_masked(part)})
        rows.append(_original_row(original, parts))
    return strictjson.encode({"schema": ORIGINALS_SCHEMA, "originals": rows}), files


def _masked(part: Part) -> dict[str, object]:
    """What was masked in a copy: what it is, where it stood, how often; never what it was."""
    rows = [{"what": one.what, "where": one.locator, "count": one.count} for one in part.masked]
    return {"masked": rows} if rows else {}


def _original_row(original: Original, parts: list[dict[str, object]]) -> dict[str, object]:
    return {
        "source": original.source,
        "name": original.name,
        "kind": original.kind,
        "sha256": original.sha256,
        "bytes": original.size,
        "files": parts,
        **({"withheld": list(original.withheld)} if original.withheld else {}),
    }


def _members(
    cited: tuple[CitedMember, ...], counted: tuple[CountedMember, ...]
) -> tuple[bytes, list[Payload]]:
    files: list[Payload] = []
    cited_rows = []
    for member in sorted(cited, key=_member_order):
        path = f"{layout.MEMBERS_FOLDER}{len(files) + 1:04}.bin"
        files.append(Payload(path, member.content, member.sha256, member.name))
        row = {"file": path, "source": member.source, "name": member.name, "sha256": member.sha256}
        cited_rows.append(row)
    counted_rows = [_counted_row(member) for member in sorted(counted, key=_member_order)]
    document = {"schema": MEMBERS_SCHEMA, "cited": cited_rows, "counted": counted_rows}
    return strictjson.encode(document), files


def _counted_row(member: CountedMember) -> dict[str, object]:
    return {
        "source": member.source,
        "name": member.name,
        "sha256": member.sha256,
        "bytes": member.size,
        "counts": dict(member.counts),
    }


def _member_order(member: CitedMember | CountedMember) -> tuple[object, ...]:
    return (*_by_number(member.source), member.name, member.sha256)


def _by_number(source: str) -> tuple[int, str]:
    """Sorts s2 before s10."""
    return len(source), source
