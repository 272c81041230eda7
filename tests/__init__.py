# SPDX-License-Identifier: Apache-2.0
"""Tests, and the makers of the fictional material they run on."""
