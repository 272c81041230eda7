# SPDX-License-Identifier: Apache-2.0
"""Timestamps: what is asked of a time authority, what it answers, and what that answer is worth."""
