# SPDX-License-Identifier: Apache-2.0
"""Files that suggest a region. Each only suggests: the person says where they lived.

Security Challenges and IP addresses are never read: they show other people's attempts and their places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from inspector.archives import countries
from inspector.archives.dates import ISO_DAY
from inspector.archives.formats.rows import Row
from inspector.archives.formats.tables import Table
from inspector.archives.frame.cells import Cell, cell_at
from inspector.archives.frame.page import Page
from inspector.archives.hours import Hours
from inspector.archives.services.linkedin.owner import Owner
from inspector.archives.services.linkedin.shapes import HEADERS, shape
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment
from inspector.domain.words import DataClass, FactKind

_VERIFICATIONS: Final = shape("verificationtype", "country")
_PHONES: Final = shape("number")
_TARGETING: Final = shape(("profilelocations", "country", "memberage", "interfacelocale"))


def _code_or_name(text: str) -> str | None:
    return countries.from_code(text) or countries.from_name(text)


def read_profile(page: Page, owner: Owner) -> Iterator[Fact | Tally]:
    """Yield the country that the profile's location ends with, and count the profile."""
    table = page.table(HEADERS["profile"])
    hours, names = Hours((), page.years), []
    for number, row in table.records():
        hours.add("")
        names.append(" ".join(_text(table, number, row, column) for column in ("firstname", "lastname")))
        yield from _hint(page, cell_at(table, number, row, table.column("geolocation")), countries.from_place)
        yield from _hint(page, cell_at(table, number, row, table.column("country")), _code_or_name)
    owner.name = names[0].strip() if len(names) == 1 else ""
    yield page.tally(DataClass.PROFILE, hours)


def _text(table: Table, number: int, row: Row, column: str) -> str:
    cell = cell_at(table, number, row, table.column(column))
    return cell.raw if cell else ""


def _hint(
    page: Page, cell: Cell | None, country: Callable[[str], str | None], moment: Moment | None = None
) -> Iterator[Fact]:
    """Yield a suggestion; without `moment` it holds at the time of the member, which states no other."""
    code = country(cell.raw) if cell else None
    if cell and code:
        yield page.fact(FactKind.REGION_HINT, code, moment, cell)


def read_verifications(page: Page) -> Iterator[Fact]:
    """Yield the country of each verified document, on the day of verification."""
    table = page.table(_VERIFICATIONS)
    for number, row in table.records():
        day = cell_at(table, number, row, table.column("verifieddate"))
        dated = day is not None and day.raw.casefold() not in {"", "n/a"}
        moment = page.moment(day, (ISO_DAY,)) if day and dated else None
        yield from _hint(page, cell_at(table, number, row, table.column("country")), _code_or_name, moment)


def read_phones(page: Page) -> Iterator[Fact]:
    """Yield the country of prefixes that one country has for itself. Only the prefix is kept."""
    table = page.table(_PHONES)
    for number, row in table.records():
        cells = (cell_at(table, number, row, table.column(name)) for name in ("extension", "number"))
        for cell in cells:
            found = countries.from_prefix(cell.raw) if cell else None
            if cell and found:
                prefix, code = found
                yield page.fact(FactKind.REGION_HINT, code, None, Cell(number, cell.column, prefix))
                break


def read_targeting(page: Page) -> Iterator[Fact]:
    """Yield each country among the locations that advertisers can choose the member by."""
    table = page.table(_TARGETING)
    for number, row in table.records():
        for place in table.columns.get("profilelocations", ()):
            yield from _locations(page, cell_at(table, number, row, place))
        for place in table.columns.get("country", ()):
            yield from _hint(page, cell_at(table, number, row, place), _code_or_name)


def _locations(page: Page, cell: Cell | None) -> Iterator[Fact]:
    """Yield one suggestion per country; of the cell only the part that names it is kept."""
    found: dict[str, str] = {}
    for part in cell.raw.split(";") if cell else ():
        code = countries.from_place(part)
        if code:
            found.setdefault(code, part.strip())
    for code, part in found.items():
        if cell:
            yield page.fact(FactKind.REGION_HINT, code, None, Cell(cell.row, cell.column, part))
