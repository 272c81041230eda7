# SPDX-License-Identifier: Apache-2.0
"""What no service ever wrote: cut off, of wrong types, without keys, with new keys, one bad among 10,000."""

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
from inspector.domain.words import FactKind
from tests.makers.assistants import Sample, samples
from tests.makers.assistants.chatgpt import conversation, era_2026
from tests.makers.assistants.others import claude_chat, claude_sample, claude_user
from tests.makers.clock import at
from tests.makers.made import Made
from tests.makers.sample import as_json
from tests.makers.zips import LINKEDIN
from tests.unit.archives.ways import NOW, counts, facts, read, row, said

SAMPLES = samples()
WRONG: tuple[Any, ...] = (None, True, -1, 1e300, "", "text", "2026-99-99T00:00:00Z", [], [None], {}, {"a": 1})


def _name(sample: Sample) -> str:
    return sample.name


def _json_members(made: Made) -> list[str]:
    return [name for name in made.names if name.endswith(".json")]


def _changed(made: Made, name: str, data: bytes, where: Path) -> SourceReading:
    (where / "export.zip").write_bytes(made.with_member(name, data).zip())
    return read(where / "export.zip")


def assert_no_reader_stopped(reading: SourceReading) -> None:
    """A reader that trips is named by the program as its own fault."""
    keys = {member.reason.id for member in reading.source.members if member.reason}
    assert "reader_stopped" not in keys
    said(reading)


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_a_member_that_is_cut_off_is_named_and_the_rest_is_read(sample: Sample, tmp_path: Path) -> None:
    for name in _json_members(sample.made):
        data = sample.made[name]
        for size in (len(data) // 3, len(data) - 1):
            reading = _changed(sample.made, name, data[:size], tmp_path)
            assert_no_reader_stopped(reading)
            assert {(f.kind, f.value) for f in reading.facts} <= {(f[0], f[1]) for f in sample.facts}
            if reading.source.status == "partial":
                assert any(name in sentence for sentence in said(reading))


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
    tried = 0
    for path in _json_members(sample.made):
        name = path.rpartition("/")[2]
        for mutant in chain.from_iterable(_mutants(json.loads(sample.made[path]), wrong) for wrong in WRONG):
            reader = kind.make(NOW, False)
            if not reader.wants(name):
                break
            stream = MemberStream(iter((as_json(mutant),)), lambda _: None)
            try:
                list(reader.read(MemberAt(name, name), stream))
            except MemberError:
                continue
            reader.conclude(Seen(()))
            tried += 1
    assert tried > 50 or sample.service == "microsoft-copilot"


NEW = {"zz_new_training": "secret words"}


def _with_new_key(value: Any) -> Any:
    """Give every object a key more; not those whose keys are ids, nor what stands for a date."""
    if isinstance(value, dict):
        deeper = {key: _with_new_key(inner) for key, inner in value.items()}
        plain = "root" in value or any(key.startswith("$") for key in value)
        return deeper if plain else {**deeper, **NEW}
    return [_with_new_key(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_keys_never_seen_are_told_by_path_alone_and_change_nothing(sample: Sample, tmp_path: Path) -> None:
    plain = read(sample.made.write(tmp_path))
    made = sample.made
    for name in _json_members(made):
        made = made.with_member(name, as_json(_with_new_key(json.loads(made[name]))))
    (tmp_path / "new.zip").write_bytes(made.zip())
    reading = read(tmp_path / "new.zip")
    assert counts(reading) == counts(plain)
    assert len(reading.facts) == len(plain.facts)
    assert reading.source.status == "read"
    told = [note for note in reading.source.problems if note.id == "new_keys"]
    for sentence in said(reading):
        assert "secret" not in sentence
        assert "zz" not in sentence
    expected = {"chatgpt", "claude", "deepseek", "grok", "mistral"}
    assert bool(told) == (sample.service in expected)


def test_a_new_setting_is_named_so_that_it_can_be_asked_about(tmp_path: Path) -> None:
    reading = read(era_2026(image_training_allowed=True).made.write(tmp_path))
    (told,) = [note for note in reading.source.problems if note.id == "new_keys"]
    assert told.as_dict() == {
        "file": "user_settings.json",
        "keys": "settings.image_training_allowed",
        "n": 1,
    }
    assert reading.source.status == "read"


@pytest.mark.parametrize("value", [None, "false", 0, 1, [], {}])
def test_a_switch_that_is_neither_true_nor_false_states_nothing(value: object, tmp_path: Path) -> None:
    reading = read(era_2026(value).made.write(tmp_path))
    assert not [fact for fact in reading.facts if fact.control]
    assert row(reading, "chatgpt.setting").outcome == ("absent" if value is None else "unreadable")


def test_a_switch_that_stands_twice_is_refused(tmp_path: Path) -> None:
    sample = era_2026()
    twice = sample.made["user_settings.json"].replace(
        b'"training_allowed":false', b'"training_allowed":false,"training_allowed":true'
    )
    reading = _changed(sample.made, "user_settings.json", twice, tmp_path)
    assert not [fact for fact in reading.facts if fact.control]
    assert reading.source.status == "partial"
    assert row(reading, "chatgpt.setting").outcome == "unreadable"


BAD: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    ("another form", lambda _: b'"text"'),
    ("no date", lambda chat: chat.replace(b'"create_time":', b'"create_time":"yesterday","x":', 1)),
    ("damaged", lambda chat: chat.replace(b'"title":"', b'"title":"\x01', 1)),
)


@pytest.mark.parametrize(("name", "spoil"), BAD, ids=[name for name, _ in BAD])
def test_one_bad_record_among_ten_thousand_costs_itself(
    name: str, spoil: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    chats = [as_json(conversation(number, at("2025-01-01 10:00"), 1)) for number in range(10_000)]
    chats[6_000] = spoil(chats[6_000])
    sample = era_2026()
    data = b"[" + b",".join(chats) + b"]"
    made = sample.made.without("conversations-001.json", "export_manifest.json")
    reading = _changed(made, "conversations-000.json", data, tmp_path)
    assert_no_reader_stopped(reading)
    # What follows damage cannot be told from it; a record that is only strange costs itself.
    expected = {"another form": 9_999, "no date": 10_000, "damaged": 6_000}
    assert counts(reading)["ai_chats"] == expected[name]
    assert any("record 6001" in sentence for sentence in said(reading))
    assert reading.source.status == "partial"


def test_a_piece_that_the_manifest_lists_is_missed(tmp_path: Path) -> None:
    sample = era_2026()
    lacking = sample.made.without("conversations-001.json")
    reading = read(lacking.write(tmp_path))
    assert (reading.source.status, reading.source.unread_bears) == ("partial", True)
    assert "conversations-001.json" in said(reading)[0]
    assert row(reading, "chatgpt.codex_setting").outcome == "unreadable"
    # Media and files that tell nothing are not missed.
    whole = read(sample.made.without("file-1.dat", "chat.html").write(tmp_path))
    assert (whole.source.status, whole.source.problems) == ("read", ())


def test_conversations_of_a_workspace_ask_for_the_plan(tmp_path: Path) -> None:
    sample = era_2026()
    chats = as_json([conversation(1, at("2026-01-01 10:00"), workspace_id="workspace-1")])
    reading = _changed(sample.made, "conversations-000.json", chats, tmp_path)
    assert [note.id for note in reading.source.problems] == ["chatgpt_workspace"]
    assert reading.source.status == "read"


def test_a_teams_export_of_claude_counts_for_nobody(tmp_path: Path) -> None:
    sample = claude_sample()
    other = "0f0f0f0f-0000-4000-8000-00000000ffff"
    made = sample.made.with_member("users.json", as_json([claude_user(), claude_user(other)]))
    reading = read(made.write(tmp_path))
    assert (reading.source.account, counts(reading), reading.facts) == (None, {}, ())
    assert [note.id for note in reading.source.problems] == ["several_people"]
    mixed = as_json([claude_chat(1, at("2025-01-01 10:00")), claude_chat(2, at("2025-01-01 10:00"), other)])
    assert counts(_changed(sample.made, "conversations.json", mixed, tmp_path)) == {}


def test_a_member_with_a_wrong_checksum_leaves_nothing_behind(tmp_path: Path) -> None:
    sample = claude_sample()
    options = replace(LINKEDIN, wrong_crc=frozenset({"conversations.json"}))
    (tmp_path / "bad.zip").write_bytes(sample.made.zip(options))
    reading = read(tmp_path / "bad.zip")
    assert counts(reading) == {}
    assert facts(reading, FactKind.AI_USE) == []
    assert reading.source.status == "partial"
