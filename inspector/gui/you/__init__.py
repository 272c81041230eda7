# SPDX-License-Identifier: Apache-2.0
"""What the page You is made of: periods as rows, services by search, and who asks."""
