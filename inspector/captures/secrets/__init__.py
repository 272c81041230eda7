# SPDX-License-Identifier: Apache-2.0
"""What opens an account: found and masked before a file goes anywhere."""
