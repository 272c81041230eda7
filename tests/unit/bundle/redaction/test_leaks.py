# SPDX-License-Identifier: Apache-2.0
"""A withheld value is found wherever it hides in a file."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import urllib.parse
import zipfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

import pytest
from PIL import Image, PngImagePlugin
from pypdf import PdfWriter

from inspector.actions.filling import LetterDocument
from inspector.bundle.redaction.layers import UnreadableError, layers
from inspector.bundle.redaction.needles import Needles
from inspector.report.compile import typeset
from inspector.report.letter import document
from inspector.system.messages import Messages

NAME = "Ilse Öztürk-Brandt"


def zipped(data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", data)
    return target.getvalue()


def picture(data: bytes) -> bytes:
    target, info = io.BytesIO(), PngImagePlugin.PngInfo()
    info.add_itxt("Comment", data.decode(), zip=True)
    Image.new("RGB", (9, 9)).save(target, "PNG", pnginfo=info)
    return target.getvalue()


def photo(data: bytes) -> bytes:
    target, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = data
    Image.new("RGB", (9, 9)).save(target, "JPEG", exif=exif)
    return target.getvalue()


def attached(data: bytes) -> bytes:
    writer, target = PdfWriter(), io.BytesIO()
    writer.add_blank_page(99, 99)
    writer.add_attachment("x.json", data)
    writer.write(target)
    return target.getvalue()


def titled(data: bytes) -> bytes:
    writer, target = PdfWriter(), io.BytesIO()
    writer.add_blank_page(99, 99)
    writer.add_outline_item(title=data.decode(), page_number=0)
    writer.write(target)
    return target.getvalue()


def overwritten(data: bytes) -> bytes:
    writer, target = PdfWriter(), io.BytesIO()
    writer.add_blank_page(99, 99)
    writer.write(target)
    return target.getvalue() + b"\n9 0 obj\n<<>>\nstream\n" + zlib.compress(data) + b"\nendstream\nendobj\n"


WAYS: dict[str, Callable[[bytes], bytes]] = {
    "plain": bytes,
    "zip": zipped,
    "gzip": gzip.compress,
    "zip in a zip": lambda data: zipped(zipped(data)),
    "note in a picture": picture,
    "note in a photo": photo,
    "attachment of a PDF": attached,
    "bookmark of a PDF": titled,
    "what no list of a PDF names any more": overwritten,
    "base64": lambda data: b"x: " + base64.b64encode(b"name is " + data) + b" y",
    "base64 in lines": lambda data: base64.encodebytes(b"." * 50 + data + b"." * 60),
    "base64 for addresses": lambda data: base64.urlsafe_b64encode(b"??>>name is " + data),
    "escapes of JSON": lambda data: json.dumps({"a": data.decode()}).encode(),
    "escapes of HTML": lambda data: html.escape(data.decode()).replace("Ö", "&Ouml;").encode(),
    "escapes of addresses": lambda data: urllib.parse.quote(data).encode(),
    "UTF-16": lambda data: data.decode().encode("utf-16-le"),
    "UTF-16 the other way": lambda data: b"x" + data.decode().encode("utf-16-be"),
    "Windows": lambda data: data.decode().encode("cp1252"),
    "capitals over two lines": lambda data: data.decode().upper().replace(" ", "\r\n  ").encode(),
    "letters in two pieces": lambda data: data.decode().replace("Ö", "O\u0308").encode(),
    "what is not seen between": lambda data: data.decode().replace("B", "\u00adB\u200b").encode(),
}


@pytest.mark.parametrize("part", ["subject", "signature", "sender", "paragraphs"])
def test_a_value_is_found_on_a_page_and_in_what_is_said_of_the_file(part: str) -> None:
    letter = LetterDocument(
        sender=["A"], recipient=["B"], subject="S", paragraphs=["P " * 90], closing="C", signature="D"
    )
    assert found(set_page(letter), NAME, "Somebody Else") == set()
    told = f"{'word ' * 17}{NAME} and more"
    letter[part] = [told] if part in ("sender", "paragraphs") else told  # type: ignore[literal-required]  # by the list above
    assert found(set_page(letter), NAME, "Somebody Else") == {NAME}


def set_page(letter: LetterDocument) -> bytes:
    return typeset(document(letter, Messages(), datetime(2026, 1, 2, tzinfo=UTC)))


def found(data: bytes, *values: str) -> set[str]:
    needles = Needles(values)
    return {value for layer in layers(data, "file") for value in needles.found_in(layer.text)}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_a_value_is_found_however_it_is_kept(way: Callable[[bytes], bytes]) -> None:
    assert found(way(b"of " + NAME.encode() + b" and"), NAME, "Somebody Else") == {NAME}
    assert found(way(b"of Ilse Oeztuerk and"), NAME) == set()


def test_a_short_name_is_found_as_a_word_and_not_inside_another() -> None:
    assert found(b"from Ada, to Bo", "Ada", "Bo") == {"Ada"}
    assert found(b"from Adam", "Ada") == set()
    assert found(b"mail x@a.test.", "x@a.test") == {"x@a.test"}


def test_what_cannot_be_opened_is_told_and_not_passed_over() -> None:
    with pytest.raises(UnreadableError) as error:
        list(layers(b"PK\x03\x04 and then nothing", "inner.zip"))
    assert error.value.place == "inner.zip"
    deep = b"x"
    for _ in range(6):
        deep = gzip.compress(deep)
    with pytest.raises(UnreadableError):
        list(layers(deep, "deep.gz"))


def test_three_letters_among_packed_bytes_are_chance_and_no_leak() -> None:
    noise = Random(3).randbytes(400)
    assert found(noise[:200] + b" Ada " + noise[200:], "Ada") == set()
    assert found(b"\n".join([noise, b"A letter from Ada, written in May.", noise]), "Ada") == {"Ada"}
    assert found(base64.b64encode(b"of Ada and of others"), "Ada") == {"Ada"}


def test_the_name_of_a_packed_file_is_looked_at() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("letters/Ada.txt", "x")
    assert found(packed.getvalue(), "Ada.txt", "Ada") == {"Ada.txt"}


def test_where_the_objects_of_a_pdf_lie_is_no_text_of_it() -> None:
    """The list of them begins with ten noughts, right behind how many objects there are."""
    writer, target = PdfWriter(), io.BytesIO()
    writer.add_blank_page(99, 99)
    writer.write(target)
    count = len(writer._objects) + 1
    assert f"0 {count}\n0000000000 65535 f".encode() in target.getvalue()
    assert found(target.getvalue(), f"{count}0000000000") == set()
    assert found(attached(f"Number {count}0000000000".encode()), f"{count}0000000000") != set()
