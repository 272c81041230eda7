# SPDX-License-Identifier: Apache-2.0
"""The chapter of one finding: its timeline, and the same facts as tables right below it."""

from __future__ import annotations

from inspector.domain.moment import Moment
from inspector.report import blocks, words
from inspector.report.blocks import Block, Cell, Run
from inspector.report.context import Context, Json, place_of
from inspector.report.drawing import drawing, numbers
from inspector.report.front import lead


def timeline_section(case: Context, finding: Json, anchor: str) -> list[Block]:
    """Heading, answer, drawing, spans, switch, plans, events and readings. `anchor`: of the heading."""
    view = case.control(finding)
    state = blocks.state(finding["state"], case.words.name("state", finding["state"]))
    return [
        blocks.heading(1, view.title, anchor, kicker=view.service_name),
        blocks.paragraph(state, "  ", lead(case, finding), look="lead"),
        *([] if case.findings["complete"] else [blocks.paragraph(case.words.say("open.incomplete"))]),
        blocks.heading(2, case.words.say("chapter.timeline")),
        *([drawing(case, finding)] if finding["spans"] else []),
        *_spans(case, finding),
        *_switch(case, finding),
        *_plans(case, finding),
        *_events(case, finding),
        *_readings(case, finding),
    ]


def _moment(value: Json | None) -> Moment | None:
    return words.moment(value)


def _spans(case: Context, finding: Json) -> list[Block]:
    say = case.words.say
    if not finding["spans"]:
        return [blocks.paragraph(say("chapter.no_spans"))]
    titles = [
        say("column.from"),
        say("column.until"),
        say("column.sharing"),
        say("column.known"),
        say("column.why"),
    ]
    rows = [_span(case, span) for span in finding["spans"]]
    return [
        blocks.heading(3, say("chapter.spans")),
        blocks.table(titles, ["2.9", "2.9", "3.1", "1.7", "1.9"], rows),
    ]


def _span(case: Context, span: Json) -> list[Cell]:
    because = dict.fromkeys(reason for part in span["support"] for reason in part["because"])
    grade = case.words.name("grade", span["grade"]) if span["grade"] else case.words.say("none")
    return [
        case.words.exact(_moment(span["start"])),
        case.words.exact(_moment(span["end"])),
        sharing(case, span),
        grade,
        case.reasons(because),
    ]


def sharing(case: Context, span: Json) -> list[str | Run]:
    """The state of a span as shape and word; that it may never have been stands right before it."""
    word = blocks.state(span["state"], case.words.name("state", span["state"]))
    if not span["may_be_empty"]:
        return [word]
    return [blocks.run(case.words.say("span.perhaps"), "muted"), "  ", word]


def _switch(case: Context, finding: Json) -> list[Block]:
    say = case.words.say
    if not finding["switch"]:
        return []
    titles = [say("column.from"), say("column.until"), say("column.switch"), say("column.why")]
    rows: list[list[Cell]] = [
        [
            case.words.exact(_moment(entry["start"])),
            case.words.exact(_moment(entry["end"])),
            case.words.name("switch", entry["position"]),
            case.reasons(entry["because"]),
        ]
        for entry in finding["switch"]
    ]
    return [
        blocks.heading(3, say("chapter.switch")),
        blocks.table(titles, ["3.1", "3.1", "2", "4.1"], rows),
    ]


def _plans(case: Context, finding: Json) -> list[Block]:
    """The plans that a source shows, where what the service documents differs by plan."""
    say, account = case.words.say, case.account(finding)
    plans: list[Json] = account["plans"] if account else []
    if not plans or not any(row.plan for row in case.control(finding).rows):
        return []
    rows: list[list[Cell]] = [
        [
            case.words.exact(_moment(plan["from"])),
            case.words.exact(_moment(plan["until"])),
            case.control(finding).plan(plan["plan"]),
            case.words.name("grade", plan["grade"]),
            case.reasons(plan["because"]),
        ]
        for plan in plans
    ]
    titles = [say(f"column.{name}") for name in ("from", "until", "plan", "known", "why")]
    return [
        blocks.heading(3, say("chapter.plans")),
        blocks.table(titles, ["3.1", "3.1", "2", "1.8", "2.4"], rows),
    ]


def _events(case: Context, finding: Json) -> list[Block]:
    say = case.words.say
    rows: list[list[Cell]] = [
        [
            blocks.numbered("circle", str(number)),
            case.words.exact(event.moment),
            case.text(event.title),
            case.citations(event.sources),
        ]
        for number, event in zip(numbers(case, finding)[0], case.events(finding), strict=True)
    ]
    if not rows:
        return []
    titles = [say("column.mark"), say("column.when"), say("column.event"), say("column.published")]
    return [blocks.heading(3, say("chapter.events")), blocks.table(titles, ["auto", "2.1", "6", "1.6"], rows)]


def _readings(case: Context, finding: Json) -> list[Block]:
    say = case.words.say
    rows: list[list[Cell]] = [
        [
            blocks.numbered("square", str(number)),
            case.words.exact(_moment(fact["moment"])),
            _reading(case, finding, fact),
            case.words.name("grade", fact["grade"]),
            [case.reason(fact["id"])],
        ]
        for number, fact in zip(numbers(case, finding)[1], case.readings(finding), strict=True)
    ]
    heading = blocks.heading(3, say("chapter.readings"))
    if not rows:
        return [heading, blocks.paragraph(say("chapter.no_readings"))]
    titles = [
        say("column.mark"),
        say("column.when"),
        say("column.reading"),
        say("column.known"),
        say("column.why"),
    ]
    return [heading, blocks.table(titles, ["auto", "3.4", "3", "1.6", "1.4"], rows)]


def _reading(case: Context, finding: Json, fact: Json) -> Cell:
    """What a fact says of the switch, and what the program read instead where that differs."""
    say = case.words.say
    told = say(f"reading.{fact['kind']}", position=case.words.name("switch", fact["value"]))
    source = place_of(fact)["source"]
    read = next((one.read for one in case.differing_in(finding) if one.source == source), None)
    if read is None:
        return told
    return [told, "\n", blocks.run(say("reading.read", position=case.words.name("switch", read)), "muted")]
