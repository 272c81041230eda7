# SPDX-License-Identifier: Apache-2.0
"""Tests of timestamps, by a real authority on this computer."""
