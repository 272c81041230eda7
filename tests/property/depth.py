# SPDX-License-Identifier: Apache-2.0
"""How far the properties of reasoning are searched: two hundred worlds, the same each time, or new ones.

INSPECTOR_SEARCH set: thousands of new worlds, which takes some ten minutes on one core.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_SEARCHES = bool(os.environ.get("INSPECTOR_SEARCH"))

many = settings(
    max_examples=4000 if _SEARCHES else 200,
    derandomize=not _SEARCHES,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)

few = settings(many, max_examples=2000 if _SEARCHES else 80)
"""Where each world is answered twice and most differ in the same way."""
