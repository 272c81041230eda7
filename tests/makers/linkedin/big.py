# SPDX-License-Identifier: Apache-2.0
"""An archive with very many messages, written as a stream, for measuring the reader."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from tests.makers.clock import dash_utc
from tests.makers.linkedin.eras import ERA_2026
from tests.makers.linkedin.messages import SPONSORED_TITLE, conversation_id, sponsored_text
from tests.makers.linkedin.rows import Contact
from tests.makers.linkedin.shapes import of_era
from tests.makers.linkedin.story import ME
from tests.makers.truth import Truth, months
from tests.makers.zips import ZipStream

_STEP: Final = timedelta(minutes=36)  # 200,000 messages reach back to the middle of 2012
_ROWS_IN_A_CHUNK: Final = 500
_LETTERS: Final = "eeeeeetttttaaaaooooiiiinnnnssssrrrhhhlllddccuummffppggwwybbvvkjxqz"
# Bees, mirrors and other writings, so that not all of it is ASCII.
_FOREIGN: Final = ("über", "château", "mañana", "ångström", "望遠鏡", "نحل", "דבורה", "🐝")


def big_messages(path: Path, rows: int = 200_000) -> Truth:
    """Write the archive to ``path``; 200,000 rows make a messages.csv of about 90 MB, packed 34 MB.

    Every tenth message is sponsored, every 25th has a subject, every fifth several lines.
    """
    made = of_era(ERA_2026)
    tally = _Tally()
    with path.open("wb") as out:
        stream = ZipStream(out)
        for member in made.members:
            big = member.name == "messages.csv"
            chunks = _chunks(rows, ERA_2026.made_at, tally) if big else [member.data]
            stream.add(member.name, member.when, chunks)
        stream.close()
    return replace(
        made.truth,
        private_messages=len(tally.private),
        messages_with_subject=tally.with_subject,
        sponsored_messages=rows - len(tally.private),
        drafts=0,
        by_month={**made.truth.by_month, "private_messages": months(tally.private)},
    )


@dataclass(slots=True)
class _Tally:
    private: list[datetime] = field(default_factory=list)
    with_subject: int = 0


def _chunks(rows: int, until: datetime, tally: _Tally) -> Iterator[bytes]:
    """messages.csv in pieces, newest message first."""
    rng = random.Random(417)
    sentences = _sentences(rng)
    people = [Contact(f"Person{n}", "Of Fiction", f"person-{n}-of-fiction-example") for n in range(800)]
    threads = [conversation_id(f"big {n}") for n in range(len(people))]
    lines = [_quoted(ERA_2026.messages)]
    for n in range(rows):
        who = rng.randrange(len(people))
        when = until - _STEP * (n + 1)
        text = ("\n" if n % 5 == 0 else " ").join(rng.choices(sentences, k=4))
        lines.append(_line(n, (threads[who], people[who]), when, text, tally))
        if len(lines) == _ROWS_IN_A_CHUNK:
            yield "".join(lines).encode()
            lines.clear()
    yield "".join(lines).encode()


def _sentences(rng: random.Random) -> list[str]:
    """Made-up words in an order that repeats so late that a packer finds as little as in real messages."""
    words = ["".join(rng.choices(_LETTERS, k=rng.randint(2, 11))) for _ in range(40_000)]
    words += _FOREIGN * 200
    return [" ".join(rng.choices(words, k=rng.randint(5, 8))).capitalize() + "." for _ in range(20_000)]


def _line(n: int, thread: tuple[str, Contact], when: datetime, text: str, tally: _Tally) -> str:
    key, other = thread
    if n % 10 == 3:
        cells = (SPONSORED_TITLE, "Example Academy", "", ME.name, ME.url, "", sponsored_text(text))
    else:
        sender, receiver = (ME, other) if n % 2 else (other, ME)
        subject = "A role in optics" if n % 25 == 7 else ""
        tally.private.append(when)
        tally.with_subject += bool(subject)
        cells = ("", sender.name, sender.url, receiver.name, receiver.url, subject, text)
    title, name, url, to, urls, subject, content = cells
    return _quoted((key, title, name, url, to, urls, dash_utc(when), subject, content, "INBOX", ""))


def _quoted(cells: tuple[str, ...]) -> str:
    return '"' + '","'.join(cell.replace('"', '""') for cell in cells) + '"\n'
