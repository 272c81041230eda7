# SPDX-License-Identifier: Apache-2.0
"""Says in plain words what is wrong with service files, and what they do not say yet.

Run by `dev.py check-catalog [SERVICE…]`. Ends with 1 where something is to mend.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from inspector.catalog.check import check  # noqa: E402 - found from the root
from inspector.catalog.errors import CatalogError  # noqa: E402 - found from the root
from inspector.catalog.gaps import gaps  # noqa: E402 - found from the root
from inspector.catalog.index import Catalog  # noqa: E402 - found from the root
from inspector.catalog.problems import Problem  # noqa: E402 - found from the root
from inspector.system.clock import now  # noqa: E402 - found from the root
from inspector.system.messages import Messages  # noqa: E402 - found from the root


def main(names: list[str], catalog: Catalog) -> int:
    """Print what is wrong with services, all or those named, and of those named what is still open."""
    messages = Messages()
    for name in names:
        if name not in catalog.service_ids():
            print(messages.text("catalog.check.unknown", name=f"{name}.toml"))
            return 1
    wrong = [one for one in check(catalog, now()) if _concerns(one, names)]
    _list(messages, "mend", wrong)
    if not wrong:
        print(messages.text("catalog.check.none", n=len(names or catalog.service_ids())))
    _list(messages, "open", [gap for name in names for gap in _open(catalog, name)])
    return 1 if wrong else 0


def _concerns(one: Problem, names: list[str]) -> bool:
    """Tell whether a problem is one of the services named; those of other files concern everybody."""
    return not names or not one.file.startswith("services/") or Path(one.file).stem in names


def _open(catalog: Catalog, name: str) -> tuple[Problem, ...]:
    try:
        return gaps(catalog.service(name), catalog)
    except CatalogError:
        return ()


def _list(messages: Messages, key: str, found: list[Problem]) -> None:
    if found:
        print(messages.text(f"catalog.check.{key}"))
    for one in found:
        print(f"  - {one.say(messages)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Catalog.load()))
