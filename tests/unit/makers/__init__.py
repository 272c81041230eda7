# SPDX-License-Identifier: Apache-2.0
"""The makers keep their word."""
