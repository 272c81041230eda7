# SPDX-License-Identifier: Apache-2.0
"""Passwords: which one is tried on what, and that they show themselves nowhere."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.app.export import Wish
from inspector.app.passwords import Passwords
from inspector.app.session import Session
from inspector.catalog.index import Catalog
from tests.makers import linkedin
from tests.makers.winzip import locked

A, B = Path("a.zip"), Path("b.zip")


def test_the_last_one_is_tried_on_whatever_was_not_opened() -> None:
    opens = Passwords("one")
    opens.opens(A, "one")
    opens.give("two")
    assert (opens.of(A), opens.of(A.absolute()), opens.of(B)) == ("one", "one", "two")


@pytest.mark.parametrize("nothing", [None, ""])
def test_an_empty_one_is_none(nothing: str | None) -> None:
    opens = Passwords(nothing)
    assert opens.of(A) is None
    opens.give("one")
    opens.give(nothing)
    assert opens.of(A) is None


def test_they_show_themselves_nowhere() -> None:
    opens = Passwords("Zebra")
    opens.opens(A, "Zebra")
    shown = repr(opens) + str(opens) + repr(Wish(A, "en", passwords=opens)) + repr([opens])
    assert "Zebra" not in shown


@pytest.mark.parametrize("kept", [pickle.dumps, copy.deepcopy])
def test_they_are_not_stored(kept: Callable[[object], object]) -> None:
    with pytest.raises(TypeError, match="not stored"):
        kept(Passwords("Zebra"))


def test_a_locked_export_that_is_read_again_counts_as_it_was_read_last(tmp_path: Path) -> None:
    members = [(one.name, one.data) for one in linkedin.simple().members]
    path = locked(tmp_path / "locked.zip", members, "Zebra")
    session = Session(Catalog.load())
    session.add(session.read(path))
    [source] = session.sources
    assert (source.status, source.is_locked) == ("encrypted", True)
    session.unlock("Zebra")
    session.add(session.read(path))
    session.rest()
    [source] = session.sources
    assert (source.status, source.is_locked) == ("read", False)
    assert [act.details.get("status") for act in session.case.acts if act.kind == "added"] == [
        "encrypted",
        "read",
    ]
    session.unlock(None)
    assert session.passwords.of(path) == "Zebra"
