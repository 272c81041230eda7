# SPDX-License-Identifier: Apache-2.0
"""Taking a picture of a setting now: of the screen where the system lets a program, else by its own tool."""
