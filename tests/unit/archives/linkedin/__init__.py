# SPDX-License-Identifier: Apache-2.0
"""The reader of LinkedIn exports, file by file."""
