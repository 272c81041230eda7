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
    yield _INDENT + messages.text("describe.holds", n=member["records"], form=member["form"])
    for spot in member["places"]:
        yield f"{_INDENT}{_place(spot['path'])}: {'; '.join(spot['kinds'])}".translate(_BRACKETS)


def _place(path: str) -> str:
    """Return a place as the names that lead to it, `…` for each one of a list: `posts › … › text`."""
    return " › ".join("…" if name == "[]" else name for name in path.split("/") if name) or "…"
