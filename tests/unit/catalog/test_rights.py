# SPDX-License-Identifier: Apache-2.0
"""Whom a person writes to, complains to, and with which right, by region and day."""

from __future__ import annotations

import re
from datetime import date

import pytest

from inspector.system.phrases import forbidden_phrases
from tests.unit.catalog.samples import shipped

CATALOG = shipped()
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("region", "company"),
    [
        ("DE-BY", "LinkedIn Ireland Unlimited Company"),
        ("CH", "LinkedIn Ireland Unlimited Company"),
        ("GB", "LinkedIn Corporation"),
        ("US", "LinkedIn Corporation"),
    ],
)
def test_the_contact_of_the_region_answers(region: str, company: str) -> None:
    (contact,) = CATALOG.contacts_for("linkedin", region, TODAY)
    assert contact.legal_name == company
    assert contact.source.commit


def test_nobody_is_guessed_where_no_source_speaks() -> None:
    assert CATALOG.contacts_for("linkedin", "GP", TODAY) == ()
    assert CATALOG.contacts_for("nobody", "US", TODAY) == ()
    assert CATALOG.authorities_for("US", TODAY) == ()
    assert CATALOG.rights_for("US", "access", TODAY) == ()


def test_the_european_contact_has_the_objection_form() -> None:
    (contact,) = CATALOG.contacts_for("linkedin", "FR", TODAY)
    entry = CATALOG.service("linkedin")
    assert contact.objection_webform is not None
    assert entry.objection is not None
    assert contact.objection_webform.url == entry.link(entry.objection.link).url


def test_what_is_said_of_an_authority_is_said_in_german_too() -> None:
    for one in CATALOG.authorities:
        for texts in (*one.limit_texts(), *([one.competence_texts()] if one.competence else [])):
            assert [lang for lang, _ in texts] == ["de", "en"], one.id
            assert not forbidden_phrases(dict(texts)["de"], "de"), one.id


def test_laws_and_articles_have_a_german_form() -> None:
    named = {
        right.id: (right.law.text("de"), right.article and right.article.text("de"))
        for right in CATALOG.rights
    }
    assert named["gdpr-access"] == (
        "DSGVO, Verordnung (EU) 2016/679",
        "Art. 15 Abs. 1, 3; Frist: Art. 12 Abs. 3",
    )
    assert named["fadp-objection"][0] == "DSG, schweizerisches Bundesgesetz über den Datenschutz"
    for law, article in named.values():
        assert not re.search(r"\b(time|as amended|regs|exceptions|clause)\b", f"{law} {article}")


def test_authorities_of_a_subdivision_come_before_those_of_the_country() -> None:
    assert [one.id for one in CATALOG.authorities_for("DE-BE", TODAY)] == ["deberlbdi"]
    assert [one.id for one in CATALOG.authorities_for("DE", TODAY)] == ["debfdi"]
    assert [one.id for one in CATALOG.authorities_for("US-CA", TODAY)] == ["uscacppa", "uscaag"]
    assert [one.id for one in CATALOG.authorities_for("US-NY", TODAY)] == []
    assert len(CATALOG.authorities) == 59


@pytest.mark.parametrize(
    ("region", "right", "found"),
    [
        ("DE", "access", ["gdpr-access"]),
        ("GB", "access", ["ukgdpr-access"]),
        ("CH", "access", ["fadp-access"]),
        ("US-CA", "access", ["ccpa-know"]),
        ("CA-QC", "access", ["qc-access"]),
        ("CA-QC", "complaint", ["pipeda-complaint"]),
        ("GB", "objection", ["ukgdpr-objection"]),
    ],
)
def test_the_most_specific_law_that_has_the_right_answers(region: str, right: str, found: list[str]) -> None:
    assert [one.id for one in CATALOG.rights_for(region, right, TODAY)] == found


def test_a_right_counts_from_the_day_it_is_in_force() -> None:
    assert [one.id for one in CATALOG.rights_for("GB", "complaint", date(2026, 6, 18))] == [
        "uk-complaint-commissioner"
    ]
    assert len(CATALOG.rights_for("GB", "complaint", date(2026, 6, 19))) == 2


def test_a_right_known_to_the_month_counts_from_the_end_of_it() -> None:
    assert CATALOG.rights_for("IN", "erasure", date(2027, 5, 30)) == ()
    assert [one.id for one in CATALOG.rights_for("IN", "erasure", date(2027, 5, 31))] == ["dpdp-rights"]


def test_a_month_is_not_thirty_days() -> None:
    (right,) = CATALOG.rights_for("DE", "access", TODAY)
    assert right.response is not None
    assert (right.response.amount, right.response.unit, right.response_days) == (1, "month", None)


def test_letters_name_rights_of_their_kind() -> None:
    known = {right.id: right.right for right in CATALOG.rights}
    for letter in CATALOG.service("linkedin").letters:
        assert {known[right] for right in letter.rights} == {letter.right}
