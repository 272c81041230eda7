# SPDX-License-Identifier: Apache-2.0
"""Contents and an era become an archive and its truth."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import chain
from typing import Literal

from tests.makers.linkedin import account, activity, messages, network
from tests.makers.linkedin.contents import Contents
from tests.makers.linkedin.counting import truth_of
from tests.makers.linkedin.eras import Era
from tests.makers.linkedin.shape import OFFLINE
from tests.makers.made import Made
from tests.makers.zips import Member

Kind = Literal["basic", "complete"]


def build(contents: Contents, era: Era, kind: Kind = "complete") -> Made:
    """The archive of that era. Basic ones lack the files that LinkedIn makes offline."""
    parts = (account, messages, activity, network)
    made = dict(chain.from_iterable(part.files(contents, era) for part in parts)) | era.extra
    kept = {
        name: data
        for name, data in made.items()
        if name not in era.absent and not (kind == "basic" and name in OFFLINE)
    }
    members = [
        Member(_spelled(name, contents, era), kept[name], when) for name, when in _times(kept, era.made_at)
    ]
    return Made(archive_name(era, kind), tuple(members), truth_of(contents, era, frozenset(kept)))


def archive_name(era: Era, kind: Kind) -> str:
    """``Complete_LinkedInDataExport_MM-DD-YYYY.zip``."""
    ending = ".zip.zip" if era.double_extension else ".zip"
    return f"{kind.title()}_LinkedInDataExport_{era.made_at:%m-%d-%Y}{ending}"


def _spelled(name: str, contents: Contents, era: Era) -> str:
    if name in era.suffixed:
        return name.replace(".csv", f"_{contents.person.member_id}.csv")
    return era.names.get(name, name)


def _times(names: Iterable[str], start: datetime) -> list[tuple[str, datetime]]:
    """Quick files within two minutes, offline ones spread over the next 23 hours; in order of time."""
    ordered = sorted(names)
    quick = [name for name in ordered if name not in OFFLINE]
    late = [name for name in ordered if name in OFFLINE]
    step = 2 if len(quick) <= 60 else 1
    times = [(name, start + timedelta(seconds=min(step * n, 118))) for n, name in enumerate(quick)]
    gap = timedelta(hours=23, minutes=12) / max(len(late), 1)
    later = [(name, _even(start + gap * (n + 1))) for n, name in enumerate(late)]
    return times + later


def _even(when: datetime) -> datetime:
    """Zip times count in steps of two seconds."""
    return when.replace(second=when.second // 2 * 2, microsecond=0)
