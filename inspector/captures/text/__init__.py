# SPDX-License-Identifier: Apache-2.0
"""Text in pictures: where its lines stand and what they say, read on this computer alone."""
