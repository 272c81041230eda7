# SPDX-License-Identifier: Apache-2.0
"""Whole letters in both languages for places with different laws, compared with files that a person can read.

Run this file as a module (`python -m tests.golden.letters.test_letters`) to write them anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector.actions.filling import as_text, fill
from inspector.actions.letter import LANGUAGES, Letter
from inspector.actions.wording import say
from inspector.system.messages import Messages
from inspector.system.phrases import forbidden_phrases
from tests.unit.actions.members import NOW, answers_for, lived, read, written

HERE = Path(__file__).parent
PLACES = {
    "germany": ("DE", (read("off", "2025-10-02"),), "linkedin"),
    "united-kingdom": ("GB", (), "linkedin"),
    "switzerland": ("CH", (), "linkedin"),
    "california": ("US-CA", (read("on", "2026-03-01"), read("off", "2026-03-01")), "linkedin"),
    "texas": ("US-TX", (), "linkedin"),
    "hong-kong": ("HK", (), "linkedin"),
    "canada": ("CA", (), "linkedin"),
    "australia": ("AU", (), "linkedin"),
    "brazil-chats": ("BR", (), "chatgpt"),
    "japan-chats": ("JP", (), "claude"),
    "korea-chats": ("KR", (), "google"),
    "germany-chats": ("DE", (), "chatgpt"),
    "germany-images": ("DE", (), "tiktok"),
    "united-kingdom-chats": ("GB", (), "grok"),
    "switzerland-chats": ("CH", (), "meta-ai"),
    "california-chats": ("US-CA", (), "mistral"),
    "california-posts": ("US-CA", (), "reddit"),
}


def made(place: str, language: str) -> dict[str, Letter]:
    region, readings, service = PLACES[place]
    return written(lived(region), language, readings, of=service)


def page(letter: Letter) -> str:
    """The letter as it leaves, then what the person is told beside it."""
    messages = Messages(letter.language)
    # The others have no address of a profile that would fit.
    left_out = {} if letter.service == "linkedin" else {"account_url": ""}
    text = as_text(fill(letter, answers_for(letter) | left_out, NOW.date()))
    beside = [say(one, messages) for one in (*letter.ways, *letter.advice)]
    return "\n".join([text, "-" * 40, *beside, *letter.sources, ""])


ALL = {
    f"{place}-{kind}-{language}": letter
    for place in PLACES
    for language in LANGUAGES
    for kind, letter in made(place, language).items()
}


@pytest.mark.parametrize("name", ALL)
def test_the_letter_is_as_read_before(name: str) -> None:
    assert page(ALL[name]) == (HERE / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ALL)
def test_no_letter_claims_more_than_its_evidence(name: str) -> None:
    assert not forbidden_phrases(page(ALL[name]), ALL[name].language)


def test_every_file_is_a_letter() -> None:
    assert {file.stem for file in HERE.glob("*.txt")} == set(ALL)


def test_an_objection_is_offered_only_where_the_law_of_the_place_backs_one() -> None:
    objecting = {PLACES[place][0] for place in PLACES if "objection" in made(place, "en")}
    assert objecting == {"DE", "GB", "CH", "BR", "JP", "KR"}


def test_deletion_and_opt_outs_are_offered_only_where_the_law_of_the_place_backs_them() -> None:
    def of(kind: str) -> set[str]:
        return {PLACES[place][0] for place in PLACES if kind in made(place, "en")}

    assert of("erasure") == {"BR", "JP", "KR", "DE", "GB", "CH", "US-CA"}
    assert of("opt_out") == of("limit") == {"US-CA"}


def write() -> None:
    for name, letter in ALL.items():
        (HERE / f"{name}.txt").write_text(page(letter), "utf-8")


if __name__ == "__main__":
    write()
