# SPDX-License-Identifier: Apache-2.0
"""One source of the version, and the forms that systems want of it."""

from __future__ import annotations

import pytest
from devtools import naming

from inspector import __version__


@pytest.mark.parametrize(
    ("version", "debian", "numbers", "release"),
    [
        ("0.1.0.dev0", "0.1.0~dev0", "0.1.0.0", False),
        ("0.1.0", "0.1.0", "0.1.0.0", True),
        ("1.2.0rc1", "1.2.0~rc1", "1.2.0.0", False),
        ("2.10", "2.10", "2.10.0.0", True),
    ],
)
def test_a_version_in_the_forms_of_debian_and_windows(
    monkeypatch: pytest.MonkeyPatch, version: str, debian: str, numbers: str, release: bool
) -> None:
    monkeypatch.setattr(naming, "version", lambda: version)
    assert naming.debian_version() == debian
    assert naming.four_numbers() == numbers
    assert naming.is_release() is release


def test_its_source_is_the_program_itself() -> None:
    assert naming.version() == __version__
