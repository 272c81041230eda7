# SPDX-License-Identifier: Apache-2.0
"""The process that reads, and the talk with it."""
