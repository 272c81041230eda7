# SPDX-License-Identifier: Apache-2.0
"""Ready archives: one per era, and a small one for scenarios."""

from __future__ import annotations

from datetime import datetime

from tests.makers.clock import at, slash_utc, us_short
from tests.makers.linkedin.archive import Kind, build
from tests.makers.linkedin.contents import Contents
from tests.makers.linkedin.eras import ERA_2026, Era
from tests.makers.linkedin.people import ANA, SEEKER
from tests.makers.linkedin.rows import Comment, Connection, Message, Receipt, Share
from tests.makers.linkedin.story import ME, full
from tests.makers.made import Made

NOON_2012 = at("2012-03-04 12:00")
_MESSAGES = (
    Message(at("2026-02-10 08:15:07"), ANA, (ME,), "Coffee at the fair?", "ana"),
    Message(at("2026-02-10 08:20:00"), ME, (ANA,), "Gladly.\nHall 3?", "ana"),
    Message(at("2026-02-12 16:40:30"), SEEKER, (ME,), "I'm hiring.", "tilda", subject="Optics role"),
)
_SHARES = (Share(at("2026-01-20 10:00:00"), "First light through the new mirror.", 1),)
_COMMENTS = (
    Comment(at("2026-01-21 11:00:00"), "Lovely!", 11),
    Comment(at("2026-01-22 12:00:00"), "Thank you,\nall of you", 12),
)


def of_era(era: Era, kind: Kind = "complete") -> Made:
    """The usual contents in the shape of that era."""
    return build(full(era), era, kind)


def simple(
    *,
    registered_at: str | None = "3/4/12, 12:00 PM",
    account_created: str | None = None,
    receipts: tuple[Receipt, ...] | None = None,
    messages: tuple[Message, ...] | None = _MESSAGES,
    shares: tuple[Share, ...] | None = _SHARES,
    comments: tuple[Comment, ...] | None = _COMMENTS,
) -> Made:
    """A small Complete archive of 2026; all that is dated in it, but the creation, is of 2026.

    Cells are raw: ``3/4/12, 12:00 PM`` (no zone) and ``2012/03/04 12:00:00 UTC``; None leaves the file out.
    ``receipts`` go into Receipts_v2.csv. For more knobs use ``build(Contents(...), ERA_2026)``.
    """
    contents = Contents(
        registered_at=registered_at,
        account_created=account_created,
        receipts_v2=receipts,
        messages=messages,
        shares=shares,
        comments=comments,
        connections=(Connection(at("2026-01-05"), ANA),),
    )
    return build(contents, ERA_2026)


def account(created: datetime = NOON_2012) -> Made:
    """``simple`` with the creation known to the second: Registration and Account Status History agree."""
    return simple(registered_at=us_short(created), account_created=slash_utc(created))
