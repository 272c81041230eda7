# SPDX-License-Identifier: Apache-2.0
"""Tests of the window, offscreen and in one process each."""
