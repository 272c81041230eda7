# SPDX-License-Identifier: Apache-2.0
"""Whatever a decoder could not read as it was is told, in every file of every service that is read."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from inspector.archives import services
from inspector.archives.container import MemberError
from inspector.archives.reader import MemberAt, ReaderKind, ReadError
from inspector.archives.services import READERS
from inspector.archives.stream import MemberStream
from tests.makers.assistants import samples as assistants
from tests.makers.linkedin import ERA_2026, of_era
from tests.makers.made import Made
from tests.makers.platforms import samples as platforms
from tests.makers.social import samples as social
from tests.unit.archives.ways import NOW

DECODERS: Final = frozenset({"html_records", "json_lines", "json_records", "json_values", "mbox", "pruned"})
KINDS: Final = {kind.service: kind for kind in READERS}
LONE: Final = b"\\ud800"
TOLD_ALTERED: Final = frozenset({"member.record_altered", "member.row_encoding"})
_TEXT: Final = re.compile(rb'(?<=[:\[,] ")(?=[A-Za-z])|(?<=:")(?=[A-Za-z])|(?<=\[")(?=[A-Za-z])')

Case = tuple[str, str, Made]


def _cases(*endings: str) -> list[Case]:
    """Service, path and export of every file of these kinds that a reader wants."""
    exports = [(one.service, one.made) for one in (*assistants(), *platforms(), *social())]
    return [
        (service, path, made)
        for service, made in (*exports, ("linkedin", of_era(ERA_2026)))
        for path in made.names
        if path.endswith(endings) and KINDS[service].make(NOW, False).wants(path)
    ]


def _id(case: Case) -> str:
    return f"{case[2].name}-{case[1]}"


def _told(kind: ReaderKind, path: str, data: bytes) -> set[str]:
    """The keys of what is said of a file: of its records, or of all of it."""
    reader = kind.make(NOW, False)
    stream = MemberStream(iter((data,)), lambda _: None)
    try:
        found = list(reader.read(MemberAt(path, path), stream))
    except MemberError as error:
        return {error.key}
    return {one.key for one in found if isinstance(one, ReadError)}


def _plain(case: Case) -> bytes:
    return case[2][case[1]]


def _objects(text: bytes) -> Iterator[int]:
    """Where an object with a key begins, outside of strings."""
    inside = False
    for found in re.finditer(rb'\\.|"|\{', text):
        if found[0] == b'"':
            inside = not inside
        elif found[0] == b"{" and not inside and text[found.end() :].lstrip()[:1] == b'"':
            yield found.end()


def _is_json(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data), dict | list)
    except ValueError:
        return False


JSON: Final = [case for case in _cases(".json", ".js") if next(_objects(_plain(case)), None) is not None]
# Pages that are counted and not looked into.
UNOPENED: Final = ("html/snapchat_ai.html", "Articles/")
PAGES: Final = [case for case in _cases(".html", ".htm") if not case[1].startswith(UNOPENED)]


@pytest.mark.parametrize("case", JSON, ids=_id)
def test_text_that_cannot_be_read_is_told_wherever_it_stands(case: Case) -> None:
    service, path, made = case
    data = made[path]
    # What stands around a list without records says nothing.
    places = [] if b'"messages": []' in data else [found.start() for found in _TEXT.finditer(data)]
    # Tried in some places: what a reader leaves out by design it need not look at.
    told = [_told(KINDS[service], path, data[:at] + LONE + data[at:]) for at in places[:12]]
    assert not places or any(keys & TOLD_ALTERED for keys in told), told


@pytest.mark.parametrize("case", [one for one in JSON if _is_json(_plain(one))], ids=_id)
def test_a_key_that_stands_twice_is_told_and_never_chosen_from(case: Case) -> None:
    service, path, made = case
    data = made[path]
    if b"}\n{" in data or b"}\r\n{" in data:
        return
    at = next(_objects(data))
    twice = data[:at] + b'"k":1,"k":2,' + data[at:]
    assert _told(KINDS[service], path, twice) & {"member.record_double_key", "member.json_double_key"}


@pytest.mark.parametrize("case", PAGES, ids=_id)
def test_a_page_with_text_that_cannot_be_read_is_told(case: Case) -> None:
    service, path, made = case
    data = made[path]
    places = [found.end() for found in re.finditer(rb">(?=[A-Za-z])", data)]
    told = [_told(KINDS[service], path, data[:at] + "\ufffd".encode() + data[at:]) for at in places]
    assert not places or any(keys & TOLD_ALTERED for keys in told), told


def _imports(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.rpartition(".")[2])
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.Import):
            found |= {name.name.rpartition(".")[2] for name in node.names}
    return found


def test_no_service_reaches_a_decoder_but_through_the_page_that_tells() -> None:
    folder = Path(services.__file__).parent
    passing: dict[str, Any] = {
        str(path.relative_to(folder)): _imports(ast.parse(path.read_text("utf-8"))) & DECODERS
        for path in sorted(folder.rglob("*.py"))
    }
    assert {path: names for path, names in passing.items() if names} == {}
