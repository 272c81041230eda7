# SPDX-License-Identifier: Apache-2.0
"""Files that are no archive, and archives that are damaged, locked or forged."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from tests.makers.bad.result import SHARES, WHEN, Bad, registration
from tests.makers.containers import encrypted, folder, nested, truncated, wrong_crc
from tests.makers.linkedin import account
from tests.makers.tables import table
from tests.makers.zips import STORED, Member, ZipStream, zip_bytes


def not_a_zip() -> Bad:
    """Text that is only called a zip."""
    return Bad(
        "Complete_LinkedInDataExport_03-09-2026.zip", b"This is a letter, not an archive.\n", usable=False
    )


def no_bytes() -> Bad:
    """A file of zero bytes, as a download leaves it that never began."""
    return Bad("Complete_LinkedInDataExport_03-09-2026.zip", b"", usable=False)


def empty_zip() -> Bad:
    """A sound zip without members."""
    return Bad("empty.zip", zip_bytes([]), usable=False)


def something_else() -> Bad:
    """A sound zip of other things."""
    members = [
        Member("photos/hive.txt", b"a picture, as it were\n", WHEN),
        Member("notes.md", b"# Bees\n", WHEN),
    ]
    return Bad("holidays.zip", zip_bytes(members), usable=False)


def other_csv() -> Bad:
    """Tables of another program, among them one called messages.csv."""
    members = [
        Member("messages.csv", table(("id", "body"), [("1", "hello")]), WHEN),
        Member("export.csv", table(("date", "amount"), [("2026-01-01", "3.50")]), WHEN),
    ]
    return Bad("bank.zip", zip_bytes(members), usable=False)


def broken_off() -> Bad:
    """A download that ended early: the directory at the end is missing."""
    made = account()
    return Bad(made.name, truncated(made.zip()), usable=False)


def bad_checksum() -> Bad:
    """One member does not match its checksum: what was read of it is not to be trusted."""
    made = account()
    truth = replace(made.truth, posts=None)
    return Bad(made.name, wrong_crc(made.members, SHARES), usable=True, truth=truth, harmed=(SHARES,))


def locked() -> Bad:
    """Every member encrypted; the password is ``fictional``."""
    made = account()
    return Bad(made.name, encrypted(made.members), usable=False, harmed=made.names)


def zip_in_zip() -> Bad:
    """The real archive lies inside another one."""
    made = account()
    return Bad("mail-attachment.zip", nested(made.name, made.zip(), made.newest), usable=False)


def climbing_names() -> Bad:
    """Members whose paths lead out of the folder; the archive itself is sound."""
    made = account()
    evil = ("../../outside.csv", "/etc/absolute.csv", "C:\\windows.csv", "..\\backslash.csv")
    members = (*made.members, *(Member(name, b"x\n", WHEN) for name in evil))
    return Bad(made.name, zip_bytes(members), usable=True, truth=made.truth, harmed=evil)


def same_name_twice() -> Bad:
    """Two registrations that contradict each other under one name."""
    made = account().without("Account Status History.csv")
    twin = Member("Registration.csv", registration("5/6/19, 8:00 AM"), WHEN)
    truth = replace(made.truth, created=None)
    return Bad(
        made.name, zip_bytes((*made.members, twin)), usable=True, truth=truth, harmed=("Registration.csv",)
    )


def bomb(megabytes: int = 64) -> Bad:
    """A member that unpacks to a thousand times its size."""
    made = account()
    out = io.BytesIO()
    stream = ZipStream(out)
    for member in made.members:
        stream.add(member.name, member.when, [member.data])
    stream.add("Votes.csv", WHEN, (bytes(1 << 20) for _ in range(megabytes)))
    stream.close()
    return Bad(made.name, out.getvalue(), usable=True, truth=made.truth, harmed=("Votes.csv",))


def lying_directory() -> Bad:
    """The local header of one member has another name than the directory gives it."""
    made = account()
    data = made.zip(STORED)
    found = data.index(SHARES.encode())
    forged = data[:found] + SHARES.replace("Shares", "Sharks").encode() + data[found + len(SHARES) :]
    truth = replace(made.truth, posts=None)
    return Bad(made.name, forged, usable=True, truth=truth, harmed=(SHARES,))


def prefixed() -> Bad:
    """A sound archive behind bytes that do not belong to it."""
    made = account()
    return Bad(made.name, b"#!/bin/sh\nexit 0\n" + made.zip(), usable=False)


def unreadable_folder(where: Path) -> Path:
    """An unpacked archive that nobody but root may look into; the caller gives the right back in the end."""
    target = account().unpack(where)
    target.chmod(0)
    return target


def other_folder(where: Path) -> Path:
    """A folder without anything of LinkedIn."""
    return folder(where / "recipes", [Member("bread.txt", b"Flour, water, salt.\n", WHEN)])
