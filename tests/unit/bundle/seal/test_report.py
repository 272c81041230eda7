# SPDX-License-Identifier: Apache-2.0
"""The signed report: other programs accept it, nothing in it changed, and no later change goes unseen."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, NameObject

from inspector.bundle.seal import report_signature
from inspector.bundle.seal.der import DerError
from inspector.bundle.seal.key import fingerprint
from inspector.bundle.seal.report_signature import UncoveredError
from inspector.bundle.seal.report_signing import signed
from inspector.bundle.seal.report_stamping import NoRoomError, stamped
from inspector.bundle.seal.signed_data import BadSignatureError, SignedData
from tests.unit.bundle.fictional import NOW
from tests.unit.bundle.sealed import KEY, real_pdf

OWN = "0123456789abcdef" * 4


@cache
def report() -> bytes:
    return signed(real_pdf(OWN), KEY, NOW)


def read(pdf: bytes, piece: int = 10_000) -> SignedData | None:
    def pieces() -> Iterator[bytes]:
        return (pdf[at : at + piece] for at in range(0, len(pdf), piece))

    place = report_signature.place_of(pieces())
    return None if place is None else report_signature.checked(pieces, place)


def test_the_report_itself_stays_as_it_was_to_the_byte() -> None:
    assert report().startswith(real_pdf(OWN))
    before, after = PdfReader(io.BytesIO(real_pdf(OWN))), PdfReader(io.BytesIO(report()))
    assert [page.extract_text() for page in after.pages] == [page.extract_text() for page in before.pages]
    assert after.metadata == before.metadata
    assert after.attachments == before.attachments


@pytest.mark.parametrize("piece", [211, 4096, 1 << 20])
def test_its_signature_is_found_and_holds_however_the_file_is_cut(piece: int) -> None:
    found = read(report(), piece)
    assert found is not None
    assert fingerprint(found.signer) == KEY.fingerprint


def test_pdfsig_says_that_it_is_valid_and_covers_all(tmp_path: Path) -> None:
    if shutil.which("pdfsig") is None:
        pytest.skip("pdfsig comes with poppler-utils")
    file = tmp_path / "report.pdf"
    file.write_bytes(report())
    home = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    done = subprocess.run(
        ["pdfsig", "-nocert", str(file)], capture_output=True, text=True, env=home, check=False
    )
    assert "Signature is Valid" in done.stdout
    assert "Total document signed" in done.stdout
    assert "ETSI.CAdES.detached" in done.stdout
    assert f"{NOW:%b %d %Y %H:%M:%S}" in done.stdout


def test_qpdf_finds_nothing_wrong_with_it(tmp_path: Path) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    file = tmp_path / "report.pdf"
    file.write_bytes(report())
    subprocess.run(["qpdf", "--check", str(file)], check=True, capture_output=True)


def test_the_field_is_such_that_nothing_is_seen_and_the_page_goes_by_its_structure() -> None:
    reader = PdfReader(io.BytesIO(report()))
    (field,) = (reader.get_fields() or {}).values()
    assert (field.field_type, field.name) == ("/Sig", "Seal")
    (one,) = [each.get_object() for each in reader.pages[0].annotations or ()]
    assert isinstance(one, DictionaryObject)
    assert [str(one[key]) for key in ("/Subtype", "/F", "/Rect")] == ["/Widget", "132", "[0, 0, 0, 0]"]
    assert reader.pages[0].raw_get("/Tabs") == NameObject("/S")


def test_an_unsigned_report_has_no_signature() -> None:
    assert read(real_pdf(OWN)) is None


@pytest.mark.parametrize("place", [0, 100, 5000, -600, -330, -20, -2])
def test_a_changed_byte_breaks_the_signature(place: int) -> None:
    changed = bytearray(report())
    changed[place] ^= 1
    with pytest.raises((BadSignatureError, UncoveredError, DerError)):
        read(bytes(changed))


def shadowed(pdf: bytes) -> bytes:
    """The PDF with another first page, put on top of it as a further revision that keeps all the rest."""
    reader = PdfReader(io.BytesIO(pdf))
    page = reader.pages[0].indirect_reference
    assert page is not None
    place = pdf.rindex(f"\n{page.idnum} 0 obj\n".encode()) + 1
    turned = pdf[place : pdf.index(b"endobj", place)].rstrip()[:-2] + b"/Rotate 180>>\nendobj\n"
    before = pdf[pdf.rindex(b"startxref") + 10 :].split()[0].decode()
    trailer = pdf[pdf.rindex(b"trailer") : pdf.rindex(b"startxref")]
    trailer = re.sub(rb"/Prev \d+", f"/Prev {before}".encode(), trailer)
    table = f"xref\n{page.idnum} 1\n{len(pdf):010} 00000 n \n".encode()
    at = len(pdf) + len(turned)
    return pdf + turned + table + trailer + f"startxref\n{at}\n%%EOF\n".encode()


def test_a_revision_on_top_of_the_signed_one_is_seen() -> None:
    changed = shadowed(report())
    assert changed.startswith(report())
    assert PdfReader(io.BytesIO(changed)).pages[0].rotation == 180
    with pytest.raises(UncoveredError):
        read(changed)


@pytest.mark.parametrize("tail", [b"\n", b" ", b"%", b"/ByteRange [0 1 2 3]"])
def test_anything_appended_is_seen(tail: bytes) -> None:
    with pytest.raises(UncoveredError):
        read(report() + tail)


def test_a_second_signature_on_top_is_seen() -> None:
    with pytest.raises(ValueError, match="no plain"):
        signed(report(), KEY, NOW)
    again = report() + report()[len(real_pdf(OWN)) :]
    with pytest.raises(UncoveredError):
        read(again)


def test_a_signature_that_leaves_out_more_than_itself_is_seen() -> None:
    pdf = report()
    place = report_signature.place_of([pdf])
    assert place is not None
    wide = pdf.replace(f"[0 {place.start} ".encode(), f"[0 {place.start - 9} ".encode())
    with pytest.raises((DerError, BadSignatureError)):
        read(wide)


def test_a_timestamp_is_put_beside_the_signature_and_changes_nothing_that_is_signed() -> None:
    asked: list[bytes] = []

    def asks(signature: bytes) -> bytes:
        asked.append(signature)
        return b"\x30\x03\x02\x01\x07"

    done = stamped(report(), asks)
    found = read(done)
    assert found is not None
    assert asked == [found.signature]
    ((_, value),) = found.unsigned.items()
    assert value.whole == b"\x30\x03\x02\x01\x07"
    assert len(done) == len(report())


def test_without_an_answer_the_report_stays_as_it_is() -> None:
    assert stamped(report(), lambda _: None) == report()


@pytest.mark.parametrize("pdf", [real_pdf(OWN), report() + b"x", b""], ids=["unsigned", "appended", "empty"])
def test_what_has_no_one_signature_has_no_room_for_a_timestamp(pdf: bytes) -> None:
    with pytest.raises(NoRoomError):
        stamped(pdf, lambda _: b"\x30\x00")


def test_a_timestamp_larger_than_the_room_is_refused() -> None:
    with pytest.raises(NoRoomError):
        stamped(report(), lambda _: b"\x04\x82\xff\xff" + bytes(65535))
