# SPDX-License-Identifier: Apache-2.0
"""Exports as somebody packs them together: each in a folder of one zip; and an export of somebody else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.makers.made import Made


def together(name: str, exports: Mapping[str, Made]) -> Made:
    """One zip called `name` with a folder for each export."""
    members = [
        replace(member, name=f"{folder}/{member.name}")
        for folder, export in exports.items()
        for member in export.members
    ]
    first = next(iter(exports.values()))
    return replace(first, name=name, members=tuple(members))


def of_another(export: Made, before: bytes, after: bytes) -> Made:
    """The same export of another account: its name changed wherever it stands, in paths too."""
    members = [
        replace(
            member,
            name=member.name.replace(before.decode(), after.decode()),
            data=member.data.replace(before, after),
        )
        for member in export.members
    ]
    return replace(export, members=tuple(members))
