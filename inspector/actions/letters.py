# SPDX-License-Identifier: Apache-2.0
"""The letters that fit a person's findings: access to a setting's history, objection, deletion, opt-out.

Each names the setting and, where the catalog has one for the person's region, the article it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from inspector.actions import history
from inspector.actions.law import KINDS, applying, backing, letter_id, on_the_law, within
from inspector.actions.letter import Field, Items, Letter, LetterKind, OwnWords, Paragraph, Prose, Sentence
from inspector.actions.recipient import Recipient, recipient
from inspector.actions.settings import setting, settings
from inspector.actions.situation import Situation, situations
from inspector.actions.wording import Line, Value, line
from inspector.catalog.entry import LetterUse
from inspector.catalog.index import Catalog
from inspector.catalog.rights import Right
from inspector.domain.findings import Finding
from inspector.domain.residence import Residence

_PLAIN = "plain"
# Rights whose letter states its ground itself stand in neither; these ask for the person's own words.
_OWN_GROUNDS = ("fadp-erasure",)
_SENDER = ("name", "address", "email")


def letters(
    findings: Sequence[Finding], residence: Residence, catalog: Catalog, language: str, now: datetime
) -> tuple[Letter, ...]:
    """Return the letters that apply, unfilled, in one of letter.LANGUAGES; ids as in the checklist."""
    return tuple(
        letter(situation, use, language)
        for situation in situations(findings, residence, catalog, now)
        for use in applying(situation)
    )


def letter(situation: Situation, use: LetterUse, language: str) -> Letter:
    """Return one letter, unfilled."""
    kind, right = KINDS[use.right], backing(situation, use)
    to = recipient(situation, kind)
    return Letter(
        id=letter_id(situation, use),
        kind=kind,
        service=situation.service.id,
        account=situation.account,
        language=language,
        sender=_SENDER,
        recipient=to.lines,
        subject=_subject(situation, use, right, language),
        paragraphs=tuple(_paragraphs(situation, use, right, language)),
        fields=_fields(situation, kind, right),
        law=right,
        sources=_sources(situation, use, right, to),
        ways=to.ways,
        advice=(*to.advice, *on_the_law(situation, use, right), *_at_the_end(right)),
    )


def _subject(situation: Situation, use: LetterUse, right: Right | None, language: str) -> Line:
    if KINDS[use.right] != "access":
        return line(f"letters.{KINDS[use.right]}.subject")
    first = situation.entry(situation.about(use)[0])
    key = "letters.access.subject" if right else "letters.access.plain.subject"
    return line(key, setting=setting(first, language))


def _paragraphs(
    situation: Situation, use: LetterUse, right: Right | None, language: str
) -> Iterator[Paragraph]:
    kind, name = KINDS[use.right], right.id if right else _PLAIN
    yield Prose(_account(situation.service.name))
    named = settings(situation, use, language)
    yield _prose(line(f"letters.{kind}.{name}.basis", n=named.count))
    yield _items(named.lines)
    if kind == "access":
        yield from _history(situation, use)
    elif kind == "objection":
        yield from _objection(situation, use, name)
    else:
        yield from _demand(kind, name)
    yield _prose(_time(kind, name, right))
    yield _prose(line("letters.identity"), line("letters.reply"))


def _account(service: str) -> tuple[Sentence, ...]:
    """Which account: by the address of its profile where it has one, and by its e-mail address."""
    return (
        Sentence(line("letters.account", service=service), ("account_url",)),
        Sentence(line("letters.account_plain", service=service), unless="account_url"),
        Sentence(line("letters.account_email"), ("email",)),
    )


def _history(situation: Situation, use: LetterUse) -> Iterator[Paragraph]:
    yield _prose(line("letters.access.period"))
    yield _items(history.asked())
    especially = tuple(found for finding in situation.about(use) for found in history.open_questions(finding))
    if especially:
        yield _prose(line("letters.access.especially"))
        yield _items(tuple(dict.fromkeys(especially)))
    yield _prose(line("letters.access.no_record"))


def _objection(situation: Situation, use: LetterUse, name: str) -> Iterator[Paragraph]:
    open_basis = name in ("gdpr-objection", "ukgdpr-objection") and not situation.names_interest(use)
    yield _prose(line(f"letters.objection.{name}.{'premise_open' if open_basis else 'premise'}"))
    yield OwnWords(line(f"letters.objection.{name}.grounds"), "reason")
    yield _prose(line(f"letters.objection.{name}.demand"))
    yield _prose(line("letters.objection.confirm"))


def _demand(kind: LetterKind, name: str) -> Iterator[Paragraph]:
    """What a letter on deletion, sale or sensitive data asks for, and what the answer is to say."""
    if name in _OWN_GROUNDS:
        yield OwnWords(line(f"letters.{kind}.{name}.grounds"), "reason")
    yield _prose(line(f"letters.{kind}.{name}.demand"))
    yield _prose(line(f"letters.{kind}.confirm"))


def _time(kind: LetterKind, name: str, right: Right | None) -> Line:
    if right is None or right.response is None or right.response.amount is None:
        return line("letters.time_open")
    values: dict[str, Value] = {"period": within(right.response.unit, right.response.amount)}
    if right.acknowledge:
        values["acknowledge"] = within(right.acknowledge.unit, right.acknowledge.amount)
    if right.extension and right.extension.amount is not None:
        values["extension"] = line(f"letters.more.{right.extension.unit}", n=right.extension.amount)
    return line(f"letters.{kind}.{name}.time", **values)


def _fields(situation: Situation, kind: LetterKind, right: Right | None) -> tuple[Field, ...]:
    fields = (
        Field("name", "line", required=True),
        Field("address", "lines", required=True, instead="email"),
        Field("email", "email", required=True, instead="address"),
        Field("account_url", "address", required=True, instead="email", known=situation.account),
    )
    own_words = right is not None and right.id in _OWN_GROUNDS
    if kind != "objection" and not own_words:
        return fields
    return (*fields, Field("reason", "lines", required=right is None or right.needs_reason))


def _at_the_end(right: Right | None) -> Iterator[Line]:
    yield line("letters.advice.keep")
    if right is not None and right.response is not None:
        yield line("letters.advice.counts")
    yield line("letters.advice.no_legal_advice")


def _sources(situation: Situation, use: LetterUse, right: Right | None, to: Recipient) -> tuple[str, ...]:
    law = (right.source,) if right and right.source else ()
    cited = (f"{situation.service.id}: {source}" for source in use.sources)
    return (*law, *to.sources, *cited)


def _prose(*lines: Line) -> Prose:
    return Prose(tuple(Sentence(one) for one in lines))


def _items(lines: Sequence[Line]) -> Items:
    return Items(tuple(Sentence(one) for one in lines))
