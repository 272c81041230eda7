# SPDX-License-Identifier: Apache-2.0
"""What was handed in and read: each source as an exhibit with its ledger, and the hashes of all files."""

from __future__ import annotations

from inspector.report import blocks, words
from inspector.report.blocks import Block, Cell
from inspector.report.context import Context, Json
from inspector.report.withheld import is_withheld, size


def sources(case: Context) -> list[Block]:
    """Every source handed in, what was looked for in it, and what its absence means."""
    say = case.words.say
    found: list[Block] = [blocks.heading(1, say("sources.title"))]
    if not case.findings["sources"]:
        return [*found, blocks.paragraph(say("sources.none"))]
    found.append(
        blocks.paragraph(say("sources.complete" if case.findings["complete"] else "sources.incomplete"))
    )
    for source in case.findings["sources"]:
        found.append(_source(case, source))
        found.extend(_ledger(case, source))
    return found


def _source(case: Context, source: Json) -> Block:
    say, as_of = case.words.say, words.moment(source["as_of"])
    read = sum(1 for member in source["members"] if member["status"] == "read")
    return blocks.exhibit(
        source["id"].upper(),
        source["id"].upper(),
        [blocks.raw(source["name"], "")],
        [
            (say("line.kind"), _kind(case, source)),
            (say("line.status"), _status(case, source)),
            (say("line.as_of"), case.words.exact(as_of) if as_of and as_of.is_known else say("when.unknown")),
            (say("line.size"), size(case, source)),
            (say("line.members"), _members(case, source, read)),
            (say("line.hash"), blocks.run(source["sha256"] or "", "hash")),
            (say("line.problems"), "\n".join(source.get("problems", []))),
        ],
        case.words.name("status", source["status"]),
    )


def _members(case: Context, source: Json, read: int) -> str:
    total = len(source["members"])
    return case.words.say("sources.members", total=case.words.number(total), read=read) if total else ""


def _kind(case: Context, source: Json) -> str:
    kind = case.words.name("kind", source["kind"])
    return f"{kind}, {source['format']}" if source["format"] else kind


def _status(case: Context, source: Json) -> str:
    status = case.words.name("status_sentence", source["status"])
    return f"{status} {source['reason']}" if source["reason"] else status


def _ledger(case: Context, source: Json) -> list[Block]:
    say = case.words.say
    if not source["ledger"]:
        return []
    titles = [say("column.sought"), say("column.where"), say("column.outcome"), say("column.absence")]
    rows: list[list[Cell]] = [
        [row["sought"], row["where"], _outcome(case, row), row["absence_means"]] for row in source["ledger"]
    ]
    return [
        blocks.heading(2, say("sources.ledger", source=source["id"].upper())),
        blocks.table(titles, ["2.7", "2.6", "1.5", "3.6"], rows),
    ]


def _outcome(case: Context, row: Json) -> Cell:
    outcome = blocks.run(case.words.name("outcome", row["outcome"]), "strong")
    detail = row.get("detail")
    return [outcome, "\n", blocks.run(detail, "muted")] if detail else outcome


def hashes(case: Context, *, members: bool) -> list[Block]:
    """SHA-256 of every original and, where there is room, of every file inside it; never of this report."""
    say = case.words.say
    found: list[Block] = [
        blocks.heading(1, say("hashes.title")),
        blocks.paragraph(say("hashes.lead")),
    ]
    if not case.findings["sources"]:
        return [*found, blocks.paragraph(say("sources.none"))]
    titles = [say("column.file"), say("column.as_of"), say("column.bytes")]
    rows = [line for source in case.findings["sources"] for line in _hash_rows(case, source, members=members)]
    return [*found, blocks.table(titles, ["6.4", "2.3", "1.3"], rows, right=(2,))]


def _hash_rows(case: Context, source: Json, *, members: bool) -> list[list[Cell]]:
    rows = [_hash_row(case, source, blocks.run(f"{source['id'].upper()}  {source['name']}", "strong"))]
    if members:
        rows.extend(_hash_row(case, member, blocks.raw(member["name"], "")) for member in source["members"])
    elif source["members"]:
        rows.append([case.words.say("hashes.left_out", n=len(source["members"]))])
    return rows


def _hash_row(case: Context, entry: Json, name: blocks.Run) -> list[Cell]:
    as_of = words.moment(entry["as_of"])
    digest = _digest(case, entry)
    when = case.words.exact(as_of) if as_of and as_of.is_known else case.words.say("when.unknown")
    length = "" if is_withheld(entry, "bytes") else case.words.number(entry["bytes"])
    return [[name, "\n", digest], when, length]


def _digest(case: Context, entry: Json) -> blocks.Run | str:
    if is_withheld(entry, "sha256"):
        return case.words.say("withheld.value")
    return (
        blocks.run(entry["sha256"], "hash") if entry["sha256"] else case.words.name("status", entry["status"])
    )
