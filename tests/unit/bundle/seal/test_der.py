# SPDX-License-Identifier: Apache-2.0
"""DER: what is written is read again, and whatever is no DER is refused quickly."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.bundle.seal import der, signed_data
from inspector.bundle.seal.der import DerError


@given(st.integers(0, 1 << 200))
def test_a_number_is_read_as_it_was_written(number: int) -> None:
    assert der.read(der.whole_number(number)).integer() == number


@given(st.integers(0, 2), st.integers(0, 39), st.lists(st.integers(0, 1 << 40), max_size=8))
def test_an_identifier_is_read_as_it_was_written(first: int, second: int, rest: list[int]) -> None:
    dotted = ".".join(map(str, (first, second, *rest)))
    assert der.read(der.identifier(dotted)).oid() == dotted


@given(st.lists(st.binary(max_size=300), max_size=6))
def test_what_lies_inside_is_read_as_it_was_written(parts: list[bytes]) -> None:
    whole = der.written(der.SEQUENCE, *(der.written(der.OCTETS, part) for part in parts))
    assert [one.inside for one in der.read(whole).a(der.SEQUENCE).children()] == parts


@pytest.mark.parametrize(
    "data",
    [b"", b"\x30", b"\x30\x01", b"\x30\x80\x00\x00", b"\x30\x85\x00\x00\x00\x00\x01\x00", b"\x30\x82\x01",
     b"\x1f\x81\x00\x00", b"\x30\x00\x00", b"\x04\x02\x00"],
)  # fmt: skip
def test_what_is_no_single_value_is_refused(data: bytes) -> None:
    with pytest.raises(DerError):
        der.read(data)


@given(st.binary(max_size=200))
def test_no_bytes_make_reading_end_in_anything_but_its_own_error(data: bytes) -> None:
    with contextlib.suppress(DerError):
        signed_data.parse(data)
    with contextlib.suppress(DerError):
        signed_data.parse(der.written(der.SEQUENCE, der.identifier(signed_data.SIGNED_DATA), data))


def test_very_many_values_are_not_taken_in() -> None:
    with pytest.raises(DerError):
        der.read(der.written(der.SEQUENCE, b"\x05\x00" * 5000)).children()
