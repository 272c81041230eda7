# SPDX-License-Identifier: Apache-2.0
"""Instagram's "Download your information" with Threads in it, as JSON or HTML, in the trees of 2021 to 2026.

Source: parsers and descriptions of exports of 2021 to 2026, a synthetic sample in French.
"""

from __future__ import annotations

from typing import Final

from inspector.archives.services.instagram.reading import INSTAGRAM
from inspector.archives.services.meta import claiming

KIND: Final = claiming.claiming(
    INSTAGRAM, "Instagram", claiming.INSTAGRAM, claiming.INSTAGRAM_WEAK, claiming.FACEBOOK
)
