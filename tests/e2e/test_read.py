# SPDX-License-Identifier: Apache-2.0
"""`inspector read` as another program sees it, and what `inspect --confirm` makes of a reading."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # its stubs are a package of their own
import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519

from tests.e2e.program import EPOCH, ROOT, Json, answer, run
from tests.makers.captures.mails import GRANTED, NOTICE, Signer, mail, mailbox
from tests.makers.captures.pages import claude_account, linkedin_switch, plain, single_file
from tests.makers.captures.photos import MODEL, noted
from tests.makers.linkedin import simple
from tests.makers.pictures import picture
from tests.unit.captures.drawn import GREY, Page

SCHEMA = json.loads((ROOT / "resources/schemas/reading-1.json").read_text("utf-8"))
LINKEDIN = "linkedin/generative-ai-improvement"


def put(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    os.utime(path, (int(EPOCH) - 3600,) * 2)
    return path


def read(*files: Path, code: int = 0) -> Json:
    done = run("read", *files, "--json", "-")
    assert done.returncode == code, done.stderr
    found: Json = json.loads(done.stdout)
    jsonschema.validate(found, SCHEMA)
    return found


def test_each_file_has_an_entry_in_the_order_given(tmp_path: Path) -> None:
    files = (
        put(tmp_path, "page.html", single_file(linkedin_switch("off", "Off"))),
        put(tmp_path, "account.json", claude_account(enabled=True)),
        put(tmp_path, "mail.eml", mail("Facebook <a@facebookmail.com>", "Your objection", GRANTED)),
        put(tmp_path, "box.mbox", mailbox(mail("LinkedIn <a@linkedin.com>", "Updates", NOTICE))),
    )
    found = read(*files)["captures"]
    assert [one["file"] for one in found] == [file.name for file in files]
    assert [one["kind"] for one in found] == ["page", "page", "mail", "mail"]
    assert [one["state"] for one in found] == ["off", "on", "off", "unknown"]
    assert [one["asked"] for one in found] == [False, False, True, True]
    assert found[0]["control"] == LINKEDIN
    assert found[0]["moment"]["not_before"] == "2026-01-10T08:30:15Z"
    assert [trace["what"] for trace in found[0]["basis"]] == ["header", "mtime"]


def test_files_that_are_none_end_with_one_and_say_so(tmp_path: Path) -> None:
    done = run(
        "read", put(tmp_path, "page.png", b"PK\x03\x04 no picture"), tmp_path / "absent.png", "--json", "-"
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 2
    found = json.loads(done.stdout)
    jsonschema.validate(found, SCHEMA)
    assert {one["status"] for one in found["captures"]} == {"refused"}


def test_one_refused_file_leaves_the_others_and_ends_with_three(tmp_path: Path) -> None:
    page = put(tmp_path, "page.html", single_file(linkedin_switch("on")))
    found = read(page, tmp_path / "absent.html", code=3)
    assert [one["status"] for one in found["captures"]] == ["read", "refused"]


def test_a_person_reads_it_at_80_columns(tmp_path: Path) -> None:
    done = run("read", put(tmp_path, "page.html", single_file(linkedin_switch("on", "On"))))
    assert done.returncode == 0
    assert done.stderr == ""
    assert "The switch: on" in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines())


def test_without_files_it_is_a_usage_error() -> None:
    assert run("read").returncode == 2


def test_a_confirmed_page_decides_the_headline_and_an_unconfirmed_one_does_not(tmp_path: Path) -> None:
    archive = simple().write(tmp_path)
    page = put(tmp_path, "page.html", single_file(linkedin_switch("off", "Off")))
    before = answer(archive, page, "--residence", "US", code=3)
    assert _finding(before)["state"] == "on"
    assert _finding(before)["grade"] == "default"
    after = answer(archive, page, "--residence", "US", "--confirm", f"{page}=yes")
    assert _finding(after)["state"] == "off"
    assert _finding(after)["grade"] == "shown"
    fact = next(one for one in after["facts"] if one["grade"] == "shown")
    assert fact["moment"]["not_before"] == "2026-01-10T08:30:15Z"


def test_a_correction_stands_against_what_was_read(tmp_path: Path) -> None:
    archive = simple().write(tmp_path)
    page = put(tmp_path, "page.html", single_file(linkedin_switch("off")))
    found = answer(archive, page, "--residence", "US", "--confirm", f"{page}=on")
    assert _finding(found)["state"] == "on"
    assert _finding(found)["grade"] == "shown"


@pytest.mark.parametrize(
    ("name", "data", "said", "word"),
    [
        ("page.html", plain("nothing"), "yes", "no setting"),
        ("page.html", plain("<div>Help improve Claude</div><script src=x></script>"), "yes", "no position"),
        ("picture.png", picture(3), "yes", "too small"),
    ],
)
def test_what_cannot_be_confirmed_is_told(tmp_path: Path, name: str, data: str, said: str, word: str) -> None:
    page = put(tmp_path, name, data)
    done = run("inspect", page, "--confirm", f"{page}={said}")
    assert done.returncode == 2
    assert word in done.stderr


def _shot(folder: Path) -> Path:
    """A picture of LinkedIn's switch, drawn off, as a phone would name it."""
    page = Page(900, 300)
    page.text(40, 40, "Use my data for training content creation AI models", 24)
    page.text(40, 120, "LinkedIn and its affiliates may use this.", 18)
    page.slide(800, 40, 0.0, GREY)
    page.image.save(folder / "Screenshot_20260110-093015.png")
    return folder / "Screenshot_20260110-093015.png"


