# SPDX-License-Identifier: Apache-2.0
"""Tar archives, plain or inside gzip: own check of every header, then one pass over the file."""
