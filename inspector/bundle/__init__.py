# SPDX-License-Identifier: Apache-2.0
"""The evidence bundle: a BagIt bag in a reproducible zip that a stranger can check without this program."""
