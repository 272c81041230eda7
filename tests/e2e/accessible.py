# SPDX-License-Identifier: Apache-2.0
"""What a screen reader does: it finds things in the accessible tree by role and name, and acts on them.

It speaks AT-SPI 2 over the accessibility bus: interfaces and state bits as in at-spi2-core's `xml/*.xml` and
`atspi/atspi-constants.h`. No key is pressed and no pointer moved.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PATIENCE_S: Final = 60.0
_PAUSE_S: Final = 0.05
_INTERFACE: Final = "org.a11y.atspi."
_REGISTRY: Final = (f"{_INTERFACE}Registry", "/org/a11y/atspi/accessible/root")
_STATES: Final = {"checked": 4, "enabled": 8, "focusable": 11, "focused": 12, "sensitive": 24, "showing": 25}


class GoneError(LookupError):
    """What was asked is no more, or cannot do this."""


class Bus:
    """A connection to the accessibility bus of a session."""

    def __init__(self, session_bus: str) -> None:
        with open_dbus_connection(bus=session_bus) as session:
            ask = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
            address = session.send_and_get_reply(ask, timeout=PATIENCE_S).body[0]
        self._bus: DBusConnection = open_dbus_connection(bus=address)

    def close(self) -> None:
        self._bus.close()

    def call(self, thing: tuple[str, str], interface: str, method: str, *values: Any, kinds: str = "") -> Any:
        """The first value of the answer, None where there is none. Raises GoneError."""
        where = DBusAddress(thing[1], thing[0], interface)
        asked = new_method_call(where, method, kinds or None, values)
        answer = self._bus.send_and_get_reply(asked, timeout=PATIENCE_S)
        if answer.header.message_type is MessageType.error:
            raise GoneError(f"{interface}.{method}: {answer.body}")
        return answer.body[0] if answer.body else None

    def programs(self) -> list[Thing]:
        """All programs that can be read."""
        return Thing(self, *_REGISTRY).children()


@dataclass(frozen=True)
class Thing:
    """One object of an accessible tree: something that has a name and a role, and may be acted on."""

    bus: Bus
    owner: str
    path: str

    def _call(self, interface: str, method: str, *values: Any, kinds: str = "") -> Any:
        return self.bus.call((self.owner, self.path), _INTERFACE + interface, method, *values, kinds=kinds)

    def _property(self, interface: str, name: str) -> Any:
        place, asks = (self.owner, self.path), "org.freedesktop.DBus.Properties"
        return self.bus.call(place, asks, "Get", _INTERFACE + interface, name, kinds="ss")[1]

    @property
    def name(self) -> str:
        return str(self._property("Accessible", "Name"))

    @property
    def description(self) -> str:
        return str(self._property("Accessible", "Description"))

    @property
    def role(self) -> str:
        return str(self._call("Accessible", "GetRoleName"))

    @property
    def interfaces(self) -> set[str]:
        return {one.removeprefix(_INTERFACE) for one in self._call("Accessible", "GetInterfaces")}

    def has(self, state: str) -> bool:
        """Whether a state of `_STATES` holds."""
        low, high = self._call("Accessible", "GetState")
        return bool((low | high << 32) >> _STATES[state] & 1)

    @property
    def text(self) -> str:
        """The words in a field."""
        return str(self._call("Text", "GetText", 0, -1, kinds="ii"))

    def children(self) -> list[Thing]:
        return [Thing(self.bus, *place) for place in self._call("Accessible", "GetChildren")]

    def all(self) -> Iterator[Thing]:
        """This and everything in it, in the order it is read; what goes away meanwhile is left out."""
        yield self
        try:
            inside = self.children()
        except GoneError:
            return
        for child in inside:
            yield from child.all()

    def shown(self) -> Iterator[Thing]:
        """The same, without what is hidden."""
        try:
            is_hidden = self.role != "application" and not self.has("showing")
        except GoneError:
            return
        if is_hidden:
            return
        yield self
        for child in self.children():
            yield from child.shown()

    def find(self, role: str, name: str | Callable[[str], bool]) -> Thing:
        """Wait for the first shown thing of this role and name. Raises GoneError after a while."""
        matches = name if callable(name) else name.__eq__

        def look() -> Thing | None:
            fitting = (one for one in self.shown() if one.role == role and matches(one.name))
            return next(fitting, None)

        found: Thing = awaited(look, lambda: f"a {role} called {name!r} in\n{self.told()}")
        return found

    def told(self) -> str:
        """All roles and names that are shown, one a line."""
        lines: list[str] = []
        with suppress(GoneError):
            lines.extend(f"{one.role}: {one.name}" for one in self.shown())
        return "\n".join(lines)

    def actions(self) -> list[str]:
        """What can be done with it, by the names that Qt gives."""
        return [str(one[0]) for one in self._call("Action", "GetActions")]

    def do(self, action: str = "Press") -> None:
        """Do one of its actions. Raises ValueError where it has no such action, GoneError where it failed."""
        if not self._call("Action", "DoAction", self.actions().index(action), kinds="i"):
            raise GoneError(action)

    def write(self, words: str) -> None:
        """Have these words in a field instead of what stands there."""
        if not self._call("EditableText", "SetTextContents", words, kinds="s"):
            raise GoneError("it takes no words")

    def take_focus(self) -> None:
        """Bring the keyboard here."""
        self._call("Component", "GrabFocus")


def awaited(look: Callable[[], Any], what: Callable[[], str] = str) -> Any:
    """Wait until something is found, and return it. Raises GoneError with `what` where it does not come."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            found = look()
        except GoneError:
            # A page was left while it was read.
            found = None
        if found:
            return found
        time.sleep(_PAUSE_S)
    raise GoneError(what())
