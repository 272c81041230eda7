# SPDX-License-Identifier: Apache-2.0
"""What every page works with: the case, the sentences, the jobs."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from inspector.app.unfinished import Unfinished
from inspector.gui.bridge import Bridge
from inspector.gui.taste import Taste
from inspector.gui.wishes import Wishes
from inspector.system.messages import Messages

# The parts that read and reason take a quarter of a second to load. The window opens without them.
if TYPE_CHECKING:
    from inspector.app.connections import Connections, Visits
    from inspector.app.letters import Drafts
    from inspector.app.places import Choices
    from inspector.app.session import Session
    from inspector.catalog.index import Catalog
    from inspector.gui.confirm.looking import Looking
    from inspector.gui.vault.vault import Vault
    from inspector.report.notes import Notes


class Desk:
    """One window's case, language and jobs. Pages get it when they are made."""

    def __init__(self, messages: Messages, bridge: Bridge, session: Session | None = None) -> None:
        """Take a case; without one, a new case is opened when it is first asked for."""
        self.messages = messages
        self.bridge = bridge
        self._session = session
        self.unfinished = Unfinished()
        self.wishes = Wishes()

    @property
    def session(self) -> Session:
        """Return the case that is being worked on."""
        if self._session is None:
            self._session = new_session()
        return self._session

    @property
    def is_ready(self) -> bool:
        """Answer whether there is a case already, so that asking for it takes no time."""
        return self._session is not None

    def take(self, session: Session) -> None:
        """Go on with another case."""
        self._session = session

    def speak(self, messages: Messages) -> None:
        """Go on in another language: what has words is asked for anew."""
        self.messages = messages
        for made in ("places", "notes"):
            self.__dict__.pop(made, None)

    def start_over(self) -> None:
        """Go on with a new case over the catalog that is loaded already."""
        from inspector.app.session import Session  # noqa: PLC0415 - see above

        self._session = Session(self.catalog)
        self.forget_letters()

    def forget_letters(self) -> None:
        """Keep nothing of what was typed into letters: another case may be about somebody else."""
        self.__dict__.pop("drafts", None)

    def end(self) -> None:
        """Let go of what still reads and of the case; the jobs have ended before."""
        self.unfinished.end()
        if "vault" in self.__dict__:
            self.vault.end()
        if "looking" in self.__dict__:
            self.looking.end()

    @property
    def catalog(self) -> Catalog:
        """Return what is documented about services."""
        return self.session.catalog

    @cached_property
    def taste(self) -> Taste:
        """Return which language and look the person wants."""
        return Taste()

    @cached_property
    def places(self) -> Choices:
        """Return where someone may live, by name."""
        from inspector.app.places import places  # noqa: PLC0415 - see above

        return places(self.catalog.regions, self.messages.lang)

    @cached_property
    def drafts(self) -> Drafts:
        """Return what was typed into the letters of this case."""
        from inspector.app.letters import Drafts  # noqa: PLC0415 - see above

        return Drafts()

    @cached_property
    def notes(self) -> Notes:
        """Return what turns notes of the core into sentences."""
        from inspector.report.notes import Notes  # noqa: PLC0415 - see above

        return Notes(self.messages)

    @cached_property
    def connections(self) -> Connections:
        """Return what opens and counts connections."""
        from inspector.app.connections import Connections  # noqa: PLC0415 - see above

        return Connections()

    @property
    def visits(self) -> Visits:
        """Return the connections that were opened since the window opened."""
        return self.connections.visits if "connections" in self.__dict__ else ()

    @property
    def connected(self) -> int:
        """Return how many connections were opened since the window opened."""
        return len(self.visits)

    @cached_property
    def looking(self) -> Looking:
        """Return what reads pictures beside the window."""
        from inspector.gui.confirm.looking import Looking  # noqa: PLC0415 - see above

        return Looking(self)

    @cached_property
    def vault(self) -> Vault:
        """Return the case on disk that is worked in, if any."""
        from inspector.gui.vault.vault import Vault  # noqa: PLC0415 - see above

        return Vault(self)

    def text(self, key: str, /, **values: object) -> str:
        """Return the sentence of a key."""
        return self.messages.text(key, **values)


def new_session() -> Session:
    """Return a new case over the catalog that answers."""
    from inspector.app.catalog_choice import catalog_in_use  # noqa: PLC0415 - see above
    from inspector.app.session import Session  # noqa: PLC0415 - see above

    return Session(catalog_in_use())
