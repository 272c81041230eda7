# SPDX-License-Identifier: Apache-2.0
"""What is particular to Google Takeout: times in any language, parts, pages, controls, other files."""

from __future__ import annotations

import gzip
import tarfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from inspector.archives.dates import Years
from inspector.archives.services.google.spelled import local_time
from inspector.domain.words import FactKind
from tests.makers.clock import at
from tests.makers.platforms.google import ENGLISH, cell, google_samples, page, subscriber
from tests.makers.sample import as_json, made
from tests.makers.tables import table
from tests.makers.truth import stamp
from tests.makers.zips import zip_bytes
from tests.unit.archives.services.test_platforms import changed
from tests.unit.archives.test_tar_container import standard
from tests.unit.archives.ways import bounds, counts, facts, read, row, said

DAY = at("2026-05-01 10:00")
YEARS = Years(1998, 2027)
SAMPLES = {sample.name: sample for sample in google_samples()}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Jul 3, 2026, 1:18:25\u202fPM UTC", "2026-07-03 13:18:25"),
        ("Jul 3, 2026, 12:18:25 AM UTC", "2026-07-03 00:18:25"),
        ("3 Jul 2026, 13:18:25 GMT", "2026-07-03 13:18:25"),
        ("3 juil. 2026, 13:18:25 UTC+02:00", "2026-07-03 11:18:25"),
        ("3 de jul. de 2026, 13:18:25 GMT-3", "2026-07-03 16:18:25"),
        ("2026年7月3日 13:18:25 GMT+09:00", "2026-07-03 04:18:25"),
        ("2026-07-03 13:18:25 UTC", "2026-07-03 13:18:25"),
    ],
)
def test_a_time_with_a_zone_is_read_to_the_second_in_any_language(text: str, when: str) -> None:
    found = local_time(text, YEARS)
    assert found is not None
    assert bounds(found) == (stamp(at(when)),) * 2


@pytest.mark.parametrize(
    "text",
    [
        "Jul 3, 2026, 1:18:25\u202fPM EDT",
        "3 Jul 2026, 13:18:25",
        "03.07.2026, 13:18:25 MESZ",
        "3 июл. 2026 г., 13:18:25 MSK",
        "3 jul 2026, 13.18.25 WIB",
    ],
)
def test_a_zone_that_is_abbreviated_leaves_all_zones_open(text: str) -> None:
    found = local_time(text, YEARS)
    clock = datetime.fromisoformat("2026-07-03T13:18:25")
    assert found is not None
    assert bounds(found) == (stamp(clock - timedelta(hours=14)), stamp(clock + timedelta(hours=12)))


def test_half_a_day_in_a_language_that_is_not_read_leaves_the_day() -> None:
    found = local_time("2026. 7. 3. 오후 1:18:25 KST", YEARS)
    assert found is not None
    assert (found.precision, found.zone) == ("day", "none")


@pytest.mark.parametrize(
    "text",
    [
        "3 lis 2026, 13:18:25 CET",  # October in Croatian, November in Polish
        "03/07/2026, 13:18:25",
        "Prompted the meeting of 3 Jul 2026, 13:18:25",
        "Jul 32, 2026, 1:18:25 PM UTC",
        "Jul 3, 2026, 25:18:25 UTC",
        "Jul 3, 1226, 1:18:25 PM UTC",
        "Jul 3, 2026",
        "13:18:25",
        "",
        "Jul 3, 2026, 1:18:25 PM " + "x" * 90,
    ],
)
def test_what_may_mean_two_days_or_is_no_time_is_not_read(text: str) -> None:
    assert local_time(text, YEARS) is None


def test_numbered_parts_of_a_takeout_are_one_and_a_missing_one_is_named(tmp_path: Path) -> None:
    sample = SAMPLES["google-json-renamed"]
    names = [f"takeout-20260309T010203Z-1-00{number}.zip" for number in (1, 2, 3)]
    for number, name in enumerate(names):
        (tmp_path / name).write_bytes(zip_bytes(sample.made.members[number::3]))
    whole = read(tmp_path / names[0])
    assert (whole.source.status, whole.source.account, len(whole.facts)) == (
        "read",
        sample.account,
        len(sample.facts),
    )
    assert counts(whole) == sample.counts
    (tmp_path / names[1]).unlink()
    lacking = read(tmp_path / names[0])
    assert (lacking.source.status, lacking.source.unread_bears) == ("partial", True)
    assert {one.outcome for one in lacking.source.ledger} <= {"found", "unreadable"}


def test_a_takeout_as_tgz_gives_the_same(tmp_path: Path) -> None:
    sample = SAMPLES["google-html-portuguese"]
    path = tmp_path / "takeout-20261008T155525Z-1-001.tgz"
    files = {member.name: member.data for member in sample.made.members}
    path.write_bytes(gzip.compress(standard(files, tarfile.PAX_FORMAT), mtime=0))
    reading = read(path)
    assert (reading.source.status, reading.source.format, reading.source.account) == (
        "read",
        "tgz",
        sample.account,
    )
    assert (len(reading.facts), counts(reading)) == (len(sample.facts), sample.counts)


