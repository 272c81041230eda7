# SPDX-License-Identifier: Apache-2.0
"""A letter as a document for the page setter: what stands where in a plain business letter."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict

from inspector.report import blocks
from inspector.report.words import Words
from inspector.system.messages import Messages


class Letter(TypedDict, total=False):
    """A letter as it leaves: no blanks. A paragraph that is a list is printed as a list.

    `date` is a text in the letter's own wording; without it the day of `now` is printed. `lang` is its
    language, else that of the messages.
    """

    lang: str
    sender: list[str]
    recipient: list[str]
    date: str
    subject: str
    paragraphs: list[str | list[str]]
    closing: str
    signature: str
    enclosures: list[str]


def document(letter: Letter, messages: Messages, now: datetime) -> dict[str, object]:
    """The letter as a document for `render`."""
    words = Words(messages)
    lang = letter.get("lang") or messages.lang
    return {
        "template": "letter",
        "lang": lang.partition("-")[0],
        "title": letter["subject"] or words.say("letter.title"),
        "author": (letter["sender"] or [words.say("title_author")])[0],
        "timestamp": int(now.timestamp()),
        "page": words.say("letter.page", page="{page}", pages="{pages}"),
        "sender": letter["sender"],
        "recipient": letter["recipient"],
        "date_line": letter.get("date") or words.day(now.date()),
        "subject": letter["subject"],
        "body": [_part(part) for part in letter["paragraphs"]],
        "closing": letter.get("closing", ""),
        "signature": letter.get("signature", ""),
        "enclosures_title": words.say("letter.enclosures"),
        "enclosures": letter.get("enclosures", []),
    }


def _part(part: str | list[str]) -> dict[str, object]:
    if isinstance(part, str):
        return {"text": part, "lang": blocks.script(part)}
    return {"items": part}
