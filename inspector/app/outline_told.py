# SPDX-License-Identifier: Apache-2.0
"""A skeleton as lines that can be read: file by file what it is made of, without brackets and quotes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from inspector.system.messages import Messages

_INDENT: Final = "      "
_BRACKETS: Final = str.maketrans("{}", "()")
"""What stands for other words, as `{key}` and `{month}` do, stands in the brackets of a text."""

_WORDS: Final = {
    **{
        word: word
        for word in (
            "table",
            "comma",
            "semicolon",
            "tab",
            "other",
            "object",
            "list",
            "element",
            "null",
            "boolean",
            "text",
            "integer",
            "number",
            "digits",
            "empty",
            "decimal",
            "link",
        )
    },
    "not read": "not_read",
    "mail address": "mail_address",
    "seconds since 1970": "seconds",
    "milliseconds since 1970": "milliseconds",
    "microseconds since 1970": "microseconds",
    "date in another form": "other_date",
}
"""The words of a description that are said in the reader's language, and how their messages are called."""
_DATE: Final = "date "


def readable(skeleton: str, messages: Messages) -> str:
    """Return what a skeleton (inspector/skeleton/1) says, empty where it is none."""
    try:
        found = json.loads(skeleton)
    except ValueError:
        return ""
    return "\n\n".join(
        "\n".join(_member(member, messages)) for source in found["sources"] for member in source["members"]
    )


def _member(member: Mapping[str, Any], messages: Messages) -> Iterator[str]:
    often = member["count"]
    name = (
        messages.text("describe.several", name=member["name"], count=often) if often > 1 else member["name"]
    )
    yield name
    yield _INDENT + messages.text(
        "describe.holds", n=member["records"], form=_worded(member["form"], messages)
    )
    for spot in member["places"]:
        kinds = "; ".join(_worded(kind, messages) for kind in spot["kinds"])
        yield f"{_INDENT}{_place(spot['path'])}: {kinds}".translate(_BRACKETS)


def _worded(kind: str, messages: Messages) -> str:
    """Return the kind of a value, or the form of a file, in words; what is a sign for a date stays one."""
    return ", ".join(_word(word, messages) for word in kind.split(", "))


def _word(word: str, messages: Messages) -> str:
    if word in _WORDS:
        return messages.text(f"describe.word.{_WORDS[word]}")
    if word.startswith(_DATE):
        return messages.text("describe.word.date", form=word.removeprefix(_DATE))
    return word


def _place(path: str) -> str:
    """Return a place as the names that lead to it, `…` for each one of a list: `posts › … › text`."""
    return " › ".join("…" if name == "[]" else name for name in path.split("/") if name) or "…"
