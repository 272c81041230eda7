# SPDX-License-Identifier: Apache-2.0
"""Very large exports of ChatGPT and of X that their readers claim, written as streams."""

from __future__ import annotations

import json
import os
import random
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from tests.makers.assistants.chatgpt import conversation, era_2023
from tests.makers.social.x import tweet, x_samples
from tests.makers.zips import ZipStream

WHEN: Final = datetime(2026, 3, 9, 2, 30, tzinfo=UTC)
MEDIA: Final = 4 << 20
_FIRST: Final = datetime(2023, 4, 2, 9, 30, tzinfo=UTC)
# So many different records stand in a file before they repeat; no packer of zips looks back as far.
_DIFFERENT: Final = 4_000
_X_TABLE: Final = 60_000_000


def chats(path: Path, size: int = 1_000_000_000) -> int:
    """An export of ChatGPT with that many bytes of chats, which pack to a third; returns how many members."""
    made = era_2023().made.without("conversations.json")
    with path.open("wb") as file:
        stream = ZipStream(file)
        stream.add("conversations.json", WHEN, _listed(size, _talks(), b"[", b",", b"]"))
        for member in made.members:
            stream.add(member.name, member.when, [member.data])
        for number in range(20):
            stream.add(f"file-{number}.dat", WHEN, [os.urandom(1 << 19)])
        stream.close()
    return 21 + len(made.members)


def posts(path: Path, size: int = 5_000_000_000) -> int:
    """An archive of X: stored media in all, and three packed parts of posts; returns how many members."""
    made = x_samples()[-1].made.without("data/tweets.js", "data/tweets-part1.js", "data/manifest.js")
    count = size // MEDIA
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(count):
            archive.writestr(f"data/tweets_media/{number}.mp4", os.urandom(MEDIA))
        for number in range(3):
            variable, name = f"window.YTD.tweets.part{number} = [\n", f"data/tweets-part{number}.js"
            listed = _listed(_X_TABLE, _posts(), variable.encode(), b",\n", b"\n]")
            archive.writestr(name if number else "data/tweets.js", b"".join(listed), zipfile.ZIP_DEFLATED)
        for member in made.members:
            archive.writestr(member.name, member.data, zipfile.ZIP_DEFLATED)
    return count + 3 + len(made.members)


def _listed(size: int, records: list[bytes], begin: bytes, between: bytes, end: bytes) -> Iterator[bytes]:
    written, number = 0, 0
    while written < size:
        block = between.join(records)
        yield (between if number else begin) + block
        written, number = written + len(block), number + 1
    yield end


def _talks() -> list[bytes]:
    said = _words(40)
    return [json.dumps(_filled(conversation(n, _FIRST + timedelta(hours=n), 8), said)).encode()
            for n in range(_DIFFERENT // 8)]  # fmt: skip


def _posts() -> list[bytes]:
    said = _words(20)
    made = (tweet(_FIRST + timedelta(minutes=31 * n), said()) for n in range(_DIFFERENT))
    return [json.dumps(one, indent=2, separators=(",", " : ")).encode() for one in made]


def _filled(chat: dict[str, Any], said: Callable[[], str]) -> dict[str, Any]:
    """The conversation with things said at length."""
    for node in chat["mapping"].values():
        if node["message"]:
            node["message"]["content"]["parts"] = [" ".join(said() for _ in range(4))]
    return chat


def _words(count: int) -> Callable[[], str]:
    """What makes up so many fictional words at a time, of which packed a third is left."""
    dice = random.Random(count)
    words = ["".join(dice.choices("aeiourstlnmd", k=dice.randint(3, 9))) for _ in range(1_500)]
    return lambda: " ".join(dice.choices(words, k=count))
