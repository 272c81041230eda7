# SPDX-License-Identifier: Apache-2.0
"""One setting's whole answer as plain text, to be copied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inspector.app.findings.ground import Ground
from inspector.app.findings.shapes import Detail


def as_text(ground: Ground, detail: Detail) -> str:
    """Return everything the full view shows, in its order, as lines of text."""
    return "\n".join(_lines(ground, detail)) + "\n"


def _lines(ground: Ground, detail: Detail) -> Iterator[str]:
    card = detail.card
    yield f"{card.service} · {card.title}"
    yield f"{card.word}. {card.sentence}."
    yield detail.known
    if card.incomplete:
        yield card.incomplete
    yield from _part(ground.say("part.stretches"), _told(detail))
    yield from _part(ground.say("part.facts"), ("\t".join(row) for row in detail.table.rows))
    yield from _part(ground.say("part.conflicts"), _contradictions(detail))
    yield from _part(
        ground.say("part.others"),
        (" ".join(filter(None, (f"{one.condition}:", one.word, one.since))) for one in card.others),
    )
    yield from _part(ground.say("part.narrow"), detail.narrow)
    yield from _part(ground.say("part.limits"), detail.limits)
    yield from _part(ground.say("part.exposure"), _exposure(detail))


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    listed = list(lines)
    if listed:
        yield ""
        yield title
        yield from (f"- {line}" for line in listed)


def _told(detail: Detail) -> Iterator[str]:
    for told in detail.told:
        yield " ".join((told.period, told.rule, *told.notes))


def _contradictions(detail: Detail) -> Iterator[str]:
    for one in detail.contradictions:
        sides = "; ".join(f"{side.word}, {side.title}, {side.source}" for side in one.sides)
        yield f"{one.when}: {sides}. {one.outcome}"


def _exposure(detail: Detail) -> Iterator[str]:
    for statement in detail.statements:
        for counted in statement.classes:
            yield f"{counted.accessible} {statement.stated}. {' '.join(statement.texts)}"
