# SPDX-License-Identifier: Apache-2.0
"""Whose account it is, by messages, invitations and the profile's name; where they disagree, nobody's."""

from __future__ import annotations

from collections import Counter

import pytest

from inspector.archives.services.linkedin.account import read_invitations
from inspector.archives.services.linkedin.owner import Identity, Owner
from tests.makers.linkedin import columns
from tests.makers.tables import table
from tests.unit.archives.ways import page

ME, ANA = "https://www.linkedin.com/in/mara-example", "https://www.linkedin.com/in/ana-example"


def told(parts: dict[str, int], *, name: str = "", invited: tuple[str, ...] = ()) -> str | None:
    owner = Owner()
    owner.messages(Counter(parts), {ME: "Mara Example", ANA: "Ana Ruiz"})
    owner.name = name
    for url in invited:
        owner.invitation(url)
    return owner.url()


def test_the_one_in_most_messages_is_the_owner() -> None:
    assert told({ME: 9, ANA: 8}) == ME


def test_two_in_all_messages_are_told_apart_by_the_name_in_the_profile() -> None:
    assert told({ME: 3, ANA: 3}) is None
    assert told({ME: 3, ANA: 3}, name="Mara  Example") == ME


def test_invitations_confirm_stand_alone_or_contradict() -> None:
    assert told({ME: 9, ANA: 8}, invited=(ME + "/", ME)) == ME
    assert told({}, invited=(ME,)) == ME
    assert told({ANA: 9, ME: 8}, invited=(ME,)) is None
    assert told({}) is None


def test_the_own_side_of_an_invitation_depends_on_its_direction() -> None:
    rows = [
        ("Ana", "Mara", "2/1/26, 9:00 AM", "", "INCOMING", ANA, ME),
        ("Mara", "Ana", "2/2/26, 9:00 AM", "", "OUTGOING", ME, ANA),
        ("Mara", "Ana", "soon", "", "SIDEWAYS", ANA, ANA),
        ("Mara",),
    ]
    owner, found = Owner(), page(table(columns.INVITATIONS, rows))
    assert list(read_invitations(found, owner)) == []
    assert owner.url() == ME
    assert found.latest is not None
    assert not found.faults


@pytest.mark.parametrize(
    ("identity", "sender", "url", "own"),
    [
        (Identity(ME, "Mara Example"), "Mara Example", ME, True),
        (Identity(ME, "Mara Example"), "Mara Example", ANA, False),
        (Identity(ME, "Mara Example"), "Mara Example", "", True),
        (Identity(ME, "Mara Example"), "Coach", "", False),
        (Identity(None, "Mara Example"), "Mara Example", ME, True),
        (Identity(None, ""), "Somebody", ME, True),
        (Identity(None, ""), "Coach", "", False),
    ],
)
def test_which_lines_of_a_chat_are_the_members(identity: Identity, sender: str, url: str, own: bool) -> None:
    assert identity.wrote(sender, url) is own
