# SPDX-License-Identifier: Apache-2.0
"""Regions: codes of ISO 3166, groups by day, and territories that nobody named."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale

from tests.unit.catalog.samples import shipped

REGIONS = shipped().regions
TODAY = date(2026, 11, 21)


def test_the_codes_are_those_of_iso_3166() -> None:
    assert len(REGIONS.countries) == 249
    assert set(Locale.parse("en").territories) >= REGIONS.countries
    assert {code.partition("-")[0] for code in REGIONS.subdivisions} == {"CA", "DE", "US"}
    assert len([code for code in REGIONS.subdivisions if code.startswith("US-")]) == 51
    assert len([code for code in REGIONS.subdivisions if code.startswith("CA-")]) == 13
    assert len([code for code in REGIONS.subdivisions if code.startswith("DE-")]) == 16


def test_a_list_of_regions_has_their_names_in_the_order_of_the_language() -> None:
    listed = REGIONS.listed(("AT", "DE-BB", "DE-BW", "EG", "OM"))
    assert listed("en") == "Austria, Baden-Württemberg, Brandenburg, Egypt, Oman"
    assert listed("de") == "Ägypten, Baden-Württemberg, Brandenburg, Oman, Österreich"


@pytest.mark.parametrize("code", ["US", "US-CA", "DE-BY", "GP", "HK", "TW"])
def test_what_someone_may_live_in_is_a_code(code: str) -> None:
    assert REGIONS.is_code(code)
    assert code in REGIONS.codes()


@pytest.mark.parametrize("name", ["EEA", "*", "UK", "EL", "us", "", "US-ZZ", "XX"])
def test_groups_and_other_codes_are_no_residence(name: str) -> None:
    assert not REGIONS.is_code(name)


def test_rows_may_be_written_for_groups_too() -> None:
    assert all(REGIONS.is_region(name) for name in ("EEA", "GDPR", "*", "GB"))
    assert not REGIONS.is_region("UK")


def test_groups_are_those_of_the_day_the_smallest_first() -> None:
    assert REGIONS.groups_of("GB", date(2020, 1, 31)) == ("EU", "EEA", "GDPR")
    assert REGIONS.groups_of("GB", date(2020, 2, 1)) == ("GDPR",)
    assert REGIONS.groups_of("GB", date(2021, 1, 1)) == ()
    assert REGIONS.groups_of("HR", date(2013, 6, 30)) == ()
    assert REGIONS.groups_of("NO", TODAY) == ("EFTA", "EEA", "GDPR")
    assert REGIONS.groups_of("DE-BY", TODAY) == REGIONS.groups_of("DE", TODAY)


def test_levels_go_from_the_subdivision_to_everywhere() -> None:
    assert REGIONS.levels("DE-BY", TODAY) == ("DE-BY", "DE", "EU", "EEA", "GDPR", "*")
    assert REGIONS.levels("US-CA", TODAY) == ("US-CA", "US", "*")
    assert REGIONS.levels("*", TODAY) == ("*",)


TERRITORIES = ("GP", "MQ", "GF", "RE", "YT", "MF", "AX", "GI", "JE", "GG", "IM", "PR", "GU", "VI", "MO", "AQ")


@pytest.mark.parametrize("code", TERRITORIES)
def test_a_territory_of_another_state_stands_alone(code: str) -> None:
    assert REGIONS.is_unnamed_territory(code)
    assert REGIONS.levels(code, TODAY) == (code,)
    assert REGIONS.groups_of(code, TODAY) == ()


def test_hong_kong_is_a_region_of_its_own() -> None:
    assert not REGIONS.is_unnamed_territory("HK")
    assert REGIONS.levels("HK", TODAY) == ("HK", "*")


def test_a_region_is_among_codes_and_groups() -> None:
    assert REGIONS.is_among("DE-BY", ("EEA",), TODAY)
    assert REGIONS.is_among("FR", ("*",), TODAY)
    assert not REGIONS.is_among("GB", ("EEA", "CH"), TODAY)
    assert not REGIONS.is_among("GP", ("*",), TODAY)


def test_names_come_from_the_data_then_from_the_language() -> None:
    assert REGIONS.name("HK") == "Hong Kong"
    assert REGIONS.name("US-NY") == "New York"
    assert REGIONS.name("EEA") == "European Economic Area"
    assert REGIONS.name("GP") == "Guadeloupe"
    assert REGIONS.name("FR", "de") == "Frankreich"
    assert REGIONS.name("DE-BY", "de") == "Bayern"
    assert REGIONS.name("US-NY", "de") == "New York"
    assert REGIONS.name("FR", "xx-long") == "France"
    assert REGIONS.name("ZZZ") == "ZZZ"
