# SPDX-License-Identifier: Apache-2.0
"""A small catalog view for the report's tests; its dates, labels and hashes are those of public sources."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from inspector.domain.moment import Moment, between, catalog_day
from inspector.domain.practices import Citation, ClassStatement, Event, Offer, Row
from inspector.domain.words import DataClass, Practice, Stated, Strength, Switch
from inspector.report.views import CatalogView, ControlView

CONTROL = "generative-ai-improvement"

_POLICY = Citation(
    id="pga-2024-09-19",
    title="LinkedIn Privacy Policy, global text",
    publisher="LinkedIn, as recorded by Open Terms Archive",
    url=None,
    day=date(2024, 9, 19),
    strength=Strength.OFFICIAL,
    repository="OpenTermsArchive/pga-versions",
    file="LinkedIn/Privacy Policy.md",
    commit="0bb97299d07d32698c39e340ffa8e7d8056e9c2b",
    sha256="1ac49f8921f63227e06d462ab7e8de9895f053cfa5983f7d3154b028593451fc",
    recorded="2024-09-19T00:32:21Z",
    effective="2024-09-18",
    note=(
        ("de", "Erste Worte zur Entwicklung und zum Training von KI-Modellen mit personenbezogenen Daten."),
        ("en", "First wording on developing and training AI models with personal data."),
    ),
)
_EUROPEAN = Citation(
    id="pga-2025-11-04",
    title="LinkedIn European Regional Privacy Notice",
    publisher="LinkedIn, as recorded by Open Terms Archive",
    url=None,
    day=date(2025, 11, 4),
    strength=Strength.OFFICIAL,
    repository="OpenTermsArchive/pga-versions",
    file="LinkedIn/Privacy Policy.md",
    commit="bc7d59e9d4f6f5e3b2927e9c0ec82f7283d3a9b8",
    sha256="5c5dfba1f44b5a41e6fa81abf6046cb6201049bbdc8147d8c7df5fe028f44617",
    recorded="2025-11-04T00:35:00Z",
    effective="2025-11-03",
    note=(("de", "Führt die Arten von Daten auf."), ("en", "Lists the kinds of data.")),
)
_HELP = Citation(
    id="help-a8059228",
    title="Update to our terms and data use",
    publisher="LinkedIn Help",
    url="https://www.linkedin.com/help/linkedin/answer/a8059228",
    day=date(2025, 9, 18),
    strength=Strength.OFFICIAL,
)
_PRESS = Citation(
    id="classaction-2025-01",
    title="Report on the complaint in De La Torre v. LinkedIn",
    publisher="classaction.org",
    url="https://www.classaction.org/news/linkedin-exposed-premium-members-inmail-messages-to-train-ai-models-class-action-lawsuit-claims",
    day=None,
    strength=Strength.ALLEGED,
)
_ICO = Citation(
    id="ico-2024-09-20",
    title="Statement on changes to LinkedIn’s AI data policy",
    publisher="Information Commissioner’s Office",
    url=None,
    day=date(2024, 9, 20),
    strength=Strength.REGULATOR,
)


def day(text: str) -> Moment:
    return catalog_day(date.fromisoformat(text))


_WINDOW = between(datetime(2024, 8, 1, tzinfo=UTC), datetime(2024, 9, 18, 23, 59, 59, tzinfo=UTC))


def _row(
    id_: str, region: str, start: Moment | None, end: Moment | None, practice: Practice, **more: Any
) -> Row:
    return Row(
        id=id_,
        region=region,
        plan=None,
        start=start,
        end=end,
        practice=practice,
        offer=more.get("offer"),
        lower=more.get("lower", Strength.OFFICIAL),
        upper=Strength.OFFICIAL,
        sources=more["sources"],
        membership_on=date(2025, 11, 3),
        checked=date(2026, 11, 21),
        text=(("en", more["text"]),),
    )


_ROWS = (
    _row(
        "linkedin.before",
        "*",
        None,
        _WINDOW,
        Practice.UNKNOWN,
        sources=(_POLICY.id,),
        text="No source that was found says what the service did before this time.",
    ),
    _row(
        "linkedin.us",
        "*",
        _WINDOW,
        None,
        Practice.DEFAULT_ON,
        lower=Strength.ALLEGED,
        offer=Offer(_WINDOW, Switch.ON),
        sources=(_POLICY.id, _PRESS.id),
        text="Members outside the named regions: on unless the member switches it off.",
    ),
    _row(
        "linkedin.eea.before",
        "EEA",
        None,
        day("2025-11-03"),
        Practice.NOT_USED,
        sources=(_HELP.id,),
        text="Members in the EEA were left out of this use until 3 November 2025.",
    ),
    _row(
        "linkedin.eea",
        "EEA",
        day("2025-11-03"),
        None,
        Practice.DEFAULT_ON,
        offer=Offer(day("2025-09-18"), Switch.ON),
        sources=(_EUROPEAN.id, _HELP.id),
        text="On unless the member switches it off.",
    ),
)

_EVENTS = (
    Event(
        "policy-2024-09-18",
        day("2024-09-18"),
        "policy",
        (("en", "The global privacy policy names AI training."),),
        (_POLICY.id,),
    ),
    Event(
        "ico-2024-09-20",
        day("2024-09-20"),
        "regulator",
        (("en", "The ICO states that the use is suspended for the UK."),),
        (_ICO.id,),
    ),
    Event(
        "case-filed",
        day("2025-01-21"),
        "court",
        (("en", "De La Torre v. LinkedIn is filed (5:25-cv-00709, N.D. Cal.)."),),
        (_PRESS.id,),
    ),
    Event(
        "case-dropped",
        day("2025-01-30"),
        "court",
        (("en", "The case is dropped by the plaintiff, without a finding."),),
        (_PRESS.id,),
    ),
    Event(
        "announced",
        day("2025-09-18"),
        "policy",
        (("en", "New terms are announced; the switch appears for members in the EEA."),),
        (_HELP.id,),
    ),
    Event(
        "europe",
        day("2025-11-03"),
        "policy",
        (("en", "The use starts for the EEA, the UK, Switzerland, Canada and Hong Kong."),),
        (_EUROPEAN.id, _HELP.id),
    ),
)

_DROPPED = (
    "De La Torre v. LinkedIn (5:25-cv-00709, N.D. Cal.) was dropped on 2025-01-30 without a finding, and "
    "LinkedIn states that private messages are not used."
)


def _states(data_class: DataClass, stated: Stated, text: str) -> ClassStatement:
    return ClassStatement(data_class, stated, ("EEA",), day("2025-11-03"), (_EUROPEAN.id,), (("en", text),))


_CLASSES = (
    _states(DataClass.POSTS, Stated.USED, "Named in the European notice: posts and articles."),
    _states(DataClass.COMMENTS, Stated.USED, "Named in the European notice: comments."),
    _states(DataClass.RESUMES, Stated.USED, "Named in the European notice: saved résumés."),
    _states(DataClass.PRIVATE_MESSAGES, Stated.NOT_USED, "The notice excludes private messages."),
)

VIEW = CatalogView(
    controls=(
        ControlView(
            service="linkedin",
            id=f"linkedin/{CONTROL}",
            service_name="LinkedIn",
            title="Data for Generative AI Improvement",
            rows=_ROWS,
            classes=_CLASSES,
            events=_EVENTS,
            beside=((DataClass.PRIVATE_MESSAGES, _DROPPED), (DataClass.MESSAGES_WITH_SUBJECT, _DROPPED)),
        ),
        ControlView(
            service="linkedin",
            id="linkedin/microsoft-training",
            service_name="LinkedIn",
            title="Sharing with Microsoft for AI training",
            rows=_ROWS,
            events=_EVENTS,
        ),
    ),
    citations=(_POLICY, _EUROPEAN, _HELP, _PRESS, _ICO),
    regions=(
        ("US", "United States"),
        ("DE", "Germany"),
        ("CA", "Canada"),
        ("GB", "United Kingdom"),
        ("CN", "China"),
        ("EEA", "European Economic Area"),
    ),
)
