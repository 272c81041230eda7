# SPDX-License-Identifier: Apache-2.0
"""Findings, record and log without what a person withholds, made from the whole ones; the answers stay.

A fact that no answer rests on goes, and every file that states none of the others. Names of files and other
values that are withheld are replaced wherever they stand. What is not told is named under `withheld`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

Json = dict[str, Any]

GONE: Final = "[REDACTED]"
"""What stands for a text that is withheld."""

_FACT: Final = re.compile(r"f[1-9][0-9]*")
_OF_ACT: Final[Mapping[str, frozenset[str]]] = {
    "added": frozenset({"kind", "name", "status"}),
    "kept": frozenset({"name", "how", "count"}),
    "consent_noted": frozenset(),
    "taken": frozenset({"name", "taken", "zone", "system", "by"}),
    "source_left_out": frozenset({"name"}),
    "story_told": frozenset({"name"}),
}
"""What stays of acts that tell of files and persons; of other acts all does, with names replaced."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What is withheld. `veil` replaces names and other values in a text.

    `facts` and `members` (source id and name) stay; of `raws`, fact ids, the text that was found does not.
    `labels`: by source id, what was read in a picture under a box. `names`: names of files are withheld.
    """

    veil: Callable[[str], str]
    facts: frozenset[str]
    members: frozenset[tuple[str, str]]
    raws: frozenset[str] = frozenset()
    labels: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: bool = True


def rested_on(findings: Json) -> frozenset[str]:
    """Return the ids of all facts that the answers name."""
    return frozenset(text for text in _texts(findings["findings"]) if _FACT.fullmatch(text))


def findings(found: Json, cut: Cut) -> Json:
    """Return the findings without what is withheld."""
    members = {one["id"]: {m["name"] for m in one["members"]} for one in found["sources"]}
    made: Json = _veiled(found, cut.veil)
    made["sources"] = [
        _source(new, old, cut) for new, old in zip(made["sources"], found["sources"], strict=True)
    ]
    made["facts"] = [_fact(one, cut) for one in made["facts"] if one["id"] in cut.facts]
    for account in made["accounts"]:
        for row in (*account["regions_suggested"], *account["plans"]):
            row["because"] = [one for one in row["because"] if one in cut.facts or not _FACT.fullmatch(one)]
        # What suggests a region no answer rests on: it would tell what the withheld facts say.
        account["regions_suggested"] = [row for row in account["regions_suggested"] if row["because"]]
    made["redacted"] = {
        "facts": len(found["facts"]) - len(made["facts"]),
        "members": sum(map(len, members.values())) - sum(len(one["members"]) for one in made["sources"]),
    }
    return made


def _source(made: Json, old: Json, cut: Cut) -> Json:
    kept = [
        new
        for new, before in zip(made["members"], old["members"], strict=True)
        if (old["id"], before["name"]) in cut.members
    ]
    return {
        **made,
        **_unmeasured,
        "ledger": [{**row, "where": _where(row["where"])} for row in made["ledger"]],
        "members": [{**one, **_unmeasured, "sha256": None} for one in kept],
        **({"parts": [{**one, **_unmeasured} for one in made["parts"]]} if "parts" in made else {}),
    }


def _where(text: str) -> str:
    """Return the names of files with one mark for all that are withheld."""
    names = dict.fromkeys(GONE if GONE in name else name for name in text.split(", "))
    return ", ".join(names)


_unmeasured: Final[Json] = {"sha256": "", "bytes": 0, "withheld": ["bytes", "sha256"]}


def _fact(one: Json, cut: Cut) -> Json:
    if one["id"] not in cut.raws or one["provenance"] is None:
        return one
    moment = {key: value for key, value in one["moment"].items() if key != "raw"}
    return {**one, "moment": moment, "provenance": {**one["provenance"], "raw": GONE}}


def record(found: Json, cut: Cut) -> Json:
    """Return the record of the items without what is withheld."""
    made: Json = _veiled(found, cut.veil)
    made["items"] = [_item(one, cut) for one in made["items"]]
    return made


def _item(one: Json, cut: Cut) -> Json:
    withheld = ["bytes", "sha256", "sha512"]
    made = {**one, "sha256": None, "sha512": None, "bytes": 0}
    if cut.names and made.get("address"):
        made["address"] = None
        withheld.append("address")
    if made.get("story"):
        made["story"] = None
        withheld.append("story")
    under = cut.labels.get(one["source"], frozenset())
    if "readings" in made:
        made["readings"] = [
            {**row, "label": GONE} if row["label"] in under else row for row in made["readings"]
        ]
    return {**made, "withheld": withheld}


def log(acts: Sequence[Mapping[str, Any]], cut: Cut) -> list[Json]:
    """Return the acts, not yet chained, without what is withheld."""
    return [_act(act, cut) for act in acts]


def _act(act: Mapping[str, Any], cut: Cut) -> Json:
    known = _OF_ACT.get(act["kind"])
    details = _veiled(dict(act["details"]), cut.veil)
    if known is not None:
        details = {key: value if key in known else GONE for key, value in details.items()}
    return {**act, "details": details}


def _veiled(value: Any, veil: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return veil(value)
    if isinstance(value, dict):
        return {key: _veiled(one, veil) for key, one in value.items()}
    if isinstance(value, list):
        return [_veiled(one, veil) for one in value]
    return value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
