# SPDX-License-Identifier: Apache-2.0
"""A process of its own for whatever touches hostile or heavy bytes, and the only way to talk with it."""
