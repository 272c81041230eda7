# SPDX-License-Identifier: Apache-2.0
"""The main journey by accessible actions alone, as with a screen reader: the real program, no key.

A residence, an export, the answer read from its tables, and a bundle that verifies.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("AT-SPI is the accessibility bus of Linux desktops", allow_module_level=True)

from inspector.bundle.verifying import verify
from inspector.system.messages import Messages
from tests.e2e.accessible import Thing, awaited
from tests.e2e.desktop import Window, missing, program
from tests.makers import linkedin

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not on this computer: {', '.join(missing())}")

say = Messages().text
TITLE = "Data for Generative AI Improvement"


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    with program(tmp_path / "data") as window:
        yield window


def press(root: Thing, key: str, **values: object) -> None:
    """Press the button that says the sentence of a key."""
    root.find("push button", say(key, **values)).do()


def give_path(root: Thing, title: str, path: Path, button: str) -> None:
    """Fill in the file dialog with this title, once it is there, and close it."""
    dialog = root.find("dialog", lambda name: name.startswith(say(title)))
    dialog.find("text", "File name:").write(str(path))
    ends = dialog.find("push button", button)
    awaited(lambda: ends.has("enabled"), lambda: f"{button} cannot be pressed")
    ends.do()


def rows(table: Thing) -> list[tuple[str, ...]]:
    """The cells of a table, row by row."""
    heads = [one for one in table.children() if one.role == "column header"]
    cells = [one.name for one in table.children() if one.role == "cell"]
    return [tuple(cells[at : at + len(heads)]) for at in range(0, len(cells), len(heads))]


def turn_to(root: Thing, page: str) -> None:
    """Choose a page on the rail, whatever it says beside its name."""
    name = say(f"gui.rail.{page}")
    root.find("radio button", lambda spoken: spoken.startswith(f"{name},")).do("Toggle")


def test_the_main_journey_by_accessible_actions_alone(window: Window, tmp_path: Path) -> None:
    root, bundle = window.root, tmp_path / "bundle.zip"
    press(root, "gui.start.begin")
    root.find("text", say("gui.period.place.what", row=1)).write("United States")
    press(root, "gui.you.forward")

    press(root, "gui.collect.files")
    give_path(root, "gui.collect.files", linkedin.simple().write(tmp_path), "Open")
    press(root, "gui.collect.forward")

    card = root.find("push button", lambda name: f"{TITLE}: ON." in name)
    assert "On since some day between 1 August and 18 September 2024" in card.name
    card.do()
    press(root, "gui.findings.as_table")
    table = root.find("table", say("gui.findings.plot_name", control=TITLE))
    assert rows(table)[0] == ("Sharing", "ON", "1 August to 18 September 2024", "still so", "default")

    turn_to(root, "evidence")
    press(root, "gui.evidence.make")
    give_path(root, "gui.evidence.save_title", bundle, "Save")
    told = say("gui.evidence.made.fingerprint")
    fingerprint = root.find("label", lambda name: name.startswith(f"{told}: ")).name.rpartition(" ")[2]
    found = verify(bundle, fingerprint)
    assert (found.ok, found.expected) == (True, True)
