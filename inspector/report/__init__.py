# SPDX-License-Identifier: Apache-2.0
"""Findings and letters as JSON and as PDF: sentences are made here, layout in resources/report."""
