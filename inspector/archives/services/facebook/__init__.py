# SPDX-License-Identifier: Apache-2.0
"""Facebook's "Download your information" as JSON or HTML, in the trees before and since 2024.

Source: parsers and schemas of exports of 2023 to 2026. The audience of a post is in none of these files.
"""

from __future__ import annotations

from typing import Final

from inspector.archives.services.facebook.reading import FACEBOOK
from inspector.archives.services.meta import claiming

KIND: Final = claiming.claiming(
    FACEBOOK,
    "Facebook",
    claiming.FACEBOOK,
    claiming.FACEBOOK_WEAK,
    (*claiming.INSTAGRAM, *claiming.INSTAGRAM_WEAK),
)
