# SPDX-License-Identifier: Apache-2.0
"""A service's own settings, saved as JSON from a page of one's own account: which keys say what.

Claude: the account answer of the web app holds `grove_enabled`, `grove_updated_at` and
`grove_notice_viewed_at`. ChatGPT: the settings answer holds `settings.training_allowed` and its neighbours.
Only these keys are looked at; nothing else of such a file leaves it. A value that is no true or false says
nothing of the switch.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from inspector.captures.labels.index import LabelIndex
from inspector.captures.when.chunks import moment_of_text
from inspector.domain.captured import AGREEING, MOST_ALONE, Basis, Position, Setting
from inspector.domain.moment import UNKNOWN_MOMENT, Moment

MOST_JSON: Final = 8 << 20
_PLACES: Final = ((), ("settings",), ("account",), ("account", "settings"), ("user", "settings"))
_MOST_LISTED: Final = 20


@dataclass(frozen=True, slots=True)
class _Key:
    """A key that states a switch. `sure`: a source pairs it with the setting; otherwise a person is asked."""

    name: str
    control: str
    sure: bool
    updated: str | None = None
    seen: str | None = None


_KEYS: Final = (
    _Key(
        "grove_enabled",
        "claude/model-improvement",
        sure=True,
        updated="grove_updated_at",
        seen="grove_notice_viewed_at",
    ),
    _Key("training_allowed", "chatgpt/improve-the-model", sure=True),
    _Key("voice_training_allowed", "chatgpt/audio-recordings", sure=False),
    _Key("video_training_allowed", "chatgpt/video-recordings", sure=False),
    _Key("codex_training_allowed_v2", "chatgpt/codex-environments", sure=True),
)


_NAMES: Final = tuple(f'"{key.name}"'.encode() for key in _KEYS)


def states_settings(data: bytes) -> bool:
    """Tell whether JSON may hold one of the keys known: cheap, and true of no archive by chance."""
    return any(name in data for name in _NAMES)


@dataclass(frozen=True, slots=True)
class Stored:
    """Settings in a service's own JSON, and the dates that stand beside them."""

    settings: tuple[Setting, ...]
    basis: tuple[Basis, ...]


def stored(text: str, index: LabelIndex) -> Stored | None:
    """Return the settings in JSON text; None where it is no JSON or holds none of the keys known."""
    if len(text) > MOST_JSON:
        return None
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError):
        return None
    found = [one for pointer, table in _tables(tree) for one in _settings(pointer, table, index)]
    if not found:
        return None
    by_control = {setting.control: (setting, basis) for setting, basis in reversed(found)}
    ordered = [by_control[control] for control in dict.fromkeys(setting.control for setting, _ in found)]
    return Stored(tuple(pair[0] for pair in ordered), tuple(one for pair in ordered for one in pair[1]))


def _tables(tree: object) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the objects in which services keep these keys, and where each stands."""
    tops = list(enumerate(tree[:_MOST_LISTED])) if isinstance(tree, list) else [(-1, tree)]
    for number, top in tops:
        for path in _PLACES:
            table: object = top
            for step in path:
                table = table.get(step) if isinstance(table, dict) else None
            if isinstance(table, dict):
                start = "" if number < 0 else f"/{number}"
                yield start + "".join(f"/{step}" for step in path), table


def _settings(
    pointer: str, table: dict[str, object], index: LabelIndex
) -> Iterator[tuple[Setting, tuple[Basis, ...]]]:
    for key in _KEYS:
        if key.name in table and key.control in index.controls:
            yield _setting(key, pointer, table), tuple(_basis(key, table))


def _setting(key: _Key, pointer: str, table: dict[str, object]) -> Setting:
    value = table[key.name]
    state: Position = "unknown" if not isinstance(value, bool) else "on" if value else "off"
    sure = (AGREEING if key.sure else MOST_ALONE) if state != "unknown" else 0.0
    why = ("capture.why.own_setting",) if state != "unknown" else ("capture.why.own_setting_open",)
    return Setting(
        key.control.partition("/")[0],
        key.control,
        key.name,
        "en",
        state,
        state,
        sure,
        asked=sure <= MOST_ALONE,
        why=why if key.sure else (*why, "capture.why.own_setting_paired"),
        locator=f"{pointer}/{key.name}",
        since=_time(table, key.updated),
    )


def _time(table: dict[str, object], name: str | None) -> Moment:
    value = table.get(name) if name else None
    return moment_of_text(value) if isinstance(value, str) else UNKNOWN_MOMENT


def _basis(key: _Key, table: dict[str, object]) -> Iterator[Basis]:
    """Yield the dates beside a key: what they say stands before the page was saved, not when."""
    for name in (key.updated, key.seen):
        value = table.get(name) if name else None
        if name and isinstance(value, str):
            yield Basis("settings", f"{name} {value[:64]}", moment_of_text(value), "agrees")
