# SPDX-License-Identifier: Apache-2.0
"""Large invented files of the forms that exports have; each maker returns what a reader must count in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

_TEXT: Final = "The quick brown fox asks why, and the answer is \\u00e9t\\u00e9 \\ud83d\\ude00. " * 16
_CELL: Final = (
    '<div class="outer-cell mdl-cell"><div class="mdl-grid"><div class="header-cell"><p class="title">Search'
    '<br></p></div><div class="content-cell">Searched for&nbsp;<a href="https://www.google.com/search?q=thing'
    '+NUMBER">thing NUMBER</a><br>Jan 2, 2026, 10:03:04\u202fAM UTC<br></div><div class="content-cell">'
    "<b>Products:</b><br>&emsp;Search<br><b>Why is this here?</b><br>&emsp;This activity was saved because "
    "the following settings were on:&nbsp;Web &amp; App Activity.</div></div></div>"
)


def make_chats(path: Path, size: int) -> str:
    """Write a list of chats on one line and return how many chats and messages of the user it holds."""
    chats = users = 0
    with path.open("w") as file:
        file.write("[")
        while file.tell() < size:
            time = 1.7e9 + chats
            head = f'{{"title": "Chat {chats}", "create_time": {time}, "mapping": {{'
            nodes = [_node(place, time) for place in range(12)]
            file.write((", " if chats else "") + head + ", ".join(nodes) + "}}")
            chats += 1
            users += len(nodes) // 2
        file.write("]")
    return f"{chats} {users}"


def _node(place: int, time: float) -> str:
    role = ("user", "assistant")[place % 2]
    return (
        f'"n{place}": {{"id": "n{place}", "message": {{"author": {{"role": "{role}"}}, '
        f'"create_time": {time}, "content": {{"parts": ["{_TEXT}"]}}}}, "children": []}}'
    )


def make_activity(path: Path, size: int) -> str:
    """Write a MyActivity.json and return how many records it holds."""
    count = 0
    with path.open("w") as file:
        file.write("[")
        while file.tell() < size:
            file.write(("," if count else "") + json.dumps(_activity(count), indent=2))
            count += 1
        file.write("]")
    return str(count)


def _activity(number: int) -> dict[str, object]:
    return {
        "header": "Search",
        "title": f"Searched for thing {number}",
        "titleUrl": f"https://www.google.com/search?q=thing+{number}",
        "time": f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}T10:{number % 60:02}:03.123Z",
        "products": ["Search"],
        "activityControls": ["Web & App Activity"],
        "details": [{"name": "From Google Ads"}],
    }


def make_page(path: Path, size: int) -> str:
    """Write a MyActivity.html and return how many records it holds."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        file.write(f"<html><head><style>{'x{} ' * 30_000}</style></head><body><div class='mdl-grid'>")
        while file.tell() < size:
            file.write(_CELL.replace("NUMBER", str(count)))
            count += 1
        file.write("</div></body></html>")
    return str(count)
