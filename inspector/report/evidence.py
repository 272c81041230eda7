# SPDX-License-Identifier: Apache-2.0
"""Why: every stretch with its rule, then each fact and each catalog row as a numbered exhibit."""

from __future__ import annotations

from inspector.domain.findings import NO_PRACTICE, UNKNOWN_RESIDENCE
from inspector.domain.moment import Moment
from inspector.domain.practices import Row
from inspector.report import blocks, words
from inspector.report.blocks import Block, Cell
from inspector.report.chapter import sharing
from inspector.report.context import PRACTICE, READS, Context, Json, because, place_of
from inspector.report.limits import bounds, row_title
from inspector.report.places import in_words


def evidence(case: Context, finding: Json, shown: set[str]) -> list[Block]:
    """The evidence of one finding. Exhibits in `shown` were printed before; new ones are added to it."""
    section = [blocks.heading(2, case.words.say("evidence.title"))]
    section.extend(_stretch(case, span) for span in finding["spans"])
    section.extend(_facts(case, finding, shown))
    section.extend(_rows(case, finding, shown))
    return section


def _stretch(case: Context, span: Json) -> Block:
    say = case.words.say
    start, end = (case.words.exact(words.moment(span[side])) for side in ("start", "end"))
    return blocks.exhibit(
        "",
        "",
        sharing(case, span),
        [
            (say("line.period"), say("line.from_until", first=start, last=end)),
            (say("line.decided"), _rule(case, span)),
            (say("line.known"), _supports(case, span)),
        ],
    )


def _rule(case: Context, span: Json) -> str:
    if span["decider"] == "member":
        return case.words.say(f"rule.member_{span['state']}")
    if span["practice"] in ("default_on", "opt_in") and _is_read(case, span):
        return case.words.say(f"rule.{span['practice']}_read")
    if _waits_for_residence(span):
        return case.words.say("rule.residence")
    return case.words.say(f"rule.{span['practice']}")


def _waits_for_residence(span: Json) -> bool:
    """Tell what `Span.waits_for_residence` tells, of a span in `findings.json`."""
    reasons = {reason for part in span["support"] for reason in part["because"]}
    return UNKNOWN_RESIDENCE in reasons and NO_PRACTICE not in reasons


def _is_read(case: Context, span: Json) -> bool:
    """Tell whether a reading of the switch is among what a span rests on."""
    named = (case.facts.get(reason) for part in span["support"] for reason in part["because"])
    return any(fact is not None and fact["kind"] in READS for fact in named)


def _supports(case: Context, span: Json) -> list[str | blocks.Run]:
    """The stretches of support, one a line."""
    lines: list[str | blocks.Run] = []
    for part in span["support"]:
        lines.extend(["\n"] if lines else [])
        lines.extend(_support(case, span, part))
    return lines


def _support(case: Context, span: Json, part: Json) -> list[str | blocks.Run]:
    """One stretch of support: its grade, its reasons, and which part of the span it covers."""
    grade: list[str | blocks.Run] = []
    if part["grade"]:
        grade = [blocks.run(case.words.name("grade", part["grade"]), "strong"), ": "]
    if (part["start"], part["end"]) == (span["start"], span["end"]):
        return [*grade, *case.reasons(part["because"]), case.words.say("evidence.whole")]
    return [*grade, *case.reasons(part["because"]), _stretch_of(case, part)]


def _stretch_of(case: Context, part: Json) -> str:
    """From when until when a part holds; a single time where it begins and ends as one."""
    start = case.words.exact(words.moment(part["start"]))
    if part["end"] is None:
        return case.words.say("evidence.part_still", start=start)
    if part["start"] == part["end"]:
        return case.words.say("evidence.part_at", start=start)
    return case.words.say("evidence.part", start=start, end=case.words.exact(words.moment(part["end"])))


def _cited(case: Context, finding: Json) -> list[Json]:
    conflicts = [id_ for conflict in finding["conflicts"] for id_ in conflict["facts"]]
    readings = [fact["id"] for fact in case.readings(finding)]
    named = dict.fromkeys([*because(finding), *readings, *conflicts, *_of_plans(case, finding)])
    return sorted((case.facts[id_] for id_ in named if id_ in case.facts), key=_number)


def _of_plans(case: Context, finding: Json) -> list[str]:
    """The facts that show a plan, where the plan makes a difference: a stretch may begin or end with one."""
    account = case.account(finding)
    if account is None or not any(row.plan for row in case.control(finding).rows):
        return []
    return [reason for plan in account["plans"] for reason in plan["because"]]


