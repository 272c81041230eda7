# SPDX-License-Identifier: Apache-2.0
"""Questions that stand in front of the window."""
