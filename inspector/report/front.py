# SPDX-License-Identifier: Apache-2.0
"""Page 1: question, answer, since when, how known, what is not known, who made it and how to check it."""

from __future__ import annotations

from inspector.domain.moment import Moment
from inspector.report import blocks, words
from inspector.report.blocks import Block, Run
from inspector.report.context import Context, Json
from inspector.report.drawing import bar
from inspector.report.limits import limit

_MOST_ANSWERS = 3
_MOST_NAMES = 24
_MOST_BEFORE = 4
_MOST_UNKNOWNS = 4
_MOST_OTHERS = 6
_LONGEST_LIMIT = 240


def front(case: Context) -> Block:
    """The first page as one block."""
    findings: list[Json] = case.findings["findings"]
    many = len(findings) > _MOST_ANSWERS
    return {
        "block": "front",
        "kicker": case.words.say("front.kicker_redacted" if "redacted" in case.findings else "front.kicker"),
        "question": _question(case),
        "answers": [] if many else [_answer(case, finding) for finding in findings],
        "groups": _groups(case, findings) if many else [],
        "more": case.words.say("front.more_answers") if len(findings) > 1 else "",
        "permission": case.words.say("front.permission"),
        "points": [_not_known(case), _rests_on(case), _made_by(case), _check(case)],
    }


_STATES = ("on", "unknown", "off", "not_applicable")


def _groups(case: Context, findings: list[Json]) -> list[Json]:
    """The settings by their state now, where they are too many for a card each."""
    return [
        {
            "state": blocks.state(state, case.words.name("state", state)),
            "count": case.words.say("front.settings", n=len(found)),
            "names": _names(case, found),
        }
        for state in _STATES
        if (found := [finding for finding in findings if finding["state"] == state])
    ]


def _names(case: Context, findings: list[Json]) -> list[str | Run]:
    """The settings by service; above _MOST_NAMES only how many more there are."""
    by_service: dict[str, list[str]] = {}
    for finding in findings[:_MOST_NAMES]:
        view = case.control(finding)
        by_service.setdefault(view.service_name, []).append(view.title)
    say = case.words.say
    runs: list[str | Run] = []
    for service, titles in by_service.items():
        runs += [blocks.run(service, "strong"), " ", say("front.and").join(titles), say("before.join")]
    left = len(findings) - _MOST_NAMES
    return [*runs, say("front.more_settings", n=left)] if left > 0 else runs[:-1]


def _question(case: Context) -> str:
    services = list(
        dict.fromkeys(case.control(finding).service_name for finding in case.findings["findings"])
    )
    if len(services) == 1:
        return case.words.say("front.question_one", service=services[0])
    return case.words.say("front.question_many")


def _answer(case: Context, finding: Json) -> Json:
    view, state = case.control(finding), finding["state"]
    return {
        "service": view.service_name,
        "title": view.title,
        "state": blocks.state(state, case.words.name("state", state)),
        "since_label": case.words.say("front.now" if state == "unknown" else "front.since"),
        "since": _since(case, finding, "since"),
        "before_label": case.words.say("front.before"),
        "before": _before(case, finding),
        "bar": bar(case, finding) if finding["spans"] else None,
        "gap_label": case.words.say("front.incomplete"),
        "gap": "" if case.findings["complete"] else case.words.say("open.incomplete"),
        "known_label": case.words.say("front.known"),
        "known": _known(case, finding),
    }


def _since(case: Context, finding: Json, prefix: str) -> str:
    """Since when, in plain words after `prefix`: a day, an interval, the account's beginning."""
    since = case.since(finding)
    if finding["state"] in ("unknown", "not_applicable"):
        return case.words.say(f"{prefix}.{finding['state']}")
    if since is None or not since.is_known:
        return case.words.say(f"{prefix}.open")
    form = "creation" if _is_creation(case, finding, since) else case.words.form(since)
    return case.words.say(f"{prefix}.{form}", when=case.words.plain(since))


def since_when(case: Context, finding: Json) -> str:
    """Since when, as a phrase of its own."""
    return _since(case, finding, "since")


def lead(case: Context, finding: Json) -> str:
    """Since when, as the words that follow the state."""
    return _since(case, finding, "lead")


def _before(case: Context, finding: Json) -> str:
    """What was before the last unbroken run, newest first: `OFF from 1 March 2025; ON from …`."""
    spans: list[Json] = finding["spans"]
    first = len(spans)
    while first > 0 and spans[first - 1]["state"] == finding["state"]:
        first -= 1
    parts = (_earlier(case, span) for span in reversed(spans[max(first - _MOST_BEFORE, 0) : first]))
    left = max(first - _MOST_BEFORE, 0)
    return case.words.say("before.join").join(
        [*parts, *([case.words.say("before.more", n=left)] if left else [])]
    )


