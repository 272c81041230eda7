# SPDX-License-Identifier: Apache-2.0
"""What stands beside the answers: the table of all, where program and person differ, what is open."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from inspector.report.differing import differing
from inspector.report.document import Sheets, build
from inspector.system.messages import Messages
from tests.unit.report import samples
from tests.unit.report.sample_catalog import CONTROL, VIEW
from tests.unit.report.sample_parts import NOW

Json = dict[str, Any]


def built(found: Json, sheets: Sheets | None = None) -> list[Json]:
    made: Any = build(found, VIEW, Messages(), NOW, sheets=sheets)["blocks"]
    return list(made)


def four_answers() -> Json:
    """A person with as many answers as need a table; their state differs."""
    found = samples.two_settings()
    found["findings"] = [deepcopy(one) for one in found["findings"] for _ in range(2)]
    return found


def item(position: str, *, withdrawn: bool = False, control: str | None = None) -> Json:
    """The record of one picture that the program read as on."""
    about = f"linkedin/{CONTROL}"
    reading = {"control": control or about, "switch": "on", "confidence": 0.97, "asked": False}
    said = {"what": "confirmed", "position": position, "control": about, "withdrawn": withdrawn}
    return {
        "source": "s2",
        "name": "a.png",
        "kind": "capture",
        "bytes": 1,
        "sha256": None,
        "sha512": None,
        "added": None,
        "kept": None,
        "taken": None,
        "story": None,
        "readings": [{**reading, "label": "Data"}],
        "said": [{**said, "act": 3, "at": "2026-11-21T09:00:00Z"}],
    }


def sheets(*items: Json) -> Sheets:
    return Sheets({"items": list(items), "letters": []}, {})


def texts(blocks: list[Json], kind: str) -> str:
    return str([block for block in blocks if block["block"] == kind])


def test_many_answers_stand_in_one_table_with_a_page_each() -> None:
    made = built(four_answers())
    table = next(block for block in made if block["block"] == "table")
    assert len(table["rows"]) == 4
    pages = [row[4][0]["to"] for row in table["rows"]]
    assert pages == ["A1", "A2", "A3", "A4"]
    anchors = {block["anchor"] for block in made if block["block"] == "heading"}
    assert set(pages) <= anchors


def test_the_chapters_behind_the_answers_have_their_pages_too() -> None:
    made = built(four_answers())
    contents = [block for block in made if block["block"] == "table"][1]
    chapters = {row[0][0]: row[1][0]["to"] for row in contents["rows"]}
    headings = {block["anchor"]: block["text"] for block in made if block["block"] == "heading"}
    assert {headings[anchor]: anchor for anchor in chapters.values()} == chapters
    assert "Sources handed in" in chapters


def test_page_one_names_every_setting_under_its_state_where_cards_have_no_room() -> None:
    front = built(four_answers())[0]
    assert front["answers"] == []
    assert sum(int(group["count"].split()[0].replace("One", "1")) for group in front["groups"]) == 4


def test_three_answers_need_no_table() -> None:
    assert not any(block.get("text") == "All answers" for block in built(samples.two_settings()))


@pytest.mark.parametrize(
    ("one", "count"),
    [
        (item("off"), 1),
        (item("on"), 0),
        (item("off", withdrawn=True), 0),
        (item("off", control="linkedin/other"), 0),
    ],
)
def test_program_and_person_differ_where_they_name_opposite_positions(one: Json, count: int) -> None:
    assert len(differing({"items": [one]})) == count


def test_where_they_differ_page_one_chapter_limits_and_item_say_so() -> None:
    made = built(samples.reading_off_in_germany(), sheets(item("off")))
    unknowns = made[0]["points"][0]["items"]
    assert unknowns[0].startswith("In one item handed in the program read another position")
    assert "In at least one of them the program read another position." in made[0]["answers"][0]["known"]
    assert "the program read it as on" in texts(made, "table")
    assert "Program and person disagree on S2" in texts(made, "bullets")
    assert "The program read “on”, the person says “off”." in texts(made, "exhibit")


def test_where_they_agree_nothing_of_it_is_said() -> None:
    said = str(built(samples.reading_off_in_germany(), sheets(item("on"))))
    assert "another position" not in said
    assert "disagree" not in said


def test_what_absence_means_stands_only_where_something_is_absent() -> None:
    tables = [block for block in built(samples.moved_from_us_to_germany()) if block["block"] == "table"]
    (missing,) = (table for table in tables if table["titles"][-1] == "What absence means")
    assert {row[2][0]["text"] for row in missing["rows"]} == {"absent", "unreadable"}
    (found,) = (table for table in tables if table["titles"] == missing["titles"][:-1])
    assert {row[2][0]["text"] for row in found["rows"]} == {"found"}


def test_other_possible_answers_that_are_the_same_are_said_in_one_sentence() -> None:
    found = samples.moved_from_us_to_germany()
    (answer,) = found["findings"]
    same = {key: answer[key] for key in ("state", "since", "grade")}
    answer["alternatives"] = [{"residence": "*", "plan": None, **same}]
    made = built(found)
    assert "nor since when: both are the same for every place." in texts(made, "paragraph")
    assert "If the person lived in" not in texts(made, "table")


def test_the_only_other_answer_is_not_called_everywhere_else() -> None:
    found = samples.moved_from_us_to_germany()
    other = {"residence": "*", "plan": None, "state": "off", "since": None, "grade": None}
    found["findings"][0]["alternatives"] = [other]
    assert "Any place" in texts(built(found), "table")


def test_equal_ones_among_other_possible_answers_share_a_line() -> None:
    found = samples.moved_from_us_to_germany()
    other = {"plan": None, "state": "off", "since": None, "grade": None}
    found["findings"][0]["alternatives"] = [{"residence": place, **other} for place in ("US", "DE", "*")]
    (table,) = (
        block for block in built(found) if str(block.get("titles")).startswith("['If the person lived in")
    )
    assert [row[0] for row in table["rows"]] == [["United States; Germany; Everywhere else"]]


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("residence:unknown", "residence not declared"),
        ("practice:none", "no practice documented for that place and time"),
    ],
)
def test_why_no_row_is_known_is_said_in_words(reason: str, said: str) -> None:
    found = samples.moved_from_us_to_germany()
    found["findings"][0]["spans"][0]["support"][0]["because"] = [reason]
    text = str(built(found))
    assert said in text
    assert reason not in text


def test_steps_that_are_the_same_for_several_services_stand_once() -> None:
    found = samples.moved_from_us_to_germany()
    step = {**found["checklist"][0], "service": "other"}
    found["checklist"] = [*found["checklist"], step]
    marks = [block["mark"] for block in built(found) if str(block.get("mark", "")).startswith("N")]
    assert len(marks) == len(found["checklist"]) - 1
    assert "LinkedIn · https" in str(built(found))


def test_a_stretch_that_may_be_empty_is_marked_and_its_limit_said_once() -> None:
    found = samples.reading_off_in_germany()
    finding = found["findings"][0]
    empty = [span for span in finding["spans"] if span["may_be_empty"]]
    assert empty
    limit = {"id": "on_may_be_empty", "text": "The time shown as ON may not have existed."}
    finding["limits"] = [*finding["limits"], limit]
    made = built(found)
    assert texts(made, "table").count("'perhaps'") == len(empty)
    assert limit["text"] not in texts(made, "bullets")
    assert texts(made, "bullets").count("marked “perhaps” may not have existed") == 1


def test_which_start_is_only_alleged_is_said_by_name_on_page_one_and_with_the_limits() -> None:
    """The answer may begin at another row, of which the start is stated."""
    found = samples.moved_from_us_to_germany()
    found["findings"][0]["limits"] = [{"id": "alleged_start", "text": "The earliest day is only alleged."}]
    made = built(found)
    row = "“Everywhere else: on by default”"
    said = f"The earliest beginning of {row} is only alleged; the latest is stated officially."
    assert said in made[0]["points"][0]["items"]
    assert said in texts(made, "bullets")
    assert "The earliest day is only alleged." not in str(made)


def test_the_hash_of_an_item_stands_on_its_sheet_and_not_with_the_sources_too() -> None:
    found = samples.moved_from_us_to_germany()
    source = found["sources"][0]
    one = {**item("on"), "source": source["id"], "name": source["name"], "sha256": source["sha256"]}
    one["kind"] = "archive"
    for given, count in ((sheets(one), 1), (None, 1)):
        exhibits = [block for block in built(found, given) if block["block"] == "exhibit"]
        assert str(exhibits).count(source["sha256"]) == count


def test_an_item_withheld_from_has_no_mark_that_a_row_of_the_catalog_has() -> None:
    one = {"id": "r1", "form": "table", "source": "s1", "member": "a.csv", "root": "ab" * 32, "count": 3}
    redaction: Json = {
        "sealed_original": None,
        "items": [
            {**one, "withheld": [{"why": "people"}, {"why": "hash"}]},
            {**one, "id": "r2", "form": "picture", "member": None, "withheld": [{"why": "hash"}]},
            {**one, "id": "r3", "withheld": []},
        ],
        "left_out": [],
    }
    made: Any = build(samples.moved_from_us_to_germany(), VIEW, Messages(), NOW, withheld=redaction)
    (table,) = (
        block for block in made["blocks"] if block["block"] == "table" and "Commitment" in block["titles"]
    )
    ids = [row[0][-1]["text"] for row in table["rows"]]
    assert ids == [f"{id_} in data/redaction.json" for id_ in ("r1", "r2", "r3")]
    assert "R1" not in str([row[0] for row in table["rows"]])
    assert [row[1] for row in table["rows"]] == [
        ["1 place for names, addresses or messages"],
        ["only its hash"],
        ["nothing"],
    ]
