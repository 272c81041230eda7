# SPDX-License-Identifier: Apache-2.0
"""Section 4 of the design: pure functions from facts, residence, plan and catalog to findings."""