def test_a_confirmed_screenshot_changes_the_headline_from_default_to_shown(tmp_path: Path) -> None:
    archive, shot = simple().write(tmp_path), _shot(tmp_path)
    before = answer(archive, shot, "--residence", "US", code=3)
    assert (_finding(before)["state"], _finding(before)["grade"]) == ("on", "default")
    after = answer(archive, shot, "--residence", "US", "--confirm", f"{shot}=yes")
    assert (_finding(after)["state"], _finding(after)["grade"]) == ("off", "shown")
    (fact,) = [one for one in after["facts"] if one["grade"] == "shown"]
    assert fact["provenance"]["locator"].startswith("pixels ")
    assert fact["moment"]["raw"] == shot.name
    other = answer(archive, shot, "--residence", "US", "--confirm", f"{shot}=on")
    assert (_finding(other)["state"], _finding(other)["grade"]) == ("on", "shown")


def test_two_copies_of_one_picture_are_one_source_and_both_may_be_answered(tmp_path: Path) -> None:
    archive, shot = simple().write(tmp_path), _shot(tmp_path)
    copy = put(tmp_path, "Screenshot_20260110-093015 (1).png", shot.read_bytes())
    told = [word for path in (shot, copy) for word in ("--confirm", f"{path}=yes")]
    whole = answer(archive, shot, copy, "--residence", "US", *told)
    assert [source["kind"] for source in whole["sources"]].count("capture") == 1
    assert (_finding(whole)["state"], _finding(whole)["grade"]) == ("off", "shown")


def test_settings_saved_as_json_are_read_and_confirmed(tmp_path: Path) -> None:
    account = put(tmp_path, "account.json", claude_account(enabled=False))
    found = answer(account, "--residence", "US", code=1)
    assert (found["sources"][0]["kind"], found["complete"]) == ("page", False)
    after = answer(account, "--residence", "US", "--confirm", f"{account}=yes")
    claude = next(one for one in after["findings"] if one["service"] == "claude")
    assert (claude["state"], claude["grade"]) == ("off", "shown")


def test_mails_are_facts_with_their_place_and_a_signature_makes_them_records(tmp_path: Path) -> None:
    signer = Signer("linkedin.com", ed25519.Ed25519PrivateKey.generate())
    notice = mail("LinkedIn <a@linkedin.com>", "Updates to our terms", NOTICE)
    box = put(tmp_path, "box.mbox", mailbox(mail("Bo <bo@example.test>", "Hi", "Hi"), signer.signed(notice)))
    keys = put(tmp_path, "keys.txt", signer.record)
    (plain_fact,) = _notices(answer(box, "--residence", "US"))
    assert (plain_fact["grade"], plain_fact["service"]) == ("alleged", "linkedin")
    assert plain_fact["provenance"]["locator"] == "message 2"
    assert plain_fact["value"] == "Updates to our terms"
    (signed_fact,) = _notices(answer(box, "--residence", "US", "--keys", keys))
    assert signed_fact["grade"] == "recorded"
    assert run("inspect", box, "--keys", tmp_path / "absent").returncode == 2


def test_what_opens_an_account_is_masked_in_the_bundle(tmp_path: Path) -> None:
    secret = '<meta name="csrf-token" content="abcdefgh1234567890">'
    page = put(tmp_path, "page.html", single_file(linkedin_switch("off", "Off") + secret))
    target = tmp_path / "bundle.zip"
    answer(page, "--residence", "US", "--confirm", f"{page}=yes", "--bundle", target, "--no-seal")
    with zipfile.ZipFile(target) as opened:
        held = {name: opened.read(name) for name in opened.namelist()}
    assert not [name for name, data in held.items() if b"abcdefgh1234567890" in data]
    rows = json.loads(held["privacy-evidence/data/originals.json"])["originals"]
    assert rows[0]["files"][0]["masked"] == [{"count": 1, "what": "csrf", "where": "line 5"}]
    assert run("verify", target).returncode == 0


def _notices(found: Json) -> list[Json]:
    return [one for one in found["facts"] if one["kind"] == "notice_received"]


def _finding(found: Json) -> Json:
    finding: Json = next(
        one
        for one in found["findings"]
        if one["service"] == "linkedin" and one["control"] in (LINKEDIN, LINKEDIN.partition("/")[2])
    )
    return finding


def test_what_a_picture_carries_is_told_and_left_out_where_that_is_asked(tmp_path: Path) -> None:
    page = Page(700, 160)
    page.text(30, 80, "Use my data for training content creation AI models", 20)
    page.slide(600, 76, 0.0, GREY)
    shot = put(tmp_path, "IMG_0001.jpg", noted("JPEG", page.image))
    (found,) = read(shot)["captures"]
    assert [one["what"] for one in found["notes"]][:3] == ["place", "device", "person"]
    assert "The file also carries the place (GPS), the device or program" in run("read", shot).stdout
    whole, bare = tmp_path / "whole.zip", tmp_path / "bare.zip"
    said = ("--residence", "US", "--confirm", f"{shot}=off", "--no-seal")
    answer(shot, *said, "--bundle", whole)
    answer(shot, *said, "--bundle", bare, "--bare-pictures")
    has_model = [
        any(MODEL.encode() in data for data in _members(target).values()) for target in (whole, bare)
    ]
    assert has_model == [True, False]
    assert run("verify", bare).returncode == 0


def _members(target: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(target) as opened:
        return {name: opened.read(name) for name in opened.namelist()}
