# SPDX-License-Identifier: Apache-2.0
"""A skeleton holds the form of an archive and no value of it, wherever the value stands."""

from __future__ import annotations

import csv
import io
import json
import random
import string
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it brings no type information
import pytest

from inspector.app.skeleton import skeleton_text
from inspector.archives.skeleton.words import known_words
from inspector.cli.main import main
from inspector.system import resources
from tests.makers.zips import Member, zip_bytes

WHEN = datetime(2026, 1, 2, 3, 4, 6, tzinfo=UTC)


class Planted:
    """Values that no list of words holds, each handed out once and remembered."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        self.values: list[str] = []

    def word(self) -> str:
        dice = self._dice
        while True:
            word = "".join(dice.choice(string.ascii_lowercase) for _ in range(dice.randint(6, 11)))
            if not any(known in word for known in known_words() if len(known) > 4):
                break
        self.values.append(word)
        return dice.choice([word, word.capitalize(), word.upper()])

    def number(self) -> str:
        number = str(self._dice.randrange(10**7, 10**8))
        self.values.append(number)
        return number

    def text(self) -> str:
        dice = self._dice
        shapes = (
            "{0}",
            "{0} {1}",
            "{0}@{1}.example.com",
            "https://example.com/{0}?q={2}",
            "+{2}",
            "{0}-{2}",
            "{2}",
        )
        return dice.choice(shapes).format(self.word(), self.word(), self.number())

    def tree(self, depth: int = 3) -> Any:
        dice = self._dice
        match dice.randrange(6) if depth else 0:
            case 0:
                return dice.choice([self.text(), int(self.number()), float(self.number()) / 8])
            case 1 | 2:
                return [self.tree(depth - 1) for _ in range(dice.randint(0, 4))]
            case _:
                keys = [self.text(), "created_at", "name", "messages", self.word(), f"{self.word()}_count"]
                return {key: self.tree(depth - 1) for key in dice.sample(keys, 4)}


def written_json(value: Any) -> bytes:
    return json.dumps(value).encode()


def planted_zip(seed: int) -> tuple[bytes, list[str]]:
    members, values = planted_members(seed)
    return zip_bytes(members), values


def planted_members(seed: int) -> tuple[list[Member], list[str]]:
    plant = Planted(seed)

    def member(name: str, data: bytes) -> Member:
        return Member(name, data, WHEN)

    table = io.StringIO()
    rows = [["Date", "Name", plant.text(), plant.word()]]
    rows += [["2026-01-02", plant.text(), plant.number(), plant.word()] for _ in range(5)]
    csv.writer(table).writerows(rows)
    bare = io.StringIO()
    csv.writer(bare, delimiter=";").writerows([[plant.text(), plant.number()] for _ in range(4)])
    page = (
        f"<html><head><title>{plant.text()}</title></head>"
        f'<body class="{plant.word()}"><!-- {plant.text()} -->'
        f'<div class="outer-cell {plant.word()}" id="{plant.word()}">{plant.text()}<br>Jan 2, 2026'
        f'<a href="https://{plant.word()}.example.com/">{plant.text()}</a></div>'
        f"<{plant.word()}>{plant.text()}</x><script>{plant.text()}</script></body></html>"
    )
    lines = "\n".join(json.dumps(plant.tree()) for _ in range(4)) + f"\n{plant.text()}\n"
    members = [
        member(f"messages/inbox/{plant.word()}_{plant.number()}/message_1.json", written_json(plant.tree())),
        member(f"{plant.word()}/{plant.text().replace('/', '-')}.json", written_json([plant.tree()] * 3)),
        member(f"{plant.word()} {plant.word()}.csv", table.getvalue().encode()),
        member("data.csv", bare.getvalue().encode("utf-16")),
        member(f"My Activity/{plant.word()}/MyActivity.html", page.encode()),
        member("events.json", lines.encode()),
        member("data/tweets.js", f"window.{plant.word()}.part0 = {json.dumps([plant.tree()])}".encode()),
        member("broken.json", f'{{"{plant.word()}": ["{plant.text()}", {plant.number()}'.encode()),
        member("notes.txt", plant.text().encode()),
        member(f"{plant.word()}.mbox", f"From {plant.word()} 2026\nTo: {plant.text()}\n\n".encode()),
        member(f"photos/{plant.word()}.jpg", b"\xff\xd8\xff" + plant.text().encode()),
        member(f"{plant.word()}.{plant.word()}", plant.text().encode()),
    ]  # fmt: skip
    return members, plant.values


@pytest.mark.parametrize("seed", range(0, 25, 5))
def test_no_value_of_the_input_appears(seed: int, tmp_path: Path) -> None:
    planted = [planted_members(each) for each in range(seed, seed + 5)]
    values = [value for _, some in planted for value in some]
    path = tmp_path / f"{values[0]}.zip"
    path.write_bytes(zip_bytes([member for members, _ in planted for member in members]))
    text = skeleton_text([path])
    shown = text.casefold()
    assert [value for value in values if value in shown] == []
    jsonschema.validate(json.loads(text), json.loads(resources.path("schemas/skeleton-1.json").read_bytes()))


def written(tmp_path: Path, *members: tuple[str, str]) -> dict[str, Any]:
    path = tmp_path / "export.zip"
    path.write_bytes(zip_bytes([Member(name, data.encode(), WHEN) for name, data in members]))
    (source,) = json.loads(skeleton_text([path]))["sources"]
    return {
        one["name"]: one | {"places": {row["path"]: row["kinds"] for row in one["places"]}}
        for one in source["members"]
    }


def test_json_is_told_by_its_paths_and_kinds(tmp_path: Path) -> None:
    records = [
        {"created_at": "2026-01-02", "zorble_enabled": True, "votes": {"Fatima": 1, "Okafor": None}},
        {"created_at": "2026-01-03", "zorble_enabled": False, "votes": {}},
    ]
    found = written(tmp_path, ("posts.json", json.dumps(records)))["posts.json"]
    assert (found["form"], found["records"], found["statuses"]) == ("json", 1, {"read": 1})
    assert found["places"] == {
        "/": {"list": 1},
        "/[]": {"object": 2},
        "/[]/created_at": {"text, date 9999-99-99": 2},
        "/[]/*_enabled": {"boolean": 2},
        "/[]/votes": {"object": 2},
        "/[]/votes/{key}": {"integer": 1, "null": 1},
    }


def test_a_table_is_told_by_its_columns(tmp_path: Path) -> None:
    data = 'Notes:\n"See below"\n\nDate;Comment;Fatima\n02/10/25;hello;5\n;;\n'
    found = written(tmp_path, ("Comments.csv", data))["Comments.csv"]
    assert (found["form"], found["records"]) == ("table, semicolon", 2)
    assert found["places"] == {
        "/Date": {"text, date 99/99/99": 1, "text, empty": 1},
        "/Comment": {"text": 1, "text, empty": 1},
        "/{key}": {"text, digits": 1, "text, empty": 1},
    }


def test_a_page_is_told_by_its_elements(tmp_path: Path) -> None:
    data = '<body><div class="content-cell okafor"><p>Hi</p>Jan 2, 2026</div></body>'
    found = written(tmp_path, ("index.html", data))["index.html"]
    assert found["places"]["/html/body/div.content-cell.{key}"] == {
        "element": 1,
        "text, date {month} 9, 9999": 1,
    }


def test_members_of_one_form_stand_together(tmp_path: Path) -> None:
    many = [(f"messages/inbox/person{number}/message_{number}.json", '{"name": "x"}') for number in range(40)]
    found = written(tmp_path, *many)
    assert {name: one["count"] for name, one in found.items()} == {
        "messages/inbox/person#/message_#.json": 40
    }


def test_lines_of_json_count_as_records(tmp_path: Path) -> None:
    found = written(tmp_path, ("events.json", '{"id": 1}\n{"id": 2}\n'))["events.json"]
    assert (found["records"], found["places"]["/id"]) == (2, {"integer": 2})


def test_what_breaks_off_is_told_and_what_came_before_stays(tmp_path: Path) -> None:
    found = written(tmp_path, ("posts.json", '[{"id": 1}, {"id": '))["posts.json"]
    assert (found["statuses"], found["faults"]) == ({"damaged": 1}, {"member.rest_cut": 1})
    assert found["places"]["/[]/id"] == {"integer": 1}


def test_very_many_keys_become_one(tmp_path: Path) -> None:
    words = sorted(known_words())[:1000:2]
    found = written(tmp_path, ("data.json", json.dumps({f"{word}_{word}": 1 for word in words})))["data.json"]
    assert len(found["places"]) < 300
    assert sum(kinds.get("integer", 0) for kinds in found["places"].values()) == len(words)


def test_folder_and_zip_of_the_same_content_have_the_same_members(tmp_path: Path) -> None:
    data, _ = planted_zip(3)
    archive = tmp_path / "export.zip"
    archive.write_bytes(data)
    inside = tmp_path / "folder"
    zipfile.ZipFile(archive).extractall(inside)
    found = [json.loads(skeleton_text([path]))["sources"][0]["members"] for path in (archive, inside)]
    assert found[0] == found[1]


def test_what_cannot_be_opened_has_a_status_and_no_name(tmp_path: Path) -> None:
    (tmp_path / "okafor.zip").write_bytes(b"PK\x03\x04 nothing")
    text = skeleton_text([tmp_path / "okafor.zip", tmp_path / "absent"])
    assert [one["status"] for one in json.loads(text)["sources"]] != ["read", "read"]
    assert "okafor" not in text


def test_the_command_writes_the_file_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, values = planted_zip(1)
    (tmp_path / "export.zip").write_bytes(data)
    target = tmp_path / "form.json"
    assert main(["inspect", str(tmp_path / "export.zip"), "--skeleton", str(target)]) == 0
    assert json.loads(target.read_text())["schema"] == "inspector/skeleton/1"
    printed = capsys.readouterr()
    assert "form.json" in printed.err
    assert not [value for value in values if value in printed.err + printed.out]
