# SPDX-License-Identifier: Apache-2.0
"""Sets pages: JSON comes in, a PDF or pictures go out. It runs in a worker, whose memory comes back."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from typing import Any

import typst

from inspector.report.framing import PICTURES, framed
from inspector.report.glyphs import printable
from inspector.system import resources

STANDARDS = ["a-3a", "ua-1"]
TEMPLATES = frozenset({"report", "letter", "guide"})
_WITH_PICTURES = ("report", "guide")

_LONGEST_LINE = 300


class CannotSetError(Exception):
    """The pages cannot be set; what it says is one line."""


def typeset(document: dict[str, Any]) -> bytes:
    """The PDF of a report or letter document, PDF/A-3a and PDF/UA-1 in one.

    Only shipped fonts, no fall-back, so that the bytes do not depend on the machine. The document reaches the
    template as data and never as markup. Raises KeyError, ValueError or typst.TypstError.
    """
    pdf = _compiler(document).compile(
        format="pdf",
        pdf_standards=list(STANDARDS),  # type: ignore[arg-type]  # a list of literals that mypy widens to str
        timestamp=int(document["timestamp"]),
    )
    if not isinstance(pdf, bytes):
        raise TypeError(type(pdf).__name__)
    return pdf


def pictures(document: dict[str, Any], ppi: float) -> list[bytes]:
    """The pages of the same document as PNG, to look at on a screen. Raises as `typeset` does."""
    found = _compiler(document).compile(format="png", ppi=ppi)
    return [found] if isinstance(found, bytes) else list(found or [])


def _compiler(document: dict[str, Any]) -> typst.Compiler:
    if document["template"] not in TEMPLATES:
        raise ValueError(f"no template {document['template']}")
    made = datetime.fromtimestamp(document["timestamp"], UTC)
    attachments = [_encodable(file) for file in document.pop("attachments", [])]
    shown = _pictures_out(document["blocks"]) if document["template"] in _WITH_PICTURES else []
    words = printable({**document, "date": [made.year, made.month, made.day]})
    folder = resources.path("report")
    return typst.Compiler(
        str(folder / f"{document['template']}.typ"),
        root=str(folder),
        font_paths=typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(resources.path("fonts"))],
        ),
        sys_inputs={
            "document": json.dumps(words),
            "attachments": json.dumps(attachments),
            "pictures": json.dumps(shown),
        },
    )


def _pictures_out(found: list[dict[str, Any]]) -> list[list[int]]:
    """Return the bytes of every picture as numbers, which the template can take; its place names which."""
    pictures: list[list[int]] = []
    for block in found:
        if block["block"] == "picture":
            pictures.append(list(base64.b64decode(block["data"], validate=True)))
            block["data"] = len(pictures) - 1
    return pictures


def _encodable(file: dict[str, str]) -> dict[str, str]:
    """The attachment with lone surrogates, which have no UTF-8, as the JSON escapes that stand for them."""
    return {**file, "text": file["text"].encode("utf-8", "backslashreplace").decode("utf-8")}


def made(data: bytes) -> bytes:
    """Return the PDF of a document that comes as JSON, or its pictures where it asks for them.

    Raises CannotSetError.
    """
    try:
        document = json.loads(data)
        ppi = document.pop(PICTURES, None)
        return typeset(document) if ppi is None else framed(pictures(document, ppi))
    except (KeyError, ValueError, OSError, typst.TypstError) as error:
        line = " ".join(f"{type(error).__name__}: {error}".split())
        raise CannotSetError(line[:_LONGEST_LINE]) from error
