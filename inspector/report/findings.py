# SPDX-License-Identifier: Apache-2.0
"""The one encoder of findings/1: what an inspection found, as the JSON that leaves the program."""

from __future__ import annotations

import json
from dataclasses import dataclass

from inspector.actions.checklist import as_json
from inspector.domain.facts import Fact
from inspector.domain.findings import Alternative, Conflict, Exposure, Finding, Span, Support, SwitchSegment
from inspector.domain.moment import Moment
from inspector.domain.residence import Stay
from inspector.domain.sources import LedgerRow, Member, Source, SourcePart
from inspector.domain.wire import moment_object
from inspector.report.inspection import Account, Inspection
from inspector.report.notes import Notes
from inspector.report.numbering import Numbers, numbers
from inspector.system.messages import Messages

SCHEMA = "inspector/findings/1"

Object = dict[str, object]


def findings_object(inspection: Inspection, messages: Messages) -> Object:
    """Return the findings/1 object of an inspection, its sentences in the language of `messages`."""
    return _Encoder(numbers(inspection), Notes(messages)).whole(inspection)


def findings_text(found: Object) -> str:
    """Return the one spelling of a findings/1 object that is written to files."""
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _when(moment: Moment | None) -> Object | None:
    return None if moment is None else dict(moment_object(moment))


def _short(control: str | None) -> str | None:
    return None if control is None else control.partition("/")[2]


@dataclass(frozen=True, slots=True)
class _Encoder:
    ids: Numbers
    notes: Notes

    def whole(self, inspection: Inspection) -> Object:
        program = inspection.program
        catalog = {"version": program.catalog_version, "sha256": program.catalog_sha256}
        return {
            "schema": SCHEMA,
            "program": {"version": program.version, "catalog": catalog},
            "complete": inspection.complete,
            "residences": [_stay(stay) for stay in inspection.residence],
            "sources": [self.source(source) for source in inspection.sources],
            "accounts": [self.account(account) for account in inspection.accounts],
            "facts": [self.fact(fact) for fact in inspection.facts],
            "findings": [self.finding(finding) for finding in inspection.findings],
            "checklist": as_json(inspection.checklist, self.notes.messages),
        }

    def source(self, source: Source) -> Object:
        return {
            "id": self.ids.sources[source.sha256],
            "name": source.name,
            "kind": source.kind,
            "service": source.service,
            "account": self.ids.account(source.service, source.account),
            "format": source.format,
            "status": source.status,
            "reason": self.notes.optional(source.reason),
            "sha256": source.sha256,
            "bytes": source.size,
            "as_of": _when(source.as_of),
            "members": [self.member(member) for member in source.members],
            "ledger": [self.ledger(row) for row in source.ledger],
            "problems": [self.notes.text(problem) for problem in source.problems],
            "parts": [self.part(part) for part in source.parts],
        }

    def part(self, part: SourcePart) -> Object:
        return {
            "name": part.name,
            "sha256": part.sha256,
            "bytes": part.size,
            "status": part.status,
            "reason": self.notes.optional(part.reason),
        }

    def member(self, member: Member) -> Object:
        found: Object = {
            "name": member.name,
            "sha256": member.sha256,
            "bytes": member.size,
            "status": member.status,
            "reason": self.notes.optional(member.reason),
            "as_of": _when(member.as_of),
            "used": member.used,
        }
        return found if member.part is None else {**found, "part": member.part}

    def ledger(self, row: LedgerRow) -> Object:
        return {
            "id": row.id,
            "sought": self.notes.say(f"ledger.{row.id}.sought"),
            "where": row.where,
            "outcome": row.outcome,
            "absence_means": self.notes.say(f"ledger.{row.id}.absence"),
            "detail": self.notes.optional(row.detail),
        }

    def account(self, account: Account) -> Object:
        return {
            "id": self.ids.account(account.service, account.key),
            "service": account.service,
            "created": _when(account.created),
            "regions_suggested": [
                {"region": region, "because": [self.ids.facts[fact] for fact in facts]}
                for region, facts in account.regions
            ],
            "plans": [
                {
                    "plan": plan.plan,
                    "from": _when(plan.start),
                    "until": _when(plan.end),
                    "grade": plan.grade,
                    "because": [self.ids.facts[fact] for fact in plan.because],
                }
                for plan in account.plans
            ],
            "counts": {str(data_class): count for data_class, count in sorted(account.counts.items())},
        }

    def fact(self, fact: Fact) -> Object:
        place = fact.provenance
        return {
            "id": self.ids.facts[fact],
            "kind": fact.kind,
            "service": fact.service,
            "account": self.ids.account(fact.service, fact.account),
            "control": _short(fact.control),
            "value": fact.value,
            "grade": fact.grade,
            "moment": _when(fact.moment),
            "provenance": None
            if place is None
            else {
                "source": self.ids.sources.get(place.source_sha256),
                "member": place.member,
                "locator": place.locator,
                "raw": place.raw,
            },
        }

    def finding(self, finding: Finding) -> Object:
        return {
            "service": finding.service,
            "account": self.ids.account(finding.service, finding.account),
            "control": _short(finding.control),
            "state": finding.state,
            "since": _when(finding.since),
            "grade": finding.grade,
            "as_of": _when(finding.as_of),
            "spans": [self.span(span) for span in finding.spans],
            "switch": [self.segment(segment) for segment in finding.switch],
            "exposure": [_exposure(exposure) for exposure in finding.exposure],
            "conflicts": [self.conflict(conflict) for conflict in finding.conflicts],
            "alternatives": [_alternative(alternative) for alternative in finding.alternatives],
            "narrow": [self.notes.item(note) for note in finding.narrow],
            "limits": [self.notes.item(note) for note in finding.limits],
        }

    def span(self, span: Span) -> Object:
        return {
            "state": span.state,
            "practice": span.practice,
            "row": span.row,
            "decider": span.decider,
            "start": _when(span.start),
            "end": _when(span.end),
            "grade": span.grade,
            "may_be_empty": span.may_be_empty,
            "support": [self.support(part) for part in span.support],
        }

    def support(self, part: Support) -> Object:
        return {
            "grade": part.grade,
            "start": _when(part.start),
            "end": _when(part.end),
            "because": [self.ids.reason(reason) for reason in part.because],
        }

    def segment(self, segment: SwitchSegment) -> Object:
        return {
            "position": segment.position,
            "start": _when(segment.start),
            "end": _when(segment.end),
            "because": [self.ids.reason(reason) for reason in segment.because],
        }

    def conflict(self, conflict: Conflict) -> Object:
        return {
            "facts": [self.ids.facts[fact] for fact in conflict.facts],
            "says": list(conflict.says),
            "moment": _when(conflict.moment),
            "decided_by": conflict.decided_by,
        }


def _stay(stay: Stay) -> Object:
    return {
        "region": stay.region,
        "from": stay.start.isoformat() if stay.start else None,
        "until": stay.end.isoformat() if stay.end else None,
    }


def _exposure(exposure: Exposure) -> Object:
    return {
        "class": exposure.data_class,
        "count": exposure.count,
        "possible": exposure.possible,
        "stated": exposure.stated,
        "by_month": dict(exposure.by_month),
    }


def _alternative(alternative: Alternative) -> Object:
    return {
        "residence": alternative.residence,
        "plan": alternative.plan,
        "state": alternative.state,
        "since": _when(alternative.since),
        "grade": alternative.grade,
    }
