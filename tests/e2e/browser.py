# SPDX-License-Identifier: Apache-2.0
"""A headless Chromium: shows a copy of a page with a script put in, and reads what that says.

axe-core is taken from INSPECTOR_AXE (a path to axe.min.js) or from the package axe-core-python.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

SECONDS = 120
CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)
_ASIDE = "tell.js"
_TELL = """
window.addEventListener("load", async () => {
  const told = await (%s)();
  const box = document.createElement("pre");
  box.id = "told";
  box.textContent = JSON.stringify(told);
  document.body.append(box);
});
"""
_AXE = """async () => {
  const found = await axe.run(document, {resultTypes: ["violations"]});
  return found.violations.map((one) => ({
    id: one.id, impact: one.impact, nodes: one.nodes.map((node) => node.html.slice(0, 160)),
  }));
}"""


@dataclass(frozen=True)
class Look:
    """How a page is looked at. `folder`: the address of its folder where it is served, else it is a file."""

    width: int = 1180
    dark: bool = False
    folder: str | None = None


def axe_script() -> Path | None:
    """Where axe-core is; None where this machine has none."""
    named = os.environ.get("INSPECTOR_AXE")
    if named:
        return Path(named)
    package = find_spec("axe_core_python")
    places = list(package.submodule_search_locations or ()) if package else []
    return next((script for place in places if (script := Path(place) / "axe.min.js").is_file()), None)


def told(page: Path, does: str, look: Look | None = None, before: Path | None = None) -> Any:
    """Run the asynchronous function `does` in a copy of `page` beside it and return what it returns."""
    how = look or Look()
    copy, script = page.with_name(f"told-{page.name}"), page.with_name(_ASIDE)
    scripts = f'<script src="{_ASIDE}"></script>'
    if before is not None:
        scripts = f'<script src="{before.resolve().as_uri()}"></script>{scripts}'
    script.write_text(_TELL % does, "utf-8")
    copy.write_text(page.read_text("utf-8").replace("</head>", f"{scripts}</head>", 1), "utf-8")
    try:
        return _run(copy, how)
    finally:
        copy.unlink()
        script.unlink()


def violations(page: Path, script: Path, look: Look) -> list[dict[str, Any]]:
    """What axe-core finds on a page."""
    found: list[dict[str, Any]] = told(page, _AXE, look, script)
    return found


def _run(page: Path, look: Look) -> Any:
    assert CHROMIUM is not None
    home = page.parent / ".chromium"
    address = f"{look.folder}{page.name}" if look.folder else page.resolve().as_uri()
    arguments = [
        CHROMIUM,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        f"--user-data-dir={home}",
        f"--window-size={look.width},900",
        f"--blink-settings=preferredColorScheme={0 if look.dark else 1}",
        "--virtual-time-budget=30000",
        "--dump-dom",
        address,
    ]
    try:
        done = subprocess.run(arguments, capture_output=True, timeout=SECONDS, check=True)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    found = re.search(r'<pre id="told">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    assert found, "the page did not answer"
    return json.loads(html.unescape(found[1]))
