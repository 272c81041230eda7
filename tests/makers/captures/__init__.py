# SPDX-License-Identifier: Apache-2.0
"""Fictional pages and mails that show settings."""
