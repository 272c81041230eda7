# SPDX-License-Identifier: Apache-2.0
"""Files about the account: the switches on the day of the export, the plan, the country of dated requests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from inspector.archives import countries
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import epoch, iso
from inspector.archives.services.chatgpt.gathered import Gathered
from inspector.archives.services.chatgpt.shapes import COMPARISON, FEEDBACK, MANIFEST, SETTINGS, USER
from inspector.domain.facts import Fact
from inspector.domain.moment import Moment
from inspector.domain.words import FactKind

IMPROVE: Final = "chatgpt/improve-the-model"
CODEX: Final = "chatgpt/codex-environments"
# The keys of voice and video have been paired with their switches by guess alone, so they state nothing here.
_SWITCHES: Final = {"training_allowed": IMPROVE, "codex_training_allowed_v2": CODEX}
_TIMES: Final = (iso, epoch)
# What the service's own keys say, no more: which plan an account that pays has, they do not tell.
PLUS: Final = {True: "Plus", False: "not Plus"}
PAID: Final = {True: "paid", False: "not paid"}


def read_user(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """State whether the account has Plus, and whose it is; nothing else of the file is looked at."""
    user = page.document(USER)
    own, plus = user.get("id"), user.get("chatgpt_plus_user")
    name, has_plus = own.text() if own else None, plus.flag() if plus else None
    if plus is not None and has_plus is not None:
        page.stand(FactKind.PLAN_STATE, PLUS[has_plus], plus)

    def keep() -> None:
        gathered.user = name

    page.done.append(keep)
    yield from ()


def read_settings(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """State the switches as they stood when the export was made; a key that is absent says nothing."""
    document = page.document(SETTINGS)
    for record in document.each() if isinstance(document.value, list) else (document,):
        _own(page, gathered, record.get("user_id"))
        for key, control in _SWITCHES.items():
            place = record.get("settings", key)
            on = place.flag() if place is not None else None
            if place is not None and on is not None:
                yield from page.switch(control, place, on=on)


def read_comparisons(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield, with the time of each request, whether the account paid then and from which country it came."""
    paid: list[tuple[Moment, str, Node]] = []
    places: list[tuple[Moment, str, Node]] = []
    for record in page.records(known=COMPARISON):
        _own(page, gathered, record.get("user_id"))
        made = record.get("create_time")
        moment = made.time(*_TIMES) if made else None
        metadata = record.get("content", "metadata")
        if moment is None or metadata is None:
            continue
        flag, country = metadata.get("is_paid_current_user"), metadata.get("cf_headers", "cf-ipcountry")
        state = flag.flag() if flag else None
        if flag is not None and state is not None:
            paid.append((moment, PAID[state], flag))
        code = countries.from_code(country.text() or "") if country else None
        if country is not None and code is not None:
            places.append((moment, code, country))
    for moment, value, place in _first_and_last(paid):
        yield page.fact(FactKind.PLAN_STATE, value, moment, place)
    for moment, value, place in _first_and_last(places):
        yield page.fact(FactKind.REGION_HINT, value, moment, place)


def _first_and_last(dated: Sequence[tuple[Moment, str, Node]]) -> Iterator[tuple[Moment, str, Node]]:
    """Yield the ends of each run of one value in the order of time: a value may return."""
    ordered = sorted(dated, key=lambda entry: entry[0].sort_key())
    for place, entry in enumerate(ordered):
        before = ordered[place - 1][1] if place else None
        after = ordered[place + 1][1] if place + 1 < len(ordered) else None
        if entry[1] != before or entry[1] != after:
            yield entry


def read_feedback(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield each rating: what a person rates is used even where the switch is off, says the service."""
    for record in page.records(known=FEEDBACK):
        _own(page, gathered, record.get("user_id"))
        made = record.get("create_time")
        moment = made.time(*_TIMES) if made else None
        if made is not None and moment is not None:
            yield page.fact(FactKind.AI_USE, "feedback", moment, made)


def read_manifest(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Take in the files that the export says it has. States no fact."""
    listed = page.document(MANIFEST).get("export_files")
    paths = [entry.get("path") for entry in listed.each()] if listed is not None else []
    names = tuple(text for path in paths if path is not None and (text := path.text()))

    def keep() -> None:
        gathered.listed, gathered.manifest = names, page.member.name

    page.done.append(keep)
    yield from ()


def _own(page: Page, gathered: Gathered, user: Node | None) -> None:
    name = user.text() if user is not None else None
    if name:
        page.done.append(lambda: gathered.others.add(name))
