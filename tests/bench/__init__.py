# SPDX-License-Identifier: Apache-2.0
"""Measurements: each a program of its own, run by `packaging/dev.py bench NAME`."""
