# SPDX-License-Identifier: Apache-2.0
"""Puts what packaging/dev.py is made of in reach of its tests, as dev.py itself does."""

from __future__ import annotations

import sys

from tests.architecture.tree import ROOT

sys.path.insert(0, str(ROOT / "packaging"))
