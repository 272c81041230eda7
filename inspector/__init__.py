# SPDX-License-Identifier: Apache-2.0
"""Privacy Settings Inspector: was sharing for AI training on or off, since when, on what evidence."""

__version__ = "0.1.0.dev0"
