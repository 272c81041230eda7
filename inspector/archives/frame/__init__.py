# SPDX-License-Identifier: Apache-2.0
"""What readers of all services share: pages, JSON nodes, times, counts, new keys, ledger, recognition."""
