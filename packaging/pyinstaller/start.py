# SPDX-License-Identifier: Apache-2.0
"""What the frozen program starts with."""

import sys

from inspector.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
