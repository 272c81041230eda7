# SPDX-License-Identifier: Apache-2.0
"""The chapter of one finding: its timeline, and the same facts as tables right below it."""

from __future__ import annotations

from inspector.domain.moment import Moment
from inspector.report import blocks, words
from inspector.report.blocks import Block, Cell
from inspector.report.context import Context, Json
from inspector.report.drawing import drawing, numbers
from inspector.report.front import lead


def timeline_section(case: Context, finding: Json) -> list[Block]:
    """Heading, answer, drawing, spans, switch, events and readings."""
    view = case.control(finding)
    state = blocks.state(finding["state"], case.words.name("state", finding["state"]))
    return [
        blocks.heading(1, view.title, kicker=view.service_name),
        blocks.paragraph(state, "  ", lead(case, finding), look="lead"),
        *([] if case.findings["complete"] else [blocks.paragraph(case.words.say("open.incomplete"))]),
        blocks.heading(2, case.words.say("chapter.timeline")),
        *([drawing(case, finding)] if finding["spans"] else []),
        *_spans(case, finding),
        *_switch(case, finding),
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
        blocks.table(titles, ["3.1", "3.1", "2.2", "1.8", "2.2"], rows),
    ]


def _span(case: Context, span: Json) -> list[Cell]:
    because = dict.fromkeys(reason for part in span["support"] for reason in part["because"])
    word = case.words.name("state", span["state"])
    grade = case.words.name("grade", span["grade"]) if span["grade"] else case.words.say("none")
    return [
        case.words.exact(_moment(span["start"])),
        case.words.exact(_moment(span["end"])),
        [blocks.state(span["state"], word)],
        grade,
        case.reasons(because),
    ]


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
            say(f"reading.{fact['kind']}", position=case.words.name("switch", fact["value"])),
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
