# SPDX-License-Identifier: Apache-2.0
"""The window. Only here does the program know Qt; nothing in here decides, counts or words anything."""
