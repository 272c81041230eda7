# SPDX-License-Identifier: Apache-2.0
"""Use cases shared by window and terminal."""
