# SPDX-License-Identifier: Apache-2.0
"""Tests of the readers of services other than LinkedIn, and of what they share."""
