# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501, ISC004 - markup broken over lines of its own cannot be read
"""Saved pages: which setting, which position, where from and when; what is not sure is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector.captures.labels.index import LabelIndex
from inspector.captures.pages.opening import MOST_READ
from inspector.captures.pages.reading import read_page
from inspector.catalog.index import Catalog
from inspector.domain.captured import Captured, Setting
from tests.makers.captures.pages import (
    CLAUDE_URL,
    GITHUB_URL,
    LINKEDIN_URL,
    chatgpt_settings,
    claude_account,
    github_form,
    linkedin_switch,
    mhtml,
    plain,
    saved_from,
    single_file,
)

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LINKEDIN = "linkedin/generative-ai-improvement"
SAVED = datetime(2026, 1, 10, 8, 30, 15, tzinfo=UTC)
CLAUDE = "Help improve Claude"
SCRIPT = "<script src='app.js'></script>"


@pytest.fixture(scope="module")
def index() -> LabelIndex:
    return LabelIndex(Catalog.load().services())


def read(index: LabelIndex, folder: Path, text: str | bytes, name: str = "page.html") -> Captured:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_page(path, index, NOW)


def shown(index: LabelIndex, folder: Path, text: str | bytes) -> Setting:
    setting = read(index, folder, text).setting
    assert setting is not None
    return setting


@pytest.mark.parametrize("position", ["on", "off"])
@pytest.mark.parametrize("form", [single_file, saved_from, mhtml], ids=["singlefile", "saved_from", "mhtml"])
def test_a_stored_switch_says_its_position(
    index: LabelIndex, tmp_path: Path, form: Callable[[str], str], position: str
) -> None:
    found = read(index, tmp_path, form(linkedin_switch(position, position.title())))
    setting = found.setting
    assert setting is not None
    assert (setting.control, setting.state, setting.sharing) == (LINKEDIN, position, position)
    assert not setting.asked
    assert found.url == LINKEDIN_URL


@pytest.mark.parametrize("form", [single_file, mhtml], ids=["singlefile", "mhtml"])
def test_a_page_that_says_when_it_was_saved_is_an_instant(
    index: LabelIndex, tmp_path: Path, form: Callable[[str], str]
) -> None:
    moment = read(index, tmp_path, form(linkedin_switch("on"))).moment
    assert (moment.not_before, moment.not_after, moment.zone) == (SAVED, SAVED, "stated")


def test_a_date_in_any_language_is_read_up_to_its_offset(index: LabelIndex, tmp_path: Path) -> None:
    date = "Sat Jan 10 2026 17:30:15 GMT+0900 (日本標準時)"
    assert read(index, tmp_path, single_file(linkedin_switch("on"), date=date)).moment.not_before == SAVED


def test_an_address_loses_its_query_and_a_wrong_length_is_told(index: LabelIndex, tmp_path: Path) -> None:
    page = saved_from(linkedin_switch("on"), f"{LINKEDIN_URL}?token=abcdefgh")
    assert read(index, tmp_path, page).url == LINKEDIN_URL
    found = read(index, tmp_path, page.replace("url=(00", "url=(01"))
    assert "capture.why.url_length" in found.why
    assert found.setting is not None
    assert found.setting.asked


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("<label><input type=checkbox checked> Help improve Claude</label>", "on"),
        ("<label><input type=checkbox> Help improve Claude</label>", "off"),
        (
            "<p id=n>Help improve Claude</p><button role=switch aria-labelledby=n aria-checked=true></button>",
            "on",
        ),
        ("<button role=switch aria-label='Help improve Claude' aria-checked=FALSE></button>", "off"),
        ("<div><b>Help improve Claude</b><div role=checkbox aria-checked=true></div></div>", "on"),
        ("<div><b>Help improve Claude</b><select><option>On<option selected>Off</select></div>", "off"),
        (
            "<fieldset><legend>Help improve Claude</legend><label><input type=radio name=r checked>On</label>"
            "<label><input type=radio name=r>Off</label></fieldset>",
            "on",
        ),
        (
            "<div><b>Help improve Claude</b><div><button aria-pressed=false>On</button>"
            "<button aria-pressed=true>Off</button></div></div>",
            "off",
        ),
        (
            "<div><template shadowrootmode=open><b>Help improve Claude</b>"
            "<input type=checkbox role=switch aria-checked=true></template></div>",
            "on",
        ),
    ],
)
def test_every_kind_of_control_is_read(index: LabelIndex, tmp_path: Path, body: str, state: str) -> None:
    setting = shown(index, tmp_path, saved_from(body, CLAUDE_URL))
    assert (setting.control, setting.state, setting.asked) == ("claude/model-improvement", state, False)


@pytest.mark.parametrize(
    "body",
    [
        "<div><b>Help improve Claude</b><button role=switch></button></div>" + SCRIPT,
        "<div><b>Help improve Claude</b><button role=switch aria-checked=mixed></button></div>",
        "<div><b>Help improve Claude</b><button role=switch aria-checked=true disabled></button></div>",
        "<div><b>Help improve Claude</b><button role=switch aria-checked=true aria-busy=true></button></div>",
        "<div><b>Help improve Claude</b><input type=checkbox checked role=switch aria-checked=false></div>",
        "<div><b>Help improve Claude</b><i>Off</i><button role=switch aria-checked=true></button></div>",
        "<div><b>Help improve Claude</b><button id=sw9 role=switch aria-checked=true></button></div>"
        "<script>fill('sw9')</script>",
        "<div><b>Help improve Claude</b><span>On</span><span>Off</span></div>",
        f"<label><input type=checkbox checked>{CLAUDE}</label><label><input type=checkbox>{CLAUDE}</label>",
        "<div><b>Help improve Claude</b><span id=state></span></div>" + SCRIPT,
    ],
)
def test_what_is_filled_in_greyed_out_or_contradicts_itself_is_unknown(
    index: LabelIndex, tmp_path: Path, body: str
) -> None:
    setting = shown(index, tmp_path, saved_from(body, CLAUDE_URL))
    assert (setting.control, setting.state, setting.asked) == ("claude/model-improvement", "unknown", True)


@pytest.mark.parametrize(
    "page",
    [
        plain(f"<label><input type=checkbox checked>Help improve Claude</label>{SCRIPT}"),
        plain(f"<div>Help improve Claude <button role=switch aria-checked=true></button></div>{SCRIPT}"),
        saved_from("<div>Help improve Claude <button role=switch aria-checked=true></button></div>", "https://example.com/how-to"),
        saved_from("<div><b>Help improve Claude</b> <i>On</i></div>", CLAUDE_URL),
        saved_from("<div><p>Read here what Help improve Claude means</p><button role=switch aria-checked=true></button></div>", CLAUDE_URL),
    ],
)  # fmt: skip
def test_one_weak_fact_is_shown_and_asked(index: LabelIndex, tmp_path: Path, page: str) -> None:
    setting = shown(index, tmp_path, page)
    assert setting.state == "on"
    assert setting.asked


def test_hidden_controls_do_not_count(index: LabelIndex, tmp_path: Path) -> None:
    row = "<div>Help improve Claude <button role=switch aria-checked={}></button></div>"
    hidden = "".join(
        f"<div {how}>{row.format('true')}</div>"
        for how in ("hidden", "style='display: none'", "class=sf-hidden")
    )
    body = hidden + f"<template>{row.format('true')}</template>" + row.format("false")
    assert shown(index, tmp_path, saved_from(body, CLAUDE_URL)).state == "off"


def test_words_of_several_services_are_told_apart_by_host_or_asked(index: LabelIndex, tmp_path: Path) -> None:
    row = "<div>Improve the model for everyone <button role=switch aria-checked=true></button></div>"
    assert (
        shown(index, tmp_path, saved_from(row, "https://chat.deepseek.com/")).control
        == "deepseek/improve-the-model"
    )
    assert (
        shown(index, tmp_path, saved_from(row, "https://chatgpt.com/")).control == "chatgpt/improve-the-model"
    )
    setting = shown(index, tmp_path, plain(row))
    assert (setting.control, setting.service, setting.asked) == (None, None, True)


@pytest.mark.parametrize(("value", "state"), [("enabled", "on"), ("disabled", "off"), ("maybe", "unknown")])
def test_githubs_own_form_counts_and_no_other(
    index: LabelIndex, tmp_path: Path, value: str, state: str
) -> None:
    setting = shown(index, tmp_path, saved_from(github_form(value) + SCRIPT, GITHUB_URL))
    assert (setting.control, setting.state) == ("github/copilot-training", state)
    assert setting.asked == (state == "unknown")


@pytest.mark.parametrize(
    ("value", "state"), [(True, "on"), (False, "off"), (None, "unknown"), ("true", "unknown")]
)
def test_claudes_account_json_states_switch_and_day(
    index: LabelIndex, tmp_path: Path, value: object, state: str
) -> None:
    for text in (claude_account(value), f"<html><body><pre>{claude_account(value)}</pre></body></html>"):
        found = read(index, tmp_path, text, "account.json")
        assert found.setting is not None
        assert (found.setting.control, found.setting.state) == ("claude/model-improvement", state)
        assert found.setting.since.not_before == datetime(2026, 8, 13, 15, 10, 7, tzinfo=UTC)
        assert found.moment.not_before == found.setting.since.not_before
        assert "ada@example.com" not in repr(found)


def test_chatgpts_settings_json_states_its_switches(index: LabelIndex, tmp_path: Path) -> None:
    found = read(index, tmp_path, chatgpt_settings(allowed=False), "user.json")
    assert [(one.control, one.state, one.asked) for one in found.settings] == [
        ("chatgpt/improve-the-model", "off", False),
        ("chatgpt/audio-recordings", "on", True),
    ]


def test_secrets_are_told_by_place(index: LabelIndex, tmp_path: Path) -> None:
    page = single_file('<meta name="csrf-token" content="ajax:0123456789">' + linkedin_switch("on"))
    found = read(index, tmp_path, page)
    assert [one.what for one in found.secrets] == ["csrf"]
    assert "0123456789" not in repr(found)


@pytest.mark.parametrize("data", [b"", b"hello", b"\0" * 5000, b"\x89PNG\r\n\x1a\n", b"[" * 100_000, b"{"])
def test_what_is_no_page_names_no_setting(index: LabelIndex, tmp_path: Path, data: bytes) -> None:
    found = read(index, tmp_path, data)
    assert found.setting is None
    assert found.reason is not None


def test_a_page_larger_than_any_is_read_in_part_and_asked(index: LabelIndex, tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as file:
        file.write(saved_from(linkedin_switch("on")).encode())
        file.seek(500_000_000)
        file.write(b"</html>")
    assert path.stat().st_size > MOST_READ
    found = read_page(path, index, NOW)
    assert found.status == "partial"
    assert found.setting is None or found.setting.asked


def test_pictures_inside_a_page_do_not_count_against_it(index: LabelIndex, tmp_path: Path) -> None:
    body = linkedin_switch("off", "Off") + f'<img src="data:image/png;base64,{"A" * 20_000_000}">'
    found = read(index, tmp_path, single_file(body))
    assert found.status == "read"
    assert found.setting is not None
    assert (found.setting.state, found.setting.asked) == ("off", False)


def test_deep_nesting_ends(index: LabelIndex, tmp_path: Path) -> None:
    setting = shown(index, tmp_path, saved_from("<div>" * 3000 + linkedin_switch("on", "On")))
    assert setting.control == LINKEDIN


@pytest.mark.parametrize(
    ("filling", "status"),
    [
        ("<div>" * 6000, "partial"),
        ("<div><p>x</div>" * 6000, "read"),
        ("<li>x" * 6000, "read"),
        ("<x-row/>" * 6000, "read"),
    ],
)
def test_elements_deeper_in_each_other_than_in_any_page_end_it(
    filling: str, status: str, index: LabelIndex, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text(single_file(linkedin_switch("on")) + filling, "utf-8")
    found = read_page(path, index, NOW)
    assert (found.status, found.settings[0].control) == (status, LINKEDIN)
