# SPDX-License-Identifier: Apache-2.0
"""Corpora made by programs, with the truth beside each item."""
