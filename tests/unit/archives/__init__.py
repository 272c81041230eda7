# SPDX-License-Identifier: Apache-2.0
"""Containers, readers and what they make of good and bad archives."""
