# SPDX-License-Identifier: Apache-2.0
"""Encrypted cases on disk: rows in an encrypted database, originals as sealed files, one key for both."""
