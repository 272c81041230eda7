# SPDX-License-Identifier: Apache-2.0
"""Tests of what readers of all services share."""
