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
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from queue import SimpleQueue
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
_SPEAK = """
(async () => {
  const found = await (%s)().catch((error) => ({error: String(error), at: error.stack}));
  await fetch("http://127.0.0.1:%d/", {method: "POST", mode: "no-cors", body: JSON.stringify(found)});
})();
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


def heard(page: Path, does: str) -> Any:
    """Run the asynchronous function `does` in a copy of `page`, however long it takes, and return its result.

    Unlike in `told`, time runs as it does for people: what waits for files and for cryptography comes to an
    end. The answer comes through a server of this machine, the page is a file.
    """
    answers: SimpleQueue[bytes] = SimpleQueue()
    with ThreadingHTTPServer(("127.0.0.1", 0), _ear(answers)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        copy = page.with_name(f"heard-{page.name}")
        script = f"<script>{_SPEAK % (does, server.server_port)}</script></body>"
        copy.write_text(page.read_text("utf-8").replace("</body>", script, 1), "utf-8")
        try:
            return json.loads(_while_open(copy, answers))
        finally:
            server.shutdown()
            copy.unlink()


def _ear(answers: SimpleQueue[bytes]) -> type[BaseHTTPRequestHandler]:
    class Ear(BaseHTTPRequestHandler):
        """Takes what the page posts."""

        def do_POST(self) -> None:
            answers.put(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *values: object) -> None:  # noqa: A002 - its name in the class above
            del format, values

    return Ear


def _while_open(page: Path, answers: SimpleQueue[bytes]) -> bytes:
    assert CHROMIUM is not None
    home = page.parent / ".chromium"
    arguments = [
        *(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0"),
        *("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", f"--user-data-dir={home}"),
        page.resolve().as_uri(),
    ]
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        return answers.get(timeout=SECONDS)
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(home, ignore_errors=True)


def violations(page: Path, script: Path, look: Look) -> list[dict[str, Any]]:
    """What axe-core finds on a page."""
    found: list[dict[str, Any]] = told(page, _AXE, look, script)
    return found


def dom(page: Path, look: Look | None = None) -> str:
    """A page as it stands once its own scripts have run."""
    assert CHROMIUM is not None
    how = look or Look()
    home = page.parent / ".chromium"
    address = f"{how.folder}{page.name}" if how.folder else page.resolve().as_uri()
    arguments = [
        CHROMIUM,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        f"--user-data-dir={home}",
        f"--window-size={how.width},900",
        f"--blink-settings=preferredColorScheme={0 if how.dark else 1}",
        "--virtual-time-budget=30000",
        "--dump-dom",
        address,
    ]
    try:
        done = subprocess.run(arguments, capture_output=True, timeout=SECONDS, check=True)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return done.stdout.decode()


def _run(page: Path, look: Look) -> Any:
    found = re.search(r'<pre id="told">(.*?)</pre>', dom(page, look), re.DOTALL)
    assert found, "the page did not answer"
    return json.loads(html.unescape(found[1]))
