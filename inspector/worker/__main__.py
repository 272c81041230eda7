# SPDX-License-Identifier: Apache-2.0
"""`python -I inspector/worker/__main__.py WORK`: the worker, started from source."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    # Isolated Python looks neither into this folder nor into PYTHONPATH.
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from inspector.worker.serving import main

    sys.exit(main(sys.argv[1:]))
