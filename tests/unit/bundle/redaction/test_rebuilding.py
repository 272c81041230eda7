# SPDX-License-Identifier: Apache-2.0
"""What is left of an item is what the rules leave, belongs to what was committed to, and tells no more."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from inspector.bundle.redaction import document, tiles
from inspector.bundle.redaction.choosing import Choice, Cited, Reason, is_about_people
from inspector.bundle.redaction.commitments import Tree, belongs
from inspector.bundle.redaction.document import Item, Redaction
from inspector.bundle.redaction.layers import layers
from inspector.bundle.redaction.marks import is_mark
from inspector.bundle.redaction.needles import Needles
from inspector.bundle.redaction.proof import FILE, committed
from inspector.bundle.redaction.rebuilding import (
    Rebuilt,
    original_parts,
    parts_in,
    picture,
    table_or_json,
    whole,
)
from inspector.bundle.redaction.rules import AS_RULED, ItemRules, Rule

SECRET = bytes(range(32))
ALL = frozenset(Rule)
TABLE = b"\r\n".join(
    [
        b"Notes:",
        b"FROM,WHEN,CONTENT",
        b"Ilse Moor,2025-02-03 10:11:12,see you",
        b"Bo Lund,2025-03-04 11:12:13,no",
        b"",
    ]
)
MESSAGES = {
    "messages": [
        {"from": "Ilse Moor", "at": "2025-02-03", "read": True},
        {"from": "Bo Lund", "at": "2025-03-04", "read": False},
    ],
    "contacts": {"Ilse Moor": ["ilse@moor.test"]},
}


def choice(
    *cited: tuple[str, str],
    on: frozenset[Rule] = ALL,
    words: tuple[str, ...] = (),
    item: ItemRules = AS_RULED,
) -> Choice:
    return Choice(on, Needles(words), item, tuple(Cited(*one) for one in cited))


def cells_of(made: Rebuilt) -> list[list[str]]:
    assert made.content is not None
    rows = csv.reader(io.StringIO(made.content.decode(), newline=""))
    return [["·" if is_mark(cell) else cell for cell in row] for row in rows]


WHEN = ("row 3, column WHEN", "2025-03-04 11:12:13")
HEADER = ["FROM", "WHEN", "CONTENT"]


def test_of_a_table_the_header_and_what_facts_name_are_left() -> None:
    made = table_or_json(TABLE, choice(WHEN), SECRET)
    assert cells_of(made) == [["·"], HEADER, ["·"] * 3, ["·", WHEN[1], "·"]]
    assert {"Ilse Moor", "see you", "Bo Lund"} <= set(made.hidden)
    assert WHEN[1] not in made.hidden
    assert made.covered == ()


@pytest.mark.parametrize(
    ("on", "rows"),
    [
        ({Rule.REST, Rule.BESIDE}, [["·"], HEADER, ["·"] * 3, ["·", WHEN[1], "·"]]),
        ({Rule.REST, Rule.PEOPLE}, [["·"], HEADER, ["·"] * 3, ["·", WHEN[1], "·"]]),
        ({Rule.REST}, [["·"], HEADER, ["·"] * 3, ["Bo Lund", WHEN[1], "no"]]),
        ({Rule.PEOPLE}, [["·"], HEADER, ["·", "2025-02-03 10:11:12", "·"], ["·", WHEN[1], "·"]]),
    ],
)
def test_each_rule_withholds_what_it_says(on: set[Rule], rows: list[list[str]]) -> None:
    assert cells_of(table_or_json(TABLE, choice(WHEN, on=frozenset(on)), SECRET)) == rows


def test_what_the_person_says_of_a_place_comes_before_the_rules() -> None:
    item = ItemRules(withhold=frozenset({"row 4, cell 2"}), show=frozenset({"row 3, cell 1"}))
    made = table_or_json(TABLE, choice(WHEN, item=item), SECRET)
    assert cells_of(made) == [["·"], HEADER, ["Ilse Moor", "·", "·"], ["·"] * 3]
    assert made.covered == (WHEN[0],)
    whole_file = table_or_json(TABLE, choice(WHEN, item=ItemRules("whole"), words=("ilse moor",)), SECRET)
    assert cells_of(whole_file)[2:] == [["·", "2025-02-03 10:11:12", "see you"], ["Bo Lund", WHEN[1], "no"]]


def test_of_json_what_nothing_is_read_from_goes_with_its_keys() -> None:
    made = table_or_json(json.dumps(MESSAGES).encode(), choice(("/messages/1/at", "2025-03-04")), SECRET)
    assert made.content is not None
    found = json.loads(made.content)
    assert is_mark(found["contacts"])
    assert is_mark(found["messages"][0])
    assert found["messages"][1]["at"] == "2025-03-04"
    assert all(is_mark(found["messages"][1][key]) for key in ("from", "read"))
    assert {"Ilse Moor", "ilse@moor.test", "Bo Lund"} <= set(made.hidden)


def test_json_that_a_script_assigns_is_read_too() -> None:
    data = b"window.YTD.account.part0 = [ " + json.dumps(MESSAGES).encode() + b" ]"
    made = table_or_json(data, choice(("/0/messages/0/at", "2025-02-03")), SECRET)
    assert made.proof.form == "json"
    assert made.content is not None
    assert b"2025-02-03" in made.content
    assert b"Ilse" not in made.content


@pytest.mark.parametrize(
    ("data", "cited"),
    [
        (TABLE, ("row 2, column WHEN", "another text")),
        (TABLE, ("line 7", "x")),
        (json.dumps(MESSAGES).encode(), ("/messages/9/at", "x")),
        (b"\xff\xfe\x00broken", ("row 2, column A", "x")),
        (b"<html><body>Ilse</body></html>", ("node 3", "Ilse")),
    ],
)
def test_what_cannot_be_told_apart_is_withheld_as_a_whole(data: bytes, cited: tuple[str, str]) -> None:
    made = table_or_json(data, choice(cited), SECRET)
    assert (made.content, made.proof.form) == (None, "whole")
    assert made.proof == whole(hashlib.sha256(data).hexdigest(), SECRET).proof


TABLES = st.lists(
    st.lists(st.text(alphabet='ab,"\n é;', max_size=5), min_size=1, max_size=4), min_size=2, max_size=6
)


@given(TABLES, st.data())
def test_every_part_left_belongs_to_what_was_committed_to_and_every_part_opens(
    rows: list[list[str]], data: st.DataObject
) -> None:
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\r\n").writerows(rows)
    file = target.getvalue().encode()
    paths = [f"row {at}, cell {place}" for at, row in enumerate(rows, 1) for place in range(1, len(row) + 1)]
    out = data.draw(st.frozensets(st.sampled_from(paths)))
    made = table_or_json(file, choice(on=frozenset(), item=ItemRules(withhold=out)), SECRET)
    check_proof(made, file, data)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=4),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.text(alphabet="a!/~é", max_size=2), inner, max_size=3)
        ),
        max_leaves=12,
    ),
    st.data(),
)
def test_the_same_holds_of_json_at_any_depth(value: object, data: st.DataObject) -> None:
    file = json.dumps(value).encode()
    out = data.draw(st.frozensets(st.sampled_from(sorted(places(value)))))
    made = table_or_json(file, choice(on=frozenset(), item=ItemRules(withhold=out)), SECRET)
    check_proof(made, file, data)


def places(value: object, at: str = "") -> set[str]:
    found = {at}
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        found |= places(one, at + "/" + str(key).replace("~", "~0").replace("/", "~1"))
    return found


def check_proof(made: Rebuilt, file: bytes, data: st.DataObject) -> None:
    proof = made.proof
    parts = [] if made.content is None else parts_in(made.content, proof)
    assert committed(proof, parts) == proof.commitment
    digest = hashlib.sha256(file).hexdigest()
    originals = original_parts(proof.form, proof.delimiter, digest, file, None)
    assert originals is not None
    tree = Tree(originals, SECRET)
    assert tree.commitment == proof.commitment
    one = data.draw(st.sampled_from([part.path for part in originals]))
    opening = tree.open(one)
    assert belongs(opening, proof.commitment)
    assert not belongs(replace(opening, salt=bytes(16)), proof.commitment)
    published = Redaction((Item("r1", "s1", "m", None, proof),))
    assert document.parse(document.encode(published)) == published


def test_a_part_that_was_changed_after_all_is_seen() -> None:
    made = table_or_json(TABLE, choice(WHEN), SECRET)
    assert made.content is not None
    other = made.content.replace(b"2025-03-04", b"2025-03-05")
    assert committed(made.proof, parts_in(other, made.proof)) != made.proof.commitment


def drawn(folder: Path) -> Path:
    path = folder / "shot.png"
    Image.effect_noise((200, 150), 80).convert("RGB").save(path)
    return path


def test_a_picture_is_made_anew_and_its_other_tiles_belong_to_it(tmp_path: Path) -> None:
    path = drawn(tmp_path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    made = picture(path, digest, ((10, 10, 30, 20), (190, 140, 50, 50), (500, 500, 5, 5)), SECRET)
    assert made.content is not None
    assert made.proof.boxes == ((10, 10, 30, 20), (190, 140, 10, 10))
    with Image.open(io.BytesIO(made.content)) as image:
        assert all(tiles.is_filled(image, box) for box in made.proof.boxes)
        assert committed(made.proof, tiles.parts(image)) == made.proof.commitment
    assert {one.at for one in made.proof.withheld} == {
        FILE,
        "tile 0,0,64,64",
        "tile 128,128,64,22",
        "tile 192,128,8,22",
    }


def test_what_is_no_picture_is_withheld(tmp_path: Path) -> None:
    path = tmp_path / "no.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    assert picture(path, "0" * 64, (), SECRET).content is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("FROM", True),
        ("Recipient Profile URLs", True),
        ("senderName", True),
        ("SUBJECT", True),
        ("sender_name", True),
        ("Registered At", False),
        ("Billing Country", False),
        ("timestamp_ms", False),
        ("enabled", False),
    ],
)
def test_columns_and_keys_of_persons_are_known_by_their_words(name: str, expected: bool) -> None:
    assert is_about_people(name) == expected


def test_a_reason_stands_with_every_place() -> None:
    made = table_or_json(TABLE, choice(WHEN), SECRET)
    why = {one.at: one.why for one in made.proof.withheld}
    assert why["row 1, cell 1"] == why["row 3, cell 2"] == Reason.REST
    assert why["row 4, cell 1"] == Reason.PEOPLE
    assert why[FILE] == Reason.HASH


NAMES = st.lists(
    st.text(alphabet="abcdefgöß 'é", min_size=4, max_size=16).filter(lambda text: text.strip() == text),
    min_size=2,
    max_size=8,
    unique_by=str.casefold,
)


@given(NAMES, st.data())
def test_no_withheld_value_is_left_in_what_was_made(names: list[str], data: st.DataObject) -> None:
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\r\n").writerows([["FROM", "WHEN"], *([one, "x"] for one in names)])
    shown = data.draw(st.sampled_from(range(len(names))))
    item = ItemRules(show=frozenset({f"row {shown + 2}, cell 1"}))
    made = table_or_json(target.getvalue().encode(), choice(("row 2, column WHEN", "x"), item=item), SECRET)
    assert made.content is not None
    hidden = Needles(name for at, name in enumerate(names) if at != shown and name not in names[shown])
    left = made.content.replace(names[shown].encode(), b"")
    assert not [layer for layer in layers(left, "file") if hidden.found_in(layer.text)]
    published = document.encode(Redaction((Item("r1", "s1", "m", None, made.proof),)))
    assert not [layer for layer in layers(published, "file") if hidden.found_in(layer.text)]
