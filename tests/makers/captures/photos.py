# SPDX-License-Identifier: Apache-2.0
"""Pictures as phones and cameras keep them, with notes on place, device and person; all invented."""

from __future__ import annotations

import base64
import io
from typing import Final

from PIL import Image
from PIL.PngImagePlugin import PngInfo

MODEL: Final = "Phone 9"
OWNER: Final = "Ada Example"
TAKEN: Final = "2026:01:10 12:03:11"
XMP: Final = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Ada Example</x:xmpmeta>"

HEIC: Final = base64.b64decode(
    """
    AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAeFtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAA
    AAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAMAAAAExpbG9jAQAAAERAAAMAAQAAAAAAAAIFAAEAAAAAAAAAGgACAAEA
    AAAAAAAAAQAAAAAAAAAIAAMAAAAAAAACHwABAAAAAAAAAMwAAABNaWluZgAAAAAAAwAAABVpbmZlAgAAAQABAABodmMxAAAA
    ABVpbmZlAgAAAAACAABncmlkAAAAABVpbmZlAgAAAQADAABFeGlmAAAAANVpcHJwAAAAs2lwY28AAABzaHZjQwEDcAAAAAAA
    AAAAAB7wAPz9+PgAAA8DIAABABhAAQwB//8DcAAAAwCQAAADAAADAB66AkAhAAEAJ0IBAQNwAAADAJAAAAMAAAMAHqAggQWW
    6uSmubAgAAADACAAAAMAISIAAQAGRAHBc8CJAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAUaXNwZQAAAAAAAABAAAAAMAAAABBw
    aXhpAAAAAAMICAgAAAAaaXBtYQAAAAAAAAACAAECgQIAAgIDhAAAAChpcmVmAAAAAAAAAA5kaW1nAAIAAQABAAAADmNkc2MA
    AwABAAIAAADubWRhdAAAABYoAa8ZgO9Jpb//0P4R7Sfv9UrWmPm4AAAAAE1NACoAAAAIAAUBDwACAAAABQAAAEoBEAACAAAA
    CAAAAFABEgADAAAAAQABAACHaQAEAAAAAQAAAFiIJQAEAAAAAQAAAJIAAAAAQWNtZQAAUGhvbmUgOQAAApADAAIAAAAUAAAA
    dpARAAIAAAAHAAAAigAAAAAyMDI2OjAxOjEwIDEyOjAzOjExACswMTowMAAAAAIAAQACAAAAAk4AAAAAAgAFAAAAAwAAALAA
    AAAAAAAANAAAAAEAAAAfAAAAAQAAAAEAAAAB
    """
)
"""A blue picture of 64 x 48 pixels in the format of iPhones, with a place and a model in its notes (made once
with heif-enc of libheif 1.15)."""


def exif(*, turned: int = 1, place: bool = True) -> Image.Exif:
    """Return what a phone notes: device, owner, time with its zone, and the place."""
    found = Image.Exif()
    found[0x010F], found[0x0110], found[0x013B], found[0x0112] = "Acme", MODEL, OWNER, turned
    found.get_ifd(0x8769).update({0x9003: TAKEN, 0x9011: "+01:00", 0x829A: 0.01})
    if place:
        found.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 1.0), 3: "E", 4: (13.0, 24.0, 0.0)})
    return found


def noted(form: str, image: Image.Image, *, turned: int = 1, place: bool = True) -> bytes:
    """Return a picture as PNG, JPEG or WEBP with notes of every kind that the format has."""
    written = io.BytesIO()
    notes = exif(turned=turned, place=place)
    if form == "PNG":
        texts = PngInfo()
        texts.add_text("Author", OWNER)
        texts.add_text("Creation Time", "2026-01-10T12:03:11+01:00")
        texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
        image.save(written, form, exif=notes, pnginfo=texts)
    elif form == "JPEG":
        image.save(written, form, exif=notes, xmp=XMP, comment=OWNER.encode(), quality=92)
    else:
        image.save(written, form, exif=notes, xmp=XMP, lossless=True)
    return written.getvalue()
