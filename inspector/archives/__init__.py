# SPDX-License-Identifier: Apache-2.0
"""Account-data archives: containers read in one pass, and per service a reader of what they state."""
