# SPDX-License-Identifier: Apache-2.0
"""What no platform ever wrote: cut off, of wrong types, without keys, with new keys, one bad among 10,000."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from inspector.archives.container import MemberError
from inspector.archives.reader import MemberAt, Seen
from inspector.archives.services import READERS
from inspector.archives.stream import MemberStream
from inspector.domain.reading import SourceReading
from tests.makers.clock import dash_utc
from tests.makers.platforms import Sample, samples
from tests.makers.platforms.discord import event, lines
from tests.makers.platforms.google import ASKED, ENGLISH, cell, page
from tests.makers.platforms.reddit import COMMENT_COLUMNS
from tests.makers.platforms.snapchat import TALKS
from tests.makers.sample import as_json
from tests.makers.tables import table
from tests.makers.zips import LINKEDIN
from tests.unit.archives.ways import NOW, counts, read, said

SAMPLES = samples()
DATA = (".json", ".csv", ".html")
WRONG: tuple[Any, ...] = (None, True, -1, 1e300, "", "text", "2026-99-99T00:00:00Z", [], [None], {}, {"a": 1})
NEW = {"zz_new_training": "secret words"}


def _name(sample: Sample) -> str:
    return sample.name


def _sample(name: str) -> Sample:
    return next(sample for sample in SAMPLES if sample.name == name)


def _members(sample: Sample, *endings: str) -> list[str]:
    return [name for name in sample.made.names if name.endswith(endings)]


def _is_lines(name: str) -> bool:
    """Tell a file of a value per line."""
    return "/events-" in name


def _changed(sample: Sample, name: str, data: bytes, where: Path) -> SourceReading:
    (where / "export.zip").write_bytes(sample.made.with_member(name, data).zip())
    return read(where / "export.zip")


def assert_no_reader_stopped(reading: SourceReading) -> None:
    """A reader that trips is named by the program as its own fault."""
    keys = {member.reason.id for member in reading.source.members if member.reason}
    assert "reader_stopped" not in keys
    said(reading)


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_a_member_that_is_cut_off_adds_nothing_that_was_not_there(sample: Sample, tmp_path: Path) -> None:
    stated = {(fact[0], fact[1]) for fact in sample.facts}
    for name in _members(sample, *DATA):
        data = sample.made[name]
        for size in (0, len(data) // 3, len(data) - 2):
            reading = _changed(sample, name, data[:size], tmp_path)
            assert_no_reader_stopped(reading)
            assert {(fact.kind, fact.value) for fact in reading.facts} <= stated
            for data_class, count in counts(reading).items():
                assert count <= sample.counts.get(data_class, 0) + 1


def _mutants(value: Any, wrong: Any) -> Iterator[Any]:
    """Yield the value with one part of it at a time replaced; of a long list the first two are taken."""
    yield wrong
    if isinstance(value, dict):
        for key, inner in value.items():
            for mutant in _mutants(inner, wrong):
                yield {**value, key: mutant}
            yield {other: kept for other, kept in value.items() if other != key}
    elif isinstance(value, list):
        for place, inner in enumerate(value[:2]):
            for mutant in _mutants(inner, wrong):
                yield [*value[:place], mutant, *value[place + 1 :]]


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_wrong_types_and_missing_keys_stop_no_reader(sample: Sample) -> None:
    kind = next(kind for kind in READERS if kind.service == sample.service)
    for path in _members(sample, ".json"):
        if not kind.make(NOW, False).wants(path) or _is_lines(path):
            continue
        for mutant in chain.from_iterable(_mutants(json.loads(sample.made[path]), wrong) for wrong in WRONG):
            reader = kind.make(NOW, True)
            stream = MemberStream(iter((as_json(mutant),)), lambda _: None)
            try:
                list(reader.read(MemberAt(path, path), stream))
            except MemberError:
                continue
            reader.conclude(Seen(()))


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_tables_with_cells_and_columns_of_any_kind_stop_no_reader(sample: Sample) -> None:
    kind = next(kind for kind in READERS if kind.service == sample.service)
    for path in _members(sample, ".csv"):
        reader = kind.make(NOW, True)
        if not reader.wants(path):
            continue
        header, _, rest = sample.made[path].partition(b"\n")
        for body in (b"", b"\n\n", b",\n", b'"', b"\xff,\x00\n" + rest, rest * 2, b"a,b,c,d,e,f\n" * 3):
            stream = MemberStream(iter((header + b"\n" + body,)), lambda _: None)
            list(reader.read(MemberAt(path, path), stream))


def _with_new_key(value: Any) -> Any:
    """Give every object a key more."""
    if isinstance(value, dict):
        return {**{key: _with_new_key(inner) for key, inner in value.items()}, **NEW}
    return [_with_new_key(inner) for inner in value] if isinstance(value, list) else value


# Chats by the name of a friend, where any key is a friend; what stands there must be a list.
_BY_NAME = (
    "chat_history.json",
    "user_data_tiktok.json",
    "user_data.json",
    "terms_history.json",
    "channel.json",
)


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_keys_never_seen_are_told_by_path_alone_and_change_nothing(sample: Sample, tmp_path: Path) -> None:
    plain = read(sample.made.write(tmp_path))
    changed = sample.made
    for name in _members(sample, ".json"):
        if _is_lines(name):
            values = [{**json.loads(line), **NEW} for line in changed[name].splitlines()]
            changed = changed.with_member(name, lines(*values))
        elif not name.endswith(_BY_NAME):
            changed = changed.with_member(name, as_json(_with_new_key(json.loads(changed[name]))))
    (tmp_path / "new.zip").write_bytes(changed.zip())
    reading = read(tmp_path / "new.zip")
    assert counts(reading) == counts(plain)
    assert [(fact.kind, fact.value) for fact in reading.facts] == [
        (fact.kind, fact.value) for fact in plain.facts
    ]
    assert reading.source.status == "read"
    told = [note for note in reading.source.problems if note.id == "new_keys"]
    for sentence in said(reading):
        assert "secret" not in sentence
        assert "zz" not in sentence
    pages_only = "html" in sample.name or sample.name == "spotify-extended"
    expected = sample.service in {"discord", "google", "snapchat", "spotify"} and not pages_only
    assert bool(told) == expected


def test_a_section_that_is_new_is_told_by_its_name(tmp_path: Path) -> None:
    sample = _sample("tiktok-2026")
    whole = json.loads(sample.made["user_data_tiktok.json"])
    reading = _changed(
        sample, "user_data_tiktok.json", as_json({**whole, "AI Chat": {"secret": 1}}), tmp_path
    )
    (told,) = reading.source.problems
    assert told.as_dict() == {"file": "user_data_tiktok.json", "keys": "AI Chat", "n": 1}
    assert (reading.source.status, counts(reading)) == ("read", sample.counts)


def _activity(bad: bytes) -> bytes:
    items = [
        as_json({"header": "Gemini Apps", "title": "Prompted -", "time": f"{ASKED[0]:%Y-%m-%dT%H:%M:%S}Z"})
    ]
    return b"[" + b",".join(items * 6_000 + [bad] + items * 3_999) + b"]"


def _pages(bad: str) -> bytes:
    one = cell(ENGLISH, "Gemini Apps", "Prompted -", "Jul 3, 2026, 1:18:25 PM UTC", "<p>-</p>")
    return page([one] * 6_000 + [bad] + [one] * 3_999)


def _talks(bad: object) -> bytes:
    talk = {"Timestamp": dash_utc(TALKS[0]), "Type": "CHAT", "Content": "-"}
    return as_json({"My AI Content": [*[talk] * 6_000, bad, *[talk] * 3_999]})


def _comments(bad: list[str]) -> bytes:
    row = ["1", "-", dash_utc(TALKS[0]), "", "example", "0", "", "", "-", ""]
    return table(COMMENT_COLUMNS, [*[row] * 6_000, bad, *[row] * 3_999])


def _messages(bad: object) -> bytes:
    message = {"ID": 1, "Timestamp": "2026-01-01 10:00:00", "Contents": "-", "Attachments": ""}
    return as_json([*[message] * 6_000, bad, *[message] * 3_999])


_GEMINI = "Takeout/My Activity/Gemini Apps/MyActivity"
_BAD: tuple[tuple[str, str, Callable[[], bytes], str, int], ...] = (
    ("google-json-renamed", f"{_GEMINI}.json", lambda: _activity(b'{"header": 1}'), "ai_prompts", 9_999),
    ("google-json-renamed", f"{_GEMINI}.json", lambda: _activity(b'"text"'), "ai_prompts", 9_999),
    (
        "google-json-renamed",
        f"{_GEMINI}.json",
        lambda: _activity(b'{"header":"Gemini Apps","title":"Prompted -","time":"yesterday"}'),
        "ai_prompts",
        10_000,
    ),
    (
        "google-html-english",
        f"{_GEMINI}.html",
        lambda: _pages(cell(ENGLISH, "Gemini Apps", "Prompted -", "yesterday")),
        "ai_prompts",
        10_000,
    ),
    ("snapchat-2024", "json/snapchat_ai.json", lambda: _talks("text"), "ai_chats", 10_000),
    (
        "snapchat-2024",
        "json/snapchat_ai.json",
        lambda: _talks({"Timestamp": "yesterday"}),
        "ai_chats",
        10_000,
    ),
    ("reddit-2024", "comments.csv", lambda: _comments(["1"]), "comments", 9_999),
    ("reddit-2024", "comments.csv", lambda: _comments(["1", "-", "yesterday"]), "comments", 10_000),
    (
        "discord-2026",
        "Messages/c300000000000000001/messages.json",
        lambda: _messages("text"),
        "private_messages",
        9_999 + 1,
    ),
)


@pytest.mark.parametrize(("name", "member", "data", "data_class", "expected"), _BAD)
def test_one_bad_record_among_ten_thousand_costs_itself(  # noqa: PLR0917 - what one case is made of
    name: str, member: str, data: Callable[[], bytes], data_class: str, expected: int, tmp_path: Path
) -> None:
    reading = _changed(_sample(name), member, data(), tmp_path)
    assert_no_reader_stopped(reading)
    assert counts(reading)[data_class] == expected
    assert reading.source.status == "partial"
    assert any(member in sentence for sentence in said(reading))


def test_an_event_that_is_no_event_costs_itself(tmp_path: Path) -> None:
    sample = _sample("discord-2026")
    name = "Activity/analytics/events-2026-00000-of-00001.json"
    content = sample.made[name] + b"{broken\n" + lines(event(TALKS[0], "consent_changed"))
    reading = _changed(sample, name, content, tmp_path)
    assert any(f"{name}, record 3" in sentence for sentence in said(reading))
    (row,) = [row for row in reading.source.ledger if row.id == "discord.setting_events"]
    assert row.outcome == "found"


def test_a_member_with_a_wrong_checksum_leaves_nothing_behind(tmp_path: Path) -> None:
    sample = _sample("snapchat-2024")
    options = replace(LINKEDIN, wrong_crc=frozenset({"json/account.json"}))
    (tmp_path / "bad.zip").write_bytes(sample.made.zip(options))
    reading = read(tmp_path / "bad.zip")
    assert (reading.source.status, reading.source.account) == ("partial", None)
    assert {fact.kind for fact in reading.facts} == {
        "account_created",
        "ai_use",
        "policy_accepted",
        "region_hint",
    }