def _earlier(case: Context, span: Json) -> str:
    start, state = words.moment(span["start"]) or Moment(None, None), case.words.name("state", span["state"])
    said = case.words.say(f"before.{case.words.form(start)}", state=state, when=case.words.plain(start))
    return case.words.say("before.maybe", stretch=said) if span["may_be_empty"] else said


def _is_creation(case: Context, finding: Json, since: Moment) -> bool:
    account = case.account(finding)
    created = words.moment(account["created"]) if account else None
    return created is not None and created.bounds() == since.bounds()


def _known(case: Context, finding: Json) -> str:
    grade = finding["grade"]
    if grade is None:
        return _undecided(case, finding)
    as_of = words.moment(finding["as_of"])
    differs = grade == "shown" and case.differing_in(finding)
    sentence = case.words.say("known.shown_otherwise" if differs else f"known.{grade}")
    if as_of is None or not as_of.is_known:
        return sentence
    key = "known.checked" if grade == "default" else "known.as_of"
    return f"{sentence} {case.words.say(key, when=case.words.plain(as_of))}"


def _undecided(case: Context, finding: Json) -> str:
    if any(conflict["decided_by"] is None for conflict in finding["conflicts"]):
        return case.words.say("known.conflict")
    others: list[Json] = finding["alternatives"]
    if not others:
        return case.words.say("known.none")
    named = [
        case.words.say(
            "known.if",
            region=case.view.region(other["residence"]),
            state=case.words.name("state", other["state"]),
        )
        for other in others[:_MOST_OTHERS]
        if other["residence"]
    ]
    return " ".join([case.words.say("known.depends"), *named])


def _not_known(case: Context) -> Json:
    ends = (text for finding in case.findings["findings"] for text in _open_ends(case, finding))
    items = list(dict.fromkeys([*_differs(case), *ends]))
    left = len(items) - _MOST_UNKNOWNS
    shown = items[:_MOST_UNKNOWNS] + ([case.words.say("open.more", n=left)] if left > 0 else [])
    return {"label": case.words.say("front.not_known"), "items": shown or [case.words.say("open.none")]}


def _differs(case: Context) -> list[str]:
    """That program and person disagree on items, where they do: nothing else is told before it."""
    count = len({one.source for one in case.differing})
    return [case.words.say("open.differs", n=count)] if count else []


def _open_ends(case: Context, finding: Json) -> list[str]:
    found = []
    since = case.since(finding)
    if finding["state"] == "unknown" and finding["alternatives"]:
        found.append(case.words.say("open.residence"))
    if since is not None and case.words.form(since) == "interval":
        found.append(case.words.say("open.day"))
    if any(conflict["decided_by"] is None for conflict in finding["conflicts"]):
        found.append(case.words.say("open.conflict"))
    if finding["grade"] in ("default", "alleged"):
        found.append(case.words.say("open.switch"))
    if finding["state"] == "on":
        found.append(case.words.say("open.items"))
    # That ON is a permission stands right above in its own sentence.
    limits = (one for one in finding["limits"] if one["id"] != "permission")
    return found + [_short(limit(case, finding, one)) for one in limits]


def _short(text: str) -> str:
    """A limit as it fits on page 1; the chapter of its finding gives all of it."""
    return text if len(text) <= _LONGEST_LIMIT else text[:_LONGEST_LIMIT] + "…"


def _rests_on(case: Context) -> Json:
    sources: list[Json] = case.findings["sources"]
    key = "front.sources_redacted" if "redacted" in case.findings else "front.sources"
    items = [case.words.say(key, n=len(sources)) if sources else case.words.say("front.no_sources")]
    if "residences" in case.findings:
        stays = "; ".join(
            case.words.stay(one, case.view.region(one["region"])) for one in case.findings["residences"]
        )
        items.append(case.words.say("front.residences" if stays else "front.no_residence", stays=stays))
    program = case.findings["program"]
    items.append(
        case.words.say("front.program", version=program["version"], catalog=program["catalog"]["version"])
    )
    return {"label": case.words.say("front.rests_on"), "items": items}


def _made_by(case: Context) -> Json:
    day = case.words.day(case.now.date())
    key = "front.made_by" if case.maker else "front.made_by_nobody"
    return {
        "label": case.words.say("front.maker"),
        "items": [
            case.words.say(key, maker=case.maker or "", day=day),
            case.words.say("front.not_by_service"),
            case.words.say("front.you"),
        ],
    }


def _check(case: Context) -> Json:
    label = case.words.say("front.check")
    if case.fingerprint is None:
        return {"label": label, "items": [case.words.say("front.check_alone")]}
    return {
        "label": label,
        "items": [case.words.say("front.check_bundle")],
        "hash": case.fingerprint,
        **({"seal": case.words.say("front.sealed"), "key": case.seal} if case.seal else {}),
    }
