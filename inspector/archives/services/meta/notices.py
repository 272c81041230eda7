# SPDX-License-Identifier: Apache-2.0
"""Dated records of what Meta showed or asked: policy notices, consents, mails, settings of privacy.

Which consents and settings appear, and whether an objection to AI is one, is not known. So none is read as a
position of a switch; the person is asked to look at those that speak of AI, of training or of an objection.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from inspector.archives.frame.new_keys import keys
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import epoch
from inspector.archives.services.meta.gathered import Gathered
from inspector.archives.services.meta.html_pages import Written, written
from inspector.archives.services.meta.json_pages import LABELLED, rows
from inspector.domain.facts import Fact
from inspector.domain.moment import Moment
from inspector.domain.words import FactKind

_NOTICE: Final = keys("impression_time consent_state")
_MAIL: Final = keys("title timestamp")
_SETTINGS: Final = keys(
    "fbid ent_name timestamp media",
    label_values=keys("label value ent_field_name timestamp_value title vec", dict=None),
)
_ACCEPTED: Final = 1
_POLICY: Final = "privacy-policy-update"
_CONSENT: Final = "consent"
_LONGEST: Final = 160
# English names of fields, and words of the larger languages for AI, training and objecting.
_SPEAKS: Final = re.compile(
    r"\b(?:AI|KI|IA)\b|artificial|k(?:ü|u)nstliche intelligenz|intelligence artificielle"
    r"|generative|\btrain(?:ing|ed)?\b|trainier|entra(?:î|i)n|entrenar|\bobject(?:ion|ions|ed|ing)?\b|widerspr"
    r"|\bopposition\b|oposici(?:ó|o)n|gen_?ai|_ai_|^ai_|_ai$"
)
_PRIVACY: Final = re.compile(
    r"privacy|datenschutz|confidentialit|privacidad|privacidade|how we use your", re.I
)


def speaks_of_ai(text: str) -> bool:
    """Tell whether a label or title speaks of AI, of training or of an objection."""
    return _SPEAKS.search(text) is not None or _SPEAKS.search(text.lower()) is not None


def read_policy_notices(page: Page, _gathered: Gathered) -> Iterator[Fact]:
    """Yield when a change of the policy was shown, and that it was agreed to where the file says so."""
    for record in rows(page, _NOTICE, "notification_meta_privacy_policy_update"):
        shown, state = record.get("impression_time"), record.get("consent_state")
        if shown is None:
            page.fault(record.row, "member.record_form")
            continue
        moment = shown.time(epoch)
        if moment is None:
            continue
        yield page.fact(FactKind.NOTICE_RECEIVED, _POLICY, moment, shown)
        if state is not None and state.value == _ACCEPTED and not isinstance(state.value, bool):
            yield page.fact(FactKind.POLICY_ACCEPTED, _POLICY, moment, state)


def read_policy_notice_pages(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield when a change of the privacy policy was shown."""
    yield from _from_pages(page, gathered, lambda _: _POLICY)


def read_consents(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield each consent by its time and the label it goes by; what the person answered is not known."""
    for record in rows(page, LABELLED):
        labels = list(_labels(record))
        moment, place = _consent_time(record)
        if place is None:
            page.fault(record.row, "member.record_form")
            continue
        _flag(page, gathered, [text for _, text in labels])
        if moment is not None:
            # The name of the kind of record says less than the first label.
            label = next((node for node, _ in labels if "/label_values/" in node.pointer), None)
            called = label.raw if label is not None else _CONSENT
            yield page.fact(FactKind.NOTICE_RECEIVED, called, moment, label or place)


def read_consent_pages(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield each consent of a page by its date and its heading."""
    yield from _from_pages(page, gathered, _called)


def read_settings(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Look for settings that speak of AI. States no fact, for which settings there are is not known."""
    for record in rows(page, _SETTINGS):
        _flag(page, gathered, [text for _, text in _labels(record)])
    yield from ()


def read_setting_pages(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Look for settings that speak of AI. States no fact."""
    for record in written(page):
        _flag(page, gathered, record.texts)
    # A date that cannot be read takes nothing from what is looked for here.
    page.faults.clear()
    yield from ()


def read_mails(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield the mails of Meta whose titles speak of privacy, of AI or of an objection."""
    for record in rows(page, _MAIL, "emails_we_sent_you"):
        title = record.get("title")
        text = title.text() if title is not None else None
        if title is None or text is None or not (speaks_of_ai(text) or _PRIVACY.search(text)):
            continue
        sent = record.get("timestamp")
        moment = sent.time(epoch) if sent is not None else None
        if moment is not None:
            yield page.fact(FactKind.NOTICE_RECEIVED, title.raw, moment, title)
        _flag(page, gathered, [text])


def _called(record: Written) -> str:
    """Return the heading of a record, where it has one besides its date."""
    return _CONSENT if record.texts[0] == record.raw else record.texts[0][:_LONGEST]


def _from_pages(page: Page, gathered: Gathered, value: Callable[[Written], str]) -> Iterator[Fact]:
    for record in written(page):
        _flag(page, gathered, record.texts)
        if record.moment is not None:
            yield page.fact(FactKind.NOTICE_RECEIVED, value(record), record.moment, _named(record))
    page.done.append(partial(gathered.html, page.member.name))


def _named(record: Written) -> Written:
    """Return the record with what it is called as its text, and its date."""
    text = " · ".join(text for text in (record.texts[0], record.raw) if text)
    return Written(record.row, record.locator, record.texts, text[:_LONGEST], record.moment)


def _flag(page: Page, gathered: Gathered, texts: list[str] | tuple[str, ...]) -> None:
    if any(speaks_of_ai(text) for text in texts):
        name = page.member.name
        page.done.append(lambda: gathered.flagged.update({name: gathered.flagged.get(name, 0) + 1}))


def _labels(record: Node) -> Iterator[tuple[Node, str]]:
    """Yield the labels of a record and the fixed names of its fields, also of the dictionaries in it."""
    values = record.get("label_values") if isinstance(record.value, dict) else None
    waiting = [values] if values is not None else []
    for own in ("title", "ent_name"):
        name = record.get(own) if isinstance(record.value, dict) else None
        if name is not None and isinstance(name.value, str) and name.value:
            yield name, name.value
    while waiting:
        for value in waiting.pop().each():
            if not isinstance(value.value, dict):
                continue
            for field in ("label", "ent_field_name", "title"):
                text = value.get(field)
                if text is not None and isinstance(text.value, str) and text.value:
                    yield text, text.value
            inside = (value.get(name) for name in ("dict", "vec"))
            waiting += [inner for inner in inside if inner is not None and isinstance(inner.value, list)]


def _consent_time(record: Node) -> tuple[Moment | None, Node | None]:
    """Return when a consent was last changed: its only time among the labels, else that of the record."""
    if not isinstance(record.value, dict):
        return None, None
    values = record.get("label_values")
    found = (
        [value.get("timestamp_value") for value in values.each() if isinstance(value.value, dict)]
        if values
        else []
    )
    stamps = [stamp for stamp in found if stamp is not None and stamp.value]
    stamp = stamps[0] if len(stamps) == 1 else record.get("timestamp")
    if stamp is None:
        return None, record if values is not None else None
    return stamp.time(epoch), stamp
