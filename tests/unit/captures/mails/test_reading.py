# SPDX-License-Identifier: Apache-2.0
"""Mails and mailboxes: what they are, where they stand and how they are graded."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519

from inspector.captures.labels.index import LabelIndex
from inspector.captures.mails.keys import NO_KEYS, Keys, keys_of
from inspector.captures.mails.message import LONGEST_MAIL
from inspector.captures.mails.reading import MailReader
from inspector.catalog.index import Catalog
from inspector.domain.captured import Captured, Setting
from inspector.system.messages import Messages
from inspector.worker import checking
from tests.makers.captures.mails import GRANTED, NOTICE, Signer, mail, mailbox

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FACEBOOK = "Facebook <notification@facebookmail.com>"
CONFIRMED = mail(FACEBOOK, "Your objection", GRANTED)
NOTICED = mail(
    "LinkedIn <updates@e.linkedin.com>", "Updates to our terms", NOTICE, "Thu, 18 Sep 2025 09:00:00 +0000"
)
FRIEND = mail("Bob <bob@example.com>", "Privacy policy and AI training", NOTICE + GRANTED)


def shown(captured: Captured) -> Setting:
    assert captured.setting is not None
    return captured.setting


@pytest.fixture(scope="module")
def index() -> LabelIndex:
    return LabelIndex(Catalog.load().services())


def read(index: LabelIndex, path: Path, data: bytes, keys: Keys = NO_KEYS) -> Captured:
    path.write_bytes(data)
    return MailReader(index, keys).read(path, NOW)


def test_a_granted_request_is_off_and_a_person_is_asked(index: LabelIndex, tmp_path: Path) -> None:
    found = read(index, tmp_path / "a.eml", CONFIRMED)
    assert shown(found).control == "facebook/ai-objection"
    assert (shown(found).state, shown(found).asked) == ("off", True)
    assert found.moment.not_before == datetime(2025, 5, 27, 8, tzinfo=UTC)
    assert [(one.what, one.grade) for one in found.letters] == [("confirmation", None)]


def test_a_request_only_received_is_no_position(index: LabelIndex, tmp_path: Path) -> None:
    text = "We've received your objection. AI at Meta uses public information."
    found = read(index, tmp_path / "a.eml", mail(FACEBOOK, "Your objection", text))
    assert shown(found).state == "unknown"


def test_a_signature_that_holds_makes_it_the_services_own_record(index: LabelIndex, tmp_path: Path) -> None:
    signer = Signer("facebookmail.com", ed25519.Ed25519PrivateKey.generate())
    found = read(index, tmp_path / "a.eml", signer.signed(CONFIRMED), keys_of(signer.record))
    assert [(one.grade, one.signed_by) for one in found.letters] == [("recorded", "facebookmail.com")]
    assert shown(found).asked


def test_a_mailbox_tells_the_mails_of_services_and_where_they_stand(
    index: LabelIndex, tmp_path: Path
) -> None:
    found = read(index, tmp_path / "All mail.mbox", mailbox(FRIEND, NOTICED, FRIEND, CONFIRMED))
    assert [(one.service, one.what, one.locator) for one in found.letters] == [
        ("linkedin", "notice", "message 2"),
        ("facebook", "confirmation", "message 4"),
    ]
    assert shown(found).locator == "message 4"
    assert found.status == "read"


def test_every_mail_about_a_setting_can_be_spoken_of_the_telling_ones_first_then_by_date(
    index: LabelIndex, tmp_path: Path
) -> None:
    older = mail(FACEBOOK, "Your objection", GRANTED, "Mon, 3 Jun 2024 10:00:00 +0000")
    received = mail(FACEBOOK, "Your objection", "We've received your objection. AI at Meta uses it.")
    notice = mail(FACEBOOK, "Privacy policy", NOTICE, "Sun, 1 Jun 2025 10:00:00 +0000")
    found = read(index, tmp_path / "a.mbox", mailbox(notice, older, NOTICED, received, FRIEND, CONFIRMED))
    assert [(one.locator, one.state) for one in found.settings] == [
        ("message 6", "off"),
        ("message 2", "off"),
        ("message 4", "unknown"),
        ("message 1", "unknown"),
    ]
    assert all(one.control == "facebook/ai-objection" and one.asked for one in found.settings)
    assert found.moment.not_before == datetime(2025, 5, 27, 8, tzinfo=UTC)


def test_broken_boundaries_are_told_and_the_rest_is_read(index: LabelIndex, tmp_path: Path) -> None:
    data = b"rubbish before\r\n\r\n" + mailbox(NOTICED)[:-2] + b"no head at all\r\n\r\n" + mailbox(CONFIRMED)
    path = tmp_path / "a.mbox"
    path.write_bytes(mailbox(b"no field here\r\n") + b"\r\n" + data)
    found = MailReader(index).read(path, NOW)
    assert found.status == "partial"
    assert found.reason is not None
    assert {one.what for one in found.letters} == {"notice", "confirmation"}


def test_a_stranger_is_no_service_whatever_the_words(index: LabelIndex, tmp_path: Path) -> None:
    found = read(index, tmp_path / "a.eml", FRIEND)
    assert not found.letters
    assert found.setting is None
    forged = read(index, tmp_path / "b.eml", mail("LinkedIn <x@linkedin.com.example.com>", "x", NOTICE))
    assert not forged.letters


@pytest.mark.parametrize(
    "date", ["", "soon", "Tue, 99 May 2025 10:00:00 +0200", "Tue, 27 May 2025 10:00:00 +9999"]
)
def test_a_date_that_is_none_bounds_nothing(index: LabelIndex, tmp_path: Path, date: str) -> None:
    found = read(index, tmp_path / "a.eml", mail(FACEBOOK, "Your objection", GRANTED, date))
    assert not found.letters[0].moment.is_known
    assert found.moment.not_before is None


def test_messages_that_cannot_be_read_are_counted_in_words(index: LabelIndex, tmp_path: Path) -> None:
    long = mail(FACEBOOK, "Your objection", "x" * (LONGEST_MAIL + 1))
    found = read(index, tmp_path / "a.mbox", mailbox(long, CONFIRMED, long))
    assert (found.status, len(found.letters)) == ("partial", 1)
    assert found.reason is not None
    assert checking.sentence(found.reason, ("mail.",)) == found.reason
    assert "2 messages" in Messages().text(found.reason.key, **found.reason.as_dict())
