# SPDX-License-Identifier: Apache-2.0
"""Chats with AI features: the member's own lines count, the assistant's do not."""

from __future__ import annotations

from pathlib import Path

from inspector.domain.words import FactKind
from tests.makers.linkedin import ERA_2024, ERA_2025, ERA_2026, of_era
from tests.makers.tables import table
from tests.unit.archives.ways import counts, facts, iso, read, read_files, row, statuses


def test_own_lines_are_facts_with_the_date_cell_alone(tmp_path: Path) -> None:
    reading = read(of_era(ERA_2024).write(tmp_path))
    used = facts(reading, FactKind.AI_USE)
    assert [(fact.value, iso(fact.moment.not_before)) for fact in used] == [
        ("coach", "2024-11-20T08:00:00Z"),
        ("coach", "2024-12-11T19:30:00Z"),
    ]
    assert [fact.provenance.raw for fact in used if fact.provenance] == [
        "2024-11-20 08:00:00 UTC",
        "2024-12-11 19:30:00 UTC",
    ]
    assert counts(reading)["ai_prompts"] == 2
    assert row(reading, "linkedin.ai_use").where == "coach_messages.csv"


def test_features_are_told_apart(tmp_path: Path) -> None:
    used = facts(read(of_era(ERA_2026).write(tmp_path)), FactKind.AI_USE)
    assert {fact.value for fact in used} == {"learning-coach"}


def test_files_with_a_header_alone_count_zero(tmp_path: Path) -> None:
    reading = read(of_era(ERA_2025).write(tmp_path))
    assert counts(reading)["ai_prompts"] == 0
    assert row(reading, "linkedin.ai_use").outcome == "absent"


def test_a_file_that_says_there_are_no_conversations_is_read(tmp_path: Path) -> None:
    files = {
        "LearningCoachMessages.csv": b"No conversations found\n",
        "Registration.csv": b"Registered At,Subscription Types\n",
    }
    reading = read_files(tmp_path, files)
    assert statuses(reading) == {"LearningCoachMessages.csv": "read", "Registration.csv": "read"}
    assert row(reading, "linkedin.ai_use").outcome == "absent"


def test_another_sender_than_the_member_is_not_counted(tmp_path: Path) -> None:
    header = ("FROM", "SENDER PROFILE URL", "TO", "DATE", "SUBJECT", "CONTENT", "FOLDER")
    me = "https://www.linkedin.com/in/mara-example"
    rows = [
        ("Mara Example", me, "", "2026-01-01 10:00:00 UTC", "", "Help", "INBOX"),
        ("", "", "Mara Example", "2026-01-01 10:00:05 UTC", "", "Gladly", "INBOX"),
        (
            "Top Guide",
            "https://www.linkedin.com/in/guide",
            "Mara Example",
            "2026-01-01 10:00:09 UTC",
            "",
            "x",
            "INBOX",
        ),
        ("Mara Example", me, "", "whenever", "", "Help", "INBOX"),
    ]
    profile = b"First Name,Last Name,Geo Location\nMara,Example,\n"
    invitations = (
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
        f'Mara,Ana,"1/1/26, 9:00 AM",,OUTGOING,{me},https://www.linkedin.com/in/ana-example\n'
    )
    files = {
        "guide_messages.csv": table(header, rows),
        "Profile.csv": profile,
        "Invitations.csv": invitations.encode(),
    }
    reading = read_files(tmp_path, files)
    assert reading.source.account == me
    assert counts(reading)["ai_prompts"] == 2
    assert reading.source.status == "partial"
