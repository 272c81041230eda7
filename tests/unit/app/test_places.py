# SPDX-License-Identifier: Apache-2.0
"""Things are found by what people type: beginnings, everyday names, codes. Of two things none is guessed."""

from __future__ import annotations

import pytest

from inspector.app.places import Choice, Choices, places
from inspector.catalog.index import Catalog


@pytest.fixture(scope="module")
def countries() -> Choices:
    return places(Catalog.load().regions, "en")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Germ", "DE"),
        ("usa", "US"),
        ("U.S.", "US"),
        ("uk", "GB"),
        ("Holland", "NL"),
        ("de", "DE"),
        ("united", None),
        ("g", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_beginning_stands_for_the_one_it_fits(countries: Choices, typed: str, code: str | None) -> None:
    assert countries.meant(typed) == code


def test_an_everyday_name_is_offered_as_well_as_a_beginning(countries: Choices) -> None:
    assert countries.fitting("usa")[0] == "United States (US)"
    assert countries.fitting("germ")[0] == "Germany (DE)"
    assert countries.fitting("Atlantis") == []


def test_a_code_that_only_repeats_the_name_is_left_out() -> None:
    choices = Choices([Choice("linkedin", "LinkedIn"), Choice("google", "Google (Gemini, Search)")])
    assert choices.fitting("") == ["Google (Gemini, Search) (google)", "LinkedIn"]
    assert choices.find("google") == "google"
