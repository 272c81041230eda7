# SPDX-License-Identifier: Apache-2.0
"""The pieces that pages are put together from."""
