# SPDX-License-Identifier: Apache-2.0
"""What the program needs from its surroundings: files it ships, the clock, the language. No Qt."""
