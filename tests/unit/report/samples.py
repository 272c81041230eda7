# SPDX-License-Identifier: Apache-2.0
"""Fictional findings/1 objects for the report's tests, named by what they show."""

from __future__ import annotations

from inspector.domain.moment import stated
from tests.unit.report.sample_parts import (
    CREATED,
    EUROPE,
    MOVE,
    NOW,
    SHOWN_IN_EUROPE,
    START,
    Json,
    archive,
    at,
    created,
    exposure,
    fact,
    finding,
    findings,
    member,
    picture,
    position,
    span,
    support,
)


def moved_from_us_to_germany() -> Json:
    """Scenario 3: in the US to 2025-03-01, then in Germany."""
    spans = [
        span(
            "unknown",
            "unknown",
            CREATED,
            START,
            support(None, CREATED, START, "f1", "practice:linkedin.before"),
        ),
        span("on", "default_on", START, MOVE, support("default", START, MOVE, "practice:linkedin.us")),
        span(
            "off", "not_used", MOVE, EUROPE, support("default", MOVE, EUROPE, "practice:linkedin.eea.before")
        ),
        span("on", "default_on", EUROPE, None, support("default", EUROPE, None, "practice:linkedin.eea")),
    ]
    switch = [
        position("none", CREATED, START, "practice:linkedin.before"),
        position("on", START, None, "practice:linkedin.us"),
    ]
    return findings(
        finding("on", EUROPE, "default", spans, switch=switch, exposure=exposure()),
        residences=[
            {"region": "US", "from": None, "until": "2025-03-01"},
            {"region": "DE", "from": "2025-03-01", "until": None},
        ],
    )


def _shown(number: int, value: str, moment: Json, source: str) -> Json:
    return fact(
        number,
        "setting_reading",
        value,
        "shown",
        moment,
        source=source,
        locator="the whole picture",
        raw=f"Data for Generative AI Improvement … {value.title()}",
    )


def contradiction() -> Json:
    """Scenario 13: in the US, on and off shown at one moment."""
    moment = at("2026-03-01")
    facts = [created(), _shown(2, "on", moment, "s2"), _shown(3, "off", moment, "s3")]
    spans = [
        span(
            "unknown",
            "unknown",
            CREATED,
            START,
            support(None, CREATED, START, "f1", "practice:linkedin.before"),
        ),
        span("on", "default_on", START, moment, support("default", START, moment, "practice:linkedin.us")),
        span(
            "unknown", "default_on", moment, None, support(None, moment, None, "f2", "f3"), decider="member"
        ),
    ]
    switch = [
        position("none", CREATED, START, "practice:linkedin.before"),
        position("on", START, moment, "practice:linkedin.us"),
        position("unknown", moment, None, "f2", "f3"),
    ]
    conflict = {"facts": ["f2", "f3"], "says": ["on", "off"], "moment": moment, "decided_by": None}
    return findings(
        finding("unknown", None, None, spans, switch=switch, conflicts=[conflict]),
        facts=facts,
        sources=[
            archive(),
            picture(2, "Screenshot_20260301-120000.png"),
            picture(3, "Screenshot_20260301-120000 (1).png"),
        ],
        residences=[{"region": "US", "from": None, "until": None}],
    )


def no_residence() -> Json:
    """Scenario 10: nothing declared; one alternative per distinct set of rows."""
    spans = [span("unknown", "unknown", CREATED, None, support(None, CREATED, None, "f1"))]
    others = [
        ("US", "on", START),
        ("DE", "on", EUROPE),
        ("CA", "on", EUROPE),
        ("GB", "on", EUROPE),
        ("CN", "unknown", None),
    ]
    alternatives = [
        {
            "residence": region,
            "plan": None,
            "state": state,
            "since": since,
            "grade": "default" if since else None,
        }
        for region, state, since in others
    ]
    hint = fact(
        2,
        "region_hint",
        "US",
        "recorded",
        at("2026-11-01"),
        member="Profile.csv",
        locator="row 2, column Geo Location",
        raw="Springfield, United States",
    )
    return findings(
        finding("unknown", None, None, spans, alternatives=alternatives),
        facts=[created(), hint],
        suggested=[{"region": "US", "because": ["f2"]}],
    )


def _off_in_germany(gap: Json, seen: Json) -> list[Json]:
    return [
        span(
            "off",
            "not_used",
            CREATED,
            EUROPE,
            support("default", CREATED, EUROPE, "f1", "practice:linkedin.eea.before"),
        ),
        span(
            "on",
            "default_on",
            EUROPE,
            gap,
            support("default", EUROPE, gap, "practice:linkedin.eea"),
            may_be_empty=True,
        ),
        span(
            "off",
            "default_on",
            gap,
            None,
            support("shown", gap, seen, "f2"),
            support("inferred", seen, None, "f2"),
            decider="member",
            grade="shown",
        ),
    ]


