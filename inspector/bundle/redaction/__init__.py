# SPDX-License-Identifier: Apache-2.0
"""What is withheld from a bundle: rebuilt without it, committed to for later, and looked for everywhere."""
