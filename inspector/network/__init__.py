# SPDX-License-Identifier: Apache-2.0
"""The only part that opens connections. Each one is an errand that the person asked for, and is counted."""
