# SPDX-License-Identifier: Apache-2.0
"""``python -m tests.makers.demo`` writes the archive of the demo into resources/demo."""

from tests.makers.demo import write

if __name__ == "__main__":
    print(write())
