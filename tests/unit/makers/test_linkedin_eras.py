# SPDX-License-Identifier: Apache-2.0
"""The archives of each era have the shapes that were measured on real ones."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from tests.makers.linkedin import (
    ERA_2018,
    ERA_2020,
    ERA_2021,
    ERA_2022,
    ERA_2023,
    ERA_2024,
    ERA_2025,
    ERA_2025_MARCH,
    ERA_2026,
    ERA_2026_ALL_COLUMNS,
    ERAS,
    Contents,
    Era,
    build,
    full,
    of_era,
)
from tests.makers.made import Made


def rows(data: bytes, encoding: str = "utf-8", delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(encoding), newline=""), delimiter=delimiter))


def text(made: Made, name: str) -> str:
    return made[name].decode()


def header(made: Made, name: str) -> str:
    return text(made, name).splitlines()[0]


@pytest.mark.parametrize("era", ERAS, ids=lambda era: era.name)
def test_an_era_is_made_the_same_twice(era: Era) -> None:
    assert of_era(era).zip() == of_era(era).zip()
    assert of_era(era).truth == of_era(era).truth


@pytest.mark.parametrize("era", ERAS, ids=lambda era: era.name)
def test_nothing_is_younger_than_its_file(era: Era) -> None:
    for name, times in of_era(era).truth.by_month.items():
        assert all(month <= f"{era.made_at:%Y-%m}" for month in times), name


@pytest.mark.parametrize("name", [
    "Account Status History.csv", "Ad Targeting.csv", "Logins.csv", "Search Queries.csv",
    "Security Challenges.csv", "Shares.csv",
])  # fmt: skip
def test_2018_has_quoted_utf16_tables_with_tabs(name: str) -> None:
    data = of_era(ERA_2018)[name]
    assert data.startswith(b"\xff\xfe")
    decoded = data.decode("utf-16")
    assert decoded.startswith('"')
    assert decoded.endswith('"\n')
    assert "\r" not in decoded
    assert len({len(row) for row in rows(data, "utf-16", "\t")}) == 1


def test_2018_has_seven_message_columns_with_directions_and_a_registration_date() -> None:
    made = of_era(ERA_2018)
    assert header(made, "messages.csv") == "From,To,Date,Subject,Content,Direction,Folder"
    sent = {(row[5], row[6]) for row in rows(made["messages.csv"])[1:]}
    assert sent == {
        ("INCOMING", "INBOX"),
        ("OUTGOING", "SENT"),
        ("INCOMING", "ARCHIVED"),
        ("INCOMING", "SPAM"),
    }
    assert rows(made["Registration.csv"])[0][0] == "Registration Date"
    assert text(made, "Connections.csv").startswith("First Name,Last Name,Email Address")
    assert made.truth.sponsored_messages == 0
    assert made.truth.comments is None


def test_2020_writes_seven_capital_columns_and_times_with_a_t_and_no_zone() -> None:
    made = of_era(ERA_2020)
    assert header(made, "messages.csv") == "FROM,TO,DATE,SUBJECT,CONTENT,DIRECTION,FOLDER"
    assert rows(made["messages.csv"])[1][2] == "2020-02-04T07:15:07"


@pytest.mark.parametrize(("era", "columns", "tail"), [
    (ERA_2021, 9, "FOLDER"),
    (ERA_2022, 9, "FOLDER"),
    (ERA_2023, 10, "FOLDER"),
    (ERA_2024, 12, "IS CONVERSATION DRAFT"),
    (ERA_2025_MARCH, 11, "ATTACHMENTS"),
    (ERA_2025, 12, "IS MESSAGE DRAFT"),
    (ERA_2026, 11, "ATTACHMENTS"),
    (ERA_2026_ALL_COLUMNS, 13, "IS CONVERSATION DRAFT"),
], ids=lambda value: value.name if isinstance(value, Era) else str(value))  # fmt: skip
def test_messages_have_the_columns_of_their_era(era: Era, columns: int, tail: str) -> None:
    table = rows(of_era(era)["messages.csv"])
    assert table[0][-1] == tail
    assert {len(row) for row in table if row} == {columns}
    assert table[1][table[0].index("DATE")].endswith(" UTC")


def test_2022_has_crlf_in_activity_files_and_lf_elsewhere() -> None:
    made = of_era(ERA_2022)
    for name in ("Comments.csv", "Shares.csv", "Reactions.csv", "Votes.csv", "Member_Follows.csv"):
        assert made[name].endswith(b"\r\n"), name
    assert b"\r" not in made["messages.csv"]
    assert made["Account Status History.csv"].decode("utf-16") == (
        '"Time"\t"Event"\n"2012/03/04 12:00:00 UTC"\t"Account Created"\n'
    )
    assert made["Endorsement Received Info.csv"].startswith(b"\xff\xfe")
    assert rows(made["Receipts.csv"])[1][2:6] == ["us", "97201", "12/11/20, 2:20 PM", "CreditCard"]
    assert header(made, "Rich Media.csv") == "Type,Link"
    assert "savedItem,createdTime" in text(made, "Saved_Items.csv")


def test_addresses_came_in_2023() -> None:
    before, after = of_era(ERA_2022), of_era(ERA_2023)
    assert "\nFirst Name,Last Name,Email Address,Company" in text(before, "Connections.csv")
    assert "\nFirst Name,Last Name,URL,Email Address,Company" in text(after, "Connections.csv")
    assert header(before, "Invitations.csv") == "From,To,Sent At,Message,Direction"
    assert header(after, "Invitations.csv").endswith(",inviterProfileUrl,inviteeProfileUrl")
    assert ",www.linkedin.com/in/ana-ruiz-example," in text(after, "Endorsement_Received_Info.csv")


def test_connections_begin_with_a_note_and_end_without_a_newline() -> None:
    lines = text(of_era(ERA_2026), "Connections.csv").split("\n")
    assert lines[0] == "Notes:"
    assert lines[1].startswith('"When exporting')
    assert lines[2] == ""
    assert lines[-1].startswith(",,,,,,")  # a hidden member, of whom only the date is left


def test_2024_comments_spill_over_lines_and_searches_have_bare_commas() -> None:
    made = of_era(ERA_2024)
    lines = text(made, "Comments.csv").split("\r\n")
    assert lines[3].endswith(",Two thoughts:")
    assert lines[4:] == ["", "first, the mirror", "second the mount", ""]
    assert made.truth.comments == 3
    assert [len(row) for row in rows(made["SearchQueries.csv"])] == [2, 4, 2]


@pytest.mark.parametrize(
    "era", [ERA_2022, ERA_2023, ERA_2024, ERA_2025_MARCH, ERA_2025], ids=lambda era: era.name
)
def test_shares_wrap_each_line_in_quotes_up_to_2025(era: Era) -> None:
    post = rows(of_era(era)["Shares.csv"])[2][2]
    assert post == 'We measured twice,"\n""\n"and cut "once"."\n"Bees, too 🐝'
    assert post.replace('"\n"', "\n") == full(era).shares[1].text  # type: ignore[index]  # the story has shares


def test_one_archive_of_2025_has_a_blank_last_row_in_every_table() -> None:
    made = of_era(ERA_2025_MARCH)
    tables = [member for member in made.members if member.name.endswith(".csv") and member.data]
    assert all(member.data.endswith(b"\n\n") for member in tables)
    assert made["Profile Summary.csv"] == b""


def test_2025_is_delivered_with_a_double_extension_and_both_receipt_files() -> None:
    made = of_era(ERA_2025)
    assert made.name == "Complete_LinkedInDataExport_08-15-2025.zip.zip"
    assert rows(made["Receipts_v2.csv"])[1][2:5] == ["US", "97201", "06/16/25 02:15 AM UTC"]
    assert {payment.source for payment in made.truth.plans} == {"Receipts.csv", "Receipts_v2.csv"}
    assert made["LearningCoachMessages.csv"] == b"No conversations found\n"
    assert made["guide_messages.csv"].count(b"\n") == 1
    assert made.truth.ai_prompts == 0


def test_2026_quotes_every_cell_of_messages_and_keeps_real_line_breaks() -> None:
    data = of_era(ERA_2026)["messages.csv"]
    assert data.startswith(b'"CONVERSATION ID","CONVERSATION TITLE","FROM"')
    assert b',"",' in data
    assert b"fair?\nHall 3" in data
    assert b"Thanks,\r\nbye." in data
    assert all(len(row) == 11 for row in rows(data))


def test_before_2026_no_message_has_a_line_break() -> None:
    for era in ERAS[:-2]:
        made = of_era(era)
        lines = text(made, "messages.csv").rstrip("\n").split("\n")
        assert len(lines) == len(rows(made["messages.csv"].rstrip(b"\n") + b"\n")), era.name


def test_2026_marks_files_with_the_member_id_and_splits_the_answers() -> None:
    made = of_era(ERA_2026)
    for name in (
        "Comments",
        "Shares",
        "Reactions",
        "Votes",
        "InstantReposts",
        "Saved_Items",
        "Member_Follows",
    ):
        assert f"{name}_900000417.csv" in made.names
    parts = [name for name in made.names if name.startswith("Job Applicant Saved Screening")]
    assert [name.removeprefix("Job Applicant Saved Screening Question Responses") for name in parts] == [
        ".csv", "_1.csv", "_2.csv",
    ]  # fmt: skip
    assert sum(len(rows(made[name])) - 1 for name in parts) + 1 == made.truth.saved_answers
    assert "Private_identity_asset.csv" in made.names


@pytest.mark.parametrize(("era", "count"), [(ERA_2022, 31), (ERA_2023, 32), (ERA_2025, 32), (ERA_2026, 35)],
                         ids=lambda value: value.name if isinstance(value, Era) else str(value))  # fmt: skip
def test_targeting_has_columns_that_come_three_times(era: Era, count: int) -> None:
    head, values = rows(of_era(era)["Ad_Targeting.csv"])[:2]
    assert len(head) == len(values) == count
    for name in ("Company Names", "Job Titles"):
        cells = [value for column, value in zip(head, values, strict=True) if column == name]
        assert len(cells) == 3
        assert len(set(cells)) == 3


def test_the_header_of_learning_ends_with_a_comma() -> None:
    assert header(of_era(ERA_2026), "Learning.csv").endswith("Notes taken on videos (if taken),")


def test_chats_name_the_member_in_one_direction_only() -> None:
    mine, theirs = rows(of_era(ERA_2026)["learning_coach_messages.csv"])[1:3]
    url = "https://www.linkedin.com/in/mara-lindqvist-example"
    assert (mine[2], mine[3], mine[4]) == ("Mara Lindqvist-Example", url, "")
    assert (theirs[2], theirs[3], theirs[4]) == ("", "", "Mara Lindqvist-Example")


def test_logins_and_challenges_changed_their_dates() -> None:
    assert rows(of_era(ERA_2018)["Logins.csv"], "utf-16", "\t")[1][0] == "2018/11/19 04:15:07 UTC"
    assert rows(of_era(ERA_2026)["Logins.csv"])[1][0] == "Sun Mar 08 02:15:07 UTC 2026"


def test_a_basic_archive_lacks_what_is_made_offline_and_says_so() -> None:
    made = of_era(ERA_2025, "basic")
    assert made.name.startswith("Basic_")
    assert not {"Comments.csv", "Shares.csv", "Logins.csv", "LearningCoachMessages.csv"} & set(made.names)
    assert {"messages.csv", "Registration.csv", "Receipts_v2.csv"} <= set(made.names)
    assert (made.truth.posts, made.truth.comments, made.truth.private_messages) == (None, None, 9)


def test_quick_files_come_within_two_minutes_and_offline_ones_within_a_day() -> None:
    made = of_era(ERA_2026)
    first = made.members[0].when
    late = {m.name: (m.when - first).total_seconds() for m in made.members}
    assert late["messages.csv"] < 120
    assert 82_000 < late["Votes_900000417.csv"] < 86_400


def test_none_leaves_a_file_out_and_nothing_leaves_a_header() -> None:
    made = build(Contents(shares=(), comments=None, registered_at=None), ERA_2026)
    assert made["Shares_900000417.csv"] == b"Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
    assert not any(name.startswith(("Comments", "Registration")) for name in made.names)
    assert (made.truth.posts, made.truth.comments, made.truth.created) == (0, None, None)


def test_a_draft_stands_only_where_a_column_calls_it_one() -> None:
    found = {era.name: of_era(era).truth.drafts for era in ERAS}
    assert {name: count for name, count in found.items() if count} == {
        "2024": 2, "2025": 1, "2026-all-columns": 2,
    }  # fmt: skip


def test_everyone_is_fictional() -> None:
    for era in ERAS:
        for member in of_era(era).members:
            content = member.data.decode("utf-16" if member.data[:2] == b"\xff\xfe" else "utf-8")
            for part in content.split("linkedin.com/in/")[1:]:
                assert "example" in part.split(",")[0].split('"')[0].split("\t")[0], member.name


def test_another_member_can_own_the_archive() -> None:
    person = replace(
        Contents().person, first="Tom", last="Sample", slug="tom-sample-example", member_id="900000418"
    )
    made = build(replace(full(ERA_2026), person=person), ERA_2026)
    assert made.truth.own_url == "https://www.linkedin.com/in/tom-sample-example"
    assert "Votes_900000418.csv" in made.names
