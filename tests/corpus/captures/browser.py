# SPDX-License-Identifier: Apache-2.0
"""One browser session that draws many pages: Chromium's own protocol over a pair of pipes."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final, Self

_FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--remote-debugging-pipe",
)
_BINARY: Final = "/usr/lib/chromium/chromium"
_BOXES: Final = """
(() => {
  const box = e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.width, r.height]; };
  const named = {};
  for (const e of document.querySelectorAll('[data-truth]')) named[e.dataset.truth] = box(e);
  const lines = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) {
    const range = document.createRange();
    let run = null;
    for (let i = 0; i < node.length; i++) {
      range.setStart(node, i); range.setEnd(node, i + 1);
      const r = range.getBoundingClientRect();
      if (!r.height) continue;
      if (run && Math.abs(run.top - r.top) < r.height / 2) {
        run.text += node.data[i];
        run.left = Math.min(run.left, r.left); run.right = Math.max(run.right, r.right);
      } else {
        if (run) lines.push(run);
        run = {text: node.data[i], left: r.left, right: r.right, top: r.top, bottom: r.bottom};
      }
    }
    if (run) lines.push(run);
  }
  return JSON.stringify({
    height: document.documentElement.scrollHeight, named,
    lines: lines.filter(l => l.text.trim()).map(
      l => [l.text.trim(), l.left, l.top, l.right - l.left, l.bottom - l.top]),
  });
})()
"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn page: PNG bytes, and boxes (x, y, width, height) in pixels of the PNG."""

    png: bytes
    named: dict[str, list[float]]
    lines: list[tuple[str, list[float]]]


class Browser:
    """A running Chromium without window or network use. Use as a context; it ends with it."""

    def __init__(self) -> None:
        self._profile = tempfile.mkdtemp(prefix="capture-browser-")
        to_it, self._write = os.pipe()
        self._read, from_it = os.pipe()
        command = " ".join((_binary(), *_FLAGS, f"--user-data-dir={self._profile}", "about:blank"))
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", f"exec {command} 3<&{to_it} 4>&{from_it}"],
            pass_fds=(to_it, from_it),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_it)
        os.close(from_it)
        self._rest, self._last = b"", 0
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._frame = self._ask("Page.getFrameTree")["frameTree"]["frame"]["id"]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait(timeout=20)
        os.close(self._write)
        os.close(self._read)
        shutil.rmtree(self._profile, ignore_errors=True)

    def draw(self, html: str, width: int, density: float, most_height: int) -> Drawn:
        """Return a page as it looks at a width in CSS pixels, cut below `most_height` of them."""
        self._sized(width, 600, density)
        self._ask("Page.setDocumentContent", frameId=self._frame, html=html)
        found = json.loads(self._ask("Runtime.evaluate", expression=_BOXES)["result"]["value"])
        height = min(most_height, int(found["height"]))
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        shot = self._ask("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
        scaled = {name: [value * density for value in box] for name, box in found["named"].items()}
        lines = [(text, [value * density for value in box]) for text, *box in found["lines"]]
        return Drawn(base64.b64decode(shot["data"]), scaled, lines)

    def _sized(self, width: int, height: int, density: float) -> None:
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=density,
            mobile=False,
        )

    def _ask(self, method: str, **params: object) -> dict[str, Any]:
        """Send one command and return its result. Raises RuntimeError on the browser's own error."""
        self._last += 1
        message: dict[str, object] = {"id": self._last, "method": method, "params": params}
        if hasattr(self, "_session"):
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._last:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            block = os.read(self._read, 1 << 20)
            if not block:
                raise RuntimeError("the browser ended")
            self._rest += block
        message, _, self._rest = self._rest.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer


def _binary() -> str:
    return _BINARY if os.path.exists(_BINARY) else "chromium"  # noqa: PTH110 - a plain test of a fixed path
