# SPDX-License-Identifier: Apache-2.0
"""Pictures that are not what they claim end in a named state; sound ones open upright, within bounds."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from PIL import Image

from inspector.captures.picture import PictureError, open_picture
from inspector.captures.text.engine import pieces
from tests.makers.pictures import picture


def saved(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def encoded(image: Image.Image, form: str, **more: object) -> bytes:
    written = io.BytesIO()
    image.save(written, form, **more)
    return written.getvalue()


def claiming(width: int, height: int) -> bytes:
    """A PNG whose header claims a size that its few bytes do not have."""
    whole = picture(1)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    return whole[:8] + chunk + whole[8 + 25 :]


def zipped() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("Profile.csv", "First Name\n")
    return written.getvalue()


PLAIN = Image.new("RGB", (64, 48), (10, 120, 200))


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (claiming(60_000, 60_000), "capture.too_large"),
        (claiming(9_500, 9_500), "capture.too_large"),
        (claiming(1_000, 1_000), "capture.damaged"),
        (zipped(), "capture.not_a_picture"),
        (b"", "capture.not_a_picture"),
        (b"\x89PNG\r\n\x1a\n", "capture.damaged"),
        (encoded(PLAIN, "JPEG")[:200], "capture.damaged"),
        (encoded(PLAIN, "PNG")[:-40], "capture.damaged"),
        (encoded(PLAIN, "GIF"), "capture.other_picture"),
        (encoded(PLAIN, "TIFF"), "capture.other_picture"),
        (encoded(PLAIN, "BMP"), "capture.other_picture"),
        (encoded(Image.new("RGB", (8, 300)), "PNG"), "capture.too_small"),
        (b"\0\0\0\x18ftypheic" + bytes(64), "capture.damaged"),
    ],
    ids=[
        "bomb", "just too large", "claims more than it has", "zip", "empty", "header only", "cut jpeg",
        "cut png", "gif", "tiff", "bmp", "too narrow", "broken heic",
    ],
)  # fmt: skip
def test_what_is_no_sound_picture_says_why(tmp_path: Path, content: bytes, key: str) -> None:
    with pytest.raises(PictureError) as raised:
        open_picture(saved(tmp_path / "shot.png", content))
    assert raised.value.key == key


@pytest.mark.parametrize(
    "content",
    [
        encoded(PLAIN.convert("CMYK"), "JPEG"),
        encoded(PLAIN.convert("P"), "PNG"),
        encoded(PLAIN.convert("1"), "PNG"),
        encoded(PLAIN.convert("RGBA"), "PNG"),
        encoded(PLAIN, "WEBP"),
        encoded(PLAIN, "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff"),
    ],
    ids=["cmyk", "palette", "one bit", "transparent", "webp", "malformed exif"],
)
def test_unusual_pictures_open(tmp_path: Path, content: bytes) -> None:
    found = open_picture(saved(tmp_path / "shot", content))
    assert (found.width, found.height) == (64, 48)
    assert found.part(found.box).shape == (48, 64, 3)


def test_of_an_animation_the_first_frame_is_shown_and_their_number_known(tmp_path: Path) -> None:
    content = encoded(PLAIN, "PNG", save_all=True, append_images=[Image.new("RGB", (64, 48), "red")])
    found = open_picture(saved(tmp_path / "shot.png", content))
    assert found.frames == 2
    assert tuple(found.part(found.box)[20, 20]) == (10, 120, 200)


def test_a_picture_is_turned_as_its_camera_says(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    found = open_picture(saved(tmp_path / "shot.jpg", encoded(PLAIN, "JPEG", exif=exif)))
    assert (found.width, found.height) == (48, 64)


def test_what_is_clear_is_shown_on_white(tmp_path: Path) -> None:
    found = open_picture(saved(tmp_path / "a.png", encoded(Image.new("RGBA", (64, 48), (0, 0, 0, 0)), "PNG")))
    assert int(found.part(found.box).min()) == 255


def test_a_page_of_60000_rows_opens_and_is_looked_at_in_pieces(tmp_path: Path) -> None:
    content = encoded(Image.new("1", (1200, 60_000), 1), "PNG")
    found = open_picture(saved(tmp_path / "long.png", content))
    parts = pieces(found.box)
    assert parts[0].y == 0
    assert parts[-1].bottom == 60_000
    assert max(part.height for part in parts) <= 2.4 * 1200 + 1
