# SPDX-License-Identifier: Apache-2.0
"""Times of pages in any language: what is written is read back, and no text at all raises."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from babel.core import Locale
from babel.dates import format_datetime
from hypothesis import given
from hypothesis import strategies as st

from inspector.archives.dates import Years
from inspector.archives.services.google.spelled import local_time

YEARS = Years(1998, 2027)
_DAYS = st.dates(date(1999, 1, 1), date(2026, 12, 30))
WRITTEN = st.builds(datetime.combine, _DAYS, st.times().map(lambda time: time.replace(microsecond=0)))
LANGUAGES = (
    "en",
    "de",
    "fr",
    "es",
    "it",
    "nl",
    "pt",
    "sv",
    "ru",
    "ja",
    "zh",
    "en_GB",
    "de_AT",
    "pt_PT",
    "fr_CA",
)
PIECES = st.sampled_from(
    ["Jul", "jul.", "3", "31", "2026", "13:18:25", "1.18.25", "PM", "p. m.", "UTC", "GMT+14:59", "EDT", "de",
     ".", "/", "年", "\u202f", ",", "03.07.2026", "99:99:99", "오후", "0000", "²"]
)  # fmt: skip


@given(WRITTEN, st.sampled_from(LANGUAGES))
def test_a_time_as_a_language_writes_it_holds_that_time(when: datetime, lang: str) -> None:
    found = local_time(f"{format_datetime(when, 'medium', locale=Locale.parse(lang))} UTC", YEARS)
    if found is not None:
        assert found.earliest.replace(tzinfo=None) <= when <= found.latest.replace(tzinfo=None)
        assert found.latest - found.earliest <= timedelta(days=3)


@given(WRITTEN)
def test_english_is_always_read_to_the_second(when: datetime) -> None:
    found = local_time(f"{format_datetime(when, 'medium', locale='en')} UTC", YEARS)
    assert found is not None
    assert (found.earliest.replace(tzinfo=None), found.precision) == (when, "second")


@given(st.lists(PIECES | st.text(max_size=5), max_size=9).map(" ".join))
def test_no_text_raises_and_what_is_read_keeps_its_text(text: str) -> None:
    found = local_time(text, YEARS)
    assert found is None or (found.raw == text and found.is_known)
