# SPDX-License-Identifier: Apache-2.0
"""Whether the two guides inside a bundle, `VERIFY.txt` and `verify.html`, are as this version writes them.

Whoever seals a changed bundle again can put in a page that says "intact" of anything, or commands that do
harm. Both files follow from what else the bundle states, so they can be written again and compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Final

from inspector import __version__
from inspector.bundle import layout, streams
from inspector.bundle.bag import Bag
from inspector.bundle.contents import Program
from inspector.bundle.howto import Kind, how_to
from inspector.bundle.verify_page import LANGUAGES, page
from inspector.domain.text import Note, note
from inspector.system.messages import Messages, available

_LARGEST: Final = 64 << 10
_VERSION: Final = re.compile(r"[0-9A-Za-z.+-]{1,40}")
_ROW: Final = re.compile(r"([A-Za-z0-9-]{1,40}): (.{1,200})")

_Stated = tuple[Program, date]
"""The program and the day that a bundle says it was made with and on."""


def cautions(found: Bag) -> tuple[Note, ...]:
    """Return what is to be said of the guides: nothing where they are the ones that this version writes.

    Of a bundle of another version it cannot be told, so that is all that is said.
    """
    stated = _stated(found)
    notes = tuple(_odd(found, stated))
    if notes and stated and stated[0].version != __version__ and _VERSION.fullmatch(stated[0].version):
        return (note("bundle.guide.version", version=stated[0].version),)
    return notes


def _odd(found: Bag, stated: _Stated | None) -> Iterator[Note]:
    if found.measures.get(layout.HOW_TO) and not _is_ours(found, stated):
        yield note("bundle.guide.instructions", file=layout.HOW_TO)
    measure = found.measures.get(layout.VERIFY_PAGE)
    if measure and measure != streams.measure([page()]):
        yield note("bundle.guide.page", file=layout.VERIFY_PAGE)


def _is_ours(found: Bag, stated: _Stated | None) -> bool:
    """Answer whether the instructions are word for word those of this version, in one of its languages."""
    if stated is None:
        return False
    program, made = stated
    held = found.tree.content(layout.HOW_TO, _LARGEST + 1)
    spoken = dict.fromkeys((*LANGUAGES, *sorted(available())))
    return any(
        held == how_to(program, made, Messages(lang), kind) for lang, kind in product(spoken, _kinds(found))
    )


def _kinds(found: Bag) -> Iterator[Kind]:
    """Yield the kinds that a bundle with these files may be of: whether it asked for stamps shows in none."""
    sealed = layout.SEAL in found.measures
    for stamped in (False, True) if sealed else (False,):
        yield Kind(
            sealed,
            stamped,
            redacted=layout.REDACTION in found.measures,
            declared=layout.DECLARATIONS in found.measures,
            recorded=layout.RECORD in found.measures,
        )


def _stated(found: Bag) -> _Stated | None:
    """Return the program and the day that `bag-info.txt` states."""
    text = found.tree.content(layout.BAG_INFO, _LARGEST).decode("utf-8", "replace")
    lines = (_ROW.fullmatch(line) for line in text.split("\n"))
    rows = {line[1]: line[2] for line in lines if line}
    name, _, version = rows.get("Bag-Software-Agent", "").rpartition(" ")
    try:
        made = date.fromisoformat(rows.get("Bagging-Date", ""))
    except ValueError:
        return None
    return Program(name, version, rows.get("Catalog-Version", ""), rows.get("Catalog-SHA-256", "")), made
