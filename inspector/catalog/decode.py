# SPDX-License-Identifier: Apache-2.0
"""Strict reading of catalog files: an unknown key, a missing one or a wrong type is a placed error."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import msgspec

from inspector.catalog.errors import CatalogError
from inspector.domain.moment import Moment, catalog_day

T = TypeVar("T")

When = date | tuple[date, date]
"""A day, or the two days within which something happened."""


class Translated(tuple[tuple[str, str], ...]):
    """A text by language, as `domain.practices.Texts`: pairs of language code and text, sorted."""

    __slots__ = ()

    def text(self, lang: str) -> str:
        """Return the text in `lang`, in English where it has none."""
        texts = dict(self)
        return texts[lang] if lang in texts else texts["en"]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frozen value as it stands in a catalog file."""


_NO_LANGUAGES = "a text needs its languages, English among them"


def _custom(wanted: type, found: object) -> object:
    if wanted is Translated and isinstance(found, dict) and "en" in found:
        return Translated(sorted((str(lang), str(text)) for lang, text in found.items()))
    raise ValueError(_NO_LANGUAGES)


def named(text: str | dict[str, str], name: str, place: str) -> str | Translated:
    """Return a name as it stands, or its text by language. Raises CatalogError where that lacks English."""
    if isinstance(text, str):
        return text
    if "en" not in text:
        raise CatalogError(name, place, _NO_LANGUAGES)
    return Translated(sorted(text.items()))


def read_toml(path: Path, name: str, wanted: type[T]) -> T:
    """Return the TOML file at `path` as `wanted`. Raises CatalogError that names it as `name`."""
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogError(name, "", str(error)) from error
    return convert(raw, name, wanted)


def read_json(path: Path, name: str, wanted: type[T]) -> T:
    """Return the JSON file at `path` as `wanted`. Raises CatalogError that names it as `name`."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=wanted, dec_hook=_custom)
    except msgspec.ValidationError as error:
        raise _placed(name, error) from error
    except msgspec.DecodeError as error:
        raise CatalogError(name, "", str(error)) from error


def convert(raw: object, name: str, wanted: type[T]) -> T:
    """Return parsed TOML as `wanted`. Raises CatalogError with the place, such as `controls[0].rows[2]`."""
    try:
        return msgspec.convert(raw, wanted, dec_hook=_custom, builtin_types=(date, datetime))
    except msgspec.ValidationError as error:
        raise _placed(name, error) from error


def _placed(name: str, error: msgspec.ValidationError) -> CatalogError:
    problem, _, place = str(error).partition(" - at `")
    return CatalogError(name, place.rstrip("`").removeprefix("$").removeprefix("."), problem)


def moment(when: When, name: str, place: str) -> Moment:
    """Return a day, or two days as bounds, as a Moment of whole UTC days. Raises CatalogError if swapped."""
    if isinstance(when, date):
        return catalog_day(when)
    first, last = when
    if first > last:
        raise CatalogError(name, place, f"{first} stands before {last} but comes after it")
    raw = f"{first.isoformat()} .. {last.isoformat()}"
    return Moment(catalog_day(first).not_before, catalog_day(last).not_after, raw, "stated", "day")
