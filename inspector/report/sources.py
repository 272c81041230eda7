# SPDX-License-Identifier: Apache-2.0
"""What was handed in and read: each source as an exhibit with its ledger, and the hashes of all files."""

from __future__ import annotations

from inspector.report import blocks, words
from inspector.report.blocks import Block, Cell
from inspector.report.context import Context, Json
from inspector.report.redacted import GONE
from inspector.report.withheld import is_withheld, size


def sources(case: Context, *, itemised: bool = False) -> list[Block]:
    """Every source handed in, what was looked for in it, and what its absence means.

    `itemised`: each has a sheet of its own further on, with its hashes; one of which there is no more to say
    is one row.
    """
    say = case.words.say
    found: list[Block] = [blocks.heading(1, say("sources.title"))]
    if not case.findings["sources"]:
        return [*found, blocks.paragraph(say("sources.none"))]
    found.append(
        blocks.paragraph(say("sources.complete" if case.findings["complete"] else "sources.incomplete"))
    )
    plain = [source for source in case.findings["sources"] if itemised and _is_plain(source)]
    for source in case.findings["sources"]:
        if source not in plain:
            found.append(_source(case, source, itemised=itemised))
            found.extend(_ledger(case, source))
    return [*found, *(_listed(case, plain) if plain else ())]


def _is_plain(source: Json) -> bool:
    """Tell whether a source was read and nothing more is to be said of it."""
    more = (source["ledger"], source["members"], source["reason"], source.get("problems"))
    return source["status"] == "read" and not any(more)


def _listed(case: Context, plain: list[Json]) -> list[Block]:
    say = case.words.say
    titles = [say("column.mark"), say("column.name"), say("line.kind"), say("column.as_of"), say("line.size")]
    rows = [_line(case, one) for one in plain]
    lead = blocks.paragraph(say("sources.listed", n=len(plain)))
    return [lead, blocks.table(titles, ["auto", "3.6", "1.4", "3.9", "auto"], rows, right=(4,))]


def _line(case: Context, source: Json) -> list[Cell]:
    as_of, mark = words.moment(source["as_of"]), source["id"].upper()
    return [
        blocks.run(mark, "anchor", mark),
        blocks.raw(source["name"], ""),
        case.words.name("kind", source["kind"]),
        case.words.exact(as_of) if as_of and as_of.is_known else case.words.say("when.unknown"),
        size(case, source),
    ]


def _source(case: Context, source: Json, *, itemised: bool) -> Block:
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
            (say("line.hash"), blocks.run("" if itemised else source["sha256"] or "", "hash")),
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


_KINDS = (False, True)


def _ledger(case: Context, source: Json) -> list[Block]:
    """What was looked for: first what was not found, with what that means, then what was."""
    say = case.words.say
    if not source["ledger"]:
        return []
    titles = [say("column.sought"), say("column.where"), say("column.outcome")]
    rows = {kind: [row for row in source["ledger"] if (row["outcome"] == "found") is kind] for kind in _KINDS}
    missing: list[list[Cell]] = [[*_looked(case, row), row["absence_means"]] for row in rows[False]]
    found: list[list[Cell]] = [_looked(case, row) for row in rows[True]]
    absence = [*titles, say("column.absence")]
    return [
        blocks.heading(2, say("sources.ledger", source=source["id"].upper())),
        *([blocks.table(absence, ["2.7", "2.2", "1.5", "4"], missing)] if missing else []),
        *([blocks.table(titles, ["4.2", "4.6", "1.6"], found)] if found else []),
    ]


def _looked(case: Context, row: Json) -> list[Cell]:
    return [row["sought"], _where(case, row["where"]), _outcome(case, row)]


def _where(case: Context, where: str) -> str:
    """The files looked in, one name after the other; patterns of names in words where they are plain."""
    if where == "*.csv":
        return case.words.say("sources.every_table")
    return where.replace(GONE, case.words.say("withheld.value"))


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
