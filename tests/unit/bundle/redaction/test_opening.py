# SPDX-License-Identifier: Apache-2.0
"""The file that opens a part comes back as it was, and one that was tampered with is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from inspector.bundle.redaction.choosing import Reason
from inspector.bundle.redaction.commitments import Part, Tree
from inspector.bundle.redaction.document import Item, Redaction
from inspector.bundle.redaction.opening import LARGEST, Opened, encode, holds, parse
from inspector.bundle.redaction.proof import prove

SECRET = bytes(range(32))
PARTS = [Part("row 1, cell 1", b"Ilse"), Part("row 1, cell 2", b"\xff\x00"), Part("row 2, cell 1", b"on")]
PROOF = prove("table", PARTS, {"row 1, cell 1": Reason.PICKED}, SECRET)
MARK = "ab" * 32
PUBLISHED = Redaction((Item("r1", "s1", "a.csv", "data/members/0001.bin", PROOF),))


def opened(path: str) -> Opened:
    return Opened(MARK, "r1", Tree(PARTS, SECRET).open(path))


@pytest.mark.parametrize("path", [part.path for part in PARTS])
def test_it_comes_back_and_holds(path: str) -> None:
    found = parse(encode(opened(path)))
    assert found == opened(path)
    assert holds(found, MARK, PUBLISHED)
    assert not holds(found, "cd" * 32, PUBLISHED)
    assert not holds(found, None, PUBLISHED)


@pytest.mark.parametrize(
    "changes",
    [
        {"salt": "00" * 16},
        {"text": "Bo", "value": "Qm8="},
        {"part": "row 2, cell 1"},
        {"index": 1},
        {"beside": []},
        {"item": "r2"},
    ],
)
def test_another_salt_value_or_place_is_refused(changes: dict[str, Any]) -> None:
    file = {**json.loads(encode(opened("row 1, cell 1"))), **changes}
    assert not holds(parse(json.dumps(file).encode()), MARK, PUBLISHED)


@pytest.mark.parametrize(
    "changes",
    [
        {"schema": "other"},
        {"fingerprint": "x"},
        {"value": "§"},
        {"text": "another text"},
        {"index": -1},
        {"index": True},
        {"salt": "zz"},
        {"beside": "no list"},
        {"part": 7},
        {"item": None},
    ],
)
def test_what_is_no_such_file_is_told(changes: dict[str, Any]) -> None:
    file = {**json.loads(encode(opened("row 1, cell 1"))), **changes}
    with pytest.raises(ValueError, match=r"."):
        parse(json.dumps(file).encode())


def test_nothing_large_is_taken_in() -> None:
    with pytest.raises(ValueError, match="opening"):
        parse(b" " * (LARGEST + 1))
