# SPDX-License-Identifier: Apache-2.0
"""Files about the account: when it was made, log-ins, and when it was switched between private and public.

Labels follow the language of the account. What its place or its form tells is read in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import epoch
from inspector.archives.services.meta.gathered import Gathered
from inspector.archives.services.meta.html_pages import Written, cells, date_of, written
from inspector.archives.services.meta.json_pages import ENTRY, entry_time, rows
from inspector.domain.facts import Fact
from inspector.domain.moment import Moment
from inspector.domain.words import FactKind

_HISTORY: Final = "account_history_"
# As parsers of exports in these languages know them; in others the account stays unnamed.
_USERNAMES: Final = frozenset({"Username", "Nombre de usuario", "Nome de usuário"})
_PRIVATE: Final = "Private Account"
_ANSWERS: Final = {"True": True, "False": False}
_SIDES: Final = (("private", re.compile(r"\bprivate\b", re.I)), ("public", re.compile(r"\bpublic\b", re.I)))


def read_signup(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield the creation of the account, to the second; take in the name of the account."""
    for record in rows(page, ENTRY, _HISTORY + "registration_info"):
        _take_name(page, gathered, record)
        made = entry_time(record)
        if made is None:
            page.fault(record.row, "member.record_form")
            continue
        moment = page.time(made.value, record.row, (epoch,))
        if moment is not None:
            yield page.fact(FactKind.ACCOUNT_CREATED, "created", moment, made)


def read_signup_page(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield the creation of the account from the one date of its page, to the minute, without zone."""
    found: dict[str, tuple[Moment, Written]] = {}
    for number, texts in cells(page):
        for text in texts:
            moment = date_of(text, page.years)
            if moment is not None:
                found.setdefault(text, (moment, Written(number, f"cell {number}", texts, text, moment)))
    page.done.append(partial(gathered.html, page.member.name))
    if len(found) == 1:
        moment, place = next(iter(found.values()))
        page.saw(moment.not_before)
        yield page.fact(FactKind.ACCOUNT_CREATED, "created", moment, place)
    else:
        page.fault(1, "member.record_bad_date")


def read_logins(page: Page, _gathered: Gathered) -> Iterator[Fact]:
    """Yield the earliest and the latest log-in. Addresses and devices are not looked at."""
    found: list[tuple[Moment, Node]] = []
    for record in rows(page, ENTRY, _HISTORY + "login_history"):
        stamp = entry_time(record)
        moment = page.time(stamp.value, record.row, (epoch,)) if stamp is not None else None
        if stamp is None:
            page.fault(record.row, "member.record_form")
        elif moment is not None:
            found.append((moment, stamp))
    found.sort(key=lambda login: login[0].sort_key())
    for moment, stamp in dict.fromkeys((*found[:1], *found[-1:])):
        yield page.fact(FactKind.LOGIN, "login", moment, stamp)


def read_privacy_changes(page: Page, _gathered: Gathered) -> Iterator[Fact]:
    """Yield each switch between private and public by its time, and to what where its title says so."""
    for record in rows(page, ENTRY, _HISTORY + "account_privacy_history"):
        stamp = entry_time(record)
        if stamp is None:
            page.fault(record.row, "member.record_form")
            continue
        moment = page.time(stamp.value, record.row, (epoch,))
        title = record.get("title")
        text = title.value if title is not None and isinstance(title.value, str) else ""
        if moment is not None:
            place = title if title is not None and text else stamp
            yield page.fact(FactKind.VISIBILITY_CHANGE, _side(text), moment, place)


def read_privacy_change_pages(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield each switch between private and public by the date of its record."""
    page.done.append(partial(gathered.html, page.member.name))
    for record in written(page):
        if record.moment is not None:
            yield page.fact(FactKind.VISIBILITY_CHANGE, _side(" ".join(record.texts)), record.moment, record)


def read_profile(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Take in the name of the account and whether it was private when the export was made. States no fact."""
    for record in rows(page, ENTRY, "profile_user"):
        _take_name(page, gathered, record)
        private = _private(record)
        if private is not None:
            said = (page.member.name, private)
            page.done.append(lambda said=said: setattr(gathered, "private", said))  # type: ignore[misc] # mypy cannot infer a lambda with a default
    yield from ()


def _side(text: str) -> str:
    """Return what an account was switched to, as far as an English text says it for sure."""
    said = [side for side, pattern in _SIDES if pattern.search(text)]
    return said[0] if len(said) == 1 else "changed"


def _private(record: Node) -> bool | None:
    """Return the answer behind the label Private Account, else the only field that holds True or False."""
    found = {label: text for label, text in _fields(record) if text in _ANSWERS}
    if _PRIVATE in found:
        return _ANSWERS[found[_PRIVATE]]
    return _ANSWERS[next(iter(found.values()))] if len(found) == 1 else None


def _take_name(page: Page, gathered: Gathered, record: Node) -> None:
    for label, text in _fields(record):
        if label in _USERNAMES and text:
            page.done.append(lambda text=text: gathered.accounts.add(text))  # type: ignore[misc] # mypy cannot infer a lambda with a default


def _fields(record: Node) -> Iterator[tuple[str, str]]:
    fields = record.get("string_map_data") if isinstance(record.value, dict) else None
    for label, value in fields.entries() if fields is not None else ():
        inner = value.value.get("value") if isinstance(value.value, dict) else None
        if isinstance(inner, str):
            yield label, inner
