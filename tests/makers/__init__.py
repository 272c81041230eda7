# SPDX-License-Identifier: Apache-2.0
"""Makers of fictional archives: the same call gives the same bytes and says beforehand what is in them."""
