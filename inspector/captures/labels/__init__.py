# SPDX-License-Identifier: Apache-2.0
"""Which setting a picture, page or mail shows: the catalog's labels found again in its text."""