def _number(fact: Json) -> tuple[int, str]:
    return len(fact["id"]), fact["id"]


def _facts(case: Context, finding: Json, shown: set[str]) -> list[Block]:
    new = [fact for fact in _cited(case, finding) if fact["id"] not in shown]
    shown.update(fact["id"] for fact in new)
    if not new:
        return []
    title = blocks.heading(3, case.words.say("evidence.facts"))
    return [title, *(fact_exhibit(case, fact) for fact in new)]


def fact_exhibit(case: Context, fact: Json) -> Block:
    """One fact down to its source, file, place, raw text, and the rule its date was read by."""
    say, place = case.words.say, place_of(fact)
    when = words.moment(fact["moment"])
    return blocks.exhibit(
        fact["id"].upper(),
        fact["id"].upper(),
        say(f"fact.{fact['kind']}", value=case.value(fact)),
        [
            (say("line.when"), case.words.exact(when) if when else say("none")),
            (say("line.source"), _source(case, place["source"])),
            (say("line.file"), blocks.raw(place["member"] or "", "")),
            (say("line.place"), in_words(place["locator"] or "", case.words.messages)),
            *_text_of(case, fact, place["raw"]),
            (say("line.rule"), _date_rule(case, fact, when)),
        ],
        case.words.name("grade", fact["grade"]),
    )


def _text_of(case: Context, fact: Json, raw: str | None) -> list[tuple[str, Cell]]:
    """The raw text of a source; what a person said of an item in words, as they typed none of it there."""
    say, when = case.words.say, words.moment(fact["moment"])
    if when is not None and _is_said(fact, when):
        said = say("evidence.said", position=case.value(fact), when=case.words.said(when))
        return [(say("line.told"), said)]
    return [(say("line.raw"), blocks.raw(raw or "", say("evidence.cut")))]


def _is_said(fact: Json, when: Moment) -> bool:
    """Tell whether a fact is what a person said of an item: their position and time are its raw text."""
    return fact["kind"] in READS and place_of(fact)["raw"] == f"{fact['value']}@{when.raw}"


def _source(case: Context, id_: str | None) -> Cell:
    if id_ is None:
        return case.words.say("line.person")
    name = str(case.sources[id_]["name"]) if id_ in case.sources else ""
    return [case.source(id_), " ", name]


def _date_rule(case: Context, fact: Json, when: Moment | None) -> str:
    if when is None or not when.is_known:
        return case.words.say("date_rule.unread")
    if when.zone == "none":
        return case.words.say("date_rule.no_zone")
    by_person = fact["grade"] == "declared" or _is_said(fact, when)
    return case.words.say("date_rule.person" if by_person else "date_rule.stated")


def _rows(case: Context, finding: Json, shown: set[str]) -> list[Block]:
    ids = [reason.removeprefix(PRACTICE) for reason in because(finding) if reason.startswith(PRACTICE)]
    new = [case.rows[id_] for id_ in ids if id_ in case.rows and id_ not in shown]
    shown.update(row.id for _, row in new)
    if not new:
        return []
    exhibits = (_row(case, number, row) for number, row in sorted(new, key=lambda item: int(item[0][1:])))
    return [blocks.heading(3, case.words.say("evidence.rows")), *exhibits]


def _row(case: Context, number: str, row: Row) -> Block:
    say = case.words.say
    return blocks.exhibit(
        number,
        number,
        row_title(case, row),
        [
            (say("line.period"), _period(case, row.start, row.end)),
            (say("line.text"), case.text(row.text)),
            (say("line.offered"), _offered(case, row)),
            (say("line.strength"), bounds(case, row)),
            (say("line.published"), case.citations(row.sources)),
            (
                say("line.row"),
                [blocks.run(row.id, "mono"), say("evidence.checked", day=case.words.figures(row.checked))],
            ),
        ],
    )


def _period(case: Context, start: Moment | None, end: Moment | None) -> str:
    first = case.words.exact(start) if start else case.words.say("when.ever")
    return case.words.say("line.from_until", first=first, last=case.words.exact(end))


def _offered(case: Context, row: Row) -> str:
    if row.offer is None:
        return case.words.say("line.not_offered")
    when, initial = case.words.exact(row.offer.start), case.words.name("switch", row.offer.initial)
    return case.words.say("line.offered_since", when=when, position=initial)
