# SPDX-License-Identifier: Apache-2.0
"""Mailboxes, message by message: separators told from text, bodies only where wanted, losses told."""

from __future__ import annotations

import pytest

from inspector.archives.formats import mbox
from inspector.archives.formats.mbox import Mail, decoded_words, mbox_records
from inspector.archives.formats.records import Fault, Record
from tests.unit.archives.formats.pieces import cut

FROM = b"From 17@xxx Mon Jan 05 10:00:00 +0000 2026\n"


def message(number: int, body: bytes = b"Hello\n", end: bytes = b"\n") -> bytes:
    head = f"{FROM.decode()}Subject: =?utf-8?q?caf=C3=A9?=\n {number}\nFrom: a{number}@example.com\n\n"
    return (head.encode() + body + b"\n").replace(b"\n", end)


def mails(data: bytes, size: int = 100, *, wanted: bool = True) -> list[Mail]:
    found = mbox_records(cut(data, size), lambda _: wanted)
    return [one.value for one in found if isinstance(one, Record)]


@pytest.mark.parametrize("size", [1, 13, 600, 1 << 20])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_messages_are_told_apart_wherever_blocks_are_cut(size: int, end: bytes) -> None:
    data = b"".join(message(number, end=end) for number in range(9))
    found = mails(data, size)
    assert [one.text("from") for one in found] == [f"a{number}@example.com" for number in range(9)]
    assert [one.text("Subject") for one in found] == [f"café {number}" for number in range(9)]
    assert {one.body for one in found} == {b"Hello" + end + end}


def test_a_line_of_text_that_begins_with_from_is_no_separator() -> None:
    body = b"From here on 2026\n\nFrom you\n\n>From 1@xxx Mon Jan 05 10:00:00 2026\n"
    (only,) = mails(message(1, body))
    assert only.body == body.replace(b">From", b"From") + b"\n"


def test_a_body_that_is_not_wanted_is_not_held() -> None:
    (only,) = mails(message(1, b"x" * 5000), wanted=False)
    assert only.body is None
    assert only.size > 5000


def test_a_file_that_begins_in_the_middle_gives_a_fault_first() -> None:
    found = [*mbox_records([b"rest of a message\n\n" + message(1)], lambda _: False)]
    assert found[0] == Fault(1, "member.mail_broken")
    assert isinstance(found[1], Record)
    assert found[1].locator == "message 2"


@pytest.mark.parametrize("data", [b"", b"\n\n \n"])
def test_an_empty_mailbox_has_no_message(data: bytes) -> None:
    assert [*mbox_records([data], lambda _: True)] == []


def test_a_message_without_a_head_is_a_fault() -> None:
    found = [*mbox_records([FROM + b"\n" + message(1)], lambda _: True)]
    assert found[0] == Fault(1, "member.mail_broken")
    assert len(found) == 2


def test_what_is_too_long_is_a_fault_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mbox, "LONGEST", 1000)
    monkeypatch.setattr(mbox, "_LONGEST_HEAD", 1000)
    long_head = FROM + b"Subject: " + b"x" * 5000 + b"\n\n"
    data = message(1, b"y" * 5000 + b"\n") + long_head + message(3)
    found = [*mbox_records(cut(data, 100), lambda _: True)]
    assert [type(one) for one in found] == [Fault, Fault, Record]


@pytest.mark.parametrize("raw", ["=?no-such?q?x?=", "=?utf-8?b?!!!?=", "=?", "plain", "=?utf-8?q?=FF?="])
def test_broken_encoded_words_never_raise(raw: str) -> None:
    assert isinstance(decoded_words(raw), str)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("pad", [0, 1, 2])
def test_a_separator_counts_wherever_a_block_ends_before_it(end: bytes, pad: int) -> None:
    first = FROM.rstrip(b"\n") + end + b"A: b" + end + end + b"x" * (600 - pad) + end + end
    data = first + FROM + b"C: d\n\n\n"
    whole = [*mbox_records([data], lambda _: True)]
    assert len(whole) == 2
    for size in range(len(first) - 10, len(data)):
        for far in (0, 512, 513, 514):
            pieces = [data[: size - far], data[size - far :]]
            assert [*mbox_records(pieces, lambda _: True)] == whole


def test_a_message_of_which_only_the_separator_is_left_does_not_hide_the_next() -> None:
    data = FROM + b"\n" + FROM + b"C: d\n\n\n"
    whole = [*mbox_records([data], lambda _: True)]
    assert len(whole) == 2
    assert all([*mbox_records(cut(data, size), lambda _: True)] == whole for size in range(1, len(data)))
