# SPDX-License-Identifier: Apache-2.0
"""Saved and printed pages: read as text and markup, never shown, no script of theirs run."""
