# SPDX-License-Identifier: Apache-2.0
"""What opening the catalog and one service costs, beside `tomllib` reading that same file and no more.

Usage: catalog_speed.py [SERVICE]. CPU seconds, the least of several runs. Ends with 1 past the budget.
"""

from __future__ import annotations

import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from inspector.catalog.index import Catalog  # noqa: E402 - the path is set above

BUDGET: Final = 0.030
RUNS: Final = 20


def least(work: Callable[[], object]) -> float:
    """Return the fewest CPU seconds that the work took."""
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def main(arguments: list[str]) -> int:
    """Measure and say; 1 past the budget."""
    service = arguments[0] if arguments else "linkedin"
    file = Catalog.load().root / "services" / f"{service}.toml"
    ours = least(lambda: Catalog.load().service(service))
    peer = least(lambda: tomllib.loads(file.read_text(encoding="utf-8")))
    print(f"{service}: {1000 * ours:.1f} ms, {ours / peer:.2f} of what tomllib takes ({1000 * peer:.1f} ms)")
    return 0 if ours <= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
