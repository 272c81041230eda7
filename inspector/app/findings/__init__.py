# SPDX-License-Identifier: Apache-2.0
"""What the page of findings shows, put into words and positions; nothing here knows how it is painted."""
