# SPDX-License-Identifier: Apache-2.0
"""X's "Download an archive of your data", with the chats with Grok on X that it holds.

Source: four real archives of 2025 and 2026 and the description of all files in them; parsers for 2023.
"""

from __future__ import annotations

from typing import Final

from inspector.archives.frame.signs import Sign, kind
from inspector.archives.services.x.reading import X
from inspector.archives.services.x.shapes import is_data, is_manifest

# Whoever unpacks the archive may hand in the folder `data` alone.
KIND: Final = kind(
    X,
    "X",
    (
        Sign(r"(?:data/)?manifest\.js", is_manifest),
        Sign(r"(?:data/)?(?:account|tweets?|profile|grok-chat-item|direct-messages)\.js", is_data),
    ),
)
