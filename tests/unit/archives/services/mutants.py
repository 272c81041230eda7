# SPDX-License-Identifier: Apache-2.0
"""What no service ever wrote, made from what one did: parts replaced, left out, or added to."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from inspector.domain.reading import SourceReading
from tests.makers.made import Made
from tests.unit.archives.ways import read, said

DATA: Final = (".json", ".js", ".csv", ".html", ".txt")
WRONG: Final[tuple[Any, ...]] = (
    None, True, -1, 1e300, "", "text", "2026-99-99T00:00:00Z", [], [None], {}, {"a": 1},
)  # fmt: skip
NEW: Final = {"zz_new_training": "secret words"}


def members(made: Made, *endings: str) -> list[str]:
    """Return the names of an export's files of data with some endings."""
    return [name for name in made.names if name.endswith(endings) and not name.startswith("assets/")]


def changed(made: Made, name: str, data: bytes, where: Path) -> SourceReading:
    """Read the export with one member replaced."""
    (where / "export.zip").write_bytes(made.with_member(name, data).zip())
    return read(where / "export.zip")


def no_reader_stopped(reading: SourceReading) -> None:
    """Fail where a reader tripped, which the program names as its own fault, or where nothing can be said."""
    keys = {member.reason.id for member in reading.source.members if member.reason}
    assert "reader_stopped" not in keys
    said(reading)


def is_lines(name: str) -> bool:
    """Tell a file of a JSON value per line."""
    return "/events-" in name


def opened(name: str, data: bytes) -> tuple[bytes, Any]:
    """Return what stands before the JSON of a file, and the JSON; of lines they are a list."""
    if is_lines(name):
        return b"", [json.loads(line) for line in data.splitlines()]
    start = data.index(b"=") + 1 if data.startswith(b"window") else 0
    return data[:start], json.loads(data[start:])


def closed(name: str, before: bytes, value: Any) -> bytes:
    """Return the bytes of a file whose JSON was changed."""
    if is_lines(name):
        return b"".join(json.dumps(one).encode() + b"\n" for one in value)
    return before + json.dumps(value).encode()


def mutants(value: Any, wrong: Any) -> Iterator[Any]:
    """Yield the value with one part replaced or left out at a time; of a list the first two are taken."""
    yield wrong
    if isinstance(value, dict):
        for key, inner in value.items():
            for mutant in mutants(inner, wrong):
                yield {**value, key: mutant}
            yield {other: kept for other, kept in value.items() if other != key}
    elif isinstance(value, list):
        for place, inner in enumerate(value[:2]):
            for mutant in mutants(inner, wrong):
                yield [*value[:place], mutant, *value[place + 1 :]]


def with_new_key(value: Any) -> Any:
    """Give every object a key more; not those whose keys are ids, nor what stands for a date."""
    if isinstance(value, dict):
        deeper = {key: with_new_key(inner) for key, inner in value.items()}
        plain = "root" in value or any(key.startswith("$") for key in value)
        return deeper if plain else {**deeper, **NEW}
    return [with_new_key(inner) for inner in value] if isinstance(value, list) else value


def with_new_column(data: bytes) -> bytes:
    """Give a table a column more, in front of its others; those of several lines are left alone."""
    text = data.decode("utf-8-sig", "replace")
    if '"' in text or "\ufffd" in text or text.count("\n") != len(list(csv.reader(text.splitlines()))):
        return data
    header, *rows = data.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True)
    return b"".join((b"zz_new_training," + header, *(b"secret," + row for row in rows)))
