# SPDX-License-Identifier: Apache-2.0
"""What packaging/dev.py is made of. Standard library only."""
