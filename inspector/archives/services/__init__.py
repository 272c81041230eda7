# SPDX-License-Identifier: Apache-2.0
"""The readers there are, one per service."""

from __future__ import annotations

from typing import Final

from inspector.archives.reader import ReaderKind
from inspector.archives.services import (
    alexa,
    chatgpt,
    claude,
    deepseek,
    discord,
    facebook,
    github,
    google,
    grok,
    instagram,
    linkedin,
    meta_ai,
    microsoft_copilot,
    mistral,
    reddit,
    snapchat,
    spotify,
    tiktok,
    whatsapp,
    x,
)

READERS: Final[tuple[ReaderKind, ...]] = (
    alexa.KIND,
    chatgpt.KIND,
    claude.KIND,
    deepseek.KIND,
    discord.KIND,
    facebook.KIND,
    github.KIND,
    google.KIND,
    grok.KIND,
    instagram.KIND,
    linkedin.KIND,
    meta_ai.KIND,
    microsoft_copilot.KIND,
    mistral.KIND,
    reddit.KIND,
    snapchat.KIND,
    spotify.KIND,
    tiktok.KIND,
    whatsapp.KIND,
    x.KIND,
)
