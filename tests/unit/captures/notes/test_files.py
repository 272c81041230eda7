# SPDX-License-Identifier: Apache-2.0
"""What a picture's file tells besides the picture is found, and a copy without it shows the same pixels."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from inspector.captures.notes.files import bare, told_in
from inspector.captures.notes.pieces import BrokenFileError, pieces
from inspector.captures.picture import open_picture
from inspector.captures.when.exif import from_exif
from tests.makers.captures.photos import HEIC, MODEL, OWNER, XMP, noted
from tests.makers.pictures import picture

FORMS = ("PNG", "JPEG", "WEBP")
IMAGE = Image.linear_gradient("L").resize((40, 30)).convert("RGB")


def put(folder: Path, data: bytes) -> Path:
    path = folder / "picture"
    path.write_bytes(data)
    return path


def pixels(path: Path) -> bytes:
    found = open_picture(path)
    return found.part(found.box).tobytes()


@pytest.mark.parametrize("form", FORMS)
def test_place_device_and_person_are_found_and_a_copy_has_none_of_them(form: str, tmp_path: Path) -> None:
    path = put(tmp_path, noted(form, IMAGE))
    assert {one.what for one in told_in(path)} >= {"place", "device", "person", "words"}
    copy = bare(path)
    assert not [secret for secret in (MODEL, OWNER, XMP.decode()) if secret.encode() in copy.data]
    assert told_in(put(tmp_path, copy.data)) == ()


@pytest.mark.parametrize("turned", [1, 3, 6, 8])
@pytest.mark.parametrize("form", FORMS)
def test_a_copy_shows_the_same_pixels_the_same_way_up_and_keeps_its_date(
    form: str, turned: int, tmp_path: Path
) -> None:
    path = put(tmp_path, noted(form, IMAGE, turned=turned))
    shown, dated = pixels(path), from_exif(path)
    copy = put(tmp_path, bare(path).data)
    assert pixels(copy) == shown
    assert from_exif(copy) == dated
    assert [one.raw for one in dated] == ["2026:01:10 12:03:11 +01:00"]
    with Image.open(copy) as image:
        image.verify()
    with Image.open(copy) as image:
        assert ImageOps.exif_transpose(image).size == ((40, 30) if turned in (1, 3) else (30, 40))


def test_the_notes_of_a_heic_are_overwritten_where_they_stand(tmp_path: Path) -> None:
    path = put(tmp_path, HEIC)
    assert [(one.what, one.locator) for one in told_in(path)] == [("place", "Exif GPS"), ("device", "Exif")]
    shown, dated = pixels(path), from_exif(path)
    copy = bare(path)
    assert len(copy.data) == len(HEIC)
    assert MODEL.encode() not in copy.data
    again = put(tmp_path, copy.data)
    assert (told_in(again), pixels(again), from_exif(again)) == ((), shown, dated)


def test_a_picture_without_notes_is_its_own_copy(tmp_path: Path) -> None:
    plain = picture(3)
    assert bare(put(tmp_path, plain)).data == plain
    assert told_in(put(tmp_path, plain)) == ()


def test_what_stands_behind_the_end_or_in_unknown_chunks_is_left_out_too(tmp_path: Path) -> None:
    written = io.BytesIO()
    IMAGE.save(written, "JPEG")
    for data in (written.getvalue() + b"a video with its place", picture(3) + b"rubbish"):
        copy = bare(put(tmp_path, data))
        assert [one.what for one in copy.secrets] == ["more"]
        assert data.startswith(copy.data)


def test_a_preview_is_told_as_one(tmp_path: Path) -> None:
    small = io.BytesIO()
    IMAGE.save(small, "JPEG", quality=20)
    first = b"II*\0\x08\0\0\0" + b"\0\0" + b"\x0e\0\0\0" + b"\x02\0"
    rows = b"\x01\x02\x04\0\x01\0\0\0\x2c\0\0\0\x02\x02\x04\0\x01\0\0\0" + len(small.getvalue()).to_bytes(
        4, "little"
    )
    block = b"Exif\0\0" + first + rows + b"\0\0\0\0" + small.getvalue()
    whole = io.BytesIO()
    IMAGE.save(whole, "JPEG", exif=block)
    path = put(tmp_path, whole.getvalue())
    assert [one.what for one in told_in(path)] == ["preview"]
    assert small.getvalue() not in bare(path).data


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_ends_early_has_no_copy_and_may_carry_anything(form: str, tmp_path: Path) -> None:
    data = noted(form, IMAGE)
    path = put(tmp_path, data[: len(data) - 40])
    with pytest.raises(BrokenFileError):
        bare(path)
    assert [one.what for one in told_in(path)] == ["more"]


@given(st.sampled_from(FORMS), st.integers(0, 4000), st.integers(0, 255))
def test_a_damaged_file_is_refused_or_taken_apart_and_never_raises_otherwise(
    form: str, place: int, value: int
) -> None:
    data = bytearray(noted(form, IMAGE))
    data[place % len(data)] = value
    try:
        found = list(pieces(bytes(data)))
    except BrokenFileError:
        return
    assert all(isinstance(one.kept, bytes) for one in found)
