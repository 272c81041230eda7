# SPDX-License-Identifier: Apache-2.0
"""Whole letters, as files to read."""
