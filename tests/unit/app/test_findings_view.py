# SPDX-License-Identifier: Apache-2.0
"""What the page of findings says and where it draws: the answer of the report, told to the person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector.app import specs
from inspector.app.findings.exhibits import fact_exhibit
from inspector.app.findings.ground import ground
from inspector.app.findings.shapes import Chain, Detail, Exhibit, FindingsView
from inspector.app.findings_view import findings_view
from inspector.app.session import Session
from inspector.app.view import catalog_view
from inspector.catalog.index import Catalog
from inspector.domain.words import State
from inspector.report import timeline
from inspector.report.context import Json, context
from inspector.report.drawing import PLOT_WIDTH, drawing
from inspector.report.evidence import evidence
from inspector.report.findings import findings_object
from inspector.report.words import Words
from inspector.system.messages import Messages
from inspector.system.phrases import forbidden_phrases
from tests.e2e.scenarios import SCENARIOS
from tests.makers.bad.containers import bad_checksum
from tests.unit.app.cases import demo, scenario

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
NUMBERS = [one.number for one in SCENARIOS]


def seen(session: Session, messages: Messages | None = None) -> FindingsView:
    return findings_view(session.inspection(), session.catalog, messages or Messages(), NOW)


def first(number: int, folder: Path) -> Detail:
    return seen(scenario(number, folder)).details[0]


def lines(exhibit: Exhibit) -> dict[str, str]:
    return {line.label: line.text for line in exhibit.lines}


def texts(value: object) -> Iterator[str]:
    """Every string in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def test_a_missing_place_is_the_reason_where_it_is_in_the_window_and_in_the_report(tmp_path: Path) -> None:
    session = scenario(10, tmp_path)
    inspection, messages = session.inspection(), Messages()
    (told,) = seen(session).details[0].told
    assert told.rule.startswith("Nobody declared where the person lived")
    view = catalog_view(inspection, session.catalog, messages.lang)
    case = context(
        findings_object(inspection, messages), view, Words(messages), NOW, fingerprint=None, maker=None
    )
    printed = evidence(case, case.findings["findings"][0], set())
    assert told.rule in str(printed)


@pytest.mark.parametrize("number", NUMBERS)
def test_every_stretch_stands_where_the_report_draws_it(number: int, tmp_path: Path) -> None:
    session = scenario(number, tmp_path)
    inspection, messages = session.inspection(), Messages()
    whole = findings_object(inspection, messages)
    view = catalog_view(inspection, session.catalog, messages.lang)
    case = context(whole, view, Words(messages), NOW, fingerprint=None, maker=None)
    for detail, finding in zip(seen(session).details, case.findings["findings"], strict=True):
        drawn: Json = drawing(case, finding)
        scale = detail.plot.scale(PLOT_WIDTH)
        ours = [
            [one for piece in track.pieces for one in timeline.segments(piece.stretch, scale)]
            for track in detail.plot.tracks
        ]
        theirs = [track["segments"] for track in drawn["tracks"]]
        assert [[(s.texture, s.strength, s.x0, s.x1) for s in track] for track in ours if track] == [
            [(s["texture"], s["strength"], s["x0"], s["x1"]) for s in track] for track in theirs
        ]
        assert drawn["today"]["x"] == scale.x(NOW)
        events = timeline.marks([(sign.number, sign.moment) for sign in detail.plot.events], scale, 13.0)
        assert [mark.text for mark in events] == [mark["text"] for mark in drawn["events"]]
        readings = timeline.marks([(sign.number, sign.moment) for sign in detail.plot.readings], scale, 13.0)
        assert [(mark.x, mark.text) for mark in readings] == [
            (mark["x"], mark["text"]) for mark in drawn["readings"]
        ]


@pytest.mark.parametrize("number", NUMBERS)
def test_no_text_claims_more_than_evidence_can_carry(number: int, tmp_path: Path) -> None:
    view = seen(scenario(number, tmp_path))
    assert not forbidden_phrases("\n".join(texts(view)), "en")


