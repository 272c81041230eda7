# SPDX-License-Identifier: Apache-2.0
"""What the page Confirm is made of: the picture, its reading in words, and the person's answer."""
