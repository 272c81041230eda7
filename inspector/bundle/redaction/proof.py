# SPDX-License-Identifier: Apache-2.0
"""What is published of one item: the commitment to all its parts, salts of those shown, hashes of the others.

Whoever has it and the item as it was rebuilt can compute the commitment again. So each part that is shown is
the one that was committed to, without anything being told of the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from inspector.bundle.redaction.boxes import Box
from inspector.bundle.redaction.choosing import Reason
from inspector.bundle.redaction.commitments import Commitment, Part, commitment_of, leaf, order, salt

Form = Literal["table", "json", "picture", "log", "whole"]
"""How an item is parted: cells, leaves, tiles, acts of the custody log, or not at all."""

FILE: Final = "sha256"
"""The part that is the SHA-256 of the whole original, in hex: withheld, since short files can be guessed."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A place that is withheld. `leaves`: of its parts in their order; of one alone where not `block`.

    `block`: in its place stood an object or a list with these parts below it.
    """

    at: str
    why: Reason
    leaves: tuple[bytes, ...]
    block: bool = False

    @property
    def order(self) -> bytes:
        """Return where its parts stand among all others."""
        return order(f"{self.at}/" if self.block else self.at)


@dataclass(frozen=True, slots=True)
class Proof:
    """What is published of one item. `salts`: of the parts shown, in the order of their paths."""

    form: Form
    commitment: Commitment
    salts: tuple[bytes, ...]
    withheld: tuple[Withheld, ...]
    delimiter: str = ""
    boxes: tuple[Box, ...] = ()


def prove(
    form: Form, parts: Iterable[Part], chosen: Mapping[str, Reason], secret: bytes, delimiter: str = ""
) -> Proof:
    """Return what is published of an item with these parts, of which those at or below `chosen` are withheld.

    Each part is looked at once, and none is kept.
    """
    shown: list[tuple[str, bytes]] = []
    hidden: dict[str, list[tuple[str, bytes]]] = {}
    leaves: list[tuple[str, bytes]] = []
    for part in parts:
        own = salt(secret, part.path)
        leaves.append((part.path, leaf(own, part)))
        above = _withheld_above(part.path, chosen, nested=form == "json")
        if above is None:
            shown.append((part.path, own))
        else:
            hidden.setdefault(above, []).append(leaves[-1])
    leaves.sort(key=lambda one: order(one[0]))
    return Proof(
        form,
        commitment_of([one for _, one in leaves]),
        tuple(own for _, own in sorted(shown, key=lambda one: order(one[0]))),
        tuple(_withheld(at, chosen[at], hidden[at]) for at in sorted(hidden, key=order)),
        delimiter,
    )


def _withheld(at: str, why: Reason, found: list[tuple[str, bytes]]) -> Withheld:
    ordered = sorted(found, key=lambda one: order(one[0]))
    return Withheld(at, why, tuple(one for _, one in ordered), block=ordered[0][0] != at)


def _withheld_above(path: str, chosen: Collection[str], *, nested: bool) -> str | None:
    at = path
    while at not in chosen:
        if not nested or not at:
            return None
        at = at.rpartition("/")[0]
    return at


def committed(proof: Proof, shown: Iterable[Part]) -> Commitment:
    """Return the commitment that the parts in a rebuilt item lead to; marks among them are passed over.

    Raises ValueError where they are not as many as there are salts, or two places are one.
    """
    withheld = {one.at for one in proof.withheld}
    kept = {part.path: part for part in shown if part.path not in withheld}
    paths = sorted(kept, key=order)
    salted = zip(paths, proof.salts, strict=True)
    found: list[tuple[bytes, tuple[bytes, ...]]] = [
        (order(path), (leaf(own, kept[path]),)) for path, own in salted
    ]
    found += [(one.order, one.leaves) for one in proof.withheld]
    found.sort()
    if len({key for key, _ in found}) != len(found):
        raise ValueError("a place twice")
    return commitment_of([one for _, leaves in found for one in leaves])
