# SPDX-License-Identifier: Apache-2.0
"""The seal: a signature by a key that this computer made itself, over the lists of hashes and the report."""
