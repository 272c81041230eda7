# SPDX-License-Identifier: Apache-2.0
"""Which files suggest a country, and which are never asked."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from inspector.archives.services.linkedin import regions
from inspector.archives.services.linkedin.owner import Owner
from inspector.archives.services.linkedin.shapes import wanted_key
from inspector.domain.facts import Fact, Tally
from inspector.domain.words import FactKind
from tests.makers.linkedin import columns
from tests.makers.tables import UTF16_TSV, table
from tests.unit.archives.ways import bounds, page


def hints(found: Iterable[Fact | Tally]) -> list[tuple[str, str, str]]:
    return [
        (fact.value, fact.provenance.locator.partition(", ")[2], fact.provenance.raw)
        for fact in found
        if isinstance(fact, Fact) and fact.kind is FactKind.REGION_HINT and fact.provenance
    ]


@pytest.mark.parametrize("name", ["Security Challenges.csv", "Ads Clicked.csv", "Inferences_about_you.csv"])
def test_files_that_show_other_peoples_places_are_never_read(name: str) -> None:
    assert wanted_key(name) is None


def test_the_profile_suggests_where_its_location_ends_and_tells_the_name() -> None:
    owner = Owner()
    cells = {"First Name": "Mara", "Last Name": "Example", "Geo Location": "Berlin, Germany", "Country": "de"}
    row = [cells.get(name, "") for name in columns.PROFILE_2018]
    found = list(regions.read_profile(page(table(columns.PROFILE_2018, [row])), owner))
    assert hints(found) == [("DE", "column Geo Location", "Berlin, Germany"), ("DE", "column Country", "de")]
    assert owner.name == "Mara Example"
    assert all(not fact.moment.is_known for fact in found if isinstance(fact, Fact))


def test_a_verified_document_suggests_its_country_on_its_day() -> None:
    def row(country: str, day: str) -> list[str]:
        cells = {"Country": country, "Verified date": day, "Verification type": "IDENTITY"}
        return [cells.get(name, "N/A") for name in columns.VERIFICATIONS]

    found = page(
        table(columns.VERIFICATIONS, [row("ie", "2023-06-01"), row("N/A", "2023-06-01"), row("us", "N/A")])
    )
    first, second = regions.read_verifications(found)
    assert (first.value, bounds(first.moment)) == ("IE", ("2023-05-31T10:00:00Z", "2023-06-02T11:59:59Z"))
    assert (second.value, second.moment.is_known) == ("US", False)
    assert not found.faults


def test_a_telephone_number_shows_its_prefix_and_nothing_more() -> None:
    rows = [
        ("+49", "30 23125 014", "Mobile"),
        ("", "+353 20 912 5555", "Home"),
        ("", "+1 202 555 0123", "Work"),
    ]
    found = regions.read_phones(page(table(("Extension", "Number", "Type"), rows)))
    assert hints(found) == [("DE", "column Extension", "+49"), ("IE", "column Number", "+353")]


def test_advertising_locations_suggest_each_country_once_by_the_part_that_names_it() -> None:
    header = ("Job Titles", "Job Titles", "Profile Locations")
    data = table(header, [("a", "b", "Germany; Berlin, Germany; Nice, France; Bay Area")])
    assert hints(regions.read_targeting(page(data))) == [
        ("DE", "column Profile Locations", "Germany"),
        ("FR", "column Profile Locations", "Nice, France"),
    ]


def test_the_advertising_file_of_2018_has_a_country() -> None:
    data = table(columns.TARGETING_2018, [("de", "No")], UTF16_TSV)
    assert hints(regions.read_targeting(page(data))) == [("DE", "column Country", "de")]
