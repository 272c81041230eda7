# SPDX-License-Identifier: Apache-2.0
"""The custody log: every act with its time, what it was about, and the hash that the next one names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, get_args

from inspector.cases.custody import link
from inspector.domain.words import SourceStatus
from inspector.report import blocks
from inspector.report.blocks import Block, Cell, Run
from inspector.report.context import Context

Json = Mapping[str, Any]

_MOST: Final = 400
"""Acts that are printed, the newest ones; all stand in data/custody.json of the bundle."""

_SHORT: Final = 12
_VALUES: Final = {
    "opened": ("program", "catalog", "clock", "zone", "system"),
    "added": ("name", "status"),
    "residence_declared": ("stays",),
    "plans_declared": ("plans",),
    "services_declared": ("services",),
    "kept": ("name", "how", "count"),
    "reading_declared": ("control", "position"),
    "reading_shown": ("control", "position"),
    "reading_withdrawn": ("act",),
    "reading_rejected": ("name",),
    "story_told": ("name",),
    "requested": ("services", "on"),
    "taken": ("name", "zone"),
    "source_left_out": ("name",),
    "sent": ("action", "on"),
    "received": ("action", "on"),
    "answered": ("action", "on"),
    "extended": ("action", "on"),
    "checked": ("copies", "in_place", "altered", "gone"),
    "failed": ("what",),
    "asked": ("host", "outcome"),
}
"""What is printed of an act, by its kind. Who is named and what was consented to stand elsewhere."""

_CODES: Final[Mapping[str, Mapping[str, str]]] = {
    "clock": {"system": "system", "SOURCE_DATE_EPOCH": "fixed"},
    "how": {"copied": "copied", "in_place": "in_place"},
    "what": {"export": "export", "read": "read"},
    "outcome": {"stamped": "stamped", "": "none"},
}
"""Words by which the log marks something, each with the message that says it; `""` for any other."""


def custody(case: Context, log: Sequence[Json]) -> list[Block]:
    """The log of a case, chained, even where it is short; nothing where there is no case behind a report."""
    if not log:
        return []
    say = case.words.say
    left_out = max(0, len(log) - _MOST)
    titles = [say(f"custody.{name}") for name in ("number", "time", "act", "about", "hash")]
    rows = [_row(case, act) for act in log[left_out:]]
    found = [
        blocks.heading(1, say("custody.title")),
        blocks.paragraph(say("custody.lead", n=len(log))),
        *_earlier(case, log),
        blocks.table(titles, ["auto", "auto", "2", "4", "auto"], rows),
    ]
    if left_out:
        found.append(blocks.paragraph(say("custody.left_out", n=left_out), look="muted"))
    return found


def _earlier(case: Context, log: Sequence[Json]) -> list[Block]:
    """The fingerprints of bundles made before from the same case: whoever has one can compare."""
    made = [act for act in log if act["kind"] == "exported" and act["details"].get("fingerprint")]
    if not made:
        return []
    rows: list[Sequence[Cell]] = [
        [case.words.stamp(act["at"]), blocks.run(str(act["details"]["fingerprint"]), "hash")] for act in made
    ]
    titles = [case.words.say("custody.made"), case.words.say("custody.fingerprint")]
    return [
        blocks.paragraph(case.words.say("custody.earlier", n=len(made))),
        blocks.table(titles, ["auto", "4"], rows),
    ]


def _row(case: Context, act: Json) -> Sequence[Cell]:
    return [
        str(act["n"]),
        case.words.stamp(act["at"]),
        case.words.name("custody.act", act["kind"]),
        _about(case, act),
        blocks.run(link(act)[:_SHORT], "hash"),
    ]


def _about(case: Context, act: Json) -> list[str | Run]:
    """What an act was about; names of files as they are, all else in words."""
    details = act["details"]
    cell: list[str | Run] = []
    for name in _VALUES.get(act["kind"], ()):
        if details.get(name) not in (None, "", []):
            cell += [", "] if cell else []
            cell.append(_name(details[name]) if name == "name" else _value(case, act, name))
    return cell


def _name(value: object) -> Run:
    return blocks.raw(", ".join(map(str, value)) if isinstance(value, list) else str(value), "")


def _value(case: Context, act: Json, name: str) -> str:
    value = act["details"][name]
    if name in _CODES:
        known = _CODES[name].get(str(value), _CODES[name].get(""))
        return case.words.name(f"custody.{name}", known) if known else str(value)
    if name == "status":
        return _status(case, act["details"])
    said = {"control": _control, "position": _position, "action": _title, "services": _services, "on": _day}
    if name in said:
        text = said[name](case, value)
    elif name in ("stays", "plans"):
        text = "; ".join((_stay if name == "stays" else _plan)(case, one) for one in value)
    else:
        text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return case.words.say(f"custody.value.{name}", value=text)


def _status(case: Context, details: Json) -> str:
    """How far a source was read when it was added: a picture is read after that, as a picture."""
    is_archive = details.get("kind") in (None, "archive")
    if details["status"] == "unsupported" and not is_archive:
        return case.words.say("custody.read_later")
    known = details["status"] in get_args(SourceStatus)
    status = case.words.name("status", details["status"]) if known else details["status"]
    return case.words.say("custody.value.status", value=status)


def _control(case: Context, value: object) -> str:
    id_ = str(value)
    view = case.view.control(id_.partition("/")[0], id_)
    return id_ if view.title == id_ else f"{view.service_name}, {view.title}"


def _day(case: Context, value: object) -> str:
    return case.words.prose(str(value))


def _position(case: Context, value: object) -> str:
    return case.words.name("switch", value) if value in ("on", "off", "unknown") else str(value)


def _title(case: Context, value: object) -> str:
    """The title of a step of the checklist, its id where it is not on it any more."""
    titles = {one["id"]: str(one["title"]) for one in case.findings["checklist"]}
    return titles.get(str(value), str(value))


def _services(case: Context, value: object) -> str:
    return ", ".join(case.service(str(one)) for one in value) if isinstance(value, list) else str(value)


def _stay(case: Context, stay: Any) -> str:
    return case.words.stay(stay, case.view.region(str(stay["region"])))


def _plan(case: Context, plan: Any) -> str:
    named = [one.plan(plan["plan"]) for one in case.view.controls if one.service == plan["service"]]
    known = next((name for name in named if name != plan["plan"]), str(plan["plan"]))
    return case.words.stay(plan, f"{case.service(str(plan['service']))}, {known}")


def libraries(log: Sequence[Json]) -> str:
    """The libraries of the newest opening, by name and version; empty where no log tells of any."""
    opened = next((act for act in reversed(log) if act["kind"] == "opened"), None)
    known = opened["details"].get("libraries", {}) if opened else {}
    return ", ".join(f"{name} {version}" for name, version in sorted(known.items()) if version)
