# SPDX-License-Identifier: Apache-2.0
"""The contributor's hour: the template is whole, and the check says in plain words what is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from inspector.actions.coach import coach
from inspector.app.site.writing import site
from inspector.catalog.check import check
from inspector.catalog.gaps import gaps
from inspector.catalog.index import Catalog
from inspector.catalog.lines import lines
from inspector.catalog.query import Query
from inspector.system.messages import Messages
from tests.unit.catalog.samples import LINKEDIN, NOW, changed

ROOT = Path(__file__).resolve().parents[3]
TEMPLATE = (ROOT / "docs" / "service-template.toml").read_text("utf-8")
GUIDE = (ROOT / "docs" / "adding-a-service.md").read_text("utf-8")


def with_service(folder: Path, text: str, name: str = "example") -> Catalog:
    """The shipped catalog with this service file alone."""
    catalog = changed(folder)
    (catalog.root / LINKEDIN).unlink()
    (catalog.root / "services" / f"{name}.toml").write_text(text, "utf-8")
    return Catalog.load(catalog.root)


def said(catalog: Catalog) -> list[str]:
    messages = Messages()
    return [one.say(messages) for one in check(catalog, NOW) if one.file.endswith("/example.toml")]


def test_the_template_is_a_whole_service(tmp_path: Path) -> None:
    catalog = with_service(tmp_path, TEMPLATE)
    assert said(catalog) == []
    entry = catalog.service("example")
    table = "\n".join(lines(catalog, Query("example", "US"), Messages(), NOW))
    assert "on by default" in table
    assert "2025-03-01 .. 2025-03-10" in table
    page = site(catalog, Messages(), NOW)["services/example.html"].decode()
    assert "Improve Example for everyone" in page
    assert coach(entry) is not None


def test_of_the_template_only_what_cannot_be_known_is_open(tmp_path: Path) -> None:
    catalog = with_service(tmp_path, TEMPLATE)
    found = [gap.say(Messages()) for gap in gaps(catalog.service("example"), catalog)]
    assert found == [
        "services/example.toml: contacts.json names no company to write to.",
        "services/example.toml, example.eea: The practice is not known here.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("checked = 2026-11-21", "", "The key checked is missing."),
        ("checked = 2026-11-21", 'checked = "2026-11-21x"', "A day has no quotes: 2026-11-21."),
        ('name = "Example"\n', 'name = "Example"\nnick = "E"\n', "There is no key nick here."),
        ('practice = "unknown"', 'practice = "maybe"', "“maybe” is none of the words that may stand here."),
        ('name.de = "Kostenlos"', "", "The text is missing in the language de."),
        ('sources = ["policy-2024-06-01"]', 'sources = ["policy-2020"]', "It names the source policy-2020"),
        ("until = [2025-03-01, 2025-03-10]", "until = 2025-02-01", "there is a gap between it and"),
        ('sources = ["policy-2024-06-01"]', "sources = []", "It names no source."),
        ('title.en = "How do I switch this off? (help article)"\n', "", "A text needs its languages"),
        ('link = "archive"\n', 'link = "export"\n', "There is no link export."),
        ('plan = "business"', 'plan = "team"', "There is no plan team."),
        ('region = "EEA"', 'region = "Europe"', "There is no region Europe."),
        ("offered = {", "# offered = {", "does not say from when the switch is offered."),
        (
            'strength = "official"\nsources = ["policy-2024',
            'sources = ["policy-2024',
            "it needs strength, or lower",
        ),
        ("day = 2024-06-01\n", "", "Then the row needs membership_on"),
        (
            "stale_after = 2027-05-21",
            "stale_after = 2026-11-20",
            "It counts as stale on the day it was checked.",
        ),
    ],
)
def test_what_is_missing_is_said_in_plain_words(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert old in TEMPLATE
    found = said(with_service(tmp_path, TEMPLATE.replace(old, new, 1)))
    assert any(sentence in one for one in found), found
    for one in found:
        assert one.startswith("services/example.toml")
        assert not re.search(r"Object|Expected|msgspec|Traceback", one)


def test_a_file_under_another_name_is_told(tmp_path: Path) -> None:
    catalog = with_service(tmp_path, TEMPLATE, "other")
    messages = Messages()
    found = [one.say(messages) for one in check(catalog, NOW)]
    assert any("services/other.toml" in one and "example is not the name of the file" in one for one in found)


def test_an_empty_file_is_told_what_it_lacks(tmp_path: Path) -> None:
    (found,) = said(with_service(tmp_path, 'id = "example"\n'))
    assert "The key schema is missing." in found


def test_a_thin_file_is_right_and_says_what_is_open(tmp_path: Path) -> None:
    thin = TEMPLATE
    for part in ("[archive]", "[[letters]]", "[[not_undone]]", "[[events]]", "[[controls.labels]]"):
        thin = without(thin, part)
    catalog = with_service(tmp_path, thin)
    found = {gap.note.id for gap in gaps(catalog.service("example"), catalog)}
    assert {"archive", "letters", "not_undone", "events", "labels", "contact"} <= found


def test_every_command_of_the_guide_exists() -> None:
    dev = (ROOT / "packaging" / "dev.py").read_text("utf-8")
    for word in re.findall(r"packaging/dev\.py ([a-z-]+)", GUIDE):
        assert f'"{word}"' in dev, word
    assert "docs/service-template.toml" in GUIDE


def without(text: str, part: str) -> str:
    """The template without all sections that begin with `part`, and those below [archive]."""
    beginnings = (part, "[archive.", "[[archive.") if part == "[archive]" else (part,)
    sections = re.split(r"(?m)^(?=\[)", text)
    return "".join(section for section in sections if not section.startswith(beginnings))
