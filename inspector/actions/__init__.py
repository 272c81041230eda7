# SPDX-License-Identifier: Apache-2.0
"""What to do next: the checklist, the letters and their deadlines. Nothing here sends anything."""
