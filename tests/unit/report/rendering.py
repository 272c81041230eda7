# SPDX-License-Identifier: Apache-2.0
"""Renders a sample once per session, and reads PDFs with the stock tools that a stranger would use."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from inspector.app.setting import set_pages
from inspector.report.document import ReportDocument, build
from inspector.report.render import render
from inspector.system.messages import Messages
from tests.unit.report import samples
from tests.unit.report.sample_catalog import VIEW
from tests.unit.report.sample_parts import FINGERPRINT, NOW

GOLDEN = Path(__file__).parents[2] / "golden" / "report"


def document(
    name: str, lang: str = "en", *, fingerprint: str | None = FINGERPRINT, maker: str | None = "Alex Example"
) -> ReportDocument:
    found = getattr(samples, name)()
    return build(found, VIEW, Messages(lang), NOW, fingerprint=fingerprint, maker=maker)


@cache
def pdf(name: str, lang: str = "en") -> bytes:
    return render(document(name, lang), set_pages)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def tool(*command: str, given: bytes) -> str:
    """What a stock tool says about a PDF that it gets on stdin."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, input=given, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def text(data: bytes) -> str:
    return tool("pdftotext", "-layout", "-", "-", given=data)


def words(data: bytes) -> str:
    """The text in one line, so that where a line breaks does not matter."""
    return " ".join(tool("pdftotext", "-", "-", given=data).split())


def prose(data: bytes) -> str:
    """The pages line by line with columns two spaces apart, as the golden files hold them."""
    lines = (re.sub(r" {2,}", "  ", line.strip()) for line in text(data).splitlines())
    return "".join(line + "\n" for line in lines if line)
