# SPDX-License-Identifier: Apache-2.0
"""A worker that would put a word of the person's into a skeleton is not believed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.archives.skeleton.skeleton import skeleton
from inspector.domain.skeleton import Skeleton, Spot
from inspector.worker.checking import LieError
from inspector.worker.checking_outlines import Outlining
from inspector.worker.outlining import pieces
from inspector.worker.protocol import Progress, Spots, answer_of, encoded
from tests.makers.linkedin import account
from tests.unit.archives.skeleton.test_skeleton import planted_zip

Lie = Callable[[Skeleton], Skeleton]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Skeleton:
    return skeleton(account().write(tmp_path_factory.mktemp("lies")))


def told(found: Skeleton) -> Skeleton | None:
    outlining = Outlining()
    for message in pieces(found):
        outlining.take(answer_of(encoded(message)))
    return outlining.skeleton


def of_members(**changes: object) -> Lie:
    def lie(found: Skeleton) -> Skeleton:
        first, *rest = found.members
        return replace(found, members=(replace(first, **changes), *rest))  # type: ignore[arg-type] # the tests give right types

    return lie


def at(path: str, *kinds: tuple[str, int]) -> Lie:
    return of_members(spots=(Spot(path, kinds or (("text", 1),)),))


LIES: dict[str, Lie] = {
    "a name that is no listed word": of_members(name="Okafor.csv"),
    "letters that are none of ours": of_members(name="Привет.csv"),
    "digits in a name": of_members(name="12345.csv"),
    "a form of its own": of_members(form="okafor"),
    "no member": of_members(count=0),
    "records below nothing": of_members(records=-1),
    "a status of its own": of_members(statuses=(("okafor", 1),)),
    "a status that never occurred": of_members(statuses=(("read", 0),)),
    "statuses out of order": of_members(statuses=(("refused", 1), ("read", 1))),
    "a fault without sentence": of_members(faults=(("member.okafor", 1),)),
    "a fault of a source": of_members(faults=(("source.empty", 1),)),
    "a place that is no pointer": at("Date"),
    "a place that is no listed word": at("/okafor"),
    "a place below a listed word": at("/Date/okafor"),
    "a class that is no listed word": at("/html/body/div.okafor"),
    "an element that is none": at("/html/okafor.name"),
    "a value for a kind": at("/Date", ("okafor", 1)),
    "a value for a form of date": at("/Date", ("text, date 2026-01-02", 1)),
    "no kind": at("/Date", ("", 1)),
    "a kind that never occurred": at("/Date", ("text", 0)),
    "a kind twice": at("/Date", ("text", 1), ("text", 1)),
    "a container of its own": lambda found: replace(found, format="okafor"),
    "a reason without sentence": lambda found: replace(found, fault="source.okafor"),
}


@pytest.mark.parametrize("lie", [*LIES])
def test_a_lie_is_not_taken(lie: str, found: Skeleton) -> None:
    with pytest.raises(LieError):
        told(LIES[lie](found))


@pytest.mark.parametrize("seed", range(25))
def test_a_skeleton_comes_through_as_it_was(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(planted_zip(seed)[0])
    whole = skeleton(path)
    assert whole.members
    assert told(whole) == whole


def test_a_skeleton_of_an_export_comes_through_as_it_was(found: Skeleton) -> None:
    assert told(found) == found


def test_places_of_no_member_and_messages_of_another_task_are_not_taken() -> None:
    for message in (Spots((Spot("/Date", (("text", 1),)),)), Progress(1, 2)):
        with pytest.raises(LieError):
            Outlining().take(message)
