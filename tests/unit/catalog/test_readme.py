# SPDX-License-Identifier: Apache-2.0
"""README's table of services is what the catalog says, and nothing in the catalog stands without a source."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from inspector.catalog.entry import ServiceEntry
from inspector.domain.words import Strength
from tests.unit.catalog.samples import shipped

ROOT = Path(__file__).resolve().parents[3]
CATALOG = shipped()
SERVICES = CATALOG.services()


def generator() -> ModuleType:
    """The script behind `dev.py services`."""
    spec = spec_from_file_location("services_table", ROOT / "packaging" / "devtools" / "services_table.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def statements(entry: ServiceEntry) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every practice, label and link of a service: kind, place, sources."""
    for control in entry.controls:
        yield from (("practice", row.id, row.sources) for row in control.rows)
        yield from (("label", f"{control.id} {label.text}", label.sources) for label in control.labels)
    yield from (("link", f"{entry.id} {link.id}", link.sources) for link in entry.links)


def test_the_table_in_readme_is_what_the_generator_prints() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    module = generator()
    assert module.written(text, module.table(CATALOG)) == text, "run: python3 packaging/dev.py services"


def test_every_service_and_setting_has_its_row() -> None:
    table = generator().table(CATALOG)
    rows = [line for line in table.splitlines() if line.startswith("| ")][2:]
    assert len(rows) == sum(len(entry.controls) for entry in SERVICES)
    for entry in SERVICES:
        assert any(row.startswith(f"| {entry.name} |") and row.endswith(f"{entry.checked} |") for row in rows)


def test_a_readme_without_a_place_for_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks the lines"):
        generator().written("# Title\n", "table")


@pytest.mark.parametrize("entry", SERVICES, ids=lambda entry: entry.id)
def test_every_practice_label_and_link_names_a_source_that_exists(entry: ServiceEntry) -> None:
    for kind, place, sources in statements(entry):
        assert sources, f"{kind} {place} names no source"
        for source in sources:
            assert entry.source(source).strength in Strength


def test_what_the_catalog_rests_on_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    order = list(Strength)
    counts: Counter[tuple[str, Strength]] = Counter()
    for entry in SERVICES:
        for kind, _, sources in statements(entry):
            counts[kind, min((entry.source(one).strength for one in sources), key=order.index)] += 1
    with capsys.disabled():
        sys.stdout.write("\n")
        for kind in ("practice", "label", "link"):
            parts = ", ".join(f"{counts[kind, one]} {one}" for one in order)
            sys.stdout.write(f"{kind}s by their strongest source: {parts}\n")
    assert sum(counts.values()) == sum(len(list(statements(entry))) for entry in SERVICES)
    assert counts["practice", Strength.OFFICIAL] > counts["practice", Strength.ALLEGED]
