# SPDX-License-Identifier: Apache-2.0
"""A switch seen ON and, later, OFF: the last sighting before and the first after, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector.app import specs
from inspector.app.before_after import before_after
from inspector.app.session import Session
from inspector.catalog.index import Catalog
from inspector.system.messages import Messages
from tests.makers.pictures import picture
from tests.unit.app.cases import scenario

CONTROL = "linkedin/generative-ai-improvement"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog.load()


def seen(catalog: Catalog, folder: Path, *shown: tuple[str, str], where: str = "US") -> Session:
    """A case with a picture for each position and day."""
    session = Session(catalog)
    session.declare_residence(specs.residence(where, catalog))
    paths: list[Path] = []
    for number, (position, day) in enumerate(shown, 1):
        file = folder / f"{number}-{position}.png"
        file.write_bytes(picture(number))
        paths.append(file)
        session.add(session.read(file))
        session.say(specs.shown(f"{CONTROL}={position}@{day}T12:00:00Z={file}", catalog, paths))
    return session


def test_the_last_picture_of_on_stands_beside_the_first_of_off(catalog: Catalog, tmp_path: Path) -> None:
    session = seen(
        catalog,
        tmp_path,
        ("on", "2025-01-05"),
        ("on", "2025-02-01"),
        ("off", "2025-03-03"),
        ("off", "2025-06-01"),
    )
    (one,) = before_after(session, Messages())
    assert (one.control, one.service) == (CONTROL, "LinkedIn")
    assert (one.before.word, one.before.when) == ("ON", "1 February 2025")
    assert (one.after.word, one.after.when) == ("OFF", "3 March 2025")
    assert one.before.source.name == "2-on.png"
    assert one.after.source.name == "3-off.png"
    assert one.after.how == "shown in 3-off.png, as you confirmed"
    assert one.between == "It was moved some time between the two: between 1 February and 3 March 2025."


def test_of_several_opt_outs_the_newest_is_shown(catalog: Catalog, tmp_path: Path) -> None:
    session = seen(
        catalog,
        tmp_path,
        ("on", "2025-01-05"),
        ("off", "2025-02-01"),
        ("on", "2025-03-03"),
        ("off", "2025-06-01"),
    )
    (one,) = before_after(session, Messages())
    assert (one.before.when, one.after.when) == ("3 March 2025", "1 June 2025")


@pytest.mark.parametrize(
    "shown",
    [
        (("off", "2025-03-03"),),
        (("on", "2025-03-03"),),
        (("off", "2025-03-03"), ("on", "2025-06-01")),
    ],
)
def test_where_one_side_was_not_seen_there_is_nothing_to_show(
    catalog: Catalog, tmp_path: Path, shown: tuple[tuple[str, str], ...]
) -> None:
    assert before_after(seen(catalog, tmp_path, *shown), Messages()) == ()


def test_what_was_left_out_is_not_shown(catalog: Catalog, tmp_path: Path) -> None:
    session = seen(catalog, tmp_path, ("on", "2025-02-01"), ("off", "2025-03-03"))
    session.leave_out(session.sources[0])
    assert before_after(session, Messages()) == ()


def test_a_contradiction_is_no_opt_out(tmp_path: Path) -> None:
    assert before_after(scenario(13, tmp_path), Messages()) == ()


def test_it_speaks_german(catalog: Catalog, tmp_path: Path) -> None:
    (one,) = before_after(
        seen(catalog, tmp_path, ("on", "2025-02-01"), ("off", "2025-03-03")), Messages("de")
    )
    assert one.after.how == "gezeigt in 2-off.png, wie Sie bestätigt haben"
    assert one.before.when == "1. Februar 2025"
