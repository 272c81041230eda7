# SPDX-License-Identifier: Apache-2.0
"""Finding labels of the catalog again."""
