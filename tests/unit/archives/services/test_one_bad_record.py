# SPDX-License-Identifier: Apache-2.0
"""One bad record among 10,000 costs itself, is named with its place, and makes the answer incomplete."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from inspector.archives.services import READERS
from tests.makers.every import exports
from tests.makers.platforms.google import ENGLISH, cell
from tests.makers.platforms.google import page as google_page
from tests.makers.social.meta import page as meta_page
from tests.makers.social.meta import table as meta_table
from tests.makers.tables import table
from tests.unit.archives.services.mutants import changed, closed, no_reader_stopped, opened
from tests.unit.archives.ways import counts, said

EXPORTS = exports()
MANY, PLACE = 10_000, 6_000


@dataclass(frozen=True)
class Case:
    """A list in a member of an export, the record that is bad, and what is counted then.

    `at` are the keys that lead to the list; `count` None: it counts nothing. A record is named by its number
    where `numbered`.
    """

    export: str
    member: str
    at: tuple[str | int, ...]
    bad: Any
    data_class: str | None
    count: int = MANY - 1
    numbered: bool = True

    @property
    def name(self) -> str:
        """What the test is called."""
        return f"{self.export} {self.member.rpartition('/')[2]} {self.bad!r:.30}"


YESTERDAY = "yesterday"
_GEMINI = "Takeout/My Activity/Gemini Apps/MyActivity"
_POSTS = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json"
_COMMENTS = "your_instagram_activity/comments/post_comments_1.json"
_GROK = "ttl/30d/export_data/0f0f0f0f-0000-4000-8000-00000000abcd/prod-grok-backend.json"
_MISTRAL = "chat-00000000-0000-4000-8000-000000000000.json"
_DISCORD = "Messages/c300000000000000001/messages.json"
_MY_AI = "json/snapchat_ai.json"
_TIKTOK = "user_data_tiktok.json"
_SPOTIFY = "Spotify Extended Streaming History/Streaming_History_Audio_2023_1.json"

JSON_CASES = (
    Case("chatgpt-2026", "conversations-000.json", (), "text", "ai_chats"),
    Case("chatgpt-2023", "message_feedback.json", (), {"create_time": YESTERDAY}, None),
    Case("claude-2026", "conversations.json", (), "text", "ai_chats"),
    Case(
        "deepseek-2026", "conversations.json", (), {"mapping": 1, "inserted_at": YESTERDAY}, "ai_chats", MANY
    ),
    Case("github-2026", "issue_comments_000001.json", (), "text", "comments"),
    Case("grok-2026", _GROK, ("conversations",), "text", "ai_chats", numbered=False),
    Case("mistral-2026", _MISTRAL, (), {"role": "user", "createdAt": YESTERDAY}, "ai_prompts", MANY),
    Case("discord-2026", _DISCORD, (), "text", "private_messages"),
    Case("facebook-2026", _POSTS, (), {"data": []}, "posts"),
    Case("facebook-2026", _POSTS, (), {"timestamp": YESTERDAY}, "posts", MANY),
    Case("google-json-renamed", f"{_GEMINI}.json", (), {"header": 1}, "ai_prompts"),
    Case("google-json-renamed", f"{_GEMINI}.json", (), "text", "ai_prompts"),
    Case("instagram-2025", _COMMENTS, (), {"string_map_data": {"Comment": {"value": "…"}}}, "comments"),
    Case("snapchat-2024", _MY_AI, ("My AI Content",), "text", "ai_chats", numbered=False),
    Case(
        "snapchat-2024",
        _MY_AI,
        ("My AI Content",),
        {"Timestamp": YESTERDAY},
        "ai_chats",
        MANY,
        numbered=False,
    ),
    Case("spotify-extended", _SPOTIFY, (), {"ts": YESTERDAY, "conn_country": "DE"}, None),
    Case("tiktok-2026", _TIKTOK, ("Post", "Posts", "VideoList"), "text", "posts", numbered=False),
    Case("x-2026", "data/tweets.js", (), {"tweet": {"id_str": "1", "created_at": YESTERDAY}}, "posts", MANY),
)


def _many(value: Any, at: tuple[str | int, ...], bad: Any) -> Any:
    """The value with a list in it made long, of its first record, with one bad."""
    if at:
        return {**value, at[0]: _many(value[at[0]], at[1:], bad)}
    return [value[0]] * PLACE + [bad] + [value[0]] * (MANY - PLACE - 1)


@pytest.mark.parametrize("case", JSON_CASES, ids=lambda case: case.name)
def test_a_bad_record_of_json_costs_itself(case: Case, tmp_path: Path) -> None:
    made = EXPORTS[case.export][1].without("data/manifest.js", "export_manifest.json")
    before, value = opened(case.member, made[case.member])
    others = counts(
        changed(made, case.member, closed(case.member, before, _emptied(value, case.at)), tmp_path)
    )
    spoilt = closed(case.member, before, _many(value, case.at, case.bad))
    reading = changed(made, case.member, spoilt, tmp_path)
    no_reader_stopped(reading)
    if case.data_class is not None:
        assert counts(reading)[case.data_class] - others.get(case.data_class, 0) == case.count
    place = f"record {PLACE + 1}" if case.numbered else case.member
    assert any(case.member in sentence and place in sentence for sentence in said(reading))
    assert reading.source.status == "partial"


def _emptied(value: Any, at: tuple[str | int, ...]) -> Any:
    """The value without what stands in the list."""
    return {**value, at[0]: _emptied(value[at[0]], at[1:])} if at else []


TableCase = tuple[str, str, list[str], str | None, int]
TABLES: tuple[TableCase, ...] = (
    ("alexa-residence", "Location/Country of Residence-1.csv", [YESTERDAY, "DE"], None, 0),
    ("linkedin-2026-all-columns", "Shares_900000417.csv", [YESTERDAY, "-"], "posts", MANY),
    (
        "microsoft-copilot-2026",
        "copilot-chat-activity.csv",
        [YESTERDAY, "-", "user", "-"],
        "ai_prompts",
        MANY,
    ),
    ("reddit-2024", "comments.csv", ["1"], "comments", MANY - 1),
    ("reddit-2024", "comments.csv", ["1", "-", YESTERDAY], "comments", MANY),
)


@pytest.mark.parametrize("case", TABLES, ids=lambda case: f"{case[0]} {case[2][0]}")
def test_a_bad_row_of_a_table_costs_itself(case: TableCase, tmp_path: Path) -> None:
    export, member, bad, data_class, count = case
    made = EXPORTS[export][1].without("checkfile.csv")
    others = counts(changed(made, member, made[member].partition(b"\n")[0] + b"\n", tmp_path))
    head, _, rest = made[member].decode("utf-8-sig").partition("\n")
    row = (
        rest.splitlines()[0]
        if data_class != "ai_prompts"
        else next(one for one in rest.splitlines() if "user" in one)
    )
    lines = [row] * PLACE + [",".join(bad)] + [row] * (MANY - PLACE - 1)
    reading = changed(made, member, "\n".join((head, *lines, "")).encode(), tmp_path)
    no_reader_stopped(reading)
    if data_class is not None:
        assert counts(reading)[data_class] - others.get(data_class, 0) == count
    assert any(member in sentence and f"{PLACE + 2}" in sentence for sentence in said(reading))
    assert reading.source.status == "partial"


def _google(bad: str) -> bytes:
    one = cell(ENGLISH, "Gemini Apps", "Prompted -", "Jul 3, 2026, 1:18:25 PM UTC", "<p>-</p>")
    return google_page([one] * PLACE + [bad] + [one] * (MANY - PLACE - 1))


def _meta_ai(bad: str) -> bytes:
    rows = [
        ("Messages", "Conversation with Meta AI …"),
        ("Attachment", "Conversation with Meta AI_11-25-2025_1.txt"),
    ]
    spoilt = [("Messages", "Conversation with Meta AI …"), ("Attachment", bad)]
    return meta_page("Your AI conversations", meta_table(rows * PLACE + spoilt + rows * (MANY - PLACE - 1)))


PAGES: tuple[tuple[str, str, Callable[[], bytes], str], ...] = (
    (
        "google-html-english",
        f"{_GEMINI}.html",
        lambda: _google(cell(ENGLISH, "Gemini Apps", "Prompted -", YESTERDAY)),
        "ai_prompts",
    ),
    (
        "meta-ai",
        "meta_ai_profile/your_ai_conversations.html",
        lambda: _meta_ai("Conversation with Meta AI_99-99-2025_1.txt"),
        "ai_chats",
    ),
)


@pytest.mark.parametrize(("export", "member", "data", "data_class"), PAGES)
def test_a_bad_place_of_a_page_is_counted_without_a_date(
    export: str, member: str, data: Callable[[], bytes], data_class: str, tmp_path: Path
) -> None:
    reading = changed(EXPORTS[export][1], member, data(), tmp_path)
    no_reader_stopped(reading)
    assert counts(reading)[data_class] == MANY
    assert sum(tally.undated for tally in reading.tallies) == 1
    assert reading.source.status == "partial"
    assert any(member in sentence for sentence in said(reading))


def test_every_reader_that_reads_records_has_a_bad_one_here() -> None:
    named = [
        *(case.export for case in JSON_CASES),
        *(case[0] for case in TABLES),
        *(case[0] for case in PAGES),
    ]
    # No file of WhatsApp's report is read.
    assert {EXPORTS[name][0] for name in named} | {"whatsapp"} == {kind.service for kind in READERS}


def test_damage_in_a_list_costs_what_follows_for_nothing_tells_it_apart(tmp_path: Path) -> None:
    made = EXPORTS["chatgpt-2026"][1].without("conversations-001.json", "export_manifest.json")
    chats = [json.dumps(json.loads(made["conversations-000.json"])[0]).encode()] * MANY
    chats[PLACE] = chats[PLACE].replace(b'"title": "', b'"title": "\x01', 1)
    reading = changed(made, "conversations-000.json", b"[" + b",".join(chats) + b"]", tmp_path)
    assert counts(reading)["ai_chats"] == PLACE
    assert any(f"record {PLACE + 1}" in sentence for sentence in said(reading))


def test_a_table_of_any_service_may_be_long(tmp_path: Path) -> None:
    """Ten thousand good rows are read whole, so that the bad one above is what makes the difference."""
    made = EXPORTS["alexa-residence"][1]
    rows = [("2024-01-01T00:00:00.000Z", "DE")] * MANY
    reading = changed(
        made, "Location/Country of Residence-1.csv", table(("Timestamp", "Country"), rows), tmp_path
    )
    assert reading.source.status == "read"
