# SPDX-License-Identifier: Apache-2.0
"""The dated, sourced catalog of what services document: loads, checks, answers for region, plan, day."""
