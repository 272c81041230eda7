# SPDX-License-Identifier: Apache-2.0
"""Writing to a terminal: wrapped lines, bold only where a person looks on, nothing a file name can forge."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
import unicodedata
from dataclasses import dataclass
from typing import TextIO

WIDEST = 80
_BOLD, _PLAIN = "\033[1m", "\033[0m"


def visible(text: str) -> str:
    """Return text with control and direction characters made visible, so that no name forges a line."""
    return "".join(
        f"[U+{ord(char):04X}]" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char
        for char in text
    )


@dataclass(frozen=True, slots=True)
class Terminal:
    """A stream that people read."""

    stream: TextIO
    width: int
    bold: bool

    @classmethod
    def of(cls, stream: TextIO, widest: int = WIDEST) -> Terminal:
        """Return the terminal behind `stream`; bold only for a real one, and never with NO_COLOR."""
        width = min(widest, shutil.get_terminal_size((WIDEST, 24)).columns)
        return cls(stream, max(width, 40), stream.isatty() and "NO_COLOR" not in os.environ)

    def line(self, text: str = "") -> None:
        """Write one line as it is."""
        self.stream.write(text.rstrip() + "\n")

    def heading(self, text: str) -> None:
        """Write a line that stands out."""
        for part in self.wrapped(text, ""):
            self.line(f"{_BOLD}{part}{_PLAIN}" if self.bold else part)

    def text(self, text: str, indent: str = "", first: str | None = None) -> None:
        """Write text wrapped to the width; `first` begins the first line instead of `indent`."""
        for part in self.wrapped(text, indent, first):
            self.line(part)

    def wrapped(self, text: str, indent: str, first: str | None = None) -> list[str]:
        """Return text as lines that fit."""
        return textwrap.wrap(
            visible(text),
            self.width,
            initial_indent=indent if first is None else first,
            subsequent_indent=indent,
            break_on_hyphens=False,
        ) or [""]


def complain(text: str) -> None:
    """Write one plain sentence to stderr."""
    sys.stderr.write(visible(text) + "\n")
