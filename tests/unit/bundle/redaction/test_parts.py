# SPDX-License-Identifier: Apache-2.0
"""Tables, JSON files and pictures are rebuilt without what is withheld, and committed to part by part."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from inspector.bundle.redaction import cells, leaves, tiles
from inspector.bundle.redaction.marks import MOST, TooManyError, is_mark, mark

CELLS = st.lists(
    st.lists(st.text(alphabet='ab,"\n é', max_size=5), min_size=1, max_size=4), min_size=1, max_size=6
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(alphabet="a/~é", max_size=2), inner, max_size=3)
    ),
    max_leaves=12,
)


def written(rows: list[list[str]]) -> bytes:
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\r\n").writerows(rows)
    return target.getvalue().encode()


@given(CELLS, st.data())
def test_a_table_without_some_cells_is_the_table_otherwise(
    rows: list[list[str]], data: st.DataObject
) -> None:
    table = written(rows)
    paths = [part.path for part in cells.parts(table)]
    out = data.draw(st.sets(st.sampled_from(paths)))
    kept = {part.path: part.value for part in cells.parts(table)}
    made = {part.path: part.value for part in cells.parts(cells.without(table, out))}
    assert made.keys() == kept.keys()
    assert all(is_mark(made[path].decode()) for path in out)
    assert {path: value for path, value in made.items() if path not in out} == {
        path: value for path, value in kept.items() if path not in out
    }


def test_cells_are_named_as_a_person_counts_them() -> None:
    table = b"\xef\xbb\xbfFROM,TO\r\nIlse,Ben\r\n"
    assert [(part.path, part.value) for part in cells.parts(table)][2:] == [
        ("row 2, cell 1", b"Ilse"),
        ("row 2, cell 2", b"Ben"),
    ]
    assert cells.without(table, {"row 2, cell 1"}) == b"FROM,TO\r\n[REDACTED 00001],Ben\r\n"


@pytest.mark.parametrize("path", ["row 3, cell 1", "row 2, cell 9", "somewhere"])
def test_a_cell_that_is_not_there_is_told(path: str) -> None:
    with pytest.raises(KeyError):
        cells.without(b"a,b\r\n1,2\r\n", {path})


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b'a\r\n"open'])
def test_what_is_no_table_is_told(data: bytes) -> None:
    with pytest.raises(cells.NoTableError):
        cells.parts(data)


@given(JSON, st.data())
def test_a_file_without_some_leaves_is_the_file_otherwise(value: object, data: st.DataObject) -> None:
    file = json.dumps(value).encode()
    kept = {part.path: part.value for part in leaves.parts(file)}
    out = data.draw(st.sets(st.sampled_from(sorted(kept))))
    made = {part.path: part.value for part in leaves.parts(leaves.without(file, out))}
    assert made.keys() == kept.keys()
    assert all(is_mark(json.loads(made[path])) for path in out)
    assert all(made[path] == kept[path] for path in kept if path not in out)


def test_all_that_lies_below_a_withheld_place_is_withheld_with_it() -> None:
    file = b'{"people": [{"name": "Ilse"}], "when": 7}'
    assert json.loads(leaves.without(file, {"/people", "/people/0/name"})) == {"people": mark(1), "when": 7}


@pytest.mark.parametrize("path", ["/b", "/a/b", "a"])
def test_a_leaf_that_is_not_there_is_told(path: str) -> None:
    with pytest.raises(KeyError):
        leaves.without(b'{"a": 1}', {path})


@pytest.mark.parametrize("data", [b"{", b'{"a": 1, "a": 2}', b"[NaN]", b"\xff", b"[" * 300 + b"]" * 300])
def test_what_is_no_json_is_told(data: bytes) -> None:
    with pytest.raises(leaves.NoJsonError):
        leaves.parts(data)


def test_pixels_under_a_box_are_all_the_same_and_nothing_else_comes_along() -> None:
    picture, info = Image.effect_noise((150, 90), 80).convert("RGB"), PngImagePlugin.PngInfo()
    info.add_text("Comment", "Ilse")
    source = io.BytesIO()
    picture.save(source, "PNG", pnginfo=info)
    with Image.open(source) as opened:
        data = tiles.without(opened, [(10, 20, 30, 40), (140, 80, 99, 99), (-5, -5, 10, 10)])
    assert b"Ilse" not in data
    with Image.open(io.BytesIO(data)) as made:
        assert (made.size, made.mode, made.info) == ((150, 90), "RGB", {})
        for box in ((10, 20, 40, 60), (140, 80, 150, 90), (0, 0, 5, 5)):
            assert made.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), tiles.FILL)]
        assert made.crop((41, 0, 130, 90)).tobytes() == picture.crop((41, 0, 130, 90)).tobytes()


def test_tiles_cover_a_picture_once() -> None:
    picture = Image.effect_noise((130, 70), 80)
    found = tiles.parts(picture)
    assert [part.path for part in found] == [
        "tile 0,0,64,64",
        "tile 64,0,64,64",
        "tile 128,0,2,64",
        "tile 0,64,64,6",
        "tile 64,64,64,6",
        "tile 128,64,2,6",
    ]
    assert sum(len(part.value) for part in found) == 130 * 70 * 3


def test_a_mark_tells_nothing_of_what_it_stands_for() -> None:
    assert len(mark(1)) == len(mark(MOST))
    with pytest.raises(TooManyError):
        mark(MOST + 1)
    assert not is_mark("[REDACTED]")
