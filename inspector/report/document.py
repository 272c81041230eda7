# SPDX-License-Identifier: Apache-2.0
"""Builds the whole report as a JSON value of plain strings and lists; nothing here knows how it looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from inspector.domain.captured import Captured
from inspector.report import (
    blocks,
    chapter,
    closing,
    custody,
    evidence,
    exposure,
    front,
    items,
    openness,
    overview,
    sources,
    steps,
)
from inspector.report import withheld as withholding
from inspector.report.blocks import Block
from inspector.report.context import Context, Json, context
from inspector.report.differing import differing
from inspector.report.findings import findings_text
from inspector.report.views import CatalogView
from inspector.report.words import Words
from inspector.system.messages import Messages

ReportDocument = dict[str, object]


@dataclass(frozen=True, slots=True)
class Sheets:
    """The record of a case, what was read in its captures, by their SHA-256, and its log, chained.

    `seal`: the fingerprint of the key that seals the bundle, None where none does.
    """

    record: Json
    captured: Mapping[str, Captured]
    log: Sequence[Mapping[str, object]] = ()
    seal: str | None = None


MOST_ROWS = 5000
"""Rows of detail that are printed, about 300 pages with the rest; more go only into findings.json."""

_SHORT = 16


def build(  # noqa: PLR0913 - a report is made from these
    findings: Json,
    catalog_view: CatalogView,
    messages: Messages,
    now: datetime,
    *,
    fingerprint: str | None = None,
    maker: str | None = None,
    sheets: Sheets | None = None,
    withheld: Json | None = None,
) -> ReportDocument:
    """The report on one findings/1 object, in the language of `messages`.

    `fingerprint`: SHA-256 of the bundle's manifest, None without a bundle. `maker`: who made it, as
    they want to be named. `sheets`: what the case knows of each item beyond the findings. `withheld`: what a
    redacted bundle says of that. The findings go into the PDF as they are, so that nothing is lost on paper.
    """
    plain = context(findings, catalog_view, Words(messages), now, fingerprint=fingerprint, maker=maker)
    case = plain if sheets is None else replace(plain, seal=sheets.seal, differing=differing(sheets.record))
    text = findings_text(findings)
    say = case.words.say
    return {
        "template": "report",
        "lang": messages.lang.partition("-")[0],
        "title": say("title"),
        "author": maker or say("title_author"),
        "keywords": _keywords(fingerprint),
        "timestamp": int(now.timestamp()),
        "head": {"left": say("head.left"), "right": _bundle(case), "page": _page(case)},
        "blocks": _blocks(case, sheets, withheld),
        "attachments": [{"name": "findings.json", "text": text, "description": say("attachment.findings")}],
    }


def _keywords(fingerprint: str | None) -> list[str]:
    """Return the mark by which a reader of the PDF's plain bytes, and `pdfinfo`, finds its bundle."""
    return [f"fingerprint:{fingerprint}"] if fingerprint else []


def _bundle(case: Context) -> str:
    if case.fingerprint is None:
        return case.words.say("head.no_bundle")
    return case.words.say("head.bundle", fingerprint=_grouped(case.fingerprint[:_SHORT]))


def _grouped(text: str) -> str:
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def _page(case: Context) -> str:
    # The page numbers are known only to the template, which fills these places.
    return case.words.say("head.page", page="{page}", pages="{pages}")


def _blocks(case: Context, sheets: Sheets | None, redaction: Json | None) -> list[Block]:
    shown: set[str] = set()
    answers: list[Block] = []
    for number, finding in enumerate(case.findings["findings"], 1):
        answers.extend(chapter.timeline_section(case, finding, overview.chapter_anchor(number)))
        answers.extend(evidence.evidence(case, finding, shown))
        answers.extend(openness.openness(case, finding))
        answers.extend(exposure.exposure(case, finding))
    if not answers:
        answers.append(blocks.paragraph(case.words.say("front.no_findings")))
    others = overview.anchored(_others(case, sheets, redaction, shown))
    return [front.front(case), *overview.overview(case, others), *answers, *others]


def _others(case: Context, sheets: Sheets | None, redaction: Json | None, shown: set[str]) -> list[Block]:
    """The chapters behind the answers. `shown`: the facts that the answers printed."""
    members = sum(len(source["members"]) for source in case.findings["sources"])
    room = MOST_ROWS - members
    return [
        *(withholding.withheld(case, redaction) if redaction else ()),
        *sources.sources(case, itemised=sheets is not None),
        *(items.sheets(case, sheets.record, sheets.captured) if sheets else ()),
        *closing.published(case),
        *steps.steps(case),
        *(items.letters(case, sheets.record) if sheets else ()),
        *closing.method(case, custody.libraries(sheets.log) if sheets else ""),
        *(custody.custody(case, sheets.log) if sheets else ()),
        *closing.further_facts(case, shown, max(room, 0) if members <= MOST_ROWS else MOST_ROWS // 2),
        *(() if redaction else sources.hashes(case, members=members <= MOST_ROWS)),
    ]
