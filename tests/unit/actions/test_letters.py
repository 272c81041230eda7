# SPDX-License-Identifier: Apache-2.0
"""Letters: whom they go to, what they rest on, what they ask for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages import pofile

from inspector.actions.filling import as_text, fill
from inspector.actions.law import WORDED
from inspector.actions.letter import LANGUAGES, Letter
from inspector.actions.letters import letters
from inspector.actions.wording import long_day, say
from inspector.catalog.query import Query
from inspector.catalog.standing import standings
from inspector.domain.words import Grade, Practice
from inspector.system import resources
from inspector.system.messages import Messages
from tests.unit.actions.members import (
    ACCOUNT,
    CATALOG,
    NOW,
    answers_for,
    found,
    lived,
    read,
    to_do,
    written,
)
from tests.unit.catalog.samples import changed

BACKED = {
    "gdpr-access": ("DE", "linkedin"),
    "gdpr-objection": ("DE", "linkedin"),
    "gdpr-erasure": ("DE", "chatgpt"),
    "ukgdpr-access": ("GB", "linkedin"),
    "ukgdpr-objection": ("GB", "linkedin"),
    "ukgdpr-erasure": ("GB", "claude"),
    "fadp-access": ("CH", "linkedin"),
    "fadp-objection": ("CH", "linkedin"),
    "fadp-erasure": ("CH", "x"),
    "ccpa-know": ("US-CA", "linkedin"),
    "ccpa-delete": ("US-CA", "grok"),
    "ccpa-opt-out": ("US-CA", "tumblr"),
    "ccpa-limit": ("US-CA", "perplexity"),
    "pipeda-access": ("CA", "linkedin"),
    "au-access": ("AU", "slack"),
    "lgpd-access": ("BR", "facebook"),
    "lgpd-objection": ("BR", "facebook"),
    "lgpd-erasure": ("BR", "facebook"),
    "appi-cease": ("JP", "x"),
    "appi-erasure": ("JP", "deepseek"),
    "pipa-suspension": ("KR", "linkedin"),
    "pipa-erasure": ("KR", "character-ai"),
}


def backed_by(right: str, language: str) -> list[Letter]:
    region, service = BACKED[right]
    found = written(lived(region), language, of=service).values()
    return [letter for letter in found if letter.law and letter.law.id == right]


def text(letter: Letter) -> str:
    return as_text(fill(letter, answers_for(letter), NOW.date()))


def beside(letter: Letter) -> list[str]:
    messages = Messages(letter.language)
    return [say(one, messages) for one in (*letter.ways, *letter.advice)]


@pytest.mark.parametrize("right", sorted(WORDED))
def test_each_worded_right_backs_a_letter(right: str) -> None:
    assert len(backed_by(right, "en")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("right", sorted(WORDED))
def test_no_letter_names_an_article_that_its_right_does_not(right: str, language: str) -> None:
    [letter] = backed_by(right, language)
    law = letter.law
    assert law is not None
    article = law.article.text("en") if law.article else None
    known = " ".join(
        filter(None, (law.law.text("en"), article, law.reason_note, law.notes, *law.what_must_be_in_it))
    )
    cited = re.findall(
        r"(?:Artikel[ns]?|Articles?|[Ss]ections?|Abschnitte?|Principle) ([\d.]+[A-Z]?)", text(letter)
    )
    assert cited
    for number in cited:
        assert re.search(rf"(?<!\d){re.escape(number)}(?!\d)", known), number


def test_a_letter_without_a_law_names_none() -> None:
    overseas = lived(("DE", None, "2026-01-01"), ("GP", "2026-01-01", None))
    for residence in (lived("US-TX"), lived("HK"), lived("CN"), overseas):
        [letter] = written(residence, "en").values()
        assert letter.law is None
        assert not re.search(r"Article|section|GDPR|Act\b|within", text(letter)), residence


def test_where_another_law_may_help_the_person_is_told() -> None:
    told = " ".join(beside(written(lived("HK"), "en")["access"]))
    assert "Personal Data (Privacy) Ordinance" in told
    assert "Personal Data" not in " ".join(beside(written(lived("US-TX"), "en")["access"]))


def test_where_only_a_part_of_the_country_has_a_law_it_is_named() -> None:
    told = beside(written(lived("US"), "en")["access"])
    assert "A law of its own stands behind this letter in: California. If you live there, say so." in told
    assert not any("California" in one for one in beside(written(lived("US-TX"), "en")["access"]))


def test_without_a_residence_the_letter_names_no_law_and_no_company() -> None:
    letter = written((), "en")["access"]
    assert letter.recipient == ("LinkedIn",)
    assert "You have not said where you live now." in beside(letter)[0]
    assert "Microsoft" not in text(letter), "whether that setting concerns the person is not known"


def test_the_company_is_that_of_the_place() -> None:
    assert written(lived("NO"), "en")["access"].recipient[0] == "LinkedIn Ireland Unlimited Company"
    assert written(lived("GB"), "en")["access"].recipient == (
        "LinkedIn Corporation",
        "c/o Data Protection Officer",
        "1000 W Maude Avenue",
        "Sunnyvale, CA",
        "United States",
    )
    overseas = written(lived(("DE", None, "2026-01-01"), ("GP", "2026-01-01", None)), "en")["access"]
    assert overseas.recipient == ("LinkedIn",)
    assert any("No source names the company" in one for one in beside(overseas))


def test_an_address_that_is_not_the_companys_own_is_to_be_checked(tmp_path: Path) -> None:
    weak = changed(
        tmp_path,
        (
            '"policy_effective": "2026-08-21",\n   "strength": "official"',
            '"policy_effective": null,\n   "strength": "press"',
        ),
        ('"role": "controller"', '"role": "joint controller"'),
        file="contacts.json",
    )
    [letter, _] = letters(found(lived("DE")), lived("DE"), weak, "en", NOW)
    assert any("Check it there before you send the letter." in one for one in beside(letter))
    assert not any("Check it there" in one for one in beside(written(lived("DE"), "en")["access"]))


def test_a_representative_stands_beside_the_company(tmp_path: Path) -> None:
    # Both entries for Germany now; the controller is written to although it comes second.
    named = changed(
        tmp_path,
        ('"role": "controller"', '"role": "representative"'),
        ('"region_of_controller": [\n    "GB"\n   ]', '"region_of_controller": [\n    "EU"\n   ]'),
        file="contacts.json",
    )
    [letter, _] = letters(found(lived("DE")), lived("DE"), named, "en", NOW)
    assert letter.recipient[0] == "LinkedIn Corporation"
    assert (
        "The source names one more company for where you live: LinkedIn Ireland Unlimited Company, "
        "c/o Data Protection Officer, Wilton Plaza, Dublin 2, Ireland" in beside(letter)
    )


def test_the_setting_is_named_as_on_screen_in_both_languages() -> None:
    german = text(written(lived("DE"), "de")["access"])
    assert "„Daten zur Verbesserung generativer KI“ (englisch „Data for Generative AI Improvement“)" in german
    english = text(written(lived("DE"), "en")["access"])
    assert "“Data for Generative AI Improvement”, at https://www.linkedin.com/mypreferences/" in english
    assert "Daten" not in english


def test_the_setting_that_shares_the_switch_is_named_where_it_exists() -> None:
    shared = (
        "The same setting as far as it decides on this: Training of Microsoft's AI models (United Kingdom)"
    )
    for letter in written(lived("GB"), "en").values():
        assert shared in text(letter)
    assert "Microsoft" not in text(written(lived("DE"), "en")["access"])


def test_what_the_evidence_leaves_open_is_asked() -> None:
    readings = [read("on", "2026-01-10"), read("off", "2026-02-20")]
    assert "When, between 10 January 2026 and 20 February 2026 (UTC), the position changed." in text(
        written(lived("US"), "en", readings)["access"]
    )
    assert "in particular" not in text(written(lived("US"), "en")["access"])
    near = [read("on", "2026-02-18"), read("off", "2026-02-20")]
    assert "in particular" not in text(written(lived("US"), "en", near)["access"])


def test_a_contradiction_is_asked_about_once() -> None:
    readings = [read("on", "2026-03-01"), read("off", "2026-03-01")]
    asked = text(written(lived("GB"), "en", readings)["access"])
    assert asked.count("In which position the setting was on 1 March 2026 (UTC).") == 1


def test_a_contradiction_that_the_stronger_decides_is_not_asked_about() -> None:
    readings = [read("on", "2026-03-01", Grade.DECLARED), read("off", "2026-03-01")]
    assert "In which position" not in text(written(lived("US"), "en", readings)["access"])


def test_what_an_archive_says_of_the_account_is_offered() -> None:
    letter = written(lived("DE"), "en")["access"]
    known = {field.id: field.known for field in letter.fields}
    assert known == {"name": None, "address": None, "email": None, "account_url": ACCOUNT}


def test_a_reason_is_required_where_the_law_requires_it() -> None:
    def required(region: str) -> bool:
        [field] = [one for one in written(lived(region), "en")["objection"].fields if one.id == "reason"]
        return field.required

    assert [required(region) for region in ("DE", "GB", "CH")] == [True, True, False]


def test_letters_and_their_actions_have_one_name() -> None:
    for region in ("DE", "GB", "US-TX"):
        assert {letter.id for letter in written(lived(region), "en").values()} <= set(to_do(lived(region)))


def test_every_field_is_worded_in_both_languages() -> None:
    for language in LANGUAGES:
        messages = Messages(language)
        for letter in written(lived("DE"), language).values():
            for field in letter.fields:
                assert messages.text(f"letters.field.{field.id}.label")
                assert messages.text(f"letters.field.{field.id}.hint")


def test_german_has_every_sentence_of_a_letter() -> None:
    def keys(lang: str) -> set[str]:
        with resources.path(f"messages/{lang}/letters.po").open("rb") as stream:
            ids = (message.id for message in pofile.read_po(stream) if message.id)
            return {one if isinstance(one, str) else one[0] for one in ids}

    assert keys("de") == keys("en")


def test_days_are_written_out() -> None:
    assert long_day(NOW.date(), "en") == "21 November 2026"
    assert long_day(NOW.date(), "xx-long") == "21 November 2026"
    assert long_day(NOW.date(), "de") == "21. November 2026"


def test_what_is_worded_belongs_to_a_right_that_is_used() -> None:
    own = (
        re.fullmatch(r"letters\.(?:access|objection|erasure|opt_out|limit)\.([a-z-]+)\..+", key)
        for key in sorted(Messages().keys())
    )
    assert {match[1] for match in own if match} == WORDED | {"plain", "asked"}


@pytest.mark.parametrize("service", CATALOG.service_ids())
def test_every_setting_that_may_allow_use_today_has_a_letter_for_its_history(service: str) -> None:
    asked = {
        control
        for use in CATALOG.service(service).letters
        if use.right == "access"
        for control in use.controls
    }
    for one in standings(CATALOG, Query(service), NOW.date()):
        if {standing.practice for standing in one.standings} & {Practice.DEFAULT_ON, Practice.NO_CONTROL}:
            assert one.entry.id in asked


@pytest.mark.parametrize(
    ("region", "service", "named"),
    [("DE", "chatgpt", True), ("GB", "chatgpt", False), ("GB", "linkedin", True), ("DE", "tiktok", False)],
)
def test_the_legal_basis_is_only_named_where_the_service_names_it(
    region: str, service: str, named: bool
) -> None:
    objection = text(written(lived(region), "en", of=service)["objection"])
    assert ("You name legitimate interest as the legal basis" in objection) is named
    assert ("as far as you rest the processing on legitimate interest" in objection) is not named


def test_deletion_of_chats_states_its_ground_and_asks_what_it_does_not_undo() -> None:
    letter = written(lived("DE"), "en", of="claude")["erasure"]
    assert [field.id for field in letter.fields] == ["name", "address", "email", "account_url"]
    said = text(letter)
    assert "They are no longer necessary for the purpose for which I gave them to you" in said
    assert "what the deletion does not undo" in said
    swiss = written(lived("CH"), "en", of="claude")["erasure"]
    assert [field.required for field in swiss.fields if field.id == "reason"] == [True]
