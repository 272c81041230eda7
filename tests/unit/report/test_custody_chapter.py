# SPDX-License-Identifier: Apache-2.0
"""The custody log is printed in the report, however short; earlier bundles are named by their fingerprint."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from inspector.cases.acts import Act, ActKind, Detail
from inspector.cases.custody import chained, link
from inspector.report.context import Context, context
from inspector.report.custody import custody, libraries
from inspector.report.words import Words
from inspector.system.messages import Messages
from tests.unit.report.sample_catalog import CONTROL, VIEW
from tests.unit.report.sample_parts import findings

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def case() -> Context:
    return context(findings(), VIEW, Words(Messages()), NOW, fingerprint=None, maker=None)


def log(*acts: tuple[ActKind, dict[str, Detail]]) -> list[dict[str, object]]:
    return chained(Act(n, kind, NOW, details).as_object() for n, (kind, details) in enumerate(acts, 1))


def told(case: Context, *acts: tuple[ActKind, dict[str, Detail]], column: int = 3) -> list[str]:
    """What stands in one column of the log, the parts of a cell joined."""
    tables: list[Any] = [block for block in custody(case, log(*acts)) if block["block"] == "table"]
    return [
        "".join(part if isinstance(part, str) else part["text"] for part in row[column])
        for row in tables[-1]["rows"]
    ]


OPENED: tuple[ActKind, dict[str, Detail]] = (
    ActKind.OPENED,
    {
        "program": "0.1",
        "catalog": "2026.11.21",
        "clock": "system",
        "zone": "CET +01:00",
        "libraries": {"lxml": "6"},
    },
)


def named(number: int) -> tuple[ActKind, dict[str, Detail]]:
    return ActKind.MAKER_NAMED, {"name": str(number)}


def test_a_log_of_one_act_is_printed(case: Context) -> None:
    acts = log(OPENED)
    said = str(custody(case, acts))
    assert "Custody log" in said
    assert "1 act was done" in said
    assert "zone CET +01:00" in said
    assert libraries(acts) == "lxml 6"
    assert link(acts[0])[:12] in said


@pytest.mark.parametrize("kind", list(ActKind))
def test_every_kind_of_act_has_its_words(case: Context, kind: ActKind) -> None:
    acts = log((kind, {}))
    assert f"['{case.words.name('custody.act', kind)}']" in str(custody(case, acts))


def test_a_report_without_a_case_has_no_log(case: Context) -> None:
    assert custody(case, []) == []


def test_earlier_bundles_are_named(case: Context) -> None:
    made: dict[str, Detail] = {"fingerprint": "ab" * 32, "originals": False, "language": "en"}
    said = str(custody(case, log(OPENED, (ActKind.EXPORTED, made))))
    assert "ab" * 32 in said
    assert "earlier from this case" in said


def test_of_a_very_long_log_the_newest_acts_are_printed_and_the_rest_is_counted(case: Context) -> None:
    said = str(custody(case, log(*[named(n) for n in range(450)])))
    assert "50 earlier acts" in said
    assert "'450'" in said
    assert "'50'" not in said


def test_what_was_checked_and_kept_is_said(case: Context) -> None:
    said = str(
        custody(
            case,
            log(
                (ActKind.KEPT, {"name": "a.zip", "how": "in_place", "count": 1, "files": []}),
                (ActKind.CHECKED, {"copies": 0, "in_place": 1, "altered": ["a.zip"], "gone": []}),
            ),
        )
    )
    assert "left in place" in said
    assert "altered: a.zip" in said
    assert "gone" not in said


def test_what_acts_are_about_is_said_in_words_and_not_in_codes(case: Context) -> None:
    stays: list[Detail] = [{"region": "US", "from": "2010-01-01", "until": None}]
    said = told(
        case,
        OPENED,
        (ActKind.RESIDENCE_DECLARED, {"stays": stays}),
        (ActKind.ADDED, {"name": "a.png", "kind": "capture", "status": "unsupported"}),
        (ActKind.ADDED, {"name": "b.zip", "kind": "archive", "status": "unsupported"}),
        (ActKind.READING_SHOWN, {"control": f"linkedin/{CONTROL}", "position": "off"}),
        (ActKind.FAILED, {"what": "export"}),
        (ActKind.ASKED, {"host": "time.example.com", "outcome": "stamped"}),
        (ActKind.ASKED, {"host": "time.example.com", "outcome": "slow"}),
        (ActKind.SENT, {"action": "history", "on": "2026-01-10"}),
    )
    assert said == [
        "program 0.1, catalog 2026.11.21, clock of the computer, zone CET +01:00",
        "United States since 1 January 2010",
        "a.png, not yet read",
        "b.zip, status: not supported",
        "LinkedIn, Data for Generative AI Improvement, position: off",
        "making a bundle",
        "time.example.com, timestamp received",
        "time.example.com, no timestamp came",
        "Ask for the history of the setting, on 10 January 2026",
    ]


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("clock", ["system", "SOURCE_DATE_EPOCH"])
def test_the_clock_of_the_log_is_named_in_words(lang: str, clock: str) -> None:
    case = context(findings(), VIEW, Words(Messages(lang)), NOW, fingerprint=None, maker=None)
    (said,) = told(case, (ActKind.OPENED, {"clock": clock}))
    assert said not in ("", clock)
    assert "system" not in said.lower()
