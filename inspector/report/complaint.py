# SPDX-License-Identifier: Apache-2.0
"""The text of a complaint and its cover note: what is known, blanks for the rest, within a form's limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from inspector.domain.moment import Moment
from inspector.report import blocks, words
from inspector.report.blocks import Block
from inspector.report.views import CatalogView, ControlView
from inspector.system.days import shown_day
from inspector.system.messages import Messages

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """What a complaint is made from. `letters`: what was sent and answered, as in the record."""

    findings: Json
    letters: Sequence[Mapping[str, str | None]]
    view: CatalogView
    fingerprint: str


def characters(text: str) -> int:
    """How many characters a form counts at most: a line break may count as two."""
    return len(text) + text.count("\n")


def complaint(case: Case, lang: str, most: int | None) -> str:
    """The text for the form's main field; as many findings as fit into `most` characters.

    Raises ValueError where not even the text without findings fits.
    """
    lines = _answers(case, Messages(lang))
    for kept in range(len(lines), -1, -1):
        text = _text(case, Messages(lang), lines[:kept], len(lines) - kept)
        if most is None or characters(text) <= most:
            return text
    raise ValueError(most)


def supporting(case: Case, lang: str, most: int) -> str:
    """The text for the field about supporting material. Raises ValueError where it does not fit."""
    text = Messages(lang).text("pack.supporting", fingerprint=case.fingerprint)
    if characters(text) > most:
        raise ValueError(most)
    return text


def cover(case: Case, languages: Sequence[str], files: Sequence[str]) -> list[Block]:
    """A note of one page in all the languages, for whoever opens the files first."""
    found: list[Block] = []
    for lang in languages:
        messages = Messages(lang)
        lines = _answers(case, messages)[:_MOST_ANSWERS]
        left = len(case.findings["findings"]) - len(lines)
        more = [messages.text("pack.more", count=left)] if left else []
        fields = {
            "answers": "\n".join([*lines, *more]),
            "meaning": messages.text("pack.permission"),
            "files": messages.text("pack.cover.files", files=", ".join(files)),
            "check": messages.text("pack.cover.check", fingerprint=case.fingerprint),
        }
        rows = [(messages.text(f"pack.cover.row.{name}"), text) for name, text in fields.items()]
        found += [
            blocks.paragraph(messages.text("pack.cover.title"), look="lead"),
            blocks.exhibit("", "", messages.text("pack.cover.lead"), rows),
        ]
    return found


_MOST_ANSWERS = 6


def _text(case: Case, messages: Messages, lines: Sequence[str], left: int) -> str:
    say = messages.text
    services = ", ".join(dict.fromkeys(_view(case, one).service_name for one in case.findings["findings"]))
    parts = [
        say("pack.complaint.about", service=services),
        say("pack.complaint.answers"),
        *(f"- {line}" for line in lines),
        *([f"- {say('pack.more', count=left)}"] if left else []),
        say("pack.permission"),
        say("pack.complaint.asked") if case.letters else say("pack.complaint.not_asked"),
        *(f"- {_letter(case, one, messages)}" for one in case.letters),
        say("pack.complaint.wish"),
        say("pack.complaint.evidence", fingerprint=case.fingerprint),
    ]
    return "\n".join(parts) + "\n"


def _view(case: Case, finding: Json) -> ControlView:
    return case.view.control(finding["service"], finding["control"])


def _answers(case: Case, messages: Messages) -> list[str]:
    return [_answer(case, one, messages) for one in case.findings["findings"]]


def _answer(case: Case, finding: Json, messages: Messages) -> str:
    view, say = _view(case, finding), messages.text
    values = {
        "service": view.service_name,
        "setting": view.title,
        "state": say(f"pack.state.{finding['state']}"),
        "grade": say(f"pack.grade.{finding['grade'] or 'none'}"),
    }
    since = words.moment(finding["since"])
    if since is None or not since.is_known:
        return say("pack.answer", **values)
    return say("pack.answer_since", since=_days(since, messages), **values)


def _days(when: Moment, messages: Messages) -> str:
    """The days of a time, in figures as the language writes them."""
    bounds = (when.not_before, when.not_after)
    low, high = (shown_day(bound.date(), messages.lang) if bound else None for bound in bounds)
    if low and high:
        return low if low == high else messages.text("pack.between", first=low, last=high)
    return messages.text("pack.from", first=low) if low else messages.text("pack.by", last=high)


def _letter(case: Case, one: Mapping[str, str | None], messages: Messages) -> str:
    known = {item["id"]: item for item in case.findings["checklist"]}
    item = known.get(str(one["action"]))
    service = case.view.control(item["service"], "").service_name if item else str(one["action"])
    said = [
        messages.text(f"pack.letter.{step}", day=shown_day(date.fromisoformat(day), messages.lang))
        for step in ("sent", "received", "extended", "answered")
        if (day := one[step])
    ]
    if not one["answered"]:
        said.append(messages.text("pack.letter.no_answer"))
    kind = messages.text(f"pack.action.{item['action']}") if item else ""
    return " ".join([f"{kind} ({service}):".strip(), *said])
