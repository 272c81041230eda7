# SPDX-License-Identifier: Apache-2.0
"""X and Meta: cut off, of wrong types, without keys, with new keys, one bad record among 10,000."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from inspector.domain.reading import SourceReading
from tests.makers.clock import at
from tests.makers.made import Made
from tests.makers.sample import Sample
from tests.makers.social import facebook, instagram, samples
from tests.makers.social.meta import Record, box, entry, escaped, page, shown, stamp
from tests.unit.archives.ways import counts, read, said

SAMPLES = samples()
WRONG: tuple[Any, ...] = (None, True, -1, 1e300, "", "text", "2026-99-99T00:00:00Z", [], [None], {}, {"a": 1})
DATA = (".json", ".js", ".html")


def _name(sample: Sample) -> str:
    return sample.name


def _members(made: Made, *endings: str) -> list[str]:
    return [name for name in made.names if name.endswith(endings) and not name.startswith("assets/")]


def _changed(made: Made, name: str, data: bytes, where: Path) -> SourceReading:
    (where / "export.zip").write_bytes(made.with_member(name, data).zip())
    return read(where / "export.zip")


def _opened(data: bytes) -> tuple[bytes, Any]:
    """What stands before the JSON of a file, and the JSON."""
    start = data.index(b"=") + 1 if data.startswith(b"window") else 0
    return data[:start], json.loads(data[start:])


def _closed(before: bytes, value: Any) -> bytes:
    return before + json.dumps(value, indent=2).encode()


def assert_no_reader_stopped(reading: SourceReading) -> None:
    keys = {member.reason.id for member in reading.source.members if member.reason}
    assert "reader_stopped" not in keys
    said(reading)


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_a_member_that_is_cut_off_never_states_anything_new(sample: Sample, tmp_path: Path) -> None:
    for name in _members(sample.made, *DATA):
        data = sample.made[name]
        for size in (len(data) // 2, len(data) - 2):
            reading = _changed(sample.made, name, data[:size], tmp_path)
            assert_no_reader_stopped(reading)
            assert {(fact.kind, fact.value) for fact in reading.facts} <= {
                (kind, value) for kind, value, *_ in sample.facts
            }
            if not name.endswith(".html") and reading.source.status == "partial":
                assert any(name in sentence for sentence in said(reading))


def _mutants(value: Any, wrong: Any) -> Iterator[Any]:
    """Yield the value with one part at a time replaced or left out; of a list the first two are taken."""
    yield wrong
    if isinstance(value, dict):
        for key, inner in value.items():
            for mutant in _mutants(inner, wrong):
                yield {**value, key: mutant}
            yield {other: kept for other, kept in value.items() if other != key}
    elif isinstance(value, list):
        for place, inner in enumerate(value[:2]):
            for mutant in _mutants(inner, wrong):
                yield [*value[:place], mutant, *value[place + 1 :]]


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_wrong_types_and_missing_keys_stop_no_reader(sample: Sample, tmp_path: Path) -> None:
    for name in _members(sample.made, ".json", ".js"):
        before, value = _opened(sample.made[name])
        for place, wrong in enumerate(WRONG):
            mutants = list(_mutants(value, wrong))
            # Each kind of wrong value is tried at other places of the same file.
            for mutant in mutants[place :: len(WRONG)][:4]:
                assert_no_reader_stopped(_changed(sample.made, name, _closed(before, mutant), tmp_path))


def _with_new_key(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            **{key: _with_new_key(inner) for key, inner in value.items()},
            "zz_new_training": "secret words",
        }
    return [_with_new_key(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_keys_never_seen_are_told_by_path_alone_and_change_nothing(sample: Sample, tmp_path: Path) -> None:
    plain, made = read(sample.made.write(tmp_path)), sample.made
    files = _members(made, ".json", ".js")
    for name in files:
        before, value = _opened(made[name])
        made = made.with_member(name, _closed(before, _with_new_key(value)))
    (tmp_path / "new.zip").write_bytes(made.zip())
    reading = read(tmp_path / "new.zip")
    assert counts(reading) == counts(plain)
    assert [(f.kind, f.value, f.moment) for f in reading.facts] == [
        (f.kind, f.value, f.moment) for f in plain.facts
    ]
    assert reading.source.status == "read"
    told = [note for note in reading.source.problems if note.id == "new_keys"]
    assert bool(told) == bool(files)
    for sentence in said(reading):
        assert "secret" not in sentence
        assert "zz" not in sentence


START = at("2020-01-01 00:00")


def _posts(bad: Record | None) -> Made:
    records = [facebook.post(START + timedelta(minutes=number)) for number in range(10_000)]
    if bad is not None:
        records[6_000] = bad
    path = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json"
    return facebook.export(facebook.files_2026() | {path: records}, at("2026-08-10 10:00"))


def _comments(bad: Record | None) -> Made:
    records = [entry({"Time": START + timedelta(minutes=number)}) for number in range(10_000)]
    if bad is not None:
        records[6_000] = bad
    path = "your_instagram_activity/comments/post_comments_1.json"
    return instagram.export(instagram.files_2025() | {path: records}, at("2026-08-10 10:00"))


@pytest.mark.parametrize(
    ("make", "bad", "data_class", "lost"),
    [
        (_posts, {"data": []}, "posts", 1),
        (_posts, {"timestamp": "yesterday"}, "posts", 0),
        (_comments, {"string_map_data": {"Comment": {"value": "…"}}}, "comments", 1),
    ],
    ids=["post without time", "post with another time", "comment without time"],
)
def test_one_bad_record_among_ten_thousand_costs_itself(
    make: Callable[[Record | None], Made], bad: Record, data_class: str, lost: int, tmp_path: Path
) -> None:
    whole = counts(read(make(None).write(tmp_path)))[data_class]
    reading = read(make(bad).write(tmp_path))
    assert counts(reading)[data_class] == whole - lost
    assert reading.source.status == "partial"
    assert any("record 6001" in sentence for sentence in said(reading))


def test_a_page_of_ten_thousand_boxes_with_one_foreign_date(tmp_path: Path) -> None:
    dates = [shown(START + timedelta(hours=number)) for number in range(10_000)]
    dates[6_000] = "15 mei 2026 20:30"
    path = "your_instagram_activity/media/posts_1.html"
    made = instagram.export(
        {path: page("Posts", *(box("été", "", one) for one in dates))}, at("2026-08-10 10:00")
    )
    reading = read(made.write(tmp_path))
    assert counts(reading)["posts"] == 10_000
    assert [tally.undated for tally in reading.tallies] == [1]
    assert reading.source.status == "partial"
    assert any("record 6001" in sentence for sentence in said(reading))


def test_a_list_behind_a_key_never_seen_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    path = "your_facebook_activity/comments_and_reactions/comments.json"
    files = facebook.files_2026() | {path: {"comments_v9": [{"timestamp": stamp(START)}]}}
    reading = read(facebook.export(files, at("2026-08-10 10:00")).write(tmp_path))
    assert reading.source.status == "partial"
    assert any(path in sentence for sentence in said(reading))


def test_what_only_looks_escaped_stays_as_it_is(tmp_path: Path) -> None:
    whole = facebook.profile()
    whole["profile_v2"]["profile_uri"] = "https://www.facebook.com/é"
    data = json.dumps(whole).encode()
    assert escaped(whole) != data
    path = "personal_information/profile_information/profile_information.json"
    for text in (data, escaped(whole)):
        made = facebook.era_2026().made.with_member(path, text)
        assert read(made.write(tmp_path)).source.account == "https://www.facebook.com/é"
