# SPDX-License-Identifier: Apache-2.0
"""Tests of the catalog and of what it says about each service."""
