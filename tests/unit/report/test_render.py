# SPDX-License-Identifier: Apache-2.0
"""What the setter of pages gets, and how it says that it cannot set them."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from inspector.report.compile import CannotSetError, made
from inspector.report.render import RenderError, pages, render
from tests.unit.report.rendering import document


def test_the_setter_gets_plain_ascii_whatever_the_document_holds() -> None:
    given: list[bytes] = []

    def setter(data: bytes, *, stopped: Callable[[], bool]) -> bytes:
        assert not stopped()
        given.append(data)
        return b"set"

    assert render({"title": "half a character \udc80, ü"}, setter) == b"set"
    assert given[0].isascii()
    assert json.loads(given[0]) == {"title": "half a character \udc80, ü"}


def test_pictures_that_are_cut_off_are_told() -> None:
    def setter(data: bytes, *, stopped: Callable[[], bool]) -> bytes:
        del data, stopped
        return b"\0" * 7 + b"\x09too few"

    with pytest.raises(RenderError) as caught:
        pages(document("contradiction"), 72.0, setter)
    assert caught.value.key == "report.error.cannot_set"


@pytest.mark.parametrize(
    "data", [b"not json", b'{"template": "/etc/passwd"}', b'{"template": "../x", "timestamp": 0}']
)
def test_what_is_no_document_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(CannotSetError) as caught:
        made(data)
    assert len(str(caught.value).splitlines()) == 1


def test_a_fault_in_the_template_is_one_line() -> None:
    wrong = {**document("contradiction"), "blocks": [{"block": "nonsense"}]}
    with pytest.raises(CannotSetError) as caught:
        made(json.dumps(wrong).encode())
    assert str(caught.value).startswith("TypstError: ")
    assert len(str(caught.value).splitlines()) == 1
