# SPDX-License-Identifier: Apache-2.0
"""An export is known by its shape, never by the name of the zip or the order of its files."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from inspector.archives.services.linkedin.claims import claims, claims_alone
from tests.makers.linkedin import ERAS, Era, of_era


def claimed(files: Mapping[str, bytes]) -> bool:
    return claims(list(files), lambda path: files[path][:8192])


@pytest.mark.parametrize("era", ERAS, ids=lambda era: era.name)
def test_every_era_is_claimed_by_its_names_alone_as_when_encrypted(era: Era) -> None:
    assert claims(of_era(era).names, lambda _: b"")
    assert claims(sorted(of_era(era, "basic").names, reverse=True), lambda _: b"")


@pytest.mark.parametrize(
    "files",
    [
        {"Registration.csv": b"Registered At,Registration Ip,Subscription Types\n"},
        {"messages.csv": b'"FROM","TO","DATE","SUBJECT","CONTENT","FOLDER"\n'},
        {"Comments_1.csv": b"Date,Link,Message\n"},
        {"Connections.csv": b'Notes:\n"x"\n\nFirst Name,Last Name,Connected On\n'},
    ],
)
def test_one_telling_table_is_enough(files: Mapping[str, bytes]) -> None:
    assert claimed(files)


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"messages.csv": b"id,body\n", "profile.csv": b"id\n", "comments.csv": b"id\n", "votes.csv": b"id\n"},
        {"Skills.csv": b"Name\n", "Education.csv": b"School Name\n"},
        {"notes.txt": b"x", "Saved_Items.csv": b"savedItem,CreatedTime\n"},
        {"Jobs/Registration.csv": b"Registered At,Subscription Types\n"},
        {"Registration.csv": b"PK\x03\x04"},
    ],
)
def test_other_things_are_not_claimed(files: Mapping[str, bytes]) -> None:
    assert not claimed(files)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Registration.csv", "Registration.csv"),
        ("Registration (2).csv", "Registration.csv"),
        ("Registration - Copy.csv", "Registration.csv"),
        ("Registrations.csv", None),
        ("Registration.txt", None),
    ],
)
def test_a_table_alone_keeps_its_name_but_for_what_computers_add(name: str, path: str | None) -> None:
    assert claims_alone(name, b"Registered At,Subscription Types\n") == path
