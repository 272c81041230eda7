# SPDX-License-Identifier: Apache-2.0
"""`verify.html`: one page that checks a bundle in a browser, alone and offline, in English and German.

Its parts lie in resources/verify and its words among the messages. All of it stands in one file, and the page
itself allows no other script or style than its own, by their hashes, and no connection at all.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from typing import Final

from inspector.system import resources
from inspector.system.messages import Messages

LANGUAGES: Final = ("en", "de")
_PREFIX: Final = "verifypage."


@cache
def page() -> bytes:
    """Return the page, the same bytes for every bundle that this version makes."""
    folder = resources.path("verify")
    script = "".join(part.read_text("utf-8") for part in sorted(folder.glob("*.js")))
    style = "".join(part.read_text("utf-8") for part in sorted(folder.glob("*.css")))
    parts = {
        "@SCRIPT_HASH@": _hash(script),
        "@STYLE_HASH@": _hash(style),
        "@TITLE@": Messages(LANGUAGES[0]).text(f"{_PREFIX}title"),
        "@STYLE@": style,
        "@WORDS@": _words(),
        "@SCRIPT@": script,
    }
    text = (folder / "page.html").read_text("utf-8")
    for place, part in parts.items():
        text = text.replace(place, part)
    return text.encode()


def _hash(text: str) -> str:
    """Return the hash as a Content-Security-Policy names it."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def _words() -> str:
    """Return every sentence of the page in every language, as JSON that ends no element."""
    spoken = {lang: Messages(lang) for lang in LANGUAGES}
    keys = sorted(key for key in spoken[LANGUAGES[0]].keys() if key.startswith(_PREFIX))  # noqa: SIM118 - not a dict
    words = {
        lang: {key.removeprefix(_PREFIX): messages.templates(key)[0] for key in keys}
        for lang, messages in spoken.items()
    }
    return json.dumps(words, ensure_ascii=False, sort_keys=True, indent=1).replace("<", "\\u003c")
