# SPDX-License-Identifier: Apache-2.0
"""A check finds what is wrong with a catalog and says it in plain words, with file and place."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector.catalog.check_texts import foreign_days
from tests.unit.catalog.samples import LINKEDIN, changed, said_of, shipped

GB_ROW = 'region = "GB"\nfrom = 2024-09-20\nuntil = 2025-11-03\n'
EEA_ROW = 'region = "EEA"\nfrom = 2025-11-03\n'
EEA_OFFER = 'offered = { from = 2025-09-18, initial = "on" }\nsources = ["help-a8059228", "european-notice'
NOTE_EN = 'note.en = "Seen at priv.gc.ca; the whole address was not kept."\n'
NOTE_DE = 'note.de = "Bei priv.gc.ca gesehen; die ganze Adresse wurde nicht festgehalten."\n'
TITLE_EN = 'title.en = "LinkedIn User Agreement, effective 2024-11-20"\n'
TITLE_DE = 'title.de = "LinkedIn User Agreement, gültig ab 20.11.2024"\n'

CASES = {
    "gap": (
        (GB_ROW, GB_ROW.replace("11-03", "11-01")),
        "linkedin.gb.not-used: For GB there is a gap between",
    ),
    "overlap": ((GB_ROW, GB_ROW.replace("11-03", "11-05")), "linkedin.gb.not-used: For GB it overlaps with"),
    "open past": (
        ('region = "EEA"\nuntil', 'region = "EEA"\nfrom = 2000-01-01\nuntil'),
        "nothing is said of",
    ),
    "backwards": (
        (GB_ROW, GB_ROW.replace("2025-11-03", "2023-01-01")),
        "not-used: It ends before it begins.",
    ),
    "no offer": ((EEA_OFFER, EEA_OFFER.partition("\n")[2]), "does not say from when the switch is offered"),
    "wrong start": ((EEA_OFFER, EEA_OFFER.replace('"on"', '"off"')), "but its switch begins off"),
    "late offer": (
        (EEA_OFFER, EEA_OFFER.replace("2025-09-18", "2025-12-01")),
        "before its switch is offered",
    ),
    "idle offer": (
        (GB_ROW, GB_ROW + 'offered = { from = 2024-09-20, initial = "on" }\n'),
        "with the practice not_used no switch decides",
    ),
    "region": ((EEA_ROW, EEA_ROW.replace("EEA", "XX")), "There is no region XX."),
    "plan": ((EEA_ROW, 'plan = "gold"\n' + EEA_ROW), "There is no plan gold."),
    "excluded plan": (
        (
            'link = "switch"\n\n# United States\n\n[[controls.rows]]\n',
            'link = "switch"\nplans_excluded = ["premium"]\n\n[[controls.rows]]\nplan = "premium"\n',
        ),
        "The plan premium is said not to have the control, but a row speaks of it.",
    ),
    "unknown source": (('sources = ["faq-2024-09",', 'sources = ["no-such",'), "names the source no-such"),
    "unused source": (
        ('sources = ["prominence", "settings-clones"]', 'sources = ["settings-clones"]'),
        "prominence: Nothing cites this source.",
    ),
    "unsourced": (
        ('sources = ["help-a548106", "legalclarity"]', "sources = []"),
        "links[switch]: It names no source.",
    ),
    "source nowhere": (
        (NOTE_EN + NOTE_DE, ""),
        "opc-2024-12-10: This source has no address",
    ),
    "bad hash": (
        ('sha256 = "1ac49f89', 'sha256 = "zz'),
        "is no address, repository, commit or SHA-256 value",
    ),
    "bad link": (
        ('url = "https://www.linkedin.com/mypref', 'url = "www.linkedin.com/mypref'),
        "is no address",
    ),
    "twice": (('id = "linkedin.gb"\n', 'id = "linkedin.eea"\n'), "linkedin.eea: This id stands twice."),
    "row id": (
        ('id = "linkedin.gb"\n', 'id = "gb"\n'),
        "gb: The id of a row begins with linkedin and a full stop.",
    ),
    "unknown link": (('link = "help-ads"\n', 'link = "elsewhere"\n'), "There is no link elsewhere."),
    "switch of nothing": (
        ('switch_of = "linkedin/generative-ai-improvement"', 'switch_of = "linkedin/x"'),
        "linkedin/x",
    ),
    "unknown right": (('"ccpa-know"', '"ccpa-delete"'), "There is no right ccpa-delete of the kind access."),
    "language": (
        ('name.de = "Premium"\n', ""),
        "plans[premium].name: The text is missing in the language de.",
    ),
    "note in one language": (
        (NOTE_DE, ""),
        "sources[opc-2024-12-10].note: The text is missing in the language de.",
    ),
    "title of ours in one language": (
        (TITLE_DE, ""),
        "title: The text is missing in the language de.",
    ),
    "title with a day in no language": (
        (TITLE_EN + TITLE_DE, TITLE_EN.replace("title.en", "title")),
        "This title or publisher names a day, so its words are ours.",
    ),
    "day in figures of others": (
        ('governs.de = "Ob', 'governs.de = "Ab 2024-09-18: Ob'),
        "governs: The day 2024-09-18 does not stand as German readers write it",
    ),
    "empty text": (('name.de = "Premium"\n', 'name.de = " "\n'), "missing in the language de"),
    "wording": (('governs.en = "Whether', 'governs.en = "This proves that'), "“proves that” claim more"),
    "wording in German": (
        ('governs.de = "Ob', 'governs.de = "Das beweist, dass'),
        "“beweist, dass” claim more",
    ),
    "stale backwards": (
        ("stale_after = 2027-05-21", "stale_after = 2026-11-21"),
        "on the day it was checked",
    ),
}


def test_the_shipped_catalog_has_no_problem() -> None:
    assert said_of(shipped()) == []


@pytest.mark.parametrize(("change", "said"), CASES.values(), ids=CASES.keys())
def test_a_check_names_what_is_wrong(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    found = said_of(changed(tmp_path, change))
    assert [line for line in found if said in line], found
    assert all(line.startswith(f"{LINKEDIN}, ") for line in found)


def test_past_its_day_a_service_is_stale_and_nothing_else() -> None:
    def about_linkedin(now: datetime) -> list[str]:
        return [line for line in said_of(shipped(), now) if line.startswith(LINKEDIN)]

    assert about_linkedin(datetime(2027, 5, 21, 23, tzinfo=UTC)) == []
    assert about_linkedin(datetime(2027, 5, 22, tzinfo=UTC)) == [
        "services/linkedin.toml, stale_after: Its sources should have been read again after 2027-05-21."
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Seit dem 18.09.2024, 18. September 2024 und September 2024.", ()),
        ("Die Seite nennt den 22./23.09.2025.", ()),
        ("Seit 2024-09-18, Stand 2024-09.", ("2024-09-18", "2024-09")),
        ("Am 23 November 2026 und am 3 March 2026.", ("23 November", "3 March")),
        ("Ab March 2026.", ("March 2",)),
        ("Die Beschriftung „valid from 2024-09-18“ steht dort, „until 3 May“ auch.", ()),
        ("Datei docs/specs/20250813T140918-a.md bei example.com/2024-09-18/x und 15 UKl 2/25.", ()),
    ],
)
def test_days_that_german_readers_write_otherwise_are_found(text: str, found: tuple[str, ...]) -> None:
    assert foreign_days(text) == found


def test_a_file_that_cannot_be_read_is_one_problem(tmp_path: Path) -> None:
    catalog = changed(tmp_path, ('schema = "inspector/service/1"', "schema ="))
    assert [line for line in said_of(catalog) if line.startswith(f"{LINKEDIN}: It cannot be read: ")]


def test_a_data_file_that_cannot_be_read_is_one_problem(tmp_path: Path) -> None:
    catalog = changed(tmp_path, ('"id": "gdpr-access"', '"ident": "gdpr-access"'), file="rights.json")
    found = said_of(catalog)
    assert len(found) == 1
    assert found[0].startswith("rights.json, rights[0]: There is no key ident here.")


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        (
            "rights.json",
            ('"de": "DSGVO, Verordnung (EU) 2016/679"', '"fr": "RGPD"'),
            "gdpr-access: The text is",
        ),
        ("authorities.json", ("archiviert am 15.01.2026", "archiviert am 2026-01-15"), "uscacppa: The day"),
    ],
)
def test_texts_of_the_data_files_are_checked_too(
    tmp_path: Path, file: str, change: tuple[str, str], said: str
) -> None:
    [found] = said_of(changed(tmp_path, change, file=file))
    assert found.startswith(f"{file}, {said}")


def test_an_authority_of_an_unknown_region_is_named(tmp_path: Path) -> None:
    catalog = changed(tmp_path, ('"region": "AT"', '"region": "QQ"'), file="authorities.json")
    assert said_of(catalog) == ["authorities.json, atdsb: There is no region QQ."]
