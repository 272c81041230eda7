# SPDX-License-Identifier: Apache-2.0
"""What the program and a worker that redacts say to each other."""

from __future__ import annotations

from inspector.worker.message import Message


class Rebuild(Message, frozen=True):
    """Make one item anew without what is withheld. It is for a worker that redacts.

    `data` of a table or JSON file, else None: then the picture at `path`, or None for what goes in as nothing
    but its hash. `cited`: locators and texts of facts. `rules`: JSON of the rules, of which those for the
    one item stand under its hash. `look`: the parts to look at are wanted, not what is made.
    """

    sha256: str
    data: bytes | None
    path: bytes | None
    cited: tuple[tuple[str, str], ...]
    rules: bytes
    secret: bytes
    look: bool = False

    def __repr__(self) -> str:
        """Say no more than what it is: nothing of it belongs into a log."""
        return "Rebuild(…)"


class Reveal(Message, frozen=True):
    """Give what opens one part of an original. `form`, `delimiter`: as it was parted."""

    form: str
    delimiter: str
    sha256: str
    data: bytes | None
    path: bytes | None
    secret: bytes
    part: str

    def __repr__(self) -> str:
        """Say no more than what it is."""
        return "Reveal(…)"


class Seek(Message, frozen=True):
    """Take the values that must not leak, except those that stand in `shown` or in the program's own texts.

    `always` are looked for even then.
    """

    values: tuple[str, ...]
    always: tuple[str, ...]
    shown: tuple[str, ...]

    def __repr__(self) -> str:
        """Say no more than what it is."""
        return "Seek(…)"


class Search(Message, frozen=True):
    """Look for these values in a file of the bundle."""

    place: str
    data: bytes

    def __repr__(self) -> str:
        """Say no more than what it is."""
        return "Search(…)"


class PartRow(Message, frozen=True):
    """One part as a person looks at it. `why`: the reason for which it is withheld, None where it is not."""

    at: str
    text: str
    why: str | None


class RebuiltItem(Message, frozen=True):
    """What is published of an item, as JSON, and what must not leak; its bytes came before, as `Fetched`.

    `gone`: nothing of it goes in. `more`: there are more rows than are told. `covered`: the places that facts
    name and that are withheld.
    """

    proof: bytes
    hidden: tuple[str, ...]
    covered: tuple[str, ...]
    rows: tuple[PartRow, ...]
    gone: bool
    more: bool = False


class Revealed(Message, frozen=True):
    """What opens a part, and the root and number of the parts that it belongs to."""

    value: bytes
    salt: bytes
    index: int
    beside: tuple[bytes, ...]
    root: bytes
    count: int


class Seeking(Message, frozen=True):
    """How many of the values are looked for, and how many stand in what is shown anyway."""

    count: int
    shown: int


class Searched(Message, frozen=True):
    """The places in a file where values stand that must not, each with the number of the value."""

    places: tuple[tuple[str, int], ...]