@pytest.mark.parametrize(
    ("number", "title", "sentence", "chip"),
    [
        (1, "One setting is on.", "On since some day between 1 August and 18 September 2024", "default"),
        (3, "One setting is on.", "On since 3 November 2025", "default"),
        (5, "One setting is off.", "Off since some day between 3 November 2025 and 10 January 2026", "shown"),
        (6, "One setting is on.", "On since some day between 1 June 2025 and 1 February 2026", "shown"),
        (
            13,
            "One setting is not known.",
            "One reading says on and another says off: 1 March 2026",
            "no grade",
        ),
        (17, "One setting is off.", "Off since some day between 1 August 2024 and 1 March 2026", "shown"),
    ],
)
def test_the_page_and_its_card_say_since_when_and_how_known(
    number: int, title: str, sentence: str, chip: str, tmp_path: Path
) -> None:
    view = seen(scenario(number, tmp_path))
    card = view.details[0].card
    assert (view.title, card.sentence) == (title, sentence)
    assert card.chip.startswith(chip)


def test_several_states_are_summed_up_in_one_sentence(tmp_path: Path) -> None:
    session = scenario(1, tmp_path)
    inspection = session.inspection()
    on = inspection.findings[0]
    others = (on, replace(on, state=State.OFF), replace(on, state=State.UNKNOWN, since=None, grade=None))
    excluded = replace(on, state=State.NOT_APPLICABLE, since=None, grade=None)
    many = replace(inspection, findings=(on, *others, excluded))
    view = findings_view(many, session.catalog, Messages(), NOW)
    assert view.title == "2 settings are on, one is off, one is not known, one does not apply to you."
    assert view.details[-1].card.sentence == "Your plan does not have this setting"
    assert view.details[-1].card.chip == "no grade · not in your plan"
    assert view.details[-1].known == "The setting does not exist in your plan."


def test_without_a_residence_the_card_lists_the_answers_and_asks(tmp_path: Path) -> None:
    view = seen(scenario(10, tmp_path))
    card = view.details[0].card
    assert view.asks_residence
    assert card.asks_residence
    assert card.state == "unknown"
    assert view.title == "2 settings depend on where you lived."
    assert card.sentence == "On wherever the answer is known; whether for you depends on where you lived"
    states = {other.condition: other.state for other in card.others}
    assert states["If you lived in the United States"] == "on"
    assert states["If you lived in China"] == "unknown"
    assert "If you lived anywhere else" in states
    assert view.lived == "You have not said where you lived"


def test_a_mover_is_told_both_countries_in_one_line(tmp_path: Path) -> None:
    assert seen(scenario(3, tmp_path)).lived == "Lived in: United States to March 2025, Germany since then ·"


def test_a_stretch_that_may_be_empty_says_so_and_how_soft_its_edge_is(tmp_path: Path) -> None:
    newest, maybe, *_ = first(5, tmp_path).told
    assert newest.notes == ("Its start is known only to within 69 days.",)
    assert any("may be empty" in note for note in maybe.notes)
    assert (
        maybe.period == "ON from 3 November 2025 until some day between 3 November 2025 and 10 January 2026."
    )


def test_a_reading_leads_to_its_file_its_raw_text_and_both_hashes(tmp_path: Path) -> None:
    detail = first(5, tmp_path)
    (reading,) = detail.plot.readings
    (exhibit,) = reading.chain.exhibits
    found = lines(exhibit)
    assert exhibit.tag == "shown"
    assert found["Source"] == "picture-1-off.png"
    assert found["Place"] == "whole file"
    assert found["You confirmed"] == "The switch reads: off"
    assert re.fullmatch(r"[0-9a-f]{64}", found["SHA-256 of the source"])


def test_a_stretch_leads_to_the_catalog_row_with_sources_strength_and_day_of_the_check(
    tmp_path: Path,
) -> None:
    chain: Chain = first(1, tmp_path).told[0].chain
    row = next(one for one in chain.exhibits if one.number.startswith("R"))
    found = lines(row)
    assert found["Catalog row"] == "linkedin.us"
    assert "alleged" in found["Who says so"]
    assert "official" in found["Published in"]
    assert found["Checked"]


def test_a_fact_of_the_archive_leads_to_file_row_and_raw_text() -> None:
    session = demo()
    own = ground(session.inspection(), session.catalog, Messages(), NOW)
    created = next(fact for fact in session.inspection().facts if fact.kind == "account_created")
    found = lines(fact_exhibit(own, created))
    assert found["File"] == "Registration.csv"
    assert "row" in found["Place"]
    assert found["Raw text"]


