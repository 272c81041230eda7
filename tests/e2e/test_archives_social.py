# SPDX-License-Identifier: Apache-2.0
"""Archives of X and of Meta's services through the command line: what follows from them, region by region."""

from __future__ import annotations

from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # its stubs are a package of their own

from tests.e2e.answers import SCHEMA, bounds, exposed, finding, spans
from tests.e2e.program import answer
from tests.makers.captures.mails import GRANTED, mail
from tests.makers.clock import at
from tests.makers.pictures import picture
from tests.makers.social import facebook, instagram, x
from tests.makers.social.x import archive, base, talk

GROK = "data/grok-chat-item.js"


def test_x_in_france_around_august_2024_with_an_archive_from_2012(tmp_path: Path) -> None:
    whole = answer(x.era_2026().made.write(tmp_path), "--residence", "FR")
    jsonschema.validate(whole, SCHEMA)
    assert whole["complete"] is True
    training = finding(whole, "grok-training")
    assert (training["state"], training["since"]) == ("unknown", None)
    assert [(state, start[0]) for state, start in spans(training) if start] == [
        ("unknown", "2012-03-04T12:00:05Z"),
        ("on", "2024-05-07T00:00:00Z"),
        ("on", "2024-05-07T00:00:00Z"),
        ("unknown", "2024-08-01T00:00:00Z"),
    ]
    # The post of 2024-07-30 lies before the undertaking; the two after it may not be counted.
    assert exposed(training, "posts") == (1, 0)


def test_x_in_the_us_counts_what_was_posted_and_asked_while_the_switch_was_on(tmp_path: Path) -> None:
    files = base(at("2026-07-20 09:00")) | {GROK: talk(at("2025-01-10 10:00"))}
    whole = answer(archive(files, at("2026-07-20 09:00")).write(tmp_path), "--residence", "US")
    training, chats = finding(whole, "grok-training"), finding(whole, "grok-chats")
    assert (training["state"], training["grade"]) == ("on", "default")
    assert exposed(training, "posts") == (2, 0)
    assert exposed(chats, "ai_prompts") == (2, 0)
    (account,) = whole["accounts"]
    assert account["created"]["not_before"] == "2012-03-04T12:00:05Z"
    assert {one["region"] for one in account["regions_suggested"]} == {"DE", "FR"}


def test_an_archive_of_x_that_lacks_listed_posts_is_an_incomplete_answer(tmp_path: Path) -> None:
    files = base(at("2026-07-20 09:00"))
    listed = {**files, "data/tweets.js": files["data/tweets.js"] * 2}
    path = archive(files, at("2026-07-20 09:00"), listed=listed).write(tmp_path)
    whole = answer(path, "--residence", "US", code=3)
    assert whole["complete"] is False
    (source,) = whole["sources"]
    assert source["status"] == "partial"
    assert "data/tweets.js" in source["reason"]


def test_facebook_in_germany_with_an_objection_before_the_start(tmp_path: Path) -> None:
    mail = tmp_path / "objection.png"
    mail.write_bytes(picture(1))
    said = f"facebook/ai-objection=off@2025-05-20T12:00:00Z={mail}"
    path = facebook.era_2026().made.write(tmp_path)
    whole = answer(path, mail, "--residence", "DE", "--shown", said)
    jsonschema.validate(whole, SCHEMA)
    objection = finding(whole, "ai-objection")
    assert (objection["state"], objection["grade"]) == ("off", "shown")
    assert spans(objection)[-1] == ("off", ("2025-05-27T00:00:00Z", "2025-05-27T23:59:59Z"))
    kinds = {fact["kind"] for fact in whole["facts"]}
    assert {"notice_received", "policy_accepted", "account_created", "ai_use", "login"} <= kinds


def test_facebook_in_germany_with_the_mail_that_confirms_an_objection(tmp_path: Path) -> None:
    letter = tmp_path / "Ihr Widerspruch.eml"
    date = "Tue, 20 May 2025 14:30:00 +0200"
    letter.write_bytes(mail("Facebook <support@facebookmail.com>", "Your objection", GRANTED, date))
    path = facebook.era_2026().made.write(tmp_path)
    whole = answer(path, letter, "--residence", "DE", "--confirm", f"{letter}=yes")
    objection = finding(whole, "facebook/ai-objection")
    assert (objection["state"], objection["grade"]) == ("off", "shown")
    assert bounds(objection["as_of"]) == ("2025-05-20T12:30:00Z", "2025-05-20T12:30:00Z")
    assert spans(objection)[-1] == ("off", ("2025-05-27T00:00:00Z", "2025-05-27T23:59:59Z"))
    (said,) = [fact for fact in whole["facts"] if fact["kind"] == "setting_reading"]
    assert said["provenance"]["member"] is None
    # The archive holds the day of the notice, so nobody is asked to request it.
    assert "policy-notice" not in {one["id"] for one in objection["narrow"]}
    assert {one["kind"] for one in whole["sources"]} == {"archive", "mail"}


def test_facebook_in_germany_without_an_objection(tmp_path: Path) -> None:
    whole = answer(facebook.era_2026().made.write(tmp_path), "--residence", "DE")
    objection = finding(whole, "ai-objection")
    assert (objection["state"], objection["grade"]) == ("on", "default")
    assert objection["since"]["not_before"] == "2025-05-27T00:00:00Z"
    assert exposed(objection, "ai_chats") == (2, 0)


def test_facebook_in_the_us_has_no_control(tmp_path: Path) -> None:
    whole = answer(facebook.era_2022().made.write(tmp_path), "--residence", "US")
    # This archive holds no notice: one with logged information may.
    assert "policy-notice" in {one["id"] for one in finding(whole, "ai-objection")["narrow"]}
    objection = finding(whole, "ai-objection")
    assert [span["practice"] for span in objection["spans"]] == ["unknown", "no_control"]
    assert objection["state"] == "on"


def test_instagram_counts_threads_and_shows_when_it_was_private(tmp_path: Path) -> None:
    whole = answer(instagram.era_2025().made.write(tmp_path), "--residence", "DE")
    (account,) = whole["accounts"]
    assert account["counts"]["posts"] == 5
    changes = [fact["value"] for fact in whole["facts"] if fact["kind"] == "visibility_change"]
    assert changes == ["public", "private"]
    (source,) = whole["sources"]
    private = next(row for row in source["ledger"] if row["id"] == "instagram.private_account")
    assert private["outcome"] == "found"
