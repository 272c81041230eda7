# SPDX-License-Identifier: Apache-2.0
"""What exports of Facebook, Instagram and Meta AI have in common: one tool writes them all."""
