# SPDX-License-Identifier: Apache-2.0
"""Made screenshots of settings with their truth: how they are made, read and scored.

Seeds 1 to 20 are for tuning, 100 and above for scoring; nothing is ever tuned on a scoring seed. One
whose failures were looked at one by one is spent and serves for tuning from then on: 101 to 105 are, and 313
and 412, in each of which one answer was confidently wrong until its cause was mended (in 412 the page itself:
another service's, under a heading with the name of the first). Of 211 to 214, 311, 312, 411 and 413 to 415
only the figures were looked at. 213, 214, 313, 413 and 414 have nothing but labels with the text "AI".
"""