def reading_off_in_germany() -> Json:
    """Scenario 5: in Germany, off shown on 2026-01-10; the ON stretch before may be empty."""
    seen = at("2026-01-10")
    gap = {"not_before": "2025-11-03T00:00:00Z", "not_after": seen["not_after"]}
    facts = [created(), _shown(2, "off", seen, "s2")]
    spans = _off_in_germany(gap, seen)
    before = {"not_before": SHOWN_IN_EUROPE["not_before"], "not_after": seen["not_after"]}
    switch = [
        position("none", CREATED, SHOWN_IN_EUROPE, "practice:linkedin.eea.before"),
        position("on", SHOWN_IN_EUROPE, before, "practice:linkedin.eea"),
        position("off", before, None, "f2"),
    ]
    limits = [
        {
            "id": "may_be_empty",
            "text": "One ON stretch may be empty: the switch was offered before the use began.",
        }
    ]
    return findings(
        finding(
            "off", gap, "shown", spans, switch=switch, as_of=seen, limits=limits, exposure=exposure()[:2]
        ),
        facts=facts,
        sources=[archive(), picture(2, "Screenshot_20260110-120311.png")],
        residences=[{"region": "DE", "from": None, "until": None}],
    )


def two_settings() -> Json:
    """Scenario 7 in outline: two controls of one account in the UK."""
    one = moved_from_us_to_germany()
    second = finding("on", EUROPE, "default", one["findings"][0]["spans"][2:], control="microsoft-training")
    return {**one, "findings": [*one["findings"], second]}


def many_members() -> Json:
    """Sixty files in the archive and sixty ledger rows."""
    base = moved_from_us_to_germany()
    files = [member(f"Jobs/Saved Jobs part {number:02}.csv", 1000 + number) for number in range(60)]
    source = archive(*files)
    template = source["ledger"][0]
    source["ledger"] = [
        {**template, "id": f"l{n}", "where": f"Jobs/Saved Jobs part {n:02}.csv"} for n in range(60)
    ]
    return {**base, "sources": [source]}


HOSTILE = (
    '#import "@preview/cetz:0.3.1": *',
    "$x^2$ *bold* _it_ @ref <label> \\ `raw` // comment",
    "invoice\u202efdp.exe",
    "smile 😀 and \u0000 and \ufeff and \ud800",
    "مرحبا بالعالم (a) 2026",
    "שלום עולם (b) 2026",
    "設定 生成AI 设置 설정",
    "line one\nline two\tafter a tab",
    '#read("/etc/passwd") [[#panic("x")]]',
    "W" * 5000,
    "https://example.test/" + "a/b-c_d." * 60,
)


def hostile() -> Json:
    """Texts that would be markup, that reverse or hide, that no font draws, that are too long for a line."""
    base = moved_from_us_to_germany()
    facts = [
        fact(
            number,
            "ai_use",
            text[:80],
            "recorded",
            {**at("2026-01-10"), "zone": "none"},
            member=text,
            locator=text[:200],
            raw=text,
        )
        for number, text in enumerate(HOSTILE, 2)
    ]
    found = base["findings"][0]
    found["spans"][3]["support"][0]["because"] = [f["id"] for f in facts]
    found["limits"] = [{"id": "x", "text": text} for text in HOSTILE]
    source = archive(*(member(text) for text in HOSTILE), name=HOSTILE[2])
    return {**base, "facts": [created(), *facts], "sources": [source]}


def with_items(count: int) -> Json:
    """So many single items that they do not fit on paper."""
    base = moved_from_us_to_germany()
    zone = stated(NOW, "second")
    items = [
        fact(
            number,
            "item",
            "posts",
            "recorded",
            {"not_before": "2026-01-10T00:00:00Z", "not_after": zone.latest.strftime("%Y-%m-%dT%H:%M:%SZ")},
            member="Shares.csv",
            locator=f"row {number}",
            raw=f"2026-01-10 {number}",
        )
        for number in range(2, count + 2)
    ]
    return {**base, "facts": [created(), *items]}


def declared_only() -> Json:
    """Scenario 14: in the US, the person says that it was on; nothing was handed in about the switch."""
    said = fact(2, "setting_reading", "on", "declared", at("2025-01-01"))
    said["provenance"] = None
    when = said["moment"]
    parts = [
        support("default", START, when, "practice:linkedin.us"),
        support("declared", when, when, "f2"),
        support("inferred", when, None, "f2"),
    ]
    spans = [
        span(
            "unknown",
            "unknown",
            CREATED,
            START,
            support(None, CREATED, START, "f1", "practice:linkedin.before"),
        ),
        span("on", "default_on", START, None, *parts, grade="declared"),
    ]
    return findings(
        finding("on", START, "declared", spans, as_of=when),
        facts=[created(), said],
        residences=[{"region": "US", "from": None, "until": None}],
    )


def incomplete() -> Json:
    """An archive that broke off: members, a problem and a ledger row say what was not read."""
    base = moved_from_us_to_germany()
    broken = {
        **archive(),
        "status": "damaged",
        "reason": "The archive ends in the middle of messages.csv.",
        "problems": ["messages.csv ends after 812 rows."],
    }
    broken["members"][3].update(status="damaged", sha256=None, reason="It ends early.")
    broken["ledger"][2].update(outcome="unreadable", detail="812 rows were read.")
    return {**base, "complete": False, "sources": [broken]}
