# SPDX-License-Identifier: Apache-2.0
"""How the window looks: colours, sizes and faces by name, and the style that draws with them."""
