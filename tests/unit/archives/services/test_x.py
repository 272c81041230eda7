# SPDX-License-Identifier: Apache-2.0
"""Archives of X: its own list of files, its ids, its parts, and what no archive says."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from inspector.domain.words import FactKind
from tests.makers.clock import at
from tests.makers.containers import folder
from tests.makers.social import x
from tests.makers.social.x import archive, assigned, base, era_2025, era_2026, global_name, talk, tweet
from tests.makers.zips import Member
from tests.unit.archives.ways import counts, facts, read, row, said

WHEN = at("2026-07-20 09:00")


def test_the_list_of_files_is_compared_and_the_ledger_says_so(tmp_path: Path) -> None:
    own = row(read(era_2026().made.write(tmp_path)), "x.own_list")
    assert own.outcome == "found"
    assert own.detail is not None
    # All files that bear on the answer: those of the base but three, chats, the second part of the posts.
    assert own.detail.as_dict() == {"n": 11, "compared": 11, "missing": 0}


def test_fewer_records_than_the_list_says_make_the_answer_incomplete(tmp_path: Path) -> None:
    files = base(WHEN)
    listed = {**files, "data/tweets.js": [*files["data/tweets.js"], tweet(at("2025-07-01 10:00"))]}
    reading = read(archive(files, WHEN, listed=listed).write(tmp_path))
    assert (reading.source.status, reading.source.unread_bears) == ("partial", True)
    assert "data/tweets.js" in said(reading)[0]
    # Nothing of an incomplete archive is called absent.
    assert row(reading, "x.grok_chats").outcome == "unreadable"


def test_more_records_than_the_list_says_are_told_and_counted(tmp_path: Path) -> None:
    files = base(WHEN)
    listed = {**files, "data/tweets.js": files["data/tweets.js"][:1]}
    reading = read(archive(files, WHEN, listed=listed).write(tmp_path))
    assert reading.source.status == "read"
    assert counts(reading)["posts"] == 3
    assert [note.id for note in reading.source.problems] == ["own_list_more"]


@pytest.mark.parametrize(
    ("path", "status"), [("data/grok-chat-item.js", "partial"), ("data/like.js", "read")]
)
def test_a_listed_file_that_is_missing_matters_where_it_bears_on_the_answer(
    path: str, status: str, tmp_path: Path
) -> None:
    reading = read(era_2025().made.without(path).write(tmp_path))
    assert reading.source.status == status
    assert any(path in sentence for sentence in said(reading))


@pytest.mark.parametrize("count", ["", "x", "-1", "9" * 5000, "1.5", "٣"])
def test_a_count_that_is_none_is_not_compared(count: str, tmp_path: Path) -> None:
    made = era_2025().made
    text = made["data/manifest.js"].replace(b'"count" : "3"', b'"count" : "%s"' % count.encode())
    reading = read(made.with_member("data/manifest.js", text).write(tmp_path))
    assert reading.source.status == "read"
    detail = row(reading, "x.own_list").detail
    assert detail is not None
    assert detail.as_dict()["compared"] == 8


def test_messages_may_be_listed_by_conversation_or_by_message(tmp_path: Path) -> None:
    files = base(WHEN)
    one = files["data/direct-messages.js"][0]
    for n in (1, 2):
        listed = {**files, "data/direct-messages.js": [one] * n}
        reading = read(archive(files, WHEN, listed=listed).write(tmp_path))
        assert (reading.source.status, reading.source.problems) == ("read", ())


def test_an_archive_that_is_one_part_of_several_says_so(tmp_path: Path) -> None:
    reading = read(archive(base(WHEN), WHEN, partial=True).write(tmp_path))
    assert (reading.source.status, reading.source.unread_bears) == ("partial", True)
    assert "other parts may hold more" in said(reading)[0]


def test_an_archive_without_its_list_is_read_and_the_ledger_tells_it(tmp_path: Path) -> None:
    reading = read(era_2025().made.without("data/manifest.js").write(tmp_path))
    assert (reading.source.status, reading.source.account) == ("read", x.ACCOUNT)
    assert row(reading, "x.own_list").outcome == "absent"


def test_a_time_that_does_not_fit_its_id_is_told(tmp_path: Path) -> None:
    files = base(WHEN)
    moved = tweet(at("2025-06-01 10:00"))
    moved["tweet"]["created_at"] = x.tweet_time(at("2024-06-01 10:00"))
    files["data/tweets.js"].append(moved)
    chat = talk(at("2025-03-01 10:00"))
    for item in chat:
        item["grokChatItem"]["chatId"] = x.number(at("2025-03-02 10:00"))
    files["data/grok-chat-item.js"] = chat
    reading = read(archive(files, WHEN).write(tmp_path))
    assert [note.id for note in reading.source.problems] == ["id_times_differ", "id_times_differ"]
    assert reading.source.status == "read"


def test_a_chat_that_went_on_for_months_fits_its_id(tmp_path: Path) -> None:
    chat = x.number(at("2025-03-01 10:00"))
    later = at("2025-03-01 10:00:01") + timedelta(days=90)
    files = base(WHEN) | {"data/grok-chat-item.js": [x.said(chat, later, person=True)]}
    assert read(archive(files, WHEN).write(tmp_path)).source.problems == ()


def test_ids_from_before_they_held_a_time_are_not_compared(tmp_path: Path) -> None:
    old = tweet(at("2009-06-01 10:00"))
    old["tweet"]["id_str"] = "1984320112"
    files = base(WHEN) | {"data/tweets.js": [old]}
    assert read(archive(files, WHEN).write(tmp_path)).source.problems == ()


def test_the_folder_data_alone_is_an_archive_too(tmp_path: Path) -> None:
    made = era_2026().made
    inside = [
        Member(member.name.removeprefix("data/"), member.data, member.when)
        for member in made.members
        if member.name.startswith("data/")
    ]
    reading = read(folder(tmp_path / "data", inside))
    assert (reading.source.service, reading.source.status) == ("x", "read")
    assert counts(reading) == counts(read(made.write(tmp_path)))


def test_a_file_handed_in_by_itself_is_read_and_misses_nothing(tmp_path: Path) -> None:
    made = era_2026().made
    for name, found in (("data/tweets.js", {"posts": 3}), ("data/manifest.js", {})):
        path = tmp_path / name.rpartition("/")[2]
        path.write_bytes(made[name])
        reading = read(path)
        assert (reading.source.service, reading.source.status) == ("x", "read")
        assert counts(reading) == found


def test_one_file_alone_in_a_zip_is_recognised_by_its_first_bytes(tmp_path: Path) -> None:
    made = era_2025().made
    others = tuple(name for name in made.names if name != "data/tweets.js")
    reading = read(made.without(*others).write(tmp_path))
    assert (reading.source.service, counts(reading)["posts"]) == ("x", 3)
    unlike = made.without(*others).with_member("data/tweets.js", b"var tweets = [1, 2];")
    assert read(unlike.write(tmp_path)).source.service is None


@pytest.mark.parametrize(
    ("old", "new", "posts"),
    [
        (b'"tweet" : {', b'"twoot" : {', 9_999),
        (b'"created_at" : "', b'"created_at" : "?', 10_000),
        # What follows damage cannot be told from it.
        (b'"truncated" : false', b'"truncated" : fal', 5_000),
    ],
    ids=["another form", "no date", "damaged"],
)
def test_one_bad_record_among_ten_thousand_costs_itself(
    old: bytes, new: bytes, posts: int, tmp_path: Path
) -> None:
    start = at("2020-01-01 00:00")
    records = [tweet(start + timedelta(minutes=n)) for n in range(10_000)]
    path = "data/tweets.js"
    pieces = assigned(global_name(path), records).split(old)
    assert len(pieces) == 10_001
    bad = old.join(pieces[:5001]) + new + old.join(pieces[5001:])
    reading = read(archive(base(WHEN) | {path: records}, WHEN).with_member(path, bad).write(tmp_path))
    assert counts(reading)["posts"] == posts
    assert reading.source.status == "partial"
    assert any(path in sentence and "record 5001" in sentence for sentence in said(reading))


def test_no_archive_states_the_setting(tmp_path: Path) -> None:
    for sample in x.x_samples():
        reading = read(sample.made.write(tmp_path))
        assert row(reading, "x.setting").outcome == "absent"
        assert not facts(reading, FactKind.SETTING_READING)
        assert not facts(reading, FactKind.SETTING_CHANGE)


def test_addresses_of_log_ins_are_never_repeated(tmp_path: Path) -> None:
    for fact in read(era_2026().made.write(tmp_path), items=True).facts:
        assert fact.provenance is not None
        assert "192.0.2" not in fact.provenance.raw
        assert "23125014" not in fact.provenance.raw
