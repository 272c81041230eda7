# SPDX-License-Identifier: Apache-2.0
"""Writes the table of services in README.md anew from the catalog; nothing in it is typed by hand.

Run by `dev.py services` with the environment's Python. It speaks for the day on which sources were last read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from inspector.catalog.entry import ServiceEntry  # noqa: E402 - found from the root
from inspector.catalog.index import Catalog  # noqa: E402 - found from the root
from inspector.catalog.overview import Words  # noqa: E402 - found from the root
from inspector.catalog.query import Query  # noqa: E402 - found from the root
from inspector.catalog.standing import ControlStanding, standings  # noqa: E402 - found from the root
from inspector.domain.practices import Citation  # noqa: E402 - found from the root
from inspector.domain.words import Strength  # noqa: E402 - found from the root
from inspector.system.messages import Messages  # noqa: E402 - found from the root

BEGIN = "<!-- services: written by dev.py services -->"
END = "<!-- end of services -->"
_HEADS = (
    "Service", "Setting", "What is documented, and where", "Archive tells", "Reader", "Sources", "Checked on",
)  # fmt: skip
_NO_ARCHIVE = "–"


def table(catalog: Catalog) -> str:
    """Return the table as Markdown, one row per setting; what is of the service stands in its first row."""
    words = Words(catalog, Messages())
    day = max(entry.checked for entry in catalog.services())
    found = standings(catalog, Query(), day)
    head = [f"State of {day}.", "", _line(_HEADS), _line(["---"] * len(_HEADS))]
    return "\n".join([*head, *_rows(found, words)])


def written(readme: str, made: str) -> str:
    """Return a README with the table `made` in its place. Raises ValueError where it has no place for it."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        msg = f"README.md lacks the lines {BEGIN} and {END}"
        raise ValueError(msg)
    return f"{before}{BEGIN}\n\n{made}\n\n{END}{after}"


def _rows(found: tuple[ControlStanding, ...], words: Words) -> Iterator[str]:
    before = ""
    for one in found:
        first = one.service.id != before
        before = one.service.id
        name, *facts = _of_service(one.service, first=first)
        yield _line([name, _escaped(one.entry.name.text("en")), _default(one, words), *facts])


def _default(one: ControlStanding, words: Words) -> str:
    parts = []
    for standing in one.standings:
        since = f" since {words.since(standing.since)}" if standing.since else ""
        parts.append(f"**{words.practice(standing)}**{since}: {_escaped(words.where(standing, one))}")
    return "<br>".join(parts)


def _of_service(entry: ServiceEntry, *, first: bool) -> list[str]:
    """Return name, what the archive tells, reader, sources, day; empty in further rows of a service."""
    if not first:
        return [""] * 5
    archive = entry.archive
    tells = ", ".join(kind.value.replace("_", " ") for kind in archive.tells) if archive else _NO_ARCHIVE
    # A reader that finds nothing to read knows the archive by its form, and no more is claimed for it.
    known = "yes" if tells else "recognised only"
    reader = _NO_ARCHIVE if archive is None else known if archive.reader else "not yet"
    name, day = _escaped(entry.name), entry.checked.isoformat()
    return [name, tells or "nothing on this", reader, _sources(entry.sources), day]


def _sources(sources: tuple[Citation, ...]) -> str:
    counts = {strength: sum(one.strength is strength for one in sources) for strength in Strength}
    return ", ".join(f"{count} {strength}" for strength, count in counts.items() if count)


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def main(readme: Path) -> None:
    """Write the table into `readme`."""
    text = readme.read_text("utf-8")
    made = written(text, table(Catalog.load()))
    if made != text:
        readme.write_text(made, "utf-8")
    print(f"{readme.name}: {'written anew' if made != text else 'as it was'}.")


if __name__ == "__main__":
    main(ROOT / "README.md")
