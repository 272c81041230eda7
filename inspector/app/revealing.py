# SPDX-License-Identifier: Apache-2.0
"""Opens a part that was withheld from a bundle: the file that shows it, and lets anyone check it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.app.fetching import Fetcher
from inspector.app.passwords import Passwords
from inspector.app.rebuilding import Redactor, picture_at
from inspector.bundle.contents import BundleError
from inspector.bundle.redaction import log
from inspector.bundle.redaction.commitments import Commitment, Opening, Part, Tree, secret_of
from inspector.bundle.redaction.document import Item
from inspector.bundle.redaction.opening import Opened, encode
from inspector.bundle.redaction.published import NotRedactedError, Published, published
from inspector.bundle.redaction.rules import MOST_BYTES
from inspector.cases.acts import Act
from inspector.domain.reading import SourceReading
from inspector.domain.sources import Source
from inspector.domain.text import note
from inspector.report.redacted import GONE
from inspector.worker.redaction import (
    Reveal,
)

LOG = "custody"
"""What the secret of the custody log is named by."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whoever can open what was withheld: the log of the case, its sources, and the secret it keeps."""

    acts: Sequence[Act]
    readings: Sequence[SourceReading]
    passwords: Passwords
    secret: bytes


def item_secret(secret: bytes, source: Source, member: str | None) -> bytes:
    """Return the secret of one item, which opens that item alone."""
    return secret_of(secret, f"{source.sha256}/{member or ''}")


def reveal(holder: Holder, bundle: Path, item: str, part: str) -> bytes:
    """Return the file that opens one part of one item of a bundle. Raises BundleError."""
    try:
        found = published(bundle)
    except NotRedactedError as error:
        raise BundleError(note("redaction.refused.not_redacted", file=bundle.name)) from error
    wanted = next((one for one in found.redaction.items if one.id == item), None)
    if wanted is None:
        raise BundleError(note("redaction.refused.no_item", item=item))
    opened = _of_log(holder, found, part) if wanted.proof.form == "log" else _of_file(holder, wanted, part)
    if opened is None or opened[1] != wanted.proof.commitment:
        raise BundleError(note("redaction.refused.no_part", item=item, part=part))
    return encode(Opened(found.fingerprint, item, opened[0]))


Found = tuple[Opening, Commitment]


def _of_log(holder: Holder, found: Published, part: str) -> Found | None:
    """Open an act: those that were withheld are taken from the case, the others from the bundle."""
    own = {one.path: one for one in log.parts(act.as_object() for act in holder.acts)}
    item = next(one for one in found.redaction.items if one.proof.form == "log")
    withheld = {one.at for one in item.proof.withheld}
    parts = [own.get(one.path, one) if one.path in withheld else one for one in log.parts(found.acts)]
    try:
        tree = Tree(parts, secret_of(holder.secret, LOG))
        return tree.open(part), tree.commitment
    except (KeyError, ValueError):
        return None


def _of_file(holder: Holder, item: Item, part: str) -> Found | None:
    """Open a part of a file: of the one that leads to what was committed to, whatever it is called."""
    paths = [one.source.path for one in holder.readings]
    with Fetcher(paths, holder.passwords) as fetcher, Redactor(paths) as redactor:
        for source, member, digest in _files(holder, item):
            data = _data(fetcher, source, member) if member is not None else None
            proof = item.proof
            task = Reveal(
                proof.form,
                proof.delimiter,
                digest,
                data,
                picture_at(source.path) if proof.form == "picture" else None,
                item_secret(holder.secret, source, member),
                part,
            )
            shown = redactor.reveal(task)
            if shown is not None and (shown.root, shown.count) == (
                proof.commitment.root,
                proof.commitment.count,
            ):
                opening = Opening(Part(part, shown.value), shown.salt, shown.index, shown.beside)
                return opening, Commitment(shown.root, shown.count)
    return None


def _files(holder: Holder, item: Item) -> Iterator[tuple[Source, str | None, str]]:
    for one in holder.readings:
        if item.member is None and one.source.kind != "archive":
            yield one.source, None, one.source.sha256
        for member in one.source.members if item.member is not None else ():
            # Where the name is withheld too, what was committed to tells which file it is.
            if member.sha256 and (item.member == member.name or GONE in (item.member or "")):
                yield one.source, member.name, member.sha256


def _data(fetcher: Fetcher, source: Source, member: str) -> bytes | None:
    try:
        with fetcher.again(source.path, member)() as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError:
        return None
