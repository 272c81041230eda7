# SPDX-License-Identifier: Apache-2.0
"""The timeline drawing of one finding: its tracks and marks, and what a reader hears instead of it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from itertools import pairwise

from inspector.domain.moment import Moment
from inspector.report import timeline, words
from inspector.report.blocks import Block
from inspector.report.context import Context, Json
from inspector.report.textures import SHARING, SWITCH, practice_texture, strength_of
from inspector.report.timeline import Part, Scale, Stretch

PLOT_WIDTH, BAR_WIDTH = 384.0, 414.0
"""Widths in points of the drawing in a chapter and of the bar on page 1."""
_MARK_GAP, _MARK_WIDTH, _MARK_INSET, _DIGIT = 13.0, 11.0, 3.0, 5.0
_TODAY_WIDTH, _YEAR_WIDTH = 26.0, 20.0


def drawing(case: Context, finding: Json) -> Block:
    """The drawing as one block of positions, with its caption and the text that stands for it."""
    on = _scale(case, finding, PLOT_WIDTH)
    tracks = [
        _track(case.words.say("track.sharing"), "sharing", _sharing(finding), on),
        _track(case.words.say("track.practice"), "practice", _practices(case, finding), on),
        _track(case.words.say("track.switch"), "switch", _positions(case, finding), on),
    ]
    events, readings = _marks(case, finding, on)
    return {
        "block": "timeline",
        "width": PLOT_WIDTH,
        "tracks": [track for track in tracks if track["segments"]],
        "events": _marked(events),
        "readings": _marked(readings),
        "years": _years(on),
        "today": {"x": on.x(case.now), "text": case.words.say("track.today")},
        "alt": _alternative(case, finding),
        "legend": [[key, case.words.say(f"legend.{key}")] for key in _legend(finding, tracks[0]["segments"])],
    }


def bar(case: Context, finding: Json) -> Block:
    """The sharing track alone, for the first page."""
    on = _scale(case, finding, BAR_WIDTH)
    return {
        "block": "bar",
        "width": BAR_WIDTH,
        "tracks": [_track("", "sharing", _sharing(finding), on)],
        "years": _years(on),
        "today": {"x": on.x(case.now), "text": case.words.say("track.today")},
        "alt": _alternative(case, finding),
    }


def _legend(finding: Json, segments: list[Json]) -> list[str]:
    states = {span["state"] for span in finding["spans"]}
    keys = [key for key, state in (("on", "on"), ("off", "off"), ("unknown", "unknown")) if state in states]
    grades = {support["grade"] for span in finding["spans"] for support in span["support"]}
    solid = {span["state"] for span in finding["spans"] for part in span["support"] if _is_solid(part)}
    keys.extend(f"solid_{state}" for state in ("on", "off") if state in solid)
    if "alleged" in grades:
        keys.append("alleged")
    soft = any(edge[1] < 1 for segment in segments for edge in segment["fade"] if segment["texture"] != "gap")
    return [*keys, "soft"] if soft else keys


def _is_solid(part: Json) -> bool:
    return strength_of(part["grade"]) == "solid"


def _scale(case: Context, finding: Json, width: float) -> Scale:
    turns = pairwise(finding["spans"])
    ends = [words.moment(one["end"]) for one, then in turns if {one["state"], then["state"]} != {"unknown"}]
    moments = [*ends, *(event.moment for event in case.events(finding))]
    moments.extend(words.moment(fact["moment"]) for fact in case.readings(finding))
    hints = [time for moment in moments if moment and (time := timeline.first_known(moment))]
    account = case.account(finding)
    created = words.moment(account["created"]) if account else None
    start = created.not_before if created else _earliest_start(finding)
    return timeline.scale(hints, start, case.now, width)


def _earliest_start(finding: Json) -> datetime | None:
    first = words.moment(finding["spans"][0]["start"]) if finding["spans"] else None
    return first.not_before if first else None


def _moment(value: Json) -> Moment:
    return words.moment(value) or Moment(None, None)


def _sharing(finding: Json) -> list[Stretch]:
    return [
        Stretch(
            SHARING[span["state"]],
            _moment(span["start"]),
            words.moment(span["end"]),
            tuple(
                Part(strength_of(part["grade"]), _moment(part["start"]), words.moment(part["end"]))
                for part in span["support"]
            ),
        )
        for span in finding["spans"]
    ]


def _practices(case: Context, finding: Json) -> list[Stretch]:
    """Runs of one practice; spans of a practice that differ only by the switch are drawn as one."""
    runs: list[Json] = []
    for span in finding["spans"]:
        if runs and runs[-1]["practice"] == span["practice"]:
            runs[-1]["end"] = span["end"]
        else:
            runs.append({"practice": span["practice"], "start": span["start"], "end": span["end"]})
    return [
        Stretch(
            practice_texture(entry["practice"]),
            _moment(entry["start"]),
            words.moment(entry["end"]),
            label=case.words.name("practice", entry["practice"]),
        )
        for entry in runs
    ]


def _positions(case: Context, finding: Json) -> list[Stretch]:
    return [
        Stretch(
            SWITCH[entry["position"]],
            _moment(entry["start"]),
            words.moment(entry["end"]),
            label=case.words.name("switch", entry["position"]),
        )
        for entry in finding["switch"]
    ]


def _track(title: str, kind: str, stretches: list[Stretch], on: Scale) -> Json:
    painted = [segment for stretch in stretches for segment in timeline.segments(stretch, on)]
    return {"title": title, "kind": kind, "segments": [_painted(segment) for segment in painted]}


def _painted(segment: timeline.Segment) -> Json:
    return {**asdict(segment), "fade": [list(point) for point in segment.fade]}


def _marked(marks: list[timeline.Mark]) -> list[Json]:
    """The marks with their places, moved left where one would reach out of the plot or over the next one."""
    found: list[Json] = []
    limit = PLOT_WIDTH
    for mark in reversed(marks):
        half = max(_MARK_WIDTH, len(mark.text) * _DIGIT + _MARK_INSET) / 2
        x = round(min(mark.x, limit - half), 2)
        limit = x - half
        found.insert(0, {"low": mark.low, "high": mark.high, "x": x, "text": mark.text})
    return found


def _years(on: Scale) -> list[list[object]]:
    """The years on the axis; one whose number would meet the word for today has its line only."""
    begins = on.x(on.now) - _TODAY_WIDTH
    return [[x, "" if begins - _YEAR_WIDTH < x < on.x(on.now) else label] for x, label in on.years()]


def numbers(case: Context, finding: Json) -> tuple[list[int], list[int]]:
    """The numbers of the events and of the readings of a finding, counted on from one to the other."""
    events, readings = len(case.events(finding)), len(case.readings(finding))
    return list(range(1, events + 1)), list(range(events + 1, events + readings + 1))


def _marks(case: Context, finding: Json, on: Scale) -> tuple[list[timeline.Mark], list[timeline.Mark]]:
    event_numbers, reading_numbers = numbers(case, finding)
    events = [event.moment for event in case.events(finding)]
    readings = [_moment(fact["moment"]) for fact in case.readings(finding)]
    return (
        timeline.marks(list(zip(event_numbers, events, strict=True)), on, _MARK_GAP),
        timeline.marks(list(zip(reading_numbers, readings, strict=True)), on, _MARK_GAP),
    )


def _alternative(case: Context, finding: Json) -> str:
    parts = [
        case.words.say(
            "track.alt_span",
            state=case.words.name("state", span["state"]),
            start=case.words.exact(_moment(span["start"])),
            end=case.words.exact(words.moment(span["end"])),
        )
        for span in finding["spans"]
    ]
    title = case.control(finding).title
    return case.words.say("track.alt", control=title, spans="; ".join(parts))
