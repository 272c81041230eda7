# SPDX-License-Identifier: Apache-2.0
"""What the frozen program starts with."""

import os
import sys

# A program without a console has none of these on Windows, and whatever writes to them would fail.
for _name in ("stdout", "stderr"):
    if getattr(sys, _name) is None:
        setattr(sys, _name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - open to the end

# Python of the system does the same where nothing names a language (PEP 538); Qt would complain of it.
if sys.platform.startswith("linux") and not any(map(os.environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))):
    os.environ["LC_CTYPE"] = "C.UTF-8"

from inspector.__main__ import main  # noqa: E402 - may write at once

if __name__ == "__main__":
    sys.exit(main())
