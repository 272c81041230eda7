# SPDX-License-Identifier: Apache-2.0
"""What is particular to ChatGPT and Claude: switches, lists of their own files, workspaces and teams."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.makers.assistants.chatgpt import codex_task, conversation, era_2026
from tests.makers.assistants.others import claude_chat, claude_sample, claude_user
from tests.makers.clock import at
from tests.makers.sample import as_json
from tests.unit.archives.services.mutants import changed
from tests.unit.archives.ways import counts, read, row, said


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
    reading = changed(sample.made, "user_settings.json", twice, tmp_path)
    assert not [fact for fact in reading.facts if fact.control]
    assert reading.source.status == "partial"
    assert row(reading, "chatgpt.setting").outcome == "unreadable"


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
    reading = changed(sample.made, "conversations-000.json", chats, tmp_path)
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
    assert counts(changed(sample.made, "conversations.json", mixed, tmp_path)) == {}


def test_tasks_of_codex_are_told_and_enter_no_count_for_they_have_no_time(tmp_path: Path) -> None:
    sample = era_2026()
    tasks = as_json([codex_task(1), codex_task(2), {"id": "task_e_3"}])
    reading = changed(sample.made, "codex.json", tasks, tmp_path)
    found = row(reading, "chatgpt.codex_tasks")
    assert (found.outcome, found.where) == ("found", "codex.json")
    assert found.detail is not None
    assert found.detail.as_dict() == {"n": 2, "asked": 2}
    assert counts(reading) == counts(read(sample.made.write(tmp_path)))
    assert any("codex.json, record 3" in sentence for sentence in said(reading))
    none = changed(sample.made, "codex.json", b"[]", tmp_path)
    assert row(none, "chatgpt.codex_tasks").outcome == "absent"
