# SPDX-License-Identifier: Apache-2.0
"""What is to be said of a case that is kept: where its originals are, and when it was last checked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inspector.actions.wording import long_day
from inspector.app.case_upkeep import checked_at, due
from inspector.system.clock import here
from inspector.system.messages import Messages

# The window opens before it is loaded.
if TYPE_CHECKING:
    from inspector.app.session import Session


def status(session: Session, messages: Messages, today: date) -> tuple[str, ...]:
    """Return the sentences on a case that is open and on disk."""
    if session.keeper is None:
        return ()
    originals = session.keeper.case.originals
    copies = sum(one.file is not None for one in originals)
    said = []
    if copies:
        said.append(messages.text("gui.case.copies", n=copies))
    if len(originals) > copies:
        said.append(messages.text("gui.case.in_place", n=len(originals) - copies))
    return (*said, *_checks(session, messages, today))


def _checks(session: Session, messages: Messages, today: date) -> tuple[str, ...]:
    again, last = due(session.case.acts), checked_at(session.case.acts)
    if again is None:
        return ()
    day = long_day(again, messages.lang)
    if again <= today:
        return (messages.text("gui.case.check_due", day=day),)
    if last is None:
        return ()
    return (messages.text("gui.case.checked", day=long_day(here(last).date(), messages.lang), again=day),)
