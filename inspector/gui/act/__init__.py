# SPDX-License-Identifier: Apache-2.0
"""The pieces of the page Act: things to do, their steps, and the days of what was sent."""
