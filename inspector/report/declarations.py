# SPDX-License-Identifier: Apache-2.0
"""`declarations.txt`: drafts to fill in and sign, filled only with what the log of the case knows.

Forms: 28 U.S.C. § 1746 with the facts that Federal Rule of Evidence 902(14) asks for; the statement of truth
of Practice Direction 22 to the Civil Procedure Rules of England and Wales; a plain statement for elsewhere.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any, Final

from inspector.report.glyphs import visible
from inspector.system.messages import Messages

Json = dict[str, Any]

_WIDTH: Final = 78
_FACTS: Final = ("name", "account", "obtained", "unchanged", "program", "hashes", "bundle")
_PLAIN_LANGUAGES: Final = ("en", "de")
_CLOCKS: Final = {"system": "declaration.clock.system", "SOURCE_DATE_EPOCH": "declaration.clock.fixed"}


def declarations(record: Json, program: str, fingerprint: str, maker: str | None) -> bytes:
    """Return the drafts. They are in English, the plain statement in German too. `maker`: who may sign."""
    words = Messages("en")
    values = {
        "name": visible(maker) if maker else words.text("declaration.blank.name"),
        "program": program,
        "fingerprint": fingerprint,
        "clock": words.text(_CLOCKS.get(record["made_with"].get("clock"), "declaration.blank.clock")),
    }
    return ("\n".join(_lines(record, words, values)) + "\n").encode()


def _lines(record: Json, words: Messages, values: dict[str, str]) -> Iterator[str]:
    say = words.text
    yield from _heading(say("declaration.title"), "=")
    yield from _paragraph(say("declaration.lead"))
    yield from _heading(say("declaration.facts"), "-")
    for number, fact in enumerate(_FACTS, start=1):
        yield from _paragraph(f"{number}. " + say(f"declaration.fact.{fact}", **values))
        if fact == "obtained":
            for item in record["items"]:
                yield from _item(item, words)
    for form in ("us", "uk"):
        yield from _heading(say(f"declaration.{form}.title"), "-")
        yield from _paragraph(say(f"declaration.{form}.text", **values))
        yield from _signature(words)
    for lang in _PLAIN_LANGUAGES:
        spoken = Messages(lang)
        yield from _heading(spoken.text("declaration.plain.title"), "-")
        yield from _paragraph(spoken.text("declaration.plain.text", **values))
        yield from _signature(spoken)


def _item(item: Json, words: Messages) -> Iterator[str]:
    how = "taken" if item["how"] == "taken" else "handed_in"
    taken = item["taken"] or {}
    when = {"added": item["added"] or words.text("declaration.blank.day"), "taken": taken.get("taken", "")}
    yield from _wrapped(f"{item['source']}  {visible(item['name'])}", "   ")
    yield f"   SHA-256 {item['sha256']}"
    if item["sha512"]:
        yield f"   SHA-512 {item['sha512'][:64]}"
        yield f"           {item['sha512'][64:]}"
    yield from _wrapped(words.text(f"declaration.item.{how}", **when), "   ")
    yield ""


def _signature(words: Messages) -> Iterator[str]:
    yield words.text("declaration.signature.place")
    yield ""
    yield words.text("declaration.signature.name")
    yield ""


def _heading(text: str, rule: str) -> Iterator[str]:
    lines = _wrapped(text)
    yield from lines
    yield rule * max(map(len, lines))
    yield ""


def _paragraph(text: str) -> Iterator[str]:
    for part in text.split("\n"):
        yield from _wrapped(part)
        yield ""


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
