# SPDX-License-Identifier: Apache-2.0
"""Made screenshots of settings with their truth: how they are made, read and scored.

Seeds 1 to 20 are for tuning, 100 and above for scoring; nothing is ever tuned on a scoring seed. One
whose failures were looked at one by one is spent and serves for tuning from then on: 101 to 105 are. Of 211
to 214 and 311 to 313 only the figures were looked at; 213, 214, 313 and 314 have nothing but labels with
the text "AI".
"""