def test_what_nobody_could_see_in_a_raw_text_becomes_visible() -> None:
    session = demo()
    own = ground(session.inspection(), session.catalog, Messages(), NOW)
    fact = session.inspection().facts[0]
    assert fact.provenance is not None
    forged = replace(fact, provenance=replace(fact.provenance, raw="a\u202eb\x07c\nd"))
    own.numbers.facts[forged] = "f999"
    assert lines(fact_exhibit(own, forged))["Raw text"] == "a[U+202E]b[U+0007]c↵\nd"


def test_the_bars_of_all_cards_share_one_scale(tmp_path: Path) -> None:
    details = seen(scenario(10, tmp_path)).details
    assert len({detail.plot.scale(700).begin for detail in details}) > 1
    (begin,) = {detail.card.plot.scale(700).begin for detail in details}
    assert begin == min(detail.plot.scale(700).begin for detail in details)


def test_contradictions_stand_side_by_side_with_their_outcome(tmp_path: Path) -> None:
    (one,) = first(13, tmp_path).contradictions
    assert {side.word for side in one.sides} == {"ON", "OFF"}
    assert {side.source for side in one.sides} == {"picture-1-on.png", "picture-2-off.png"}
    assert one.outcome == "Equally strong. The answer is UNKNOWN from there."


def test_a_decided_contradiction_keeps_the_weaker_side_on_record(tmp_path: Path) -> None:
    (one,) = first(17, tmp_path).contradictions
    assert {side.source for side in one.sides} == {"picture-1-off.png", "Told by you"}
    assert one.outcome.startswith("The stronger kind of evidence decides")


def test_the_sentence_on_the_lawsuit_stands_beside_every_count_of_messages() -> None:
    (detail,) = seen(demo()).details
    beside = {
        counted.name: " ".join(statement.texts)
        for statement in detail.statements
        for counted in statement.classes
    }
    for name in ("Private messages", "Messages with a subject line", "Sponsored messages"):
        assert "De La Torre" in beside[name]
        assert "without a finding" in beside[name]
    assert "De La Torre" not in beside["Posts"]


def test_counts_by_month_add_up_to_what_is_certainly_in_on() -> None:
    session = demo()
    (detail,) = seen(session).details
    exposure = {one.data_class: one for one in session.inspection().findings[0].exposure}
    counted = {one.name: one for statement in detail.statements for one in statement.classes}
    assert sum(n for _, n in counted["Posts"].months) == exposure["posts"].count  # type: ignore[index]  # StrEnum
    assert len({tuple(month for month, _ in one.months) for one in counted.values() if one.months}) == 1


@pytest.mark.parametrize("number", [1, 5, 6, 13])
def test_table_and_text_hold_every_stretch_event_and_reading(number: int, tmp_path: Path) -> None:
    detail = first(number, tmp_path)
    plot = detail.plot
    pieces = sum(len(track.pieces) for track in plot.tracks)
    assert (
        len(detail.table.rows) == len(detail.table.chains) == pieces + len(plot.events) + len(plot.readings)
    )
    for sign in (*plot.events, *plot.readings):
        assert any(sign.title in row for row in detail.table.rows)
        assert sign.title in detail.as_text
        assert sign.title.rstrip(".") in plot.description
    for told in detail.told:
        assert told.period in detail.as_text
        assert told.period in plot.description


def test_what_was_not_read_is_said_on_the_card(tmp_path: Path) -> None:
    session = Session(Catalog.load())
    session.declare_residence(specs.residence("US", session.catalog))
    session.add(session.read(bad_checksum().write(tmp_path)))
    card = seen(session).details[0].card
    assert card.incomplete.startswith("Not all that you handed in could be read.")
    assert card.incomplete in card.accessible
    assert card.incomplete in seen(session).details[0].as_text


def test_an_empty_case_has_no_answer_yet() -> None:
    view = seen(Session(Catalog.load()))
    assert view.title == "There is no answer yet."
    assert not view.details


def test_every_sentence_goes_through_the_messages(tmp_path: Path) -> None:
    view = seen(scenario(5, tmp_path), Messages("xx-long"))
    card = view.details[0].card
    assert all(text.startswith("«") for text in (view.title, card.sentence, card.chip, card.word))


def test_in_german_places_are_german_and_what_is_said_of_sources_too(tmp_path: Path) -> None:
    said = list(texts(seen(scenario(1, tmp_path), Messages("de")).details[0].plot))
    assert any(re.fullmatch(r"Zeile \d+, Spalte .+", text) for text in said)
    assert any("gültig ab 18.09.2024" in text for text in said)
    assert not [text for text in said if re.match(r"row \d|.*effective \d+\. ", text)]
