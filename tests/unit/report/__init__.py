# SPDX-License-Identifier: Apache-2.0
"""Tests of the report, its template and its PDF."""
