# SPDX-License-Identifier: Apache-2.0
"""What is particular to Snapchat, TikTok, Reddit, Discord, Spotify and Amazon."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.archives.dates import Years
from inspector.archives.find import find_sources
from inspector.archives.frame.ai_names import speaks_of_ai
from inspector.domain.reading import SourceReading
from inspector.domain.words import FactKind
from inspector.system.messages import Messages
from tests.makers.clock import at
from tests.makers.containers import folder
from tests.makers.platforms import Sample, samples
from tests.makers.platforms.amazon import PRIVACY, RESIDENCE, privacy
from tests.makers.platforms.discord import ALL, SERVER, event, events, lines
from tests.makers.platforms.reddit import checkfile, files
from tests.makers.platforms.snapchat import TERMS, terms
from tests.makers.platforms.tiktok import ENGLISH, newer, text_files
from tests.makers.sample import as_json, made
from tests.makers.tables import table
from tests.unit.archives.ways import counts, facts, read, row, said

DAY = at("2026-05-01 10:00")
YEARS = Years(1998, 2027)
SAMPLES = {sample.name: sample for sample in samples()}


def detail(reading: SourceReading, ledger_id: str) -> str:
    """What else a row of the ledger says, in English."""
    found = row(reading, ledger_id).detail
    return Messages().text(found.key, **found.as_dict()) if found else ""


def changed(sample: Sample, name: str, data: bytes, where: Path) -> SourceReading:
    """The sample with one member replaced or added."""
    (where / "export.zip").write_bytes(sample.made.with_member(name, data).zip())
    return read(where / "export.zip")


# Snapchat


def test_terms_are_read_whatever_their_list_is_called(tmp_path: Path) -> None:
    other = as_json({"Some New Terms": terms(*TERMS)["Snap Inc. Terms of Service"]})
    reading = changed(SAMPLES["snapchat-2024"], "json/terms_history.json", other, tmp_path)
    accepted = facts(reading, FactKind.POLICY_ACCEPTED)
    assert {fact.value for fact in accepted} == {version for _, version in TERMS}
    assert [note.id for note in reading.source.problems] == ["new_keys"]


def test_an_export_of_pages_alone_is_not_called_empty(tmp_path: Path) -> None:
    pages = {"html/snapchat_ai.html": b"<html></html>", "index.html": b"<html></html>"}
    reading = read(made("mydata~1725955200.zip", pages, DAY).write(tmp_path))
    assert (reading.source.service, reading.source.status) == ("snapchat", "partial")
    assert {one.outcome for one in reading.source.ledger} == {"unreadable"}
    assert "tick JSON" in said(reading)[0]


def test_the_second_part_of_an_export_belongs_to_the_first(tmp_path: Path) -> None:
    sample = SAMPLES["snapchat-2024"]
    first, second = tmp_path / "mydata~1725955200.zip", tmp_path / "mydata~1725955200-2.zip"
    first.write_bytes(sample.made.zip())
    second.write_bytes(made(second.name, {"chat_media/2024-01-01_x.jpg": b"\xff\xd8"}, DAY).zip())
    for handed_in in (first, second):
        reading = read(handed_in)
        assert (reading.source.status, [part.name for part in reading.source.parts]) == (
            "read",
            [first.name, second.name],
        )
        assert len(reading.facts) == len(sample.facts)
    first.unlink()
    assert read(second).source.status != "read"


# TikTok


@pytest.mark.parametrize(("value", "word"), [("Enabled", "was private"), ("Disabled", "not private")])
def test_whether_the_account_was_private_is_said_without_a_since(
    value: str, word: str, tmp_path: Path
) -> None:
    reading = read(made("x.zip", {"user_data_tiktok.json": newer(value)}, DAY).write(tmp_path))
    assert row(reading, "tiktok.visibility").outcome == "found"
    assert word in detail(reading, "tiktok.visibility")
    assert facts(reading, FactKind.VISIBILITY_CHANGE) == []


def test_another_word_for_private_says_nothing(tmp_path: Path) -> None:
    reading = read(made("x.zip", {"user_data_tiktok.json": newer("Privat")}, DAY).write(tmp_path))
    assert row(reading, "tiktok.visibility").outcome == "absent"


def test_a_text_in_another_language_is_recognised_and_asks_for_json(tmp_path: Path) -> None:
    words = {key: value.replace("/", "/Ü ") if "/" in value else value for key, value in ENGLISH.items()}
    reading = read(made("x.zip", text_files(words), DAY).write(tmp_path))
    assert (reading.source.service, reading.source.status) == ("tiktok", "partial")
    assert "choose JSON" in said(reading)[0]
    assert {entry.outcome for entry in reading.source.ledger} == {"unreadable"}


def test_an_ai_picture_in_a_text_is_not_called_absent(tmp_path: Path) -> None:
    files = text_files(ENGLISH) | {f"TikTok/{ENGLISH['faces']}.txt": b"Made: in a way nobody has described\n"}
    reading = read(made("x.zip", files, DAY).write(tmp_path))
    assert row(reading, "tiktok.ai_use").outcome == "unreadable"
    assert any("AI-Moji.txt" in sentence for sentence in said(reading))
    assert counts(reading) == SAMPLES["tiktok-text-english"].counts


def test_a_folder_of_texts_is_an_export_and_one_with_json_holds_it(tmp_path: Path) -> None:
    for name in ("tiktok-text-dutch", "tiktok-2026"):
        folder(tmp_path / name, SAMPLES[name].made.members)
    (tmp_path / "tiktok-2026" / "screen.png").write_bytes(b"\x89PNG")
    found = [path.relative_to(tmp_path).as_posix() for path in find_sources([tmp_path])]
    assert found == ["tiktok-2026/screen.png", "tiktok-2026/user_data_tiktok.json", "tiktok-text-dutch"]
    assert counts(read(tmp_path / "tiktok-text-dutch")) == SAMPLES["tiktok-text-dutch"].counts


# Reddit


def _reddit(tables: dict[str, bytes], where: Path) -> SourceReading:
    return read(made("export.zip", tables, DAY).write(where))


def test_every_file_is_compared_with_reddits_own_list(tmp_path: Path) -> None:
    tables = files()
    reading = _reddit({**tables, "checkfile.csv": checkfile(tables)}, tmp_path)
    assert row(reading, "reddit.own_list").outcome == "found"
    assert detail(reading, "reddit.own_list").startswith(f"{len(tables)} of {len(tables)} listed files")


def test_a_file_that_was_changed_later_is_named(tmp_path: Path) -> None:
    tables = files()
    listed = checkfile(tables)
    edited = {**tables, "posts.csv": tables["posts.csv"].replace(b"2024-01-01", b"2020-01-01")}
    reading = _reddit({**edited, "checkfile.csv": listed}, tmp_path)
    assert (reading.source.status, reading.source.unread_bears) == ("partial", True)
    assert said(reading)[0].startswith("posts.csv: this file is not the one")
    assert detail(reading, "reddit.own_list").startswith(f"{len(tables) - 1} of {len(tables)}")


def test_a_file_that_is_listed_and_missing_is_named_and_nothing_is_called_absent(tmp_path: Path) -> None:
    tables = files()
    listed = checkfile(tables)
    del tables["comments.csv"]
    reading = _reddit({**tables, "checkfile.csv": listed}, tmp_path)
    assert said(reading)[0].startswith("comments.csv: the service lists this file")
    assert row(reading, "reddit.comments").outcome == "unreadable"


def test_without_the_list_nothing_is_compared(tmp_path: Path) -> None:
    reading = _reddit(files(), tmp_path)
    assert (reading.source.status, row(reading, "reddit.own_list").outcome) == ("read", "absent")


def test_a_preference_that_speaks_of_ai_is_named_and_means_nothing(tmp_path: Path) -> None:
    rows = [("hide_from_robots", "False"), ("allow_ai_training", "False"), ("third_party_data", "True")]
    reading = _reddit({**files(), "user_preferences.csv": table(("preference", "value"), rows)}, tmp_path)
    assert "allow_ai_training" in detail(reading, "reddit.preferences")
    assert not [fact for fact in reading.facts if fact.control]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("allow_ai_training", True), ("genAI", True), ("LLM use", True), ("modelTraining", True),
        ("machine_learning", True), ("email_digests", False), ("restrain", False), ("maiden", False),
    ],
)  # fmt: skip
def test_names_that_speak_of_ai(name: str, expected: bool) -> None:
    assert speaks_of_ai(name) is expected


def test_statistics_of_something_else_are_no_export(tmp_path: Path) -> None:
    other = made("x.zip", {"statistics.csv": b"statistic,value\nmean,4\n"}, DAY)
    assert read(other.write(tmp_path)).source.service is None


# Discord


def _discord(tmp_path: Path, *kinds: str) -> SourceReading:
    sample = SAMPLES["discord-2026"]
    kept = [member for member in sample.made.members if "/events-" not in member.name]
    told = replace(sample.made, members=tuple(kept))
    for name, data in events("Activity", *kinds).items():
        assert isinstance(data, bytes)
        told = told.with_member(name, data)
    return read(told.write(tmp_path))


def test_a_folder_of_events_that_is_missing_among_others_is_a_hint_and_no_reading(tmp_path: Path) -> None:
    reading = _discord(tmp_path, "reporting", "tns")
    for name in ("analytics", "modeling"):
        assert (row(reading, f"discord.{name}").outcome, row(reading, f"discord.{name}").where) == (
            "absent",
            f"Activity/{name}/",
        )
        assert detail(reading, f"discord.{name}") == "Other folders of events are there and this one is not."
    assert facts(reading, FactKind.SETTING_READING) == []
    assert reading.source.status == "read"


def test_without_any_activity_nothing_can_be_told(tmp_path: Path) -> None:
    reading = _discord(tmp_path)
    assert "no activity at all" in detail(reading, "discord.analytics")


def test_events_tell_their_first_and_last_day(tmp_path: Path) -> None:
    reading = _discord(tmp_path, *ALL)
    assert row(reading, "discord.analytics").outcome == "found"
    assert "from 2025-03-01 to 2026-01-30" in detail(reading, "discord.analytics")
    assert facts(reading, FactKind.SETTING_READING) == []


def test_types_of_events_that_speak_of_settings_are_named(tmp_path: Path) -> None:
    told = lines(
        event(at("2025-03-01 07:00"), "user_settings_updated"), event(at("2025-03-02 07:00"), "other")
    )
    name = "Activity/tns/events-2026-00000-of-00001.json"
    reading = changed(SAMPLES["discord-2026"], name, told, tmp_path)
    assert row(reading, "discord.setting_events").outcome == "found"
    assert "user_settings_updated" in detail(reading, "discord.setting_events")


def test_messages_of_a_channel_of_unknown_kind_are_not_counted_and_said(tmp_path: Path) -> None:
    sample = SAMPLES["discord-2026"]
    reading = read(sample.made.without(f"Messages/c{SERVER}/channel.json").write(tmp_path))
    assert counts(reading) == {"private_messages": 3}
    assert reading.source.status == "partial"
    assert said(reading)[0].startswith(f"Messages/c{SERVER}/messages.json: the kind of this channel")


def test_a_user_of_another_service_is_not_discords(tmp_path: Path) -> None:
    users = {
        "chatgpt/user.json": {"id": "user-1", "email": "r@example.com", "username": "r"},
        "other/user.json": {"id": "123456789012345678", "name": "r"},
    }
    for name, user in users.items():
        assert read(made("x.zip", {name: user}, DAY).write(tmp_path)).source.service is None


# Spotify and Amazon


def test_the_day_of_privacy_settings_is_told_and_their_meaning_is_not_guessed(tmp_path: Path) -> None:
    reading = read(SAMPLES["alexa-privacy"].made.write(tmp_path))
    assert row(reading, "alexa.privacy_settings").outcome == "found"
    assert "2025-03-28" in detail(reading, "alexa.privacy_settings")
    assert reading.facts == ()
    named = changed(SAMPLES["alexa-privacy"], PRIVACY, privacy(("allowTraining", "lastModified")), tmp_path)
    assert "allowTraining" in detail(named, "alexa.privacy_settings")
    late = changed(SAMPLES["alexa-privacy"], PRIVACY, privacy().replace(b"03/28", b"28/03"), tmp_path)
    assert row(late, "alexa.privacy_settings").outcome == "unreadable"


def test_tables_of_amazon_and_reddit_handed_in_alone(tmp_path: Path) -> None:
    amazon, reddit = SAMPLES["alexa-together"].made, files()
    for name, data, service in (
        ("Retail.CustomerProfile.PrivacySettings (1).csv", amazon[PRIVACY], "alexa"),
        (RESIDENCE.rpartition("/")[2], amazon[RESIDENCE], "alexa"),
        ("statistics.csv", reddit["statistics.csv"], "reddit"),
        ("comments.csv", reddit["comments.csv"], "reddit"),
    ):
        (tmp_path / name).write_bytes(data)
        reading = read(tmp_path / name)
        assert (reading.source.service, reading.source.status) == (service, "read"), name


def test_a_country_of_residence_by_name_and_without_a_day(tmp_path: Path) -> None:
    lived = table(
        ("Timestamp", "Country"), [("2024-01-01T00:00:00Z", "Germany"), ("yesterday", "US"), ("", "FR")]
    )
    reading = read(made("Alexa.zip", {RESIDENCE: lived}, DAY).write(tmp_path))
    assert [fact.value for fact in facts(reading, FactKind.REGION_HINT)] == ["DE"]
    assert reading.source.status == "partial"


def test_a_section_that_is_new_is_told_by_its_name(tmp_path: Path) -> None:
    sample = SAMPLES["tiktok-2026"]
    whole = json.loads(sample.made["user_data_tiktok.json"])
    reading = changed(sample, "user_data_tiktok.json", as_json({**whole, "AI Chat": {"secret": 1}}), tmp_path)
    (told,) = reading.source.problems
    assert told.as_dict() == {"file": "user_data_tiktok.json", "keys": "AI Chat", "n": 1}
    assert (reading.source.status, counts(reading)) == ("read", sample.counts)


def test_an_event_that_is_no_event_costs_itself(tmp_path: Path) -> None:
    sample = SAMPLES["discord-2026"]
    name = "Activity/analytics/events-2026-00000-of-00001.json"
    content = sample.made[name] + b"{broken\n" + lines(event(at("2024-05-01 10:00:00"), "consent_changed"))
    reading = changed(sample, name, content, tmp_path)
    assert any(f"{name}, record 3" in sentence for sentence in said(reading))
    (row,) = [row for row in reading.source.ledger if row.id == "discord.setting_events"]
    assert row.outcome == "found"
