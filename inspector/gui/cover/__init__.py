# SPDX-License-Identifier: Apache-2.0
"""Covers what is the person's own on screen, for whoever shares it."""
