# SPDX-License-Identifier: Apache-2.0
"""Decoders: blocks of bytes to records, each with its place, and what could not be read beside them."""
