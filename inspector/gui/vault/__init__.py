# SPDX-License-Identifier: Apache-2.0
"""Cases that are kept: made, opened, locked, and their recovery codes."""
