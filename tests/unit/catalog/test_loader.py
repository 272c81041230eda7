# SPDX-License-Identifier: Apache-2.0
"""A service file is read strictly: what is unknown, missing or impossible is an error with file and place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from inspector.catalog import decode
from inspector.catalog.decode import Translated
from inspector.catalog.errors import CatalogError, UnknownIdError
from inspector.catalog.index import Catalog
from inspector.domain.moment import Moment
from tests.unit.catalog.samples import LINKEDIN, changed, shipped

T = TypeVar("T")

BAD = {
    "unknown key": (
        'id = "linkedin.eea"\n',
        'id = "linkedin.eea"\ncolour = "red"\n',
        "controls[0].rows[3]",
        "colour",
    ),
    "missing key": ('id = "linkedin.us.before"\n', "", "controls[0].rows[0]", "`id`"),
    "wrong type": ("reader = true", 'reader = "yes"', "archive.reader", "bool"),
    "unknown practice": (
        'practice = "not_used"',
        'practice = "maybe"',
        "controls[0].rows[2].practice",
        "maybe",
    ),
    "swapped bounds": (
        "until = [2024-08-01, 2024-09-18]",
        "until = [2024-09-18, 2024-08-01]",
        "linkedin.us.before",
        "stands before",
    ),
    "no strength": ('lower = "alleged"\n', "", "linkedin.us", "strength"),
    "no English": ('name.en = "Premium"\n', "", "plans[1].name", "English"),
    "control elsewhere": (
        'id = "linkedin/microsoft-training"',
        'id = "microsoft/training"',
        "microsoft/training",
        "service",
    ),
    "key twice": ("governs.en", 'governs.en = "Twice"\ngoverns.en', "", "line"),
    "other name": ('id = "linkedin"\n', 'id = "linkedout"\n', "id", "linkedout"),
    "no day": (
        'membership_on = 2024-09-18\nsources = ["faq-2024-09",',
        'sources = ["gadgets360",',
        "linkedin.eea.not-used",
        "membership_on",
    ),
}


@pytest.mark.parametrize(("old", "new", "place", "problem"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_an_error_that_names_file_and_place(
    tmp_path: Path, old: str, new: str, place: str, problem: str
) -> None:
    catalog = changed(tmp_path, (old, new))
    with pytest.raises(CatalogError) as caught:
        catalog.service("linkedin")
    assert caught.value.file == LINKEDIN
    assert caught.value.place == place
    assert problem in caught.value.problem
    assert LINKEDIN in str(caught.value)


def test_a_control_that_names_a_missing_link_is_an_error(tmp_path: Path) -> None:
    catalog = changed(tmp_path, ('link = "switch"\nswitch_of', 'link = "no"\nswitch_of'))
    with pytest.raises(CatalogError, match="linkedin/microsoft-training: there is no link no"):
        catalog.service("linkedin")


def test_text_that_is_no_utf_8_is_an_error(tmp_path: Path) -> None:
    catalog = changed(tmp_path)
    (catalog.root / LINKEDIN).write_bytes(b'name = "\xff"')
    with pytest.raises(CatalogError, match="utf-8"):
        catalog.service("linkedin")


def test_a_day_is_the_whole_utc_day_and_two_days_are_bounds() -> None:
    entry = shipped().service("linkedin")
    start = entry.row("linkedin.us").start
    assert start is not None
    assert [str(bound) for bound in (start.not_before, start.not_after)] == [
        "2024-08-01 00:00:00+00:00",
        "2024-09-18 23:59:59+00:00",
    ]
    day = entry.row("linkedin.eea").start
    assert day is not None
    assert (day.earliest.date(), day.latest.date()) == (date(2025, 11, 3), date(2025, 11, 3))
    assert isinstance(day, Moment)


def test_membership_is_taken_on_the_day_of_the_first_source_unless_said() -> None:
    entry = shipped().service("linkedin")
    assert entry.row("linkedin.gb").membership_on == entry.source("help-a8059228").day
    assert entry.row("linkedin.eea.not-used").membership_on == date(2024, 9, 18)


def test_a_text_falls_back_to_english() -> None:
    text = Translated((("de", "Aus"), ("en", "Off")))
    assert [text.text(lang) for lang in ("de", "en", "xx-long")] == ["Aus", "Off", "Off"]


def test_times_of_records_are_iso_in_utc() -> None:
    assert shipped().service("linkedin").source("global-policy-2024-09-18").recorded == "2024-09-19T00:32:21Z"


def test_what_the_catalog_does_not_hold_is_named() -> None:
    catalog = shipped()
    entry = catalog.service("linkedin")
    for ask in (
        catalog.service,
        catalog.control,
        entry.link,
        entry.source,
        entry.event,
        entry.row,
        entry.control,
    ):
        with pytest.raises(UnknownIdError) as caught:
            ask("linkedin/none" if ask == catalog.control else "none")
        assert caught.value.name.endswith("none")


def test_a_file_in_the_folder_is_a_service_and_is_read_once() -> None:
    catalog = shipped()
    assert "linkedin" in catalog.service_ids()
    assert catalog.service("linkedin") is catalog.service("linkedin")
    assert [entry.id for entry in catalog.services()] == list(catalog.service_ids())


def test_the_hash_follows_every_byte_of_every_file(tmp_path: Path) -> None:
    same = ('"made": "2026-11-21"', '"made": "2026-11-21"')
    before = changed(tmp_path / "before", same, file="regions.json")
    after = changed(tmp_path / "after", (same[0], '"made": "2026-11-22"'), file="regions.json")
    assert before.files() == after.files()
    assert len(before.sha256) == 64
    assert before.sha256 != after.sha256
    assert before.sha256 == Catalog.load(before.root).sha256


def test_opening_the_catalog_and_one_service_reads_no_other_service(monkeypatch: pytest.MonkeyPatch) -> None:
    """How soon it is there, tests/bench/catalog_speed.py measures."""
    heard: list[Path] = []
    whole = decode.read_toml

    def counted(path: Path, name: str, wanted: type[T]) -> T:
        heard.append(path)
        return whole(path, name, wanted)

    monkeypatch.setattr(decode, "read_toml", counted)
    Catalog.load().service("linkedin")
    assert [path.stem for path in heard if path.parent.name == "services"] == ["linkedin"]


def test_an_archive_whose_link_has_no_known_life_says_none(tmp_path: Path) -> None:
    catalog = changed(tmp_path, ("link_valid_hours = 72\n", ""))
    archive = catalog.service("linkedin").archive
    assert archive is not None
    assert archive.link_valid_hours is None
