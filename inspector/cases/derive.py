# SPDX-License-Identifier: Apache-2.0
"""What a case says, derived from its acts: residence, plans, and the readings the person vouches for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from inspector.cases.acts import Act, ActKind, Detail
from inspector.cases.standing import Statement, statements
from inspector.domain.facts import Fact, Provenance
from inspector.domain.moment import UNKNOWN_MOMENT, catalog_day
from inspector.domain.residence import PlanPeriod, Residence, Stay, ordered
from inspector.domain.wire import moment_object
from inspector.domain.words import FactKind, Grade

WHOLE_FILE = "whole file"


def stays_detail(residence: Residence) -> dict[str, Detail]:
    """Return a residence as the details of an act."""
    return {
        "stays": [
            {"region": stay.region, "from": _text(stay.start), "until": _text(stay.end)} for stay in residence
        ]
    }


def plans_detail(plans: Sequence[PlanPeriod]) -> dict[str, Detail]:
    """Return declared plans as the details of an act."""
    return {
        "plans": [
            {
                "service": plan.service,
                "plan": plan.plan,
                "from": plan.start.raw,
                "until": plan.end.raw if plan.end else None,
            }
            for plan in plans
        ]
    }


def reading_detail(fact: Fact) -> dict[str, Detail]:
    """Return a declared or shown reading as the details of an act."""
    place = fact.provenance
    return {
        "control": fact.control,
        "position": fact.value,
        "moment": dict(moment_object(fact.moment)),
        "source": place.source_sha256 if place else None,
    }


def residence_of(acts: Sequence[Act]) -> Residence:
    """Return the residence of the newest act that declares one, empty where none does."""
    details = _newest(acts, ActKind.RESIDENCE_DECLARED)
    written = _list(details, "stays")
    return ordered([Stay(str(one["region"]), _day(one["from"]), _day(one["until"])) for one in written])


def plans_of(acts: Sequence[Act]) -> tuple[PlanPeriod, ...]:
    """Return the plans of the newest act that declares any."""
    details = _newest(acts, ActKind.PLANS_DECLARED)
    result = []
    for plan in _list(details, "plans"):
        start, end = _day(plan["from"]), _day(plan["until"])
        first = catalog_day(start) if start else UNKNOWN_MOMENT
        last = catalog_day(end) if end else None
        result.append(PlanPeriod(str(plan["service"]), str(plan["plan"]), first, last, Grade.DECLARED))
    return tuple(result)


def facts_of(acts: Sequence[Act]) -> tuple[Fact, ...]:
    """Return the readings the person declared or confirmed to be shown by a file and did not take back."""
    return tuple(_reading(said) for said in statements(acts))


def services_of(acts: Sequence[Act]) -> tuple[str, ...]:
    """Return the services the person asks about, sorted."""
    named = _newest(acts, ActKind.SERVICES_DECLARED).get("services")
    return tuple(sorted(str(one) for one in named)) if isinstance(named, list) else ()


def maker_of(acts: Sequence[Act]) -> str | None:
    """Return who makes the report, None where nobody is named."""
    name = _newest(acts, ActKind.MAKER_NAMED).get("name")
    return name if isinstance(name, str) and name else None


def consent_of(acts: Sequence[Act]) -> str | None:
    """Return what is noted of the helped person's consent, None where the maker asks for themselves."""
    consent = _newest(acts, ActKind.CONSENT_NOTED).get("note")
    return consent if isinstance(consent, str) and consent else None


def _reading(said: Statement) -> Fact:
    text = f"{said.position}@{said.moment.raw or ''}"
    where = said.place or WHOLE_FILE
    place = Provenance(said.source, None, None, UNKNOWN_MOMENT, where, text) if said.source else None
    return Fact(
        FactKind.SETTING_READING,
        said.control.partition("/")[0],
        said.position,
        _grade(said),
        said.moment,
        control=said.control,
        provenance=place,
    )


def _grade(said: Statement) -> Grade:
    """Return how the person's word is known; a mail whose signature holds is the service's own record."""
    if said.source is None:
        return Grade.DECLARED
    return Grade.RECORDED if said.signed_by else Grade.SHOWN


def _newest(acts: Sequence[Act], kind: ActKind) -> dict[str, Detail]:
    return next((dict(act.details) for act in reversed(acts) if act.kind is kind), {})


def _list(details: dict[str, Detail], name: str) -> list[dict[str, Detail]]:
    found = details.get(name)
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: Detail) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) else None
