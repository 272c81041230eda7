# SPDX-License-Identifier: Apache-2.0
"""All answers on paper as one table with the page of each, and the pages where the other chapters begin."""

from __future__ import annotations

from inspector.report import blocks
from inspector.report.blocks import Block, Cell
from inspector.report.context import Context, Json
from inspector.report.front import since_when

FEWEST = 4
"""Answers from which on page 1 does not hold them all as cards."""


def chapter_anchor(number: int) -> str:
    """The anchor of the chapter of the finding with that number, from 1."""
    return f"A{number}"


def overview(case: Context, others: list[Block]) -> list[Block]:
    """The table of answers and the contents. `others`: the blocks behind the chapters of the findings."""
    findings: list[Json] = case.findings["findings"]
    if len(findings) < FEWEST:
        return []
    say = case.words.say
    titles = [say(f"overview.{name}") for name in ("setting", "now", "since", "known", "page")]
    rows = [_answer(case, number, finding) for number, finding in enumerate(findings, 1)]
    return [
        blocks.heading(1, say("overview.title"), kicker=say("overview.kicker"), numbered=False),
        blocks.paragraph(say("overview.lead", n=len(findings))),
        blocks.table(titles, ["3.9", "2", "4.2", "1.8", "auto"], rows, right=(4,)),
        *_contents(case, others),
    ]


def _answer(case: Context, number: int, finding: Json) -> list[Cell]:
    view, state = case.control(finding), finding["state"]
    grade = finding["grade"]
    return [
        [blocks.run(view.service_name, "muted"), "\n", view.title],
        [blocks.state(state, case.words.name("state", state))],
        since_when(case, finding) if finding["since"] else case.words.say("none"),
        case.words.name("grade", grade) if grade else case.words.say("none"),
        blocks.page(chapter_anchor(number)),
    ]


def _contents(case: Context, others: list[Block]) -> list[Block]:
    """The chapters that are no answers, each with its page."""
    say = case.words.say
    chapters = [block for block in others if block["block"] == "heading" and block["level"] == 1]
    rows: list[list[Cell]] = [
        [str(block["text"]), blocks.page(str(block["anchor"]))] for block in chapters if block["anchor"]
    ]
    titles = [say("overview.chapter"), say("overview.page")]
    return [
        blocks.heading(2, say("overview.others"), numbered=False),
        blocks.table(titles, ["1", "auto"], rows, right=(1,)),
    ]


def anchored(others: list[Block]) -> list[Block]:
    """The same blocks with an anchor for each chapter heading."""
    numbers = iter(range(1, len(others) + 1))
    return [
        {**block, "anchor": block["anchor"] or f"C{next(numbers)}"}
        if block["block"] == "heading" and block["level"] == 1
        else block
        for block in others
    ]
