# SPDX-License-Identifier: Apache-2.0
"""One JSON value from its bytes: typed or plain, never deeper than is safe, what is no text as U+FFFD."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from typing import Any, Final, Generic, NoReturn, TypeVar, cast, is_typeddict

import msgspec

from inspector.archives.container import MemberError
from inspector.archives.formats.escapes import whole_pairs
from inspector.archives.formats.nesting import (
    DEEPEST,
    EndlessError,
    Nesting,
    TooDeepError,
    containers,
    is_too_deep,
)
from inspector.archives.formats.records import MOST_IN_MEMORY, MOST_WEIGHT, REPLACEMENT, weight
from inspector.archives.formats.utf8 import utf8_blocks
from inspector.domain.words import MemberStatus

T = TypeVar("T")

NOT_JSON: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What the decoder raises on what is no JSON; msgspec.ValidationError among them: JSON of another form."""

_LIKE_REPLACEMENT: Final = re.compile(rb"\\u[fF]{3}[dD]")
# With the backslashes before it: an even number in all, the letters left out, is no escape.
_ESCAPED_REPLACEMENT: Final = re.compile(rb"\\+(?=u[fF]{3}[dD])")
# No text has more containers than bytes, so that no shorter one is too heavy.
_BEARABLE: Final = MOST_WEIGHT // weight(1, 1)
_LONGEST_EXCERPT: Final = 200


class BadValueError(Exception):
    """A value cannot be used: the key of the sentence that says why (`member.*`)."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Values(Generic[T]):
    """Decodes values of one type, msgspec's or plain.

    A TypedDict names the keys that are wanted, down to texts, numbers and the like: of a value in this form
    the dict holds these alone, and nothing else is made of it. A value in another form is the plain whole.

    Of a key that stands twice the last value counts; where that matters `holds_double_key` tells.
    """

    def __init__(self, kind: type[T]) -> None:
        self._kind = kind
        self._whole: Values[Any] | None = Values(object) if is_typeddict(kind) else None
        self._decoder = msgspec.json.Decoder(kind)
        self._list_decoder: msgspec.json.Decoder[list[T]] = msgspec.json.Decoder(list[kind])  # type: ignore[valid-type] # a type made from a value

    def together(self, text: bytes) -> list[T] | None:
        """Return the values of a list at once, None where one of them needs a look of its own."""
        if holds_replacement(text) or not self._is_bearable(text):
            return None
        try:
            return self._list_decoder.decode(text)
        except NOT_JSON:
            return None

    def _is_bearable(self, text: bytes) -> bool:
        """Tell whether the values of a list can be made at once; none is made of what is not wanted."""
        if self._whole is not None:
            return len(text) <= _BEARABLE or weight(len(text), containers(text)) <= MOST_WEIGHT
        nesting = Nesting(-1)
        try:
            nesting.feed(text)
        except (TooDeepError, EndlessError):
            return False
        return weight(len(text), nesting.opened) <= MOST_WEIGHT

    def decode(self, text: bytes | msgspec.Raw) -> tuple[T, bool]:
        """Return the value and whether it holds U+FFFD. Raises BadValueError."""
        try:
            return self._checked(bytes(text))
        except msgspec.ValidationError as error:
            return self._in_other_form(bytes(text), error)
        except NOT_JSON:
            return self._mended(bytes(text))

    def convert(self, value: object) -> tuple[T, bool]:
        """Return the typed form of a value that is decoded already. Raises BadValueError."""
        altered = REPLACEMENT.encode() in msgspec.json.encode(value)
        try:
            return msgspec.convert(value, self._kind), altered
        except (msgspec.ValidationError, RecursionError) as error:
            if self._whole is None:
                raise BadValueError("member.record_form") from error
        return cast("T", value), altered

    def _in_other_form(self, text: bytes, error: msgspec.ValidationError) -> tuple[T, bool]:
        if self._whole is None:
            raise BadValueError("member.record_form") from error
        return self._whole.decode(text)

    def _mended(self, text: bytes) -> tuple[T, bool]:
        mended = whole_pairs(b"".join(utf8_blocks([text])))
        if mended == text:
            raise BadValueError("member.record_broken")
        try:
            return self._checked(mended)
        except msgspec.ValidationError as error:
            return self._in_other_form(mended, error)
        except NOT_JSON as error:
            raise BadValueError("member.record_broken") from error

    def _checked(self, text: bytes) -> tuple[T, bool]:
        opened = containers(text)
        if self._whole is None and opened > DEEPEST and is_too_deep(text):
            raise BadValueError("member.record_deep")
        if weight(len(text), opened) > MOST_WEIGHT:
            raise BadValueError("member.record_long")
        try:
            return self._decoder.decode(text), holds_replacement(text)
        except RecursionError as error:
            # What is not wanted is gone through too, as deep as the decoder goes.
            raise BadValueError("member.record_deep") from error


def holds_replacement(text: bytes) -> bool:
    """Tell whether JSON text holds U+FFFD, as itself or as an escape."""
    if not text.isascii() and REPLACEMENT.encode() in text:
        return True
    if b"\\" not in text or _LIKE_REPLACEMENT.search(text) is None:
        return False
    return any(len(found[0]) % 2 for found in _ESCAPED_REPLACEMENT.finditer(text))


def holds_double_key(text: bytes) -> bool:
    """Tell whether a key stands twice in one object, so that nothing says which value counts."""
    if is_too_deep(text):
        return False
    try:
        json.loads(text, object_pairs_hook=_once)
    except BadValueError:
        return True
    except (ValueError, RecursionError):
        return False
    return False


def json_document(blocks: Iterable[bytes], kind: type[T], *, unique_keys: bool = True) -> tuple[T, bool]:
    """Return a whole document, such as a file of settings, and whether it holds U+FFFD.

    With `unique_keys` a document in which a key stands twice in one object is refused, for nothing says which
    value counts. Raises MemberError for that, for what is no JSON or has another form, and past 48 MiB.
    """
    text = whole_pairs(b"".join(_bounded(utf8_blocks(blocks))))
    try:
        if unique_keys and not is_too_deep(text):
            _refuse_doubles(text)
        return Values(kind).decode(text)
    except BadValueError as error:
        status: MemberStatus = "unsupported" if error.key == "member.record_form" else "damaged"
        raise MemberError(status, _OF_DOCUMENTS[error.key]) from error


_OF_DOCUMENTS: Final = {
    "member.record_form": "member.json_form",
    "member.record_broken": "member.json_broken",
    "member.record_deep": "member.json_deep",
    "member.record_long": "member.json_long",
    "member.json_double_key": "member.json_double_key",
}


def _bounded(blocks: Iterable[bytes]) -> Iterable[bytes]:
    size = 0
    for block in blocks:
        size += len(block)
        if size > MOST_IN_MEMORY:
            raise MemberError("refused", "member.json_long")
        yield block


def _refuse_doubles(text: bytes) -> None:
    try:
        json.loads(text, object_pairs_hook=_once, parse_constant=_no_number, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise BadValueError("member.record_broken") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BadValueError("member.json_double_key")
    return found


def _no_number(name: str) -> NoReturn:
    raise BadValueError("member.record_broken")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise BadValueError("member.record_broken")
    return number


def excerpt(value: object) -> str:
    """Return a decoded value as it is quoted in evidence: JSON in one line, cut at 200 characters."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text if len(text) <= _LONGEST_EXCERPT else text[: _LONGEST_EXCERPT - 1] + "…"
