# SPDX-License-Identifier: Apache-2.0
"""Facebook, Instagram, Meta AI and WhatsApp: what tells them apart, and what no file of them says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from inspector.archives.find import find_sources
from inspector.domain.words import FactKind
from tests.makers.clock import at
from tests.makers.made import Made
from tests.makers.sample import Sample, made
from tests.makers.social import facebook, instagram, samples
from tests.makers.social.meta import Record, box, entry, escaped, labelled, page, section, shown, stamp
from tests.makers.social.others import CHATS, chats_page, meta_ai_sample, whatsapp_files
from tests.unit.archives.ways import bounds, counts, facts, read, row, said

WHEN = at("2026-08-10 10:00")
DAY = at("2025-05-20 12:00:00")
START = at("2020-01-01 00:00")
META = [sample for sample in samples() if sample.service != "x"]


def _name(sample: Sample) -> str:
    return sample.name


def _facebook(where: Path, **changed: object) -> Path:
    names = {"consents": facebook.CONSENTS, "notices": facebook.NOTICES, "regime": facebook.REGIME}
    files = facebook.files_2026() | {names.get(name, name): data for name, data in changed.items()}
    return facebook.export(files, WHEN).write(where)


@pytest.mark.parametrize("sample", META, ids=_name)
def test_no_export_states_an_objection_or_a_switch(sample: Sample, tmp_path: Path) -> None:
    reading = read(sample.made.write(tmp_path))
    assert row(reading, f"{sample.service}.setting").outcome == "absent"
    assert not facts(reading, FactKind.SETTING_READING)
    assert not facts(reading, FactKind.SETTING_CHANGE)


@pytest.mark.parametrize(
    ("files", "service"),
    [
        ({facebook.CONSENTS: [facebook.consent(DAY, "x")]}, "facebook"),
        ({facebook.NOTICES: {"notification_meta_privacy_policy_update": []}}, "facebook"),
        ({"your_facebook_activity/posts/your_posts_1.json": [facebook.post(DAY)]}, "facebook"),
        ({"posts/your_posts_1.json": [facebook.post(DAY)]}, "facebook"),
        ({"content/posts_1.json": [instagram.post(DAY)]}, "instagram"),
        ({"your_instagram_activity/threads/threads_and_replies.json": {}}, "instagram"),
        ({CHATS: chats_page()}, "meta-ai"),
        ({"posts/your_posts_1.json": [{"title": "a blog"}]}, None),
        ({"content/posts_1.json": [{"title": "a blog"}]}, None),
    ],
)
def test_a_part_of_an_export_is_recognised_by_path_and_keys(
    files: Mapping[str, object], service: str | None, tmp_path: Path
) -> None:
    inside = {path: data if isinstance(data, bytes) else escaped(data) for path, data in files.items()}
    assert read(made("part.zip", inside, WHEN).write(tmp_path)).source.service == service


def test_files_that_either_service_may_have_do_not_make_two_of_one(tmp_path: Path) -> None:
    both = {
        facebook.CONSENTS: [facebook.consent(DAY, "x")],
        facebook.NOTICES: {"notification_meta_privacy_policy_update": []},
        "security_and_login_information/account_activity.json": {"account_activity_v2": []},
    }
    path = instagram.export(instagram.files_2025() | both, WHEN).write(tmp_path)
    assert read(path).source.service == "instagram"
    own = "personal_information/personal_information/personal_information.json"
    path = _facebook(tmp_path, **{own: instagram.profile()})
    assert read(path).source.service == "facebook"


def test_a_folder_that_surely_holds_both_services_is_not_guessed_at(tmp_path: Path) -> None:
    path = instagram.export(facebook.files_2026() | instagram.files_2025(), WHEN).write(tmp_path)
    reading = read(path)
    assert (reading.source.service, reading.source.status) == (None, "unsupported")
    assert reading.source.unread_bears
    assert "Facebook, Instagram" in said(reading)[0]


def _center(where: Path) -> tuple[Made, Made]:
    first, second = facebook.era_2026().made, instagram.era_2025().made
    for one in (first, second):
        one.unpack(where)
    return first, second


def test_a_folder_of_an_accounts_center_is_sorted_into_its_exports(tmp_path: Path) -> None:
    center = tmp_path / "meta-2026-Aug-10-10-00-00"
    center.mkdir()
    made_ones = _center(center)
    found = find_sources([tmp_path])
    assert [path.name for path in found] == [one.stem for one in made_ones]
    assert [read(path).source.service for path in found] == ["facebook", "instagram"]


def _second_profile() -> Made:
    """An export of another profile of the same person."""
    other = facebook.profile()
    other["profile_v2"]["profile_uri"] = "https://www.facebook.com/other.example/"
    path = "personal_information/profile_information/profile_information.json"
    export = facebook.export(facebook.files_2026() | {path: other}, WHEN)
    return replace(export, name="facebook-other.example-2026-08-10-Zz99Yy88.zip")


def test_a_folder_of_an_accounts_center_with_two_profiles_keeps_them_apart(tmp_path: Path) -> None:
    center = tmp_path / "meta-2026-Aug-10-10-00-00"
    center.mkdir()
    _center(center)
    _second_profile().unpack(center)
    sources = [read(path).source for path in find_sources([tmp_path])]
    assert {source.status for source in sources} == {"read"}
    accounts = {(source.service, source.account) for source in sources}
    assert len(accounts) == 3
    assert ("facebook", "https://www.facebook.com/other.example") in accounts


def test_an_accounts_center_in_one_zip_is_told_and_makes_the_answer_incomplete(tmp_path: Path) -> None:
    members = [
        replace(member, name=f"meta-2026-Aug-10-10-00-00/{one.stem}/{member.name}")
        for one in (facebook.era_2026().made, instagram.era_2025().made, _second_profile())
        for member in one.members
    ]
    whole = replace(facebook.era_2026().made, name="meta-2026.zip", members=tuple(members))
    reading = read(whole.write(tmp_path))
    assert (reading.source.status, reading.source.unread_bears) == ("unsupported", True)
    assert "3 exports" in said(reading)[0]
    found = find_sources([whole.unpack(tmp_path)])
    assert [read(path).source.service for path in found] == ["facebook", "facebook", "instagram"]


def test_chats_of_meta_ai_inside_an_export_of_facebook_belong_to_it(tmp_path: Path) -> None:
    reading = read(_facebook(tmp_path, **{CHATS: chats_page()}))
    assert (reading.source.service, counts(reading)["ai_chats"]) == ("facebook", 4)


def test_a_day_that_can_be_read_two_ways_stays_possible_both_ways(tmp_path: Path) -> None:
    reading = read(meta_ai_sample().made.write(tmp_path))
    first = next(fact for fact in facts(reading, FactKind.AI_USE) if "_03-09-2025" in fact.moment.raw)  # type: ignore[operator] # every fact of this file has one
    assert bounds(first.moment) == ("2025-03-08T10:00:00Z", "2025-09-04T11:59:59Z")


def test_a_report_of_whatsapp_is_recognised_and_nothing_is_claimed(tmp_path: Path) -> None:
    reading = read(made("report.zip", whatsapp_files(), WHEN).write(tmp_path))
    assert (reading.source.service, reading.source.status) == ("whatsapp", "read")
    assert (reading.facts, reading.tallies, reading.source.account) == ((), (), None)
    assert {entry.outcome for entry in reading.source.ledger} == {"absent"}
    assert not any(member.used for member in reading.source.members)


@pytest.mark.parametrize(
    "record",
    [
        facebook.consent(DAY, "AI at Meta: objection"),
        facebook.consent(DAY, "Widerspruch gegen KI"),
        facebook.consent(DAY, "x", title="Generative AI"),
        labelled(DAY, {"label": "…", "ent_field_name": "ai_training_objection"}),
        labelled(DAY, {"label": "AI", "dict": {"label": "x"}, "vec": ["x"]}),
        labelled(DAY, {"label": "…", "dict": [{"label": "Entraînement de l’IA", "value": "…"}]}),
    ],
)
def test_a_consent_that_speaks_of_ai_is_pointed_out_and_not_interpreted(
    record: Record, tmp_path: Path
) -> None:
    reading = read(_facebook(tmp_path, consents=[record]))
    told = [note for note in reading.source.problems if note.id == "meta_speaks_of_ai"]
    assert [note.as_dict()["file"] for note in told] == [facebook.CONSENTS]
    assert not facts(reading, FactKind.SETTING_READING)
    assert not reading.source.unread_bears


def test_other_consents_are_not_pointed_out(tmp_path: Path) -> None:
    assert read(_facebook(tmp_path)).source.problems == ()


@pytest.mark.parametrize("value", ["European region", "EU", "", 7, None])
def test_a_regime_in_words_not_known_sends_the_person_to_look(value: object, tmp_path: Path) -> None:
    reading = read(_facebook(tmp_path, regime=labelled(None, {"label": "Jurisdiction", "value": value})))
    assert [note.id for note in reading.source.problems] == ["meta_regime"]
    assert facebook.REGIME in said(reading)[0]


@pytest.mark.parametrize(("value", "code"), [("US", "US"), ("Germany", "DE"), ("de", None), ("in", None)])
def test_a_regime_that_names_a_country_suggests_it(value: str, code: str | None, tmp_path: Path) -> None:
    reading = read(_facebook(tmp_path, regime={"some_key": [{"other": value}]}))
    found = [
        fact.value
        for fact in facts(reading, FactKind.REGION_HINT)
        if fact.provenance and fact.provenance.member == facebook.REGIME
    ]
    assert found == ([code] if code else [])


def test_only_log_ins_are_log_ins(tmp_path: Path) -> None:
    events = [
        facebook.visit(DAY, "US") | {"action": action}
        for action in ("Session updated", "Log in", "Anmeldung")
    ]
    path = "security_and_login_information/account_activity.json"
    reading = read(_facebook(tmp_path, **{path: {"account_activity_v2": events}}))
    assert len(facts(reading, FactKind.LOGIN)) == 1


def test_a_notice_is_no_acceptance_unless_the_file_says_so(tmp_path: Path) -> None:
    listed = [{"impression_time": stamp(DAY), "consent_state": state} for state in (0, 2, None, True, "1")]
    notices = {"notification_meta_privacy_policy_update": [*listed, {"impression_time": stamp(DAY)}]}
    reading = read(_facebook(tmp_path, notices=notices))
    policy = [fact for fact in facts(reading, FactKind.NOTICE_RECEIVED) if fact.value.startswith("privacy")]
    assert len(policy) == len(listed) + 1
    assert not facts(reading, FactKind.POLICY_ACCEPTED)


@pytest.mark.parametrize(
    ("profile", "detail"),
    [
        (instagram.profile(value="True"), "account_private"),
        (instagram.profile(value="False"), "account_public"),
        (instagram.profile("Benutzername", "Privates Konto", "True"), "account_private"),
        ({"profile_user": [entry({"A": "True", "B": "False"})]}, None),
        ({"profile_user": []}, None),
    ],
)
def test_the_profile_says_whether_the_account_is_private_now(
    profile: Record, detail: str | None, tmp_path: Path
) -> None:
    path = "personal_information/personal_information/personal_information.json"
    reading = read(instagram.export(instagram.files_2025() | {path: profile}, WHEN).write(tmp_path))
    own = row(reading, "instagram.private_account")
    assert (own.outcome, own.detail.id if own.detail else None) == ("found" if detail else "absent", detail)


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("Your account was switched to Private", "private"),
        ("Account set to public", "public"),
        ("From public to private", "changed"),
        ("Votre compte est passé en mode privé", "changed"),
        ("", "changed"),
    ],
)
def test_a_switch_names_its_side_only_where_its_title_says_one(
    title: str, value: str, tmp_path: Path
) -> None:
    path = "security_and_login_information/login_and_profile_creation/profile_privacy_changes.json"
    files = instagram.files_2025() | {path: instagram.privacy((DAY, title))}
    (fact,) = facts(read(instagram.export(files, WHEN).write(tmp_path)), FactKind.VISIBILITY_CHANGE)
    assert (fact.value, bounds(fact.moment)[0]) == (value, "2025-05-20T12:00:00Z")


def test_a_switch_of_another_year_is_written_as_a_list(tmp_path: Path) -> None:
    path = "security_and_login_information/login_and_profile_creation/profile_privacy_changes.json"
    change = {"title": "Public", "string_list_data": [{"href": "", "value": "", "timestamp": stamp(DAY)}]}
    files = instagram.files_2025() | {path: {"account_history_account_privacy_history": [change]}}
    (fact,) = facts(read(instagram.export(files, WHEN).write(tmp_path)), FactKind.VISIBILITY_CHANGE)
    assert fact.value == "public"


def test_two_times_without_the_label_time_are_no_time(tmp_path: Path) -> None:
    path = "security_and_login_information/login_and_profile_creation/signup_details.json"
    fields = entry({"Zeit": DAY, "Andere Zeit": WHEN})
    files = instagram.files_2025() | {path: {"account_history_registration_info": [fields]}}
    reading = read(instagram.export(files, WHEN).write(tmp_path))
    assert not facts(reading, FactKind.ACCOUNT_CREATED)
    assert reading.source.status == "partial"


@pytest.mark.parametrize(
    ("date", "known"),
    [
        ("Sep 22, 2017 6:33 am", True),
        ("Sep 22, 2017, 6:33 AM", True),
        ("Jun 26, 2026 9:05:20 am", True),
        ("Jun 26, 2026 21:05", True),
        ("Jun 31, 2026 9:05 am", False),
        ("Sep 22, 2017 13:33 pm", False),
        ("ago. 29, 2026 1:09 pm", False),
        ("15 mei 2026 20:30", False),
    ],
)
def test_dates_of_pages_are_read_where_they_are_english(date: str, known: bool, tmp_path: Path) -> None:
    path = "your_instagram_activity/media/posts_1.html"
    made_one = instagram.export({path: page("Posts", box("été", "", date))}, WHEN)
    reading = read(made_one.write(tmp_path))
    assert counts(reading) == {"posts": 1}
    assert sum(tally.undated for tally in reading.tallies) == (0 if known else 1)
    assert reading.source.status == ("read" if known else "partial")


def test_boxes_and_sections_of_one_page_count_the_same(tmp_path: Path) -> None:
    path = "your_facebook_activity/posts/your_posts_1.html"
    for draw in (box, section):
        drawn = page("Posts", *(draw("Mära", f"Post {number}", shown(DAY)) for number in range(300)))
        assert counts(read(facebook.export({path: drawn}, WHEN).write(tmp_path))) == {"posts": 300}


@pytest.mark.parametrize("drawn", [b"", b"<html><body><p>No data</p></body></html>", page("Posts")])
def test_a_page_without_boxes_is_not_taken_for_one_without_posts(drawn: bytes, tmp_path: Path) -> None:
    path = "your_instagram_activity/media/posts_1.html"
    reading = read(instagram.export(instagram.files_2025() | {path: drawn}, WHEN).write(tmp_path))
    assert reading.source.status == "partial"
    assert any(path in sentence for sentence in said(reading))


def test_two_exports_that_say_whose_they_are_are_two_accounts(tmp_path: Path) -> None:
    other = facebook.profile()
    other["profile_v2"]["profile_uri"] = "https://www.facebook.com/other.example/"
    path = "personal_information/profile_information/profile_information.json"
    assert read(_facebook(tmp_path)).source.account == facebook.ADDRESS
    assert (
        read(_facebook(tmp_path, **{path: other})).source.account == "https://www.facebook.com/other.example"
    )


def test_addresses_and_texts_of_the_person_are_never_repeated(tmp_path: Path) -> None:
    for sample in META:
        reading = read(sample.made.write(tmp_path), items=True)
        for fact in reading.facts:
            assert fact.provenance is not None
            for private in ("192.0.2", "mara@example.com", "Licht", "joli", "Lenses", "Ana"):
                assert private not in fact.provenance.raw


def test_a_page_of_ten_thousand_boxes_with_one_foreign_date(tmp_path: Path) -> None:
    dates = [shown(START + timedelta(hours=number)) for number in range(10_000)]
    dates[6_000] = "15 mei 2026 20:30"
    path = "your_instagram_activity/media/posts_1.html"
    made = instagram.export(
        {path: page("Posts", *(box("été", "", one) for one in dates))}, at("2026-08-10 10:00")
    )
    reading = read(made.write(tmp_path))
    assert counts(reading)["posts"] == 10_000
    assert [tally.undated for tally in reading.tallies] == [1]
    assert reading.source.status == "partial"
    assert any("record 6001" in sentence for sentence in said(reading))


def test_a_list_behind_a_key_never_seen_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    path = "your_facebook_activity/comments_and_reactions/comments.json"
    files = facebook.files_2026() | {path: {"comments_v9": [{"timestamp": stamp(START)}]}}
    reading = read(facebook.export(files, at("2026-08-10 10:00")).write(tmp_path))
    assert reading.source.status == "partial"
    assert any(path in sentence for sentence in said(reading))


def test_what_only_looks_escaped_stays_as_it_is(tmp_path: Path) -> None:
    whole = facebook.profile()
    whole["profile_v2"]["profile_uri"] = "https://www.facebook.com/é"
    data = json.dumps(whole).encode()
    assert escaped(whole) != data
    path = "personal_information/profile_information/profile_information.json"
    for text in (data, escaped(whole)):
        made = facebook.era_2026().made.with_member(path, text)
        assert read(made.write(tmp_path)).source.account == "https://www.facebook.com/é"
