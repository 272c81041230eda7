# SPDX-License-Identifier: Apache-2.0
"""Complaining where an answer does not come or does not answer: to whom, and what the complaint needs."""

from __future__ import annotations

from collections.abc import Iterator

from inspector.actions.action import Action
from inspector.actions.situation import Situation
from inspector.actions.wording import Languages, Text, in_each, joined, line
from inspector.actions.writing import Diary
from inspector.catalog.contacts import Authority
from inspector.catalog.rights import Right
from inspector.domain.words import State

# Complaints that go to the service itself, before the authority (United Kingdom, since 2026-06-19).
_TO_THE_SERVICE = ("uk-complaint-controller",)


def complaints(situation: Situation, diary: Diary, after: tuple[str, ...]) -> Iterator[Action]:
    """Yield the complaint to the service where the law wants it first, then that to the authority.

    None where no law or authority is known for where the person lives. `after`: the letters that come first.
    """
    rights = situation.rights("complaint")
    for right in rights:
        if right.id in _TO_THE_SERVICE:
            first = _to_service(situation, right, diary, after)
            yield first
            after = (*after, first.id)
    remaining = tuple(right for right in rights if right.id not in _TO_THE_SERVICE)
    authorities = situation.authorities()
    if remaining and (authorities or _parts(situation)):
        yield _to_authority(situation, remaining, authorities, diary, after)


def _to_service(situation: Situation, right: Right, diary: Diary, after: tuple[str, ...]) -> Action:
    name = situation.name("complain", "service")
    last = diary.deadlines(name, right)
    contacts = situation.contacts()
    return Action(
        id=name,
        service=situation.service.id,
        account=situation.account,
        controls=tuple(finding.control for finding in situation.findings),
        action="complain",
        title=line("actions.complain.service_title", service=situation.service.name),
        steps=(line("actions.complain.when"), line(f"actions.complain.{right.id}")),
        url=contacts[0].webform if contacts else None,
        due=last.acknowledge if last else None,
        status=diary.status(name, needed=_is_to_complain(situation)),
        not_undone=(line("actions.complain.not_undone"),),
        depends_on=after,
    )


def _to_authority(
    situation: Situation,
    rights: tuple[Right, ...],
    authorities: tuple[Authority, ...],
    diary: Diary,
    after: tuple[str, ...],
) -> Action:
    name = situation.name("complain", "authority")
    parts = _parts(situation)
    first = authorities[0] if authorities and not parts else None
    return Action(
        id=name,
        service=situation.service.id,
        account=situation.account,
        controls=tuple(finding.control for finding in situation.findings),
        action="complain",
        title=line("actions.complain.title"),
        steps=(
            line("actions.complain.when"),
            *(line(f"actions.complain.{right.id}") for right in rights),
            *_which_part(situation, parts),
            *(said for authority in authorities for said in _authority(authority)),
        ),
        url=first.complaint_url or first.website if first else None,
        due=None,
        status=diary.status(name, needed=_is_to_complain(situation)),
        not_undone=(line("actions.complain.not_undone"),),
        depends_on=after,
    )


def _is_to_complain(situation: Situation) -> bool:
    """Tell whether sharing was, or may have been, on at some time."""
    return any(span.state is not State.OFF for finding in situation.findings for span in finding.spans)


def _parts(situation: Situation) -> tuple[str, ...]:
    """Return the parts of a country that have authorities of their own, where the person named only it."""
    region, regions = situation.region, situation.catalog.regions
    if region is None or regions.country(region) != region:
        return ()
    found = {one.region for one in situation.catalog.authorities if one.region != region}
    return tuple(sorted(part for part in found if regions.country(part) == region))


def _authority(authority: Authority) -> Iterator[Text]:
    """Yield where an authority takes complaints, then what its form or practice limits."""
    where = authority.complaint_url or authority.website or authority.email or authority.address or ""
    if authority.competence is None:
        yield line("actions.complain.authority", name=authority.name, where=where)
    else:
        verified = authority.competence_strength is None
        key = "actions.complain.authority_for" if verified else "actions.complain.authority_maybe"
        yield line(key, name=authority.name, where=where, competence=authority.competence_texts())
    if authority.languages:
        yield line("actions.complain.languages", name=authority.name, names=Languages(authority.languages))
    if authority.form_limits:
        limits = joined(authority.limit_texts(), "; ")
        yield line("actions.complain.form_limits", name=authority.name, limits=limits)


def _which_part(situation: Situation, parts: tuple[str, ...]) -> Iterator[Text]:
    if parts:
        regions = situation.catalog.regions
        country = in_each(lambda lang: regions.name(situation.region or "", lang))
        yield line("actions.complain.which_part", country=country, names=in_each(regions.listed(parts)))
