# SPDX-License-Identifier: Apache-2.0
"""Country names, codes and telephone prefixes, where each means one country for sure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from babel.core import Locale

_CODE_LENGTH: Final = 2
# Codes of CLDR that ISO 3166-1 does not assign to a country.
_NO_COUNTRY: Final = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
)
# Also the name of a state of the US: `Atlanta, Georgia` and `Tbilisi, Georgia` look alike.
_AMBIGUOUS: Final = frozenset({"georgia"})
# Names in use besides those of CLDR.
_ALSO: Final = {
    "czech republic": "CZ",
    "hong kong": "HK",
    "hong kong sar": "HK",
    "macao": "MO",
    "macau": "MO",
    "republic of ireland": "IE",
    "the netherlands": "NL",
    "turkey": "TR",
    "united states of america": "US",
    "viet nam": "VN",
}
# Prefixes that one country has for itself; +1, +7, +39, +44, +47, +61 and others are shared.
_PREFIXES: Final = {
    "+30": "GR", "+31": "NL", "+32": "BE", "+33": "FR", "+34": "ES", "+36": "HU", "+40": "RO", "+41": "CH",
    "+43": "AT", "+45": "DK", "+46": "SE", "+48": "PL", "+49": "DE", "+52": "MX", "+55": "BR", "+81": "JP",
    "+82": "KR", "+86": "CN", "+91": "IN", "+351": "PT", "+352": "LU", "+353": "IE", "+354": "IS",
    "+356": "MT", "+357": "CY", "+359": "BG", "+370": "LT", "+371": "LV", "+372": "EE", "+385": "HR",
    "+386": "SI", "+420": "CZ", "+421": "SK", "+423": "LI", "+852": "HK",
}  # fmt: skip
_PREFIX_LENGTHS: Final = (4, 3)


@cache
def _names() -> Mapping[str, str]:
    found = {
        str(name).casefold(): code
        for code, name in Locale("en").territories.items()
        if len(code) == _CODE_LENGTH and code not in _NO_COUNTRY
    }
    return {**found, **_ALSO}


@cache
def _codes() -> frozenset[str]:
    return frozenset(_names().values())


def from_code(text: str) -> str | None:
    """Return the ISO 3166-1 code that a cell holds in either case, None for anything else."""
    code = text.strip().upper()
    return code if code in _codes() else None


def from_name(text: str) -> str | None:
    """Return the code of a country given by its full English name and nothing else."""
    name = text.strip().casefold()
    return None if name in _AMBIGUOUS else _names().get(name)


def from_place(text: str) -> str | None:
    """Return the code of the country that a place name ends with, as in `Berlin, Germany`."""
    return from_name(text.rpartition(",")[2])


def from_prefix(number: str) -> tuple[str, str] | None:
    """Return the prefix a telephone number begins with and its country, where it has one for itself."""
    digits = "+" + "".join(char for char in number if char.isdigit())
    if not number.strip().startswith("+"):
        return None
    found = ((digits[:length], _PREFIXES.get(digits[:length])) for length in _PREFIX_LENGTHS)
    return next(((prefix, code) for prefix, code in found if code), None)
