# SPDX-License-Identifier: Apache-2.0
"""Zip archives: a directory that is checked before anything is read, then one pass over the file."""
