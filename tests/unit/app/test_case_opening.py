# SPDX-License-Identifier: Apache-2.0
"""The log says with which versions, clock and zone a case was opened; a fixed clock tells of no machine."""

from __future__ import annotations

import pytest

from inspector.app.case_opening import opening
from inspector.catalog.index import Catalog
from inspector.system.clock import now


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog.load()


def test_the_computers_clock_and_zone_are_named(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    said = opening(catalog, now())
    assert said["clock"] == "system"
    assert str(said["zone"]).endswith("+12:45"), "the zone that tests run in"
    libraries = said["libraries"]
    assert isinstance(libraries, dict)
    assert all(libraries.values()), "each is installed and has a version"


def test_a_fixed_clock_says_nothing_of_the_machine(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795262400")
    said = opening(catalog, now())
    assert (said["clock"], said["zone"]) == ("SOURCE_DATE_EPOCH", "UTC")
    assert not {"system", "python"} & said.keys()
