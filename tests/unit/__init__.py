# SPDX-License-Identifier: Apache-2.0
"""Tests of single parts; the folders mirror the program."""
