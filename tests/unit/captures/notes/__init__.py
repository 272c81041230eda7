# SPDX-License-Identifier: Apache-2.0
"""Tests of what a picture's file tells besides the picture."""