def test_an_account_page_in_another_language_is_named_and_not_guessed(tmp_path: Path) -> None:
    sample = SAMPLES["google-html-german"]
    name = "Takeout/Google-Konto/robin.SubscriberInfo.html"
    foreign = b"<html><body><ul><li>Erstellt am: 2014-03-09 10:11:12 UTC</li></ul></body></html>"
    reading = changed(sample, name, foreign, tmp_path)
    assert facts(reading, FactKind.ACCOUNT_CREATED) == []
    assert (reading.source.status, row(reading, "google.account_created").outcome) == (
        "partial",
        "unreadable",
    )
    assert any(sentence.startswith(f"{name}: the page is there") for sentence in said(reading))


def test_a_page_of_changes_is_left_to_the_person(tmp_path: Path) -> None:
    name = "Takeout/Google Account/robin.ChangeHistory.html"
    reading = changed(SAMPLES["google-json-renamed"], name, b"<html></html>", tmp_path)
    found = row(reading, "google.changes")
    assert (found.outcome, found.where) == ("not_looked", name.removeprefix("Takeout/"))
    assert reading.source.status == "read"


def test_the_controls_of_an_item_stand_in_its_evidence(tmp_path: Path) -> None:
    reading = read(SAMPLES["google-json-renamed"].made.write(tmp_path))
    shown = [fact.provenance.raw for fact in facts(reading, FactKind.AI_USE) if fact.provenance]
    assert shown == ['["Gemini Apps Activity"]', '["Gemini Apps Activity"]', '["Keep Activity"]']
    assert facts(reading, FactKind.SETTING_READING) == []
    assert row(reading, "google.setting").outcome == "absent"


def test_an_item_of_gemini_without_an_answer_is_use_but_no_question(tmp_path: Path) -> None:
    spelled = "Jul 3, 2026, 1:18:25 PM UTC"
    asked = cell(ENGLISH, "Gemini Apps", "Frage: -", spelled, "<p>-</p><ul><li>-</li></ul>")
    rated = cell(ENGLISH, "Gemini Apps", "Gave feedback", "Jul 9, 2026, 1:18:25 PM UTC")
    name = "Takeout/Aktivität/Gemini/Aktivität.html"
    files = {name: page([asked, rated]), "Takeout/archive_browser.html": b"<html></html>"}
    reading = read(made("takeout.zip", files, DAY).write(tmp_path))
    assert counts(reading) == {"ai_prompts": 1}
    assert [fact.moment.raw for fact in facts(reading, FactKind.AI_USE)] == [
        spelled,
        "Jul 9, 2026, 1:18:25 PM UTC",
    ]


def test_other_files_that_lie_as_deep_state_nothing_and_are_no_fault(tmp_path: Path) -> None:
    sample = SAMPLES["google-json-chinese"]
    made_with = sample.made
    for name, data in {
        "Takeout/YouTube/playlists/list.json": as_json([{"video": 1}, {"video": 2}]),
        "Takeout/Fit/Sessions/run.json": as_json({"fitnessActivity": "running"}),
        "Takeout/Fit/Sessions/broken.json": b'{"fitnessActivity": ',
        "Takeout/Fit/Sessions/many.json": as_json([{"x": number} for number in range(1000)]),
        "Takeout/Chat/Users/page.html": b"<html><div class='other'>x</div></html>",
        "Takeout/Store/orders.csv": b"Order,Date\n1,2020\n",
    }.items():
        made_with = made_with.with_member(name, data)
    reading = read(made_with.write(tmp_path))
    assert (reading.source.status, reading.source.problems) == ("read", ())
    assert counts(reading) == sample.counts


def test_activity_is_recognised_without_its_folder_in_another_language(tmp_path: Path) -> None:
    sample = SAMPLES["google-json-chinese"]
    members = [
        replace(member, name=member.name.removeprefix("Takeout/"))
        for member in sample.made.members
        if "archive_browser" not in member.name
    ]
    bare = replace(sample.made, members=tuple(members))
    assert counts(read(bare.unpack(tmp_path))) == sample.counts


def test_an_access_log_alone_and_an_older_spelling_of_its_times(tmp_path: Path) -> None:
    log = table(
        ("Activity Timestamp", "IP Address", "Country Code", "City"),
        [("Jun 15, 2026, 7:40:10 AM UTC", "192.0.2.1", "AT", "-"), ("2026-06-16T08:00:00Z", "", "", "-")],
    )
    alone = tmp_path / "Activities - A list of Google services accessed by.csv"
    alone.write_bytes(log)
    reading = read(alone)
    assert reading.source.service == "google"
    assert [fact.value for fact in facts(reading, FactKind.REGION_HINT)] == ["AT"]
    assert [bounds(fact.moment)[0] for fact in facts(reading, FactKind.LOGIN)] == [
        "2026-06-15T07:40:10Z",
        "2026-06-16T08:00:00Z",
    ]


def test_two_accounts_in_one_takeout_are_not_called_one(tmp_path: Path) -> None:
    other = subscriber("2014-03-09 10:11:12 UTC").replace(b"104000000000000000017", b"104000000000000000018")
    reading = changed(
        SAMPLES["google-json-renamed"], "Takeout/Google Account/other.SubscriberInfo.html", other, tmp_path
    )
    assert reading.source.account is None


def test_a_log_of_accesses_in_another_language_is_named_and_not_passed_over(tmp_path: Path) -> None:
    name = "Takeout/Access Log Activity/Activities - A list of Google services accessed by x.csv"
    other = table(("Zeitstempel der Aktivität", "Land der Aktivität"), [("2026-01-01 10:00:00 UTC", "DE")])
    reading = changed(SAMPLES["google-json-renamed"], name, other, tmp_path)
    assert reading.source.status == "partial"
    assert any(name in sentence for sentence in said(reading))
