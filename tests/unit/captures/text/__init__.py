# SPDX-License-Identifier: Apache-2.0
"""Finding and reading lines of text."""
