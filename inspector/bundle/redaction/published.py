# SPDX-License-Identifier: Apache-2.0
"""What a redacted bundle publishes, taken out of its zip without checking the rest of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from inspector.bundle import container, custody, layout, strictjson, tree
from inspector.bundle.bag import bag
from inspector.bundle.redaction.document import Redaction, parse
from inspector.bundle.ziplist import UnreadableZipError


class NotRedactedError(Exception):
    """The file is no bundle that can be read, or nothing is withheld from it."""


@dataclass(frozen=True, slots=True)
class Published:
    """The fingerprint of a bundle, what it says of what is withheld, and the acts it shows."""

    fingerprint: str
    redaction: Redaction
    acts: tuple[dict[str, object], ...]


def published(path: Path) -> Published:
    """Return what the bundle in a zip publishes. Raises NotRedactedError."""
    try:
        with path.open("rb") as file:
            listing = container.listing(file, os.fstat(file.fileno()).st_size)
            found = bag(tree.from_zip(file, container.members(listing)))
            redaction = parse(found.tree.content(layout.REDACTION, strictjson.LARGEST))
            acts = custody.parse(found.tree.content(layout.CUSTODY, strictjson.LARGEST))
            fingerprint = found.fingerprint
    except (OSError, ValueError, UnreadableZipError) as error:
        raise NotRedactedError from error
    if fingerprint is None:
        raise NotRedactedError
    return Published(fingerprint, redaction, tuple(acts))
