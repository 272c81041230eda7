# SPDX-License-Identifier: Apache-2.0
"""Salted commitments to the parts of an original, so that each can be opened later and checked by itself.

A Merkle tree over the parts in the order of their paths. One prefix for parts and another for branches keep
one from passing for the other, as in RFC 6962; a branch without a partner moves up as it is. The salts keep a
short value ("ON", an address) from being guessed from its hash. They come from one secret, so that whoever
keeps it can open every part again, and whoever is shown one part learns nothing of the others.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

SALT: Final = 16
"""Bytes of a salt."""

SECRET: Final = 32
"""Bytes of the secret that all salts of one redaction come from."""

_LEAF: Final = b"\x00"
_BRANCH: Final = b"\x01"
_WHOLE: Final = b"\x02"
_LENGTH: Final = 8
_PERSON: Final = b"redaction-salt-1"
_OF_ITEM: Final = b"redaction-item-1"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an original that is committed to by itself: where it stands, and its bytes."""

    path: str
    value: bytes


@dataclass(frozen=True, slots=True)
class Commitment:
    """What is published of an original: the hash of its tree, and how many parts it has."""

    root: bytes
    count: int


@dataclass(frozen=True, slots=True)
class Opening:
    """What shows that a part belongs to an original: the part, its salt, its place, the hashes beside it."""

    part: Part
    salt: bytes
    index: int
    beside: tuple[bytes, ...]


def salt(secret: bytes, path: str) -> bytes:
    """Return the salt of a part. Raises ValueError for a secret of another length than SECRET."""
    _refuse_other_length(secret)
    named = path.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(named, key=secret, digest_size=SALT, person=_PERSON).digest()


def secret_of(secret: bytes, item: str) -> bytes:
    """Return the secret of one item, which opens that item alone. Raises ValueError as `salt` does."""
    _refuse_other_length(secret)
    named = item.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(named, key=secret, digest_size=SECRET, person=_OF_ITEM).digest()


def leaf(salted: bytes, part: Part) -> bytes:
    """Return the hash of a part with its salt: what may be published of a part that is withheld."""
    path = part.path.encode("utf-8", "surrogatepass")
    return hashlib.sha256(_LEAF + salted + len(path).to_bytes(_LENGTH) + path + part.value).digest()


def order(path: str) -> bytes:
    """Return what parts are ordered by."""
    return path.encode("utf-8", "surrogatepass")


def commitment_of(leaves: Sequence[bytes]) -> Commitment:
    """Return the commitment to some parts from their leaves in order. Raises ValueError for none."""
    if not leaves:
        raise ValueError("no part")
    level = list(leaves)
    while len(level) > 1:
        level = _above(level)
    return Commitment(_whole(level[0], len(leaves)), len(leaves))


class Tree:
    """The tree over the parts of one original. A path names one part."""

    def __init__(self, parts: Iterable[Part], secret: bytes) -> None:
        """Build it. Raises ValueError for no part at all, two of one path, or a secret of another length."""
        self._secret = secret
        self._parts = sorted(parts, key=lambda part: order(part.path))
        self._index = {part.path: index for index, part in enumerate(self._parts)}
        if not self._parts or len(self._index) != len(self._parts):
            raise ValueError("parts must be there, each by a path of its own")
        leaves = [leaf(salt(secret, part.path), part) for part in self._parts]
        self._levels = [leaves]
        while len(self._levels[-1]) > 1:
            self._levels.append(_above(self._levels[-1]))

    @property
    def commitment(self) -> Commitment:
        """Return what can be published without showing any part."""
        count = len(self._parts)
        return Commitment(_whole(self._levels[-1][0], count), count)

    def open(self, path: str) -> Opening:
        """Return what shows that one part belongs to the original. Raises KeyError for a path it has not."""
        at = index = self._index[path]
        beside = []
        for level in self._levels[:-1]:
            partner = at ^ 1
            if partner < len(level):
                beside.append(level[partner])
            at //= 2
        part = self._parts[index]
        return Opening(part, salt(self._secret, path), index, tuple(beside))


def belongs(opening: Opening, commitment: Commitment) -> bool:
    """Tell whether a part, as it is opened, is the one that was committed to. Never raises."""
    if not 0 <= opening.index < commitment.count or len(opening.salt) != SALT:
        return False
    found = leaf(opening.salt, opening.part)
    at, width, beside = opening.index, commitment.count, list(opening.beside)
    while width > 1:
        partner = at ^ 1
        if partner < width:
            if not beside:
                return False
            other = beside.pop(0)
            found = _branch(found, other) if at < partner else _branch(other, found)
        at, width = at // 2, (width + 1) // 2
    return not beside and hmac.compare_digest(_whole(found, commitment.count), commitment.root)


def _refuse_other_length(secret: bytes) -> None:
    if len(secret) != SECRET:
        raise ValueError("a secret of another length")


def _branch(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(_BRANCH + left + right).digest()


def _whole(root: bytes, count: int) -> bytes:
    return hashlib.sha256(_WHOLE + count.to_bytes(_LENGTH) + root).digest()


def _above(level: Sequence[bytes]) -> list[bytes]:
    pairs = [_branch(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)]
    return [*pairs, level[-1]] if len(level) % 2 else pairs
