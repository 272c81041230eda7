# SPDX-License-Identifier: Apache-2.0
"""Exports of every service and era give exactly what is in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector.domain.reading import SourceReading
from tests.makers.containers import rezipped
from tests.makers.every import samples
from tests.makers.sample import Sample, Stated
from tests.unit.archives.ways import bounds, counts, read

SAMPLES = samples()


def _name(sample: Sample) -> str:
    return sample.name


def stated(reading: SourceReading) -> list[Stated]:
    found = []
    for fact in reading.facts:
        assert fact.provenance is not None
        assert fact.provenance.member is not None
        place = (fact.provenance.member, fact.provenance.locator)
        found.append((str(fact.kind), fact.value, *bounds(fact.moment), *place))
    return sorted(found, key=str)


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_an_export_of_each_era_is_read_whole(sample: Sample, tmp_path: Path) -> None:
    reading = read(sample.made.write(tmp_path))
    source = reading.source
    assert (source.service, source.status, source.account) == (sample.service, "read", sample.account)
    assert tuple(note.id for note in source.problems) == sample.told
    assert not source.unread_bears
    assert {name: count for name, count in counts(reading).items() if count} == dict(sample.counts)
    assert stated(reading) == sorted(sample.facts, key=str)


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_a_folder_and_a_zip_made_again_give_the_same(sample: Sample, tmp_path: Path) -> None:
    plain = read(sample.made.write(tmp_path))
    again = tmp_path / "again.zip"
    again.write_bytes(rezipped(sample.made.members, "Export"))
    for other in (read(sample.made.unpack(tmp_path)), read(again)):
        assert (other.source.status, other.source.account) == ("read", sample.account)
        assert counts(other) == counts(plain)
        kinds = [(fact.kind, fact.value, fact.control) for fact in plain.facts]
        assert [(fact.kind, fact.value, fact.control) for fact in other.facts] == kinds


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_every_fact_leads_to_its_member_and_hash(sample: Sample, tmp_path: Path) -> None:
    reading = read(sample.made.write(tmp_path))
    members = {member.name: member for member in reading.source.members}
    for fact in reading.facts:
        place = fact.provenance
        assert place is not None
        assert place.member is not None
        member = members[place.member]
        assert (place.source_sha256, place.member_sha256) == (reading.source.sha256, member.sha256)
        assert member.used
        assert place.raw


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_items_become_facts_only_when_asked_for(sample: Sample, tmp_path: Path) -> None:
    path = sample.made.write(tmp_path)
    items = [fact for fact in read(path, items=True).facts if fact.kind == "item"]
    assert not [fact for fact in read(path).facts if fact.kind == "item"]
    prompts = [fact for fact in items if fact.value == "ai_prompts"]
    assert len(prompts) == sample.counts.get("ai_prompts", 0)


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_the_ledger_names_each_thing_once_and_finds_what_there_is(sample: Sample, tmp_path: Path) -> None:
    ledger = read(sample.made.write(tmp_path)).source.ledger
    assert len({row.id for row in ledger}) == len(ledger)
    assert {row.id.partition(".")[0] for row in ledger} == {sample.service}
    found = {row.id for row in ledger if row.outcome == "found"}
    # Of WhatsApp's report nothing is read.
    assert found or sample.service == "whatsapp"
    assert {row.outcome for row in ledger} <= {"found", "absent"}
