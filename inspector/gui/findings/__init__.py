# SPDX-License-Identifier: Apache-2.0
"""The pieces of the page of findings: cards, timelines, evidence, tables."""
