# SPDX-License-Identifier: Apache-2.0
"""Where what lies in a bundle, and which names a bundle may hold.

The layout is BagIt 1.0 (RFC 8493): payload under `data/`, everything else a tag file beside it. All names are
neutral ASCII; the real names of the sources stand in JSON. So a name never leads out of the folder, never
collides on a system that ignores case or normalises Unicode, and never carries a person's content.
"""

from __future__ import annotations

import re

FOLDER = "privacy-evidence"
DATA = "data/"

BAGIT = "bagit.txt"
BAG_INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
REPORT = "report.pdf"
HOW_TO = "VERIFY.txt"
VERIFY_PAGE = "verify.html"
DECLARATIONS = "declarations.txt"
CRATE = "ro-crate-metadata.json"
FETCH = "fetch.txt"
SEAL = f"{TAG_MANIFEST}.p7s"

FINDINGS = "data/findings.json"
CUSTODY = "data/custody.json"
ORIGINALS = "data/originals.json"
MEMBERS = "data/members.json"
RECORD = "data/record.json"
REDACTION = "data/redaction.json"
ORIGINALS_FOLDER = "data/originals/"
MEMBERS_FOLDER = "data/members/"

DATA_FILES = (CUSTODY, FINDINGS, MEMBERS, ORIGINALS)
"""The payload files of every bundle."""

LISTS = (CUSTODY, MEMBERS, ORIGINALS, REDACTION)
"""The payload files that a check reads as JSON."""

_TAG_FILES = (HOW_TO, BAG_INFO, BAGIT, MANIFEST, REPORT, CRATE)

LISTED_TAG_FILES = (*_TAG_FILES, VERIFY_PAGE, DECLARATIONS)
"""The tag files that the tag manifest lists; it cannot list itself. The first bundles lack the last two."""

REQUIRED = (*_TAG_FILES, TAG_MANIFEST, *DATA_FILES)
"""The files without which a folder is no bundle."""

LONGEST_PATH = 255
_SEGMENT = r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*"
_SAFE = re.compile(rf"{_SEGMENT}(?:/{_SEGMENT}){{0,7}}")
_TIMESTAMP = re.compile(rf"{re.escape(TAG_MANIFEST)}(?:\.[A-Za-z0-9_-]+)*\.tsr")


def is_safe(path: str) -> bool:
    """Whether a bundle may hold this path: short, relative, plain ASCII, no hidden or dotted-out segment."""
    return len(path) <= LONGEST_PATH and _SAFE.fullmatch(path) is not None


def is_payload(path: str) -> bool:
    """Whether the path lies under `data/`."""
    return path.startswith(DATA)


def timestamp(number: int) -> str:
    """The path of the timestamp of the tag manifest with this number, from 1."""
    return f"{TAG_MANIFEST}.{number}.tsr"


def is_timestamp(path: str) -> bool:
    """Whether the path is that of a timestamp token of the tag manifest."""
    return _TIMESTAMP.fullmatch(path) is not None


def is_token(path: str) -> bool:
    """Whether the path is a seal or a timestamp: made after the tag manifest, so not listed in it."""
    return path == SEAL or is_timestamp(path)


def about(path: str) -> str:
    """The name of a file as message keys spell it: `data/findings.json` is `findings`."""
    if path == VERIFY_PAGE:
        return "verify_page"
    return path.rpartition("/")[2].rpartition(".")[0].lower().replace("-", "_")


def shown(name: str) -> str:
    """The name as it can be printed: what is invisible or turns the line around appears as in `[U+202E]`."""
    return "".join(c if c.isprintable() else f"[U+{ord(c):04X}]" for c in name)
