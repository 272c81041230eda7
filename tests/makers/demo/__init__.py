# SPDX-License-Identifier: Apache-2.0
"""The fictional person of the demo: Portland to Berlin on 2025-03-01, member since 2012-03-04."""

from tests.makers.demo.archive import FOLDER, RESIDENCE, demo, demo_archive, write

__all__ = ["FOLDER", "RESIDENCE", "demo", "demo_archive", "write"]
