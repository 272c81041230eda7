# SPDX-License-Identifier: Apache-2.0
"""Reasoning: order of what bears on a switch, its line over time, first offers, and the spans that follow."""
