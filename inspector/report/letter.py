# SPDX-License-Identifier: Apache-2.0
"""A letter as a document for the page setter: what stands where in a plain business letter."""

from __future__ import annotations

from datetime import datetime

from inspector.actions.filling import LetterDocument
from inspector.report import blocks
from inspector.report.words import Words
from inspector.system.messages import Messages


def document(letter: LetterDocument, messages: Messages, now: datetime) -> dict[str, object]:
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
