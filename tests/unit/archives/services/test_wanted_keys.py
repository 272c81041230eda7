# SPDX-License-Identifier: Apache-2.0
"""Files of which the wanted keys alone are decoded state the same as when all is, whatever is in them."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import ModuleType
from typing import Any, Final

import pytest

from inspector.archives.frame.new_keys import Keys, unknown
from inspector.archives.frame.page import Page
from inspector.archives.services.chatgpt import chats
from inspector.archives.services.chatgpt.gathered import Gathered as Chats
from inspector.archives.services.chatgpt.shapes import CHAT
from inspector.archives.services.x import posts
from inspector.archives.services.x.records import Gathered as Posts
from inspector.archives.services.x.shapes import TWEET
from inspector.domain.facts import Fact, Tally
from inspector.domain.words import DataClass, FactKind
from tests.makers.assistants.chatgpt import conversation
from tests.makers.social.x import tweet
from tests.unit.archives.ways import page

FIRST: Final = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)
ODD: Final[list[Any]] = [
    None, 0, 1, -5, 1e300, 1740823200, 1740823200.75, 1740823200123, "1740823200", "2025-03-01T12:00:00Z",
    "", "x", "\ufffd", 2**70, True, False, [], {}, [1], [{"role": "user"}], {"message": {}},
    {"author": {"role": "user"}}, {"new": {"b": 1}},
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A file with many records: what reads it, where its wanted keys are named, how a record is made."""

    read: Callable[[Page], Iterator[Fact | Tally]]
    module: ModuleType
    wanted: str
    known: Keys
    made: Callable[[int], dict[str, Any]]
    before: bytes = b""


CASES: Final = {
    "chats": Case(
        lambda found: chats.read_chats(found, Chats()),
        chats,
        "_Chat",
        CHAT,
        lambda n: conversation(n, FIRST + timedelta(hours=n)),
    ),
    "posts": Case(
        lambda found: posts.read_tweets(found, Posts()),
        posts,
        "_Post",
        TWEET,
        lambda n: tweet(FIRST + timedelta(minutes=31 * n), f"post {n}"),
        b"window.YTD.tweets.part0 = ",
    ),
}


def stated(case: Case, data: bytes, *, items: bool = False) -> tuple[Any, ...]:
    found = page(case.before + data)
    found.items = items
    told = list(case.read(found))
    return told, sorted(found.faults.items()), found.latest, set(found.new_keys)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container of a value with each of its keys."""
    found: list[tuple[Any, Any]] = []
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        found.append((value, key))
        found += places(inner)
    return found


def spoiled(records: list[dict[str, Any]], dice: random.Random) -> list[Any]:
    """The records with some values that are others, gone, or new."""
    records = copy.deepcopy(records)
    for _ in range(dice.randint(1, 4)):
        inside, key = dice.choice(places(records))
        match dice.randrange(4):
            case 0 if isinstance(inside, dict):
                inside.pop(key, None)
            case 1 if isinstance(inside, dict):
                inside[dice.choice(["training_allowed", "Lindqvist", "role"])] = copy.deepcopy(
                    dice.choice(ODD)
                )
            case _:
                inside[key] = copy.deepcopy(dice.choice(ODD))
    return records


@pytest.mark.parametrize("name", CASES)
def test_wanted_keys_alone_state_the_same_as_all_of_a_file(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, dice = CASES[name], random.Random(name)
    records = [case.made(number) for number in range(3)]
    files = [
        json.dumps(spoiled(records, dice), ensure_ascii=dice.random() < 0.5).encode() for _ in range(400)
    ]
    wanted = [stated(case, data) for data in files]
    monkeypatch.setattr(case.module, case.wanted, object)
    assert wanted == [stated(case, data) for data in files]


@pytest.mark.parametrize("name", CASES)
def test_what_is_only_counted_states_the_same_as_items_do(name: str) -> None:
    case, dice = CASES[name], random.Random(name)
    records = [case.made(number) for number in range(3)]
    for _ in range(200):
        data = json.dumps(spoiled(records, dice)).encode()
        (counted, *told), (items, *of_items) = stated(case, data), stated(case, data, items=True)
        assert counted == [one for one in items if not (isinstance(one, Fact) and one.kind is FactKind.ITEM)]
        assert told == of_items


@pytest.mark.parametrize("name", CASES)
def test_new_keys_are_found_in_all_records_of_a_large_file(name: str) -> None:
    case, dice = CASES[name], random.Random(name)
    records = [case.made(number) for number in range(900)]
    filled = json.dumps(records)
    many = [json.loads(filled) for _ in range(1 + 3_000_000 // len(filled))]
    for place, key in ((0, "first"), (-1, "last"), (len(many) // 2, "middle")):
        inside, _ = dice.choice([one for one in places(many[place]) if isinstance(one[0], dict)])
        inside[f"{key}_allowed"] = {"deeper": 1}
    whole = [record for part in many for record in part]
    *_, new = stated(case, json.dumps(whole).encode())
    assert new == set(unknown(whole, case.known))
    assert len(new) == 3


def test_one_prompt_is_one_use() -> None:
    told, *_ = stated(CASES["chats"], json.dumps([conversation(1, FIRST, 1)]).encode())
    (use,) = [one for one in told if isinstance(one, Fact)]
    assert use.provenance is not None
    assert (use.provenance.locator, use.provenance.raw) == (
        "/0/mapping/ask0/message/create_time",
        str(FIRST.timestamp() + 0.25),
    )
    counts = {one.data_class: one.count for one in told if isinstance(one, Tally)}
    assert counts == {DataClass.AI_CHATS: 1, DataClass.AI_PROMPTS: 1}
