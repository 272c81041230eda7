# SPDX-License-Identifier: Apache-2.0
"""Checklist, letters and deadlines."""
