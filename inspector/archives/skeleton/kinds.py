# SPDX-License-Identifier: Apache-2.0
"""What kind of value something is: its type, the form of a date, and nothing of the value itself."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_LONGEST_DATE: Final = 64
_SHORTEST_DATE: Final = 6
_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+|.", re.DOTALL)
_DIGIT: Final = re.compile(r"\d")
_PLAIN_SIGNS: Final = frozenset("-/:.,+() ")
_HIDDEN_SPACES: Final = {
    "\u00a0": "{U+00A0}",
    "\u202f": "{U+202F}",
    "\u2009": "{U+2009}",
    "\u200e": "{U+200E}",
}
_LITERALS: Final = frozenset({"T", "Z", "UTC", "GMT", "年", "月", "日", "時", "分", "秒", "년", "월", "일"})
_HALVES: Final = frozenset({"am", "pm"})
_LONGEST_CONNECTOR: Final = 3
_MOST_CONNECTORS: Final = 3
_LONGEST_DIGITS: Final = 9
_LANGUAGES: Final = (
    "cs", "da", "de", "el", "en", "es", "fi", "fr", "hu", "id", "it",
    "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sv", "tr", "uk", "vi",
)  # fmt: skip
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NUMERIC_GROUPS: Final = 3

# Seconds, milliseconds and microseconds since 1970 of the years 2001 to 2100.
_EPOCHS: Final = ((1e9, 4.1e9, "seconds"), (1e12, 4.1e12, "milliseconds"), (1e15, 4.1e15, "microseconds"))

_FORMS: Final = (
    ("empty", re.compile(r"\s*")),
    ("boolean", re.compile(r"true|false|yes|no|on|off|enabled|disabled", re.IGNORECASE)),
    ("digits", re.compile(r"[+-]?\d+")),
    ("decimal", re.compile(r"[+-]?\d+[.,]\d+")),
    ("uuid", re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)),
    ("hex", re.compile(r"[0-9a-f]{16,}", re.IGNORECASE)),
    ("link", re.compile(r"[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)),
    ("mail address", re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")),
)


_UNITS: Final = "|".join(unit for _, _, unit in _EPOCHS)
_DATE: Final = "|".join((
    r"9", *map(re.escape, sorted(_LITERALS | _PLAIN_SIGNS | {*_HIDDEN_SPACES.values()})),
    r"\{month\}", r"\{weekday\}", r"\{half\}", r"\*",
))  # fmt: skip
_KIND: Final = re.compile(
    r"object|list|element|null|boolean|text"
    rf"|(?:text, )?(?:integer|number|digits)(?:, (?:{_UNITS}) since 1970)?"
    rf"|text, (?:{'|'.join(name for name, _ in _FORMS)})"
    rf"|text, date (?:in another form|(?:{_DATE}){{1,{_LONGEST_DATE}}})"
)


def kind_of(value: object) -> str:
    """Return the kind of a JSON value that is no list and no object."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return _number(value)
    return kind_of_text(str(value))


def is_kind(text: str) -> bool:
    """Tell whether `kind_of` or a tree of places could call a kind so."""
    return _KIND.fullmatch(text) is not None


def _number(value: float) -> str:
    name = "integer" if isinstance(value, int) else "number"
    unit = next((unit for least, most, unit in _EPOCHS if least <= value < most), None)
    return f"{name}, {unit} since 1970" if unit else name


def kind_of_text(text: str) -> str:
    """Return the kind of a text: the form of a date with 9 for digits, or what else it looks like."""
    date = date_form(text)
    if date is not None:
        return f"text, date {date}"
    form = next((name for name, pattern in _FORMS if pattern.fullmatch(text)), None)
    if form == "digits" and len(text) <= _LONGEST_DATE:
        return _number(int(text)).replace("integer", "text, digits")
    return f"text, {form}" if form else "text"


def date_form(text: str) -> str | None:
    """Return the form of a date, such as `99 {month} 9999`; None for what is none."""
    if not _SHORTEST_DATE <= len(text) <= _LONGEST_DATE or not _DIGIT.search(text):
        return None
    tokens = _TOKEN.findall(text)
    forms: list[str] = []
    for token in tokens:
        form = _form(token)
        if form is None:
            return None
        forms.append(form)
    numbers = [token for token in tokens if token.isdecimal()]
    if forms.count("*") > _MOST_CONNECTORS or not numbers:
        return None
    has_year = any(_YEAR.fullmatch(number) for number in numbers)
    if "{month}" in forms and (has_year or len(numbers) >= _NUMERIC_GROUPS):
        return "".join(forms)
    short = all(len(number) <= 2 for number in numbers[:_NUMERIC_GROUPS])  # noqa: PLR2004 - two digits of a year
    if len(numbers) < _NUMERIC_GROUPS or not (has_year or (short and {"-", "/"} & {*tokens})):
        return None
    return "".join(forms)


def _form(token: str) -> str | None:
    if token.isdecimal():
        return "9" * len(token) if len(token) <= _LONGEST_DIGITS else None
    if token in _LITERALS or token in _PLAIN_SIGNS:
        return token
    if token in _HIDDEN_SPACES:
        return _HIDDEN_SPACES[token]
    folded = token.casefold()
    named = "{half}" if folded in _HALVES else _names_of_time().get(folded)
    if named is not None:
        return named
    return "*" if token.isalpha() and len(token) <= _LONGEST_CONNECTOR else None


def load_names_of_time() -> None:
    """Load what dates are told by, so that it does not have to be loaded when the first one is met."""
    _names_of_time()


@cache
def _names_of_time() -> dict[str, str]:
    """Return the names of months and days in many languages, folded, and what stands for them."""
    from babel import Locale  # noqa: PLC0415 - a tenth of a second that only a skeleton pays

    found: dict[str, str] = {}
    for lang in _LANGUAGES:
        locale = Locale(lang)
        for names, place in ((locale.days, "{weekday}"), (locale.months, "{month}")):
            for use in ("format", "stand-alone"):
                for width in ("wide", "abbreviated"):
                    for name in names[use][width].values():
                        found[name.casefold().rstrip(".")] = place
    return found
