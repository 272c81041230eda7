# SPDX-License-Identifier: Apache-2.0
"""Makes the evidence bundle of a case: what goes in, the report on it, and the file itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector.app.view import catalog_view
from inspector.archives.again import files_of, member_again
from inspector.bundle.contents import (
    BundleContents,
    CitedMember,
    CountedMember,
    Original,
    Part,
    Program,
)
from inspector.bundle.writing import write
from inspector.cases.acts import ActKind
from inspector.cases.case import Case
from inspector.cases.custody import chained
from inspector.catalog.index import Catalog
from inspector.domain.facts import Fact, Tally
from inspector.domain.findings import Finding, Reason
from inspector.domain.reading import SourceReading
from inspector.domain.sources import Source
from inspector.domain.words import FactKind
from inspector.report.document import build
from inspector.report.findings import findings_object, findings_text
from inspector.report.inspection import Inspection
from inspector.report.numbering import Numbers, numbers
from inspector.report.render import render
from inspector.system.messages import Messages

_ALWAYS_CITED = {
    FactKind.ACCOUNT_CREATED,
    FactKind.PLAN_PAYMENT,
    FactKind.PLAN_STATE,
    FactKind.SETTING_READING,
    FactKind.SETTING_CHANGE,
    FactKind.POLICY_ACCEPTED,
    FactKind.NOTICE_RECEIVED,
}
"""Facts that every answer stands on. Hints, logins and AI use are listed, but their files are not copied."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person wants of a bundle. `originals`: the whole archives too; `maker`: who to name in it."""

    target: Path
    lang: str
    originals: bool = False
    maker: str | None = None


def export(case: Case, inspection: Inspection, catalog: Catalog, wish: Wish, now: datetime) -> str:
    """Write the bundle and return its fingerprint. Raises BundleError or RenderError, leaving no file."""
    case.append(ActKind.EXPORTED, now, {"originals": wish.originals, "language": wish.lang})
    messages = Messages(wish.lang)
    found = findings_object(inspection, messages)
    text = findings_text(found)

    def report(fingerprint: str) -> bytes:
        view = catalog_view(inspection, catalog, wish.lang)
        return render(build(found, view, messages, now, fingerprint=fingerprint, maker=wish.maker))

    contents = _contents(case, inspection, wish, text, report)
    return write(contents, wish.target, now, wish.lang)


def _contents(
    case: Case, inspection: Inspection, wish: Wish, text: str, report: Callable[[str], bytes]
) -> BundleContents:
    ids = numbers(inspection)
    used = [one for one in case.readings if one.source.sha256]
    cited = _cited_members(inspection)
    program = inspection.program
    return BundleContents(
        findings_json=text.encode("utf-8"),
        acts=tuple(chained([act.as_object() for act in case.acts])),
        originals=tuple(_original(one.source, ids, whole=wish.originals) for one in used),
        cited=tuple(part for one in used for part in _cited(one.source, ids, cited)),
        counted=tuple(part for one in used for part in _counted(one, ids, cited)),
        report_pdf=report,
        program=Program(
            "Privacy Settings Inspector", program.version, program.catalog_version, program.catalog_sha256
        ),
    )


def _cited_members(inspection: Inspection) -> set[tuple[str, str]]:
    """Return source hash and member of every fact that an answer stands on."""
    facts = [fact for fact in inspection.facts if fact.kind in _ALWAYS_CITED]
    facts += [fact for finding in inspection.findings for fact in _facts_of(finding)]
    places = [fact.provenance for fact in facts if fact.provenance is not None]
    return {(place.source_sha256, place.member) for place in places if place.member is not None}


def _facts_of(finding: Finding) -> list[Fact]:
    reasons: list[Reason] = [
        reason for span in finding.spans for part in span.support for reason in part.because
    ]
    reasons += [reason for segment in finding.switch for reason in segment.because]
    return [reason for reason in reasons if isinstance(reason, Fact)]


def _original(source: Source, ids: Numbers, *, whole: bool) -> Original:
    """A capture that someone vouches for goes in as it is, an archive only where the person wants it."""
    shown = source.kind != "archive" and source.status == "read"
    parts: tuple[Part, ...] = ()
    if shown or (whole and source.kind == "archive"):
        parts = tuple(Part(file.name, file.sha256, file.content) for file in files_of(source))
    return Original(ids.sources[source.sha256], source.name, source.kind, source.sha256, source.size, parts)


def _cited(source: Source, ids: Numbers, cited: set[tuple[str, str]]) -> list[CitedMember]:
    return [
        CitedMember(
            ids.sources[source.sha256], member.name, member.sha256, member_again(source.path, member.name)
        )
        for member in source.members
        if member.sha256 and (source.sha256, member.name) in cited
    ]


def _counted(reading: SourceReading, ids: Numbers, cited: set[tuple[str, str]]) -> list[CountedMember]:
    source = reading.source
    counts = _counts(reading.tallies)
    return [
        CountedMember(
            ids.sources[source.sha256], member.name, member.sha256, member.size, dict(counts[member.name])
        )
        for member in source.members
        if member.sha256 and member.name in counts and (source.sha256, member.name) not in cited
    ]


def _counts(tallies: Sequence[Tally]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    for tally in tallies:
        if tally.member is not None:
            counts.setdefault(tally.member, Counter())[str(tally.data_class)] += tally.count
    return counts
