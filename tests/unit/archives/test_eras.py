# SPDX-License-Identifier: Apache-2.0
"""LinkedIn exports of every known era and shape give exactly what is in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.domain.facts import Fact
from inspector.domain.reading import SourceReading
from inspector.domain.words import FactKind, Grade
from tests.makers.containers import double_extension, nested, plain_zip, rezipped
from tests.makers.linkedin import ERA_2022, ERA_2026, ERAS, Era, Kind, of_era
from tests.makers.made import Made
from tests.makers.truth import Truth
from tests.unit.archives.ways import bounds, counted, counts, facts, iso, read, row

# Counted as well, though the makers do not say how many there are.
UNTOLD = {"profile", "files"}
EVERY = [(era, kind) for era in ERAS for kind in ("complete", "basic")]


def told(reading: SourceReading) -> dict[str, int]:
    return {name: count for name, count in counts(reading).items() if name not in UNTOLD}


def created(reading: SourceReading) -> tuple[str | None, str | None]:
    """What the facts on the creation leave possible together."""
    moments = [fact.moment for fact in facts(reading, FactKind.ACCOUNT_CREATED)]
    return iso(max(m.earliest for m in moments)), iso(min(m.latest for m in moments))


def assert_holds(reading: SourceReading, truth: Truth) -> None:
    assert told(reading) == truth.counts()
    assert truth.created is not None
    assert created(reading) == (truth.created.not_before, truth.created.not_after)
    paid = [(fact.value, *bounds(fact.moment)) for fact in facts(reading, FactKind.PLAN_PAYMENT)]
    assert Counter(paid) == Counter((p.plan, p.when.not_before, p.when.not_after) for p in truth.plans)


def stated(reading: SourceReading) -> list[Fact]:
    """The facts without the hash of the source and the times of the files."""
    return [
        replace(fact, provenance=replace(fact.provenance, source_sha256="", member_as_of=None))  # type: ignore[arg-type] # taken out for comparing
        for fact in reading.facts
        if fact.provenance
    ]


@pytest.mark.parametrize(("era", "kind"), EVERY, ids=lambda value: getattr(value, "name", value))
def test_every_era_is_read_whole(era: Era, kind: Kind, tmp_path: Path) -> None:
    made = of_era(era, kind)
    reading = read(made.write(tmp_path))
    assert (reading.source.status, reading.source.service, reading.source.problems) == (
        "read",
        "linkedin",
        (),
    )
    assert not reading.source.unread_bears
    assert_holds(reading, made.truth)
    # Before 2021 no column of an export holds an address of a profile.
    own_url = made.truth.own_url if era.made_at.year > 2020 else None
    assert reading.source.account == own_url
    assert {fact.account for fact in reading.facts} == {own_url}


@pytest.mark.parametrize("era", ERAS, ids=lambda era: era.name)
def test_messages_fall_into_the_hours_and_months_they_were_written_in(era: Era, tmp_path: Path) -> None:
    made = of_era(era)
    reading = read(made.write(tmp_path))
    for data_class in ("posts", "comments", "private_messages", "ai_prompts"):
        months: Counter[str] = Counter()
        for tally in reading.tallies:
            if tally.data_class == data_class:
                assert tally.undated == 0
                for moment, count in counted(tally.bins):
                    wide = moment.latest - moment.earliest
                    middle = moment.earliest + (wide if wide.total_seconds() < 3600 else wide / 2)
                    months[f"{middle:%Y-%m}"] += count
        if months:
            assert dict(months) == dict(made.truth.by_month[data_class])


def shapes(made: Made) -> dict[str, bytes]:
    inside = made.stem
    return {
        made.name: made.zip(),
        "plain.zip": plain_zip(made.members),
        double_extension("a.zip"): made.zip(),
        "mac.zip": rezipped(made.members, inside),
        "mail.zip": nested(made.name, made.zip(), made.newest),
    }


@pytest.mark.parametrize("era", [ERA_2022, ERA_2026], ids=lambda era: era.name)
def test_the_same_export_in_every_container_states_the_same(era: Era, tmp_path: Path) -> None:
    made = of_era(era)
    folder = read(made.unpack(tmp_path))
    assert folder.source.format == "folder"
    for name, data in shapes(made).items():
        (tmp_path / name).write_bytes(data)
        reading = read(tmp_path / name)
        assert reading.source.status == "read", name
        assert counts(reading) == counts(folder), name
        if name != "mac.zip":
            assert stated(reading) == stated(folder), name
        assert [f.moment for f in reading.facts] == [f.moment for f in folder.facts], name


def test_backslashes_between_folders_are_understood(tmp_path: Path) -> None:
    made = of_era(ERA_2026)
    members = [replace(member, name=f"Export/{member.name}".replace("/", "\\")) for member in made.members]
    (tmp_path / "windows.zip").write_bytes(plain_zip(members))
    reading = read(tmp_path / "windows.zip")
    assert told(reading) == made.truth.counts()
    assert "Export\\Registration.csv" in {member.name for member in reading.source.members if member.used}


def test_what_a_mac_adds_is_listed_and_makes_nothing_incomplete(tmp_path: Path) -> None:
    made = of_era(ERA_2026)
    (tmp_path / "mac.zip").write_bytes(rezipped(made.members, "Export"))
    source = read(tmp_path / "mac.zip").source
    junk = [member for member in source.members if "__MACOSX" in member.name or ".DS_Store" in member.name]
    assert junk
    assert {(member.status, member.used) for member in junk} == {("listed", False)}
    assert all(member.sha256 for member in junk)
    assert source.status == "read"


def test_every_fact_leads_to_source_member_and_cell(tmp_path: Path) -> None:
    made = of_era(ERA_2026)
    reading = read(made.write(tmp_path))
    for fact in reading.facts:
        place = fact.provenance
        assert place is not None
        assert place.member is not None
        member = next(entry for entry in reading.source.members if entry.name == place.member)
        assert (place.source_sha256, place.member_sha256) == (reading.source.sha256, member.sha256)
        assert place.member_as_of == member.as_of
        assert place.raw in made[place.member].decode("utf-8")
        assert place.locator.startswith("row ")
        assert (fact.grade, fact.service) == (Grade.RECORDED, "linkedin")
        assert member.used


def test_a_smaller_export_says_that_absent_files_mean_nothing(tmp_path: Path) -> None:
    basic = read(of_era(ERA_2026, "basic").write(tmp_path))
    posts = row(basic, "linkedin.posts")
    assert posts.outcome == "absent"
    assert posts.detail is not None
    assert posts.detail.id == "linkedin_smaller_export"
    complete = read(of_era(ERA_2026).without("Shares_900000417.csv").write(tmp_path))
    assert row(complete, "linkedin.posts").detail is None
    assert row(complete, "linkedin.posts").outcome == "absent"


def test_the_ledger_always_says_that_no_archive_states_the_setting(tmp_path: Path) -> None:
    for era in ERAS:
        reading = read(of_era(era).write(tmp_path))
        assert row(reading, "linkedin.setting").outcome == "absent"
        assert len({entry.id for entry in reading.source.ledger}) == len(reading.source.ledger)


def test_an_archive_was_made_between_its_newest_record_and_its_newest_file(tmp_path: Path) -> None:
    made = of_era(ERA_2026)
    reading = read(made.write(tmp_path))
    assert bounds(reading.source.as_of) == ("2026-03-08T02:15:07Z", "2026-03-10T13:42:59Z")


def test_items_become_facts_only_when_asked_for(tmp_path: Path) -> None:
    path = of_era(ERA_2026).write(tmp_path)
    assert not facts(read(path), FactKind.ITEM)
    full = read(path, items=True)
    by_class = Counter(fact.value for fact in facts(full, FactKind.ITEM))
    counted = {
        name: count for name, count in counts(full).items() if name != "messages_with_subject" and count
    }
    assert {**by_class, "ai_prompts": counted["ai_prompts"], "profile": counted["profile"]} == counted
    assert counts(full) == counts(read(path))
