# SPDX-License-Identifier: Apache-2.0
"""A case: everything about one person's question as an append-only, hash-chained list of acts."""
