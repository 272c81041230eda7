# SPDX-License-Identifier: Apache-2.0
"""messages.csv: what is a private message, an advertisement, a draft, and whose account it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from inspector.archives.services.linkedin.messages import read_messages
from inspector.archives.services.linkedin.owner import Owner
from inspector.archives.services.linkedin.shapes import key_of
from inspector.domain.words import DataClass
from tests.makers.linkedin import columns
from tests.makers.linkedin.messages import sponsored_text
from tests.makers.tables import ALL_QUOTED, PLAIN, table
from tests.unit.archives.ways import counts, page, read_files, statuses, tallied

ME, ANA = "https://www.linkedin.com/in/mara-example", "https://www.linkedin.com/in/ana-example"
DATE = "2026-02-10 08:15:07 UTC"
HEADER = columns.MESSAGES_2024


def message(**cells: str) -> list[str]:
    """A row of messages.csv; cells by column, `_` for spaces, the rest as in an ordinary message."""
    usual = {
        "FROM": "Ana",
        "SENDER PROFILE URL": ANA,
        "RECIPIENT PROFILE URLS": ME,
        "DATE": DATE,
        "CONTENT": "Hi",
    }
    given = {name.replace("_", " "): text for name, text in cells.items()}
    return [{**usual, **given}.get(name, "") for name in HEADER]


def read(*rows: Sequence[str], owner: Owner | None = None) -> dict[DataClass, int]:
    found = page(table(HEADER, rows, ALL_QUOTED))
    result = tallied(read_messages(found, owner or Owner()))
    assert not found.faults
    return result


PRIVATE, SUBJECT, SPONSORED = (
    DataClass.PRIVATE_MESSAGES,
    DataClass.MESSAGES_WITH_SUBJECT,
    DataClass.SPONSORED_MESSAGES,
)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, (1, 0, 0)),
        ({"SUBJECT": "A role"}, (1, 1, 0)),
        ({"SUBJECT": "A role", "CONVERSATION_TITLE": "A role"}, (1, 1, 0)),
        ({"CONTENT": ""}, (1, 0, 0)),
        ({"FROM": "LinkedIn Member", "SENDER_PROFILE_URL": ""}, (1, 0, 0)),
        ({"CONVERSATION_TITLE": "Sponsored Conversation", "SENDER_PROFILE_URL": ""}, (0, 0, 1)),
        ({"CONVERSATION_TITLE": "Buy", "SENDER_PROFILE_URL": "", "CONTENT": sponsored_text("x")}, (0, 0, 1)),
        ({"CONVERSATION_TITLE": "Dinner", "CONTENT": "spinmail, what is that?"}, (1, 0, 0)),
        ({"FOLDER": "SPAM"}, (1, 0, 0)),
        ({"IS_MESSAGE_DRAFT": "Yes"}, (0, 0, 0)),
        ({"IS_CONVERSATION_DRAFT": "TRUE", "SUBJECT": "x"}, (0, 0, 0)),
        ({"IS_MESSAGE_DRAFT": "No", "IS_CONVERSATION_DRAFT": "No"}, (1, 0, 0)),
    ],
)
def test_what_a_row_counts_as(cells: dict[str, str], expected: tuple[int, int, int]) -> None:
    assert read(message(**cells)) == dict(zip((PRIVATE, SUBJECT, SPONSORED), expected, strict=True))


def test_a_row_whose_cells_do_not_match_the_header_is_left_out_and_named() -> None:
    data = table(HEADER, [message(), message()[:-1], [*message(), "more"]], PLAIN)
    found = page(data)
    assert tallied(read_messages(found, Owner()))[PRIVATE] == 1
    fault = found.faults["member.row_width"]
    assert (fault.row, fault.count) == (3, 2)


def test_a_message_without_a_readable_date_counts_as_undated() -> None:
    found = page(table(HEADER, [message(DATE="10.02.2026"), message()]))
    assert tallied(read_messages(found, Owner()))[PRIVATE] == 2
    assert found.faults["member.row_bad_date"].row == 2


@pytest.mark.parametrize("dropped", ["FROM", "DATE", "SUBJECT", "CONTENT"])
def test_a_column_that_decides_must_be_there(dropped: str, tmp_path: Path) -> None:
    header = [name for name in HEADER if name != dropped]
    reading = read_files(tmp_path, {"messages.csv": table(header, []), "Registration.csv": REGISTRATION})
    assert statuses(reading)["messages.csv"] == "unsupported"


REGISTRATION = b'Registered At,Registration Ip,Subscription Types\n"3/4/12, 12:00 PM",,\n'


@pytest.mark.parametrize(
    "name",
    [
        "coach_messages.csv",
        "guide_messages.csv",
        "learning_coach_messages.csv",
        "messages_1.csv",
        "Messages.csv",
    ],
)
def test_only_the_exact_name_holds_private_messages(name: str, tmp_path: Path) -> None:
    assert key_of(name) != "messages"
    reading = read_files(tmp_path, {name: table(HEADER, [message()]), "Registration.csv": REGISTRATION})
    assert "private_messages" not in counts(reading)


def test_the_owner_takes_part_in_most_messages_and_writes_none_of_the_advertisements() -> None:
    owner = Owner()
    other = "https://www.linkedin.com/in/noa-example/"
    sold = message(
        CONVERSATION_TITLE="Sponsored Conversation", SENDER_PROFILE_URL="https://www.linkedin.com/in/shop"
    )
    read(message(), message(), message(SENDER_PROFILE_URL=other), *[sold] * 9, owner=owner)
    assert owner.url() == ME


def test_an_owner_who_only_receives_and_a_group_are_told() -> None:
    owner = Owner()
    group = message(RECIPIENT_PROFILE_URLS=f"{ME},https://www.linkedin.com/in/noa-example")
    read(group, message(SENDER_PROFILE_URL="https://www.linkedin.com/in/zoe-example"), owner=owner)
    assert owner.url() == ME
