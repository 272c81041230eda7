# SPDX-License-Identifier: Apache-2.0
"""Pages and nodes: places by pointer, faults by record, keys that are new, what the first bytes tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.archives.formats.tables import TableShape
from inspector.archives.frame.glimpse import has_columns, has_keys, key_paths
from inspector.archives.frame.look import Look, fits
from inspector.archives.frame.new_keys import Keys, NewKeys, any_key, keys, unknown, widened
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import iso
from inspector.domain.words import FactKind
from tests.makers.sample import as_json
from tests.unit.archives.ways import page


def faults(found: Page) -> dict[str, int]:
    return {key: fault.count for key, fault in found.faults.items()}


def test_a_node_knows_its_place_and_gives_a_fact_there() -> None:
    found = page(as_json([{}, {"a/b": {"c~d": [{"on": True}]}}]))
    _, record = found.records()
    (inner,) = (record.get("a/b", "c~d") or record).each()
    switch = inner.get("on")
    assert switch is not None
    assert (switch.locator, switch.row, switch.flag(), switch.raw) == ("/1/a~1b/c~0d/0/on", 2, True, "true")
    fact = found.fact(FactKind.SETTING_READING, "on", None, switch, "x/y")
    assert fact.provenance is not None
    assert (fact.control, fact.provenance.locator, fact.provenance.raw) == (
        "x/y",
        "/1/a~1b/c~0d/0/on",
        "true",
    )


def test_what_is_absent_is_no_fault_and_what_has_another_type_is_one() -> None:
    found = page(as_json({"text": "x", "none": None, "list": [1], "flag": "false", "time": "yesterday"}))
    node = found.document()
    assert node.get("gone") is None
    assert node.get("none", "deeper") is None
    assert found.faults == {}
    assert node.get("text", "deeper") is None
    for key, ask in (("flag", "flag"), ("list", "text"), ("text", "flag")):
        value = node.get(key)
        assert value is not None
        assert getattr(value, ask)() is None
    when = node.get("time")
    assert when is not None
    assert when.time(iso) is None
    assert list(node.each()) == []
    assert faults(found) == {"member.record_value": 5, "member.record_bad_date": 1}


def test_a_long_value_is_cut_where_it_is_quoted() -> None:
    node = page(as_json({"a": "x" * 1000, "b": list(range(1000))})).document()
    assert all(len((node.get(key) or node).raw) <= 200 for key in "ab")


def test_steps_are_taken_only_once_a_member_is_whole() -> None:
    found = page(b"[1]")
    taken: list[int] = []
    found.done.append(lambda: taken.append(1))
    assert [node.value for node in found.records()] == [1]
    assert taken == []


KNOWN = keys("id", settings=keys("old"), people=any_key(keys("name")))


def test_new_keys_are_told_by_path_and_ids_are_no_keys() -> None:
    value = [
        {"id": 1, "settings": {"old": 1, "training_allowed": True}},
        {
            "people": {"mara@example.com": {"name": 1, "training": 2}},
            "settings": [{"voice_allowed": 1}],
            "model": 1,
        },
    ]
    paths = list(unknown(value, KNOWN))
    assert "mara" not in str(paths)
    assert sorted(paths) == [
        "model",
        "people.*.training",
        "settings.training_allowed",
        "settings.voice_allowed",
    ]


def test_a_key_that_may_be_a_name_is_not_repeated() -> None:
    (path,) = unknown({"Lindqvist": 1}, KNOWN)
    assert "indqvist" not in path


def test_new_keys_of_many_files_of_a_kind_are_one_sentence() -> None:
    new = NewKeys()
    for number in range(50):
        new.add("chats", f"chats-{number}.json", [f"model_{letter}" for letter in "abcdefghijkl"])
    new.add("user", "user.json", ["email_training"])
    chats, user = new.notes()
    assert chats.as_dict()["file"] == "chats-0.json"
    assert chats.as_dict()["n"] == 12
    assert str(chats.as_dict()["keys"]).endswith(", …")
    assert user.as_dict() == {"file": "user.json", "keys": "email_training", "n": 1}


@given(
    st.recursive(
        st.none() | st.booleans() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_no_value_makes_the_look_for_new_keys_fail(value: object) -> None:
    assert all(isinstance(path, str) for path in unknown(value, KNOWN))


NAMES = st.sampled_from(["id", "settings", "old", "people", "name", "new", "other"])
ANY = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


@given(ANY)
def test_what_fits_has_no_new_key_and_what_is_learned_fits(value: object) -> None:
    text = as_json(value)
    assert not fits(text, KNOWN) or not list(unknown(value, KNOWN))
    wider = widened(KNOWN, value)
    assert not list(unknown(value, wider))
    assert wider is KNOWN or list(unknown(value, KNOWN))


def test_whoever_has_known_keys_alone_fits_by_itself_and_in_a_list() -> None:
    one = {"id": [{}], "settings": [{"old": 1}, 5, None], "people": {"x": {"name": {}}, "y": {}}}
    assert fits(as_json(one), KNOWN)
    assert fits(as_json([one, one]), KNOWN)
    assert not fits(as_json([one, {"new": 1}]), KNOWN)


@given(st.lists(ANY, max_size=6))
def test_a_look_at_texts_finds_what_a_look_at_values_does(values: list[object]) -> None:
    found: dict[str, None] = {}
    look = Look(KNOWN, found)
    for value in values:
        look(as_json(value))
    assert set(found) == {path for value in values for path in unknown(value, KNOWN)}


def test_keys_without_end_do_not_make_the_form_of_what_is_known_large() -> None:
    found: dict[str, None] = {}
    look = Look(Keys({"id": None}), found)
    for number in range(20):
        look(as_json([{f"a{number}{letter}": 1 for letter in range(100)}]))
    assert len(found) > 0
    assert len(look._wider.known) <= 500  # what it learned shows nowhere else


def test_the_beginning_of_a_text_tells_its_keys() -> None:
    whole = as_json([{"a": {"b": [{"c": 1}]}, "d": "text, with \\" * 3}, {"e": 1}])
    assert key_paths(whole) == {"a", "a/b", "a/b/c", "d", "e"}
    assert key_paths(whole[:20]) == {"a", "a/b", "a/b/c"}
    assert key_paths(b"\xef\xbb\xbf" + whole) == key_paths(whole)
    assert key_paths(b"window.YTD.account.part0 = " + whole) == key_paths(whole)


@pytest.mark.parametrize(
    "start", [b"", b"null", b"12", b"[1,2", b"<html>", b"\xff\xfe", b"[" * 8000, b'"' + b"x" * 8000]
)
def test_what_is_no_object_has_no_keys(start: bytes) -> None:
    assert key_paths(start) == frozenset()


@given(st.binary(max_size=300))
def test_no_bytes_make_the_glimpse_fail(start: bytes) -> None:
    assert isinstance(key_paths(start), frozenset)
    assert has_columns(TableShape((frozenset({"a"}),)))(start) in (True, False)


def test_a_sign_asks_for_keys_and_may_refuse_others() -> None:
    fits = has_keys("mapping", "title", lacks="inserted_at")
    assert fits(b'[{"title":"x","mapping":{')
    assert not fits(b'[{"title":"x"')
    assert not fits(b'[{"title":"x","inserted_at":1,"mapping":{')


def test_a_table_is_told_by_its_header() -> None:
    fits = has_columns(TableShape((frozenset({"time"}), frozenset({"author"}))))
    assert fits(b"\xef\xbb\xbfConversation,Time,Author,Message\r\n")
    assert fits("Time;Author".encode("utf-16"))
    assert not fits(b"Zeit,Autor\r\n")
