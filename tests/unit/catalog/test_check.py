# SPDX-License-Identifier: Apache-2.0
"""A check finds what is wrong with a catalog and says it in plain words, with file and place."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.unit.catalog.samples import LINKEDIN, changed, said_of, shipped

GB_ROW = 'region = "GB"\nfrom = 2024-09-20\nuntil = 2025-11-03\n'
EEA_ROW = 'region = "EEA"\nfrom = 2025-11-03\n'
EEA_OFFER = 'offered = { from = 2025-09-18, initial = "on" }\nsources = ["help-a8059228", "european-notice'

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
        ('note = "Seen at priv.gc.ca; the whole address was not kept."\n', ""),
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


def test_a_file_that_cannot_be_read_is_one_problem(tmp_path: Path) -> None:
    catalog = changed(tmp_path, ('schema = "inspector/service/1"', "schema ="))
    assert [line for line in said_of(catalog) if line.startswith(f"{LINKEDIN}: It cannot be read: ")]


def test_a_data_file_that_cannot_be_read_is_one_problem(tmp_path: Path) -> None:
    catalog = changed(tmp_path, ('"id": "gdpr-access"', '"ident": "gdpr-access"'), file="rights.json")
    found = said_of(catalog)
    assert len(found) == 1
    assert found[0].startswith("rights.json, rights[0]: There is no key ident here.")


def test_an_authority_of_an_unknown_region_is_named(tmp_path: Path) -> None:
    catalog = changed(tmp_path, ('"region": "AT"', '"region": "QQ"'), file="authorities.json")
    assert said_of(catalog) == ["authorities.json, atdsb: There is no region QQ."]
