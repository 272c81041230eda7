# SPDX-License-Identifier: Apache-2.0
"""The printable guide: what each page is for, with pictures of the made-up person's case, and the words."""

from __future__ import annotations

import base64

from inspector import __version__
from inspector.app.glossary import terms
from inspector.app.journey import PAGES
from inspector.app.setting import set_pages
from inspector.report import blocks
from inspector.report.render import render
from inspector.system import resources
from inspector.system.clock import now
from inspector.system.messages import Messages

PICTURED = PAGES[1:]
"""The pages of which there is a picture; `packaging/dev.py guide` takes them anew."""

LANGUAGES = ("en", "de")
_BEFORE = ("safe", "time", "switch")
_KEYS = ("f1", "pages", "tab", "cover", "lock")


def guide(messages: Messages) -> bytes:
    """Return the guide as PDF in the language of the messages; takes some seconds. Raises RenderError."""
    return render(document(messages), set_pages)


def document(messages: Messages) -> dict[str, object]:
    """Return what the guide says as a document for `render`."""
    text = messages.text
    return {
        "template": "guide",
        "lang": messages.lang.partition("-")[0],
        "title": text("guide.title"),
        "author": text("gui.title"),
        "timestamp": int(now().timestamp()),
        "page": text("guide.page_of", page="{page}", pages="{pages}"),
        "lead": text("guide.lead"),
        "version": text("guide.version", version=__version__),
        "before": _list(messages, "before", _BEFORE),
        "keys": _list(messages, "keys", _KEYS),
        "words_title": text("guide.words.title"),
        "words": [[one.name, one.text] for one in terms(messages)],
        "blocks": [_chapter(messages, number, page) for number, page in enumerate(PICTURED, 1)],
    }


def _list(messages: Messages, part: str, lines: tuple[str, ...]) -> dict[str, object]:
    said = [messages.text(f"guide.{part}.{line}") for line in lines]
    return {"title": messages.text(f"guide.{part}.title"), "items": said}


def _chapter(messages: Messages, number: int, page: str) -> blocks.Block:
    text = messages.text
    lang = messages.lang if messages.lang in LANGUAGES else LANGUAGES[0]
    picture = resources.path(f"guide/{lang}/{page}.png").read_bytes()
    return {
        "block": "picture",
        "data": base64.b64encode(picture).decode("ascii"),
        "number": number,
        "name": text(f"gui.rail.{page}"),
        "text": text(f"guide.page.{page}.text"),
        "alt": text(f"guide.page.{page}.alt"),
    }
