# SPDX-License-Identifier: Apache-2.0
"""The export coach: what to choose, when to fetch, and whether all files came."""

from __future__ import annotations

from datetime import date

import pytest

from inspector.actions.appointments import calendar_file
from inspector.actions.arrival import arrival
from inspector.actions.coach import coach, fetch_day, last_whole_day, reminder
from inspector.actions.wording import Text, say
from inspector.catalog.entry import Archive, ServiceEntry
from inspector.system.messages import Messages
from tests.unit.actions.members import CATALOG, NOW

MESSAGES = Messages()
REQUESTED = date(2026, 11, 21)
WITH_ARCHIVE = [entry for entry in CATALOG.services() if entry.archive]


def archive_of(service: str) -> Archive:
    archive = CATALOG.service(service).archive
    assert archive is not None
    return archive


def said(*texts: Text) -> str:
    return " ".join(say(text, MESSAGES) for text in texts)


def test_google_is_asked_for_json_and_the_access_log() -> None:
    told = coach(CATALOG.service("google"))
    assert told is not None
    assert "Set the format of My Activity to JSON; the preset is HTML." in said(*told.choose)
    assert "Tick Access Log Activity; it is not ticked by default." in said(*told.choose)
    assert said(told.ready).startswith("No source says how long it takes. Look after 7 days;")


def test_times_are_those_of_the_sources() -> None:
    told = {entry.id: coach(entry) for entry in WITH_ARCHIVE}
    spans = {name: said(one.ready, one.link) for name, one in told.items() if one}
    assert "up to 24 hours" in spans["linkedin"]
    assert "The link works for 72 hours." in spans["linkedin"]
    assert "up to 7 days" in spans["chatgpt"]
    assert "The link works for 24 hours." in spans["chatgpt"]
    assert "up to 30 days" in spans["discord"]
    assert "The link works for 14 days." in spans["apple"]
    assert "up to 15 minutes" in spans["github"]
    assert "No source says how long the link works." in spans["spotify"]


@pytest.mark.parametrize("entry", WITH_ARCHIVE, ids=lambda entry: entry.id)
def test_every_coach_cites_sources_that_exist(entry: ServiceEntry) -> None:
    told = coach(entry)
    assert told is not None
    assert told.steps
    assert told.url.startswith("https://")
    assert {entry.source(source).id for source in told.sources} == set(told.sources)


def test_a_service_without_an_archive_has_no_coach() -> None:
    zoom = CATALOG.service("zoom")
    assert coach(zoom) is None
    assert reminder(zoom, REQUESTED, MESSAGES) == ()
    assert arrival(zoom, ["zoom.zip"]).whole is None


@pytest.mark.parametrize(
    ("service", "day"),
    [
        ("linkedin", "2026-11-22"),
        ("github", "2026-11-22"),
        ("chatgpt", "2026-11-28"),
        ("google", "2026-11-28"),
        ("discord", "2026-12-21"),
    ],
)
def test_the_reminder_stands_on_the_day_on_which_it_should_be_there(service: str, day: str) -> None:
    assert fetch_day(archive_of(service), REQUESTED) == date.fromisoformat(day)


def test_the_last_whole_day_is_never_one_on_which_the_link_may_end() -> None:
    assert last_whole_day(archive_of("chatgpt"), REQUESTED) == REQUESTED
    assert last_whole_day(archive_of("linkedin"), REQUESTED) == date(2026, 11, 23)
    assert last_whole_day(archive_of("spotify"), REQUESTED) is None


def test_the_calendar_file_is_the_same_each_time_and_names_page_and_link() -> None:
    made = [
        calendar_file(reminder(CATALOG.service("chatgpt"), REQUESTED, MESSAGES), NOW).decode()
        for _ in range(2)
    ]
    assert made[0] == made[1]
    plain = made[0].replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20261128\r\n" in plain
    assert "SUMMARY:Fetch your archive from ChatGPT\r\n" in plain
    assert "The link works for 24 hours." in plain
    assert "URL:https://chatgpt.com/" in plain


def test_a_part_between_others_is_missed() -> None:
    names = [f"takeout-20261008T155525Z-1-{number}.tgz" for number in ("001", "002", "004")]
    found = arrival(CATALOG.service("google"), [*names, "holiday.jpg"])
    assert found.came == tuple(names)
    assert said(*found.missing) == ("Part 3 of takeout-20261008T155525Z-1- is missing; a later one is here.")
    assert found.whole is False


def test_no_name_says_which_part_is_the_last() -> None:
    found = arrival(CATALOG.service("google"), ["takeout-20261008T155525Z-001.zip"])
    assert (found.missing, found.whole) == ((), None)
    assert "Compare with the list in the mail" in said(*found.open)


def test_two_exports_of_one_service_are_counted_apart() -> None:
    names = ["takeout-20260101T000000Z-002.zip", "takeout-20261008T155525Z-001.zip"]
    found = arrival(CATALOG.service("google"), names)
    assert said(*found.missing) == "Part 1 of takeout-20260101T000000Z- is missing; a later one is here."


def test_numbers_begin_where_the_service_begins() -> None:
    claude = CATALOG.service("claude")
    whole = ["data-2026-10-06-10-00-00-batch-0000.zip", "data-2026-10-06-10-00-00-batch-0001.zip"]
    assert arrival(claude, whole).missing == ()
    assert "Part 0 of" in said(*arrival(claude, whole[1:]).missing)
    snapchat = CATALOG.service("snapchat")
    parts = ["mydata~1700000000.zip", "mydata~1700000000-2.zip", "mydata~1700000000-4.zip"]
    assert said(*arrival(snapchat, parts).missing).startswith("Part 3 of mydata~1700000000-")


def test_of_linkedin_the_basic_part_alone_is_not_all() -> None:
    linkedin = CATALOG.service("linkedin")
    basic = "Basic_LinkedInDataExport_10-05-2026.zip"
    found = arrival(linkedin, [basic])
    assert found.whole is False
    assert said(*found.missing) == "A file named Complete_LinkedInDataExport_*.zip is missing."
    both = arrival(linkedin, [basic, "Complete_LinkedInDataExport_10-05-2026.zip.zip"])
    assert (both.missing, both.open, both.whole) == ((), (), True)


def test_one_file_is_whole_and_two_may_be_of_two_requests() -> None:
    discord = CATALOG.service("discord")
    assert arrival(discord, ["package.zip"]).whole is True
    reddit = CATALOG.service("reddit")
    two = arrival(reddit, ["export_a_20260101.zip", "export_a_20260601.zip"])
    assert two.whole is None
    assert "2 files came" in said(*two.open)


def test_foreign_files_are_no_archive() -> None:
    found = arrival(CATALOG.service("chatgpt"), ["holiday.jpg"])
    assert (found.came, found.whole) == ((), False)
    assert "None of the files has a name that archives of ChatGPT have." in said(*found.missing)


def test_where_names_tell_nothing_that_is_said() -> None:
    found = arrival(CATALOG.service("x"), ["twitter-2026-01-10-abc.zip"])
    assert found.whole is None
    assert "The names do not say how many files there are." in said(*found.open)
    assert arrival(CATALOG.service("github"), ["0a1b2c3d.tar.gz"]).whole is None
