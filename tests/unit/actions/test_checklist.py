# SPDX-License-Identifier: Apache-2.0
"""The checklist for states and places: what is open, what is not needed, what is due when."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import msgspec
import pytest

from inspector.actions.action import Action, Sent
from inspector.actions.checklist import as_json, checklist
from inspector.actions.wording import say
from inspector.catalog.check_texts import foreign_days
from inspector.domain.words import Grade, State, Switch
from inspector.system.messages import Messages
from inspector.system.phrases import forbidden_phrases
from tests.unit.actions.members import CATALOG, CONTROL, NOW, found, lived, read, to_do

SWITCH_OFF = "linkedin.switch-off.generative-ai-improvement"
RELATED = "linkedin.switch-off.job-application-settings"
OBJECT = "linkedin.object.objection"
REQUEST = "linkedin.request.setting-history"
RECHECK = "linkedin.recheck.generative-ai-improvement"
TO_SERVICE = "linkedin.complain.service"
TO_AUTHORITY = "linkedin.complain.authority"

EVERYWHERE = (
    "DE",
    "DE-BY",
    "FR",
    "IS",
    "GB",
    "CH",
    "US",
    "US-CA",
    "US-TX",
    "CA",
    "CA-QC",
    "BR",
    "HK",
    "AU",
    "JP",
)


def steps(action: Action, lang: str = "en") -> list[str]:
    messages = Messages(lang)
    return [say(step, messages) for step in action.steps]


def test_the_order_is_that_in_which_to_do_it() -> None:
    assert list(to_do(lived("GB"))) == [
        SWITCH_OFF,
        RELATED,
        OBJECT,
        REQUEST,
        RECHECK,
        TO_SERVICE,
        TO_AUTHORITY,
    ]


def test_a_switch_that_stands_on_is_to_be_switched_off() -> None:
    action = to_do(lived("US"))[SWITCH_OFF]
    assert (action.status, action.action, action.due) == ("open", "switch_off", None)
    assert action.url == "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement"


def test_a_switch_shown_off_is_not() -> None:
    actions = to_do(lived("DE"), [read("off", "2026-02-01")])
    assert actions[SWITCH_OFF].status == "not_needed"
    assert actions[OBJECT].status == "not_needed"
    assert actions[REQUEST].status == "open"
    assert actions[RECHECK].status == "open"


def test_a_record_of_the_service_counts_like_a_picture_and_leaves_nothing_to_ask() -> None:
    actions = to_do(lived("DE"), [read("off", "2026-02-01", Grade.RECORDED)])
    assert actions[SWITCH_OFF].status == "not_needed"
    assert actions[REQUEST].status == "not_needed"


def test_off_that_is_only_said_is_still_to_be_seen() -> None:
    actions = to_do(lived("DE"), [read("off", "2026-02-01", Grade.DECLARED)])
    assert actions[SWITCH_OFF].status == "open"
    assert actions[OBJECT].status == "open"


def test_on_again_after_off_is_to_be_switched_off() -> None:
    actions = to_do(lived("DE"), [read("off", "2026-02-01"), read("on", "2026-05-01", Grade.DECLARED)])
    assert actions[SWITCH_OFF].status == "open"


def test_off_after_on_is_done() -> None:
    actions = to_do(lived("DE"), [read("on", "2026-02-01"), read("off", "2026-05-01")])
    assert actions[SWITCH_OFF].status == "not_needed"


def test_a_contradiction_leaves_the_switch_to_be_looked_at() -> None:
    readings = [read("off", "2026-03-01"), read("on", "2026-03-01")]
    [finding] = found(lived("US"), readings)
    assert finding.state is State.UNKNOWN
    assert to_do(lived("US"), readings)[SWITCH_OFF].status == "open"


def test_an_unknown_state_leaves_the_switch_open() -> None:
    [finding] = found(lived("CN"))
    assert finding.state is State.UNKNOWN
    assert to_do(lived("CN"))[SWITCH_OFF].status == "open"


CHATS = "chatgpt.delete.delete-ai-chats"


def test_deleting_chats_is_listed_with_its_day_and_comes_before_the_request() -> None:
    sent = [Sent(CHATS, date(2027, 1, 28), received=date(2027, 1, 31))]
    actions = to_do(lived("DE"), sent=sent, of="chatgpt")
    assert (actions[CHATS].action, actions[CHATS].due) == ("delete", date(2027, 2, 28))
    ids = list(actions)
    assert ids.index("chatgpt.object.objection") < ids.index(CHATS)
    assert ids.index(CHATS) < ids.index("chatgpt.request.setting-history")
    assert CHATS in actions["chatgpt.complain.authority"].depends_on


def test_opt_outs_of_california_are_due_in_business_days() -> None:
    sent = [Sent("reddit.object.do-not-sell", date(2026, 11, 20), received=date(2026, 11, 20))]
    action = to_do(lived("US-CA"), sent=sent, of="reddit")["reddit.object.do-not-sell"]
    assert action.due == date(2026, 12, 11)
    said = " ".join(steps(action))
    assert "Training by the service itself is beyond it." in said
    assert "chatgpt.object.limit-sensitive" in to_do(lived("US-CA"), of="chatgpt")
    assert "chatgpt.object.limit-sensitive" not in to_do(lived("US-TX"), of="chatgpt")


def test_the_limits_of_an_authoritys_form_are_told() -> None:
    said = " ".join(steps(to_do(lived("US-CA"), of="claude")["claude.complain.authority"]))
    assert "4,000 characters at most" in said
    british = " ".join(steps(to_do(lived("GB"), of="x")["x.complain.authority"]))
    assert "2,000 characters" in british
    assert "language of its form or pages as far as a source says: German" in " ".join(
        steps(to_do(lived("DE-BY"))[TO_AUTHORITY])
    )


@pytest.mark.parametrize("service", CATALOG.service_ids())
def test_in_the_united_kingdom_every_service_hears_the_complaint_first(service: str) -> None:
    actions = to_do(lived("GB"), of=service)
    if actions:
        assert actions[f"{service}.complain.authority"].depends_on[-1] == f"{service}.complain.service"


def test_where_no_switch_is_offered_there_is_none_to_move() -> None:
    [finding] = found(lived("DE"))
    never = replace(finding, switch=(replace(finding.switch[0], position=Switch.NONE),))
    ids = [action.id for action in checklist([never], lived("DE"), CATALOG, NOW)]
    assert ids == [OBJECT, REQUEST, RECHECK, TO_AUTHORITY]


def test_a_control_that_does_not_apply_needs_nothing() -> None:
    [finding] = found(lived("DE"))
    excluded = replace(finding, state=State.NOT_APPLICABLE)
    assert checklist([excluded], lived("DE"), CATALOG, NOW) == ()


def test_what_is_not_used_needs_no_objection() -> None:
    [finding] = found(lived("DE"))
    before = replace(finding, state=State.OFF, spans=finding.spans[:1], grade=Grade.DEFAULT)
    actions = {one.id: one for one in checklist([before], lived("DE"), CATALOG, NOW)}
    assert actions[OBJECT].status == "not_needed"
    assert actions[TO_AUTHORITY].status == "not_needed"
    assert actions[SWITCH_OFF].status == "open", "the switch itself stands on"


@pytest.mark.parametrize(
    ("region", "offered"),
    [
        ("DE", True),
        ("NO", True),
        ("GB", True),
        ("CH", True),
        ("US-CA", False),
        ("US-TX", False),
        ("HK", False),
        ("BR", True),
        ("JP", True),
        ("KR", True),
        ("AU", False),
        ("GP", False),
    ],
)
def test_objecting_is_for_places_whose_law_backs_it(region: str, offered: bool) -> None:
    assert (OBJECT in to_do(lived(region))) is offered


def test_objecting_says_when_it_is_needed_and_what_it_takes() -> None:
    said = steps(to_do(lived("DE"))[OBJECT])
    assert sum(step.startswith("When an objection is needed: ") for step in said) == 2
    assert sum(step.startswith("When it is not needed: ") for step in said) == 1
    assert (
        "The law asks for grounds that relate to your particular situation. Write them in your own words."
        in said
    )
    assert said[-1].startswith(
        "The company's objection form asks for: your name; the e-mail address of your account;"
    )
    swiss = steps(to_do(lived("CH"))[OBJECT])
    assert "A reason is not required. You may give one." in swiss
    assert any(step.startswith("The text of the law that was seen names no time to answer") for step in swiss)


def test_steps_come_from_the_catalog_for_each_platform() -> None:
    said = steps(to_do(lived("US"))[SWITCH_OFF])
    assert said[0] == "Browser: Open LinkedIn in a browser and sign in."
    assert {step.partition(": ")[0] for step in said} == {"Browser", "iPhone or iPad", "Android"}


def test_one_switch_for_two_controls_is_one_action() -> None:
    actions = to_do(lived("GB"))
    assert actions[SWITCH_OFF].controls == (CONTROL, "linkedin/microsoft-training")
    assert steps(actions[SWITCH_OFF])[-1].endswith("Training of Microsoft's AI models (United Kingdom)")
    assert sum(action.action == "recheck" for action in actions.values()) == 1


def test_what_switching_off_does_not_undo_is_said_in_the_language_asked_for() -> None:
    action = to_do(lived("DE"))[SWITCH_OFF]
    said = [say(text, Messages("de")) for text in action.not_undone]
    assert said[0].startswith("Das Ausschalten wirkt ab dann.")


def test_nothing_is_due_before_the_arrival_is_entered() -> None:
    sent = [Sent(REQUEST, date(2026, 11, 2)), Sent(OBJECT, date(2026, 11, 2))]
    for actions in (to_do(lived("DE")), to_do(lived("DE"), sent=sent)):
        assert {one.id for one in actions.values() if one.due} == {RECHECK}


@pytest.mark.parametrize(
    ("region", "due"),
    [("DE", "2027-02-28"), ("GB", "2027-02-28"), ("CH", "2027-03-02"), ("US-CA", "2027-03-17"), ("HK", None)],
)
def test_an_answer_is_due_by_the_law_of_the_place(region: str, due: str | None) -> None:
    sent = [Sent(REQUEST, date(2027, 1, 28), received=date(2027, 1, 31))]
    action = to_do(lived(region), sent=sent)[REQUEST]
    assert action.due == (date.fromisoformat(due) if due else None)
    assert action.status == "open"


def test_a_longer_time_that_was_told_moves_the_day() -> None:
    sent = [Sent(REQUEST, date(2027, 1, 28), received=date(2027, 1, 31), extended=True)]
    assert to_do(lived("DE"), sent=sent)[REQUEST].due == date(2027, 4, 30)
    # Switzerland's law fixes no longer time.
    assert to_do(lived("CH"), sent=sent)[REQUEST].due == date(2027, 3, 2)


def test_california_is_to_confirm_first() -> None:
    sent = [Sent(REQUEST, date(2026, 11, 20), received=date(2026, 11, 21))]
    assert "The confirmation is due by 4 December 2026, later by each public holiday before it." in steps(
        to_do(lived("US-CA"), sent=sent)[REQUEST]
    )


def test_an_answered_letter_is_done_even_where_none_is_needed_any_more() -> None:
    answered = Sent(OBJECT, date(2026, 9, 1), received=date(2026, 9, 3), answered=date(2026, 9, 20))
    assert to_do(lived("DE"), [read("off", "2026-10-01")], [answered])[OBJECT].status == "done"


def test_looking_again_is_due_three_months_from_now_and_marked_as_our_advice() -> None:
    now = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    action = to_do(lived("US"), now=now)[RECHECK]
    assert action.due == date(2027, 2, 28)
    assert action.depends_on == (SWITCH_OFF,)
    assert "That is this program's own advice; no law and no source sets a time." in " ".join(steps(action))


def test_in_the_united_kingdom_the_company_hears_the_complaint_first() -> None:
    sent = [Sent(TO_SERVICE, date(2027, 1, 4), received=date(2027, 1, 5))]
    actions = to_do(lived("GB"), sent=sent)
    assert actions[TO_SERVICE].due == date(2027, 2, 4)
    assert actions[TO_SERVICE].depends_on == (OBJECT, REQUEST)
    assert actions[TO_AUTHORITY].depends_on == (OBJECT, REQUEST, TO_SERVICE)
    assert actions[TO_AUTHORITY].url == "https://ico.org.uk/make-a-complaint/data-protection-complaints/"


def test_before_that_rule_there_was_only_the_authority() -> None:
    actions = to_do(lived("GB"), now=datetime(2026, 6, 18, tzinfo=UTC))
    assert TO_SERVICE not in actions
    assert TO_AUTHORITY in actions


def test_the_authority_is_that_of_the_country() -> None:
    assert to_do(lived("FR"))[TO_AUTHORITY].url == next(
        one.complaint_url for one in CATALOG.authorities if one.region == "FR"
    )


def test_in_germany_the_land_is_asked_for() -> None:
    action = to_do(lived("DE"))[TO_AUTHORITY]
    assert action.url is None
    asked = next(step for step in steps(action) if "Which authority" in step)
    assert "DE-" not in asked
    assert "Bavaria, Berlin, Brandenburg, Bremen, Hamburg, Hesse, Lower Saxony" in asked
    [german] = [step for step in steps(action, "de") if "Welche Behörde" in step]
    assert "Baden-Württemberg, Bayern, Berlin, Brandenburg, Bremen, Hamburg, Hessen" in german
    assert german.endswith("Schleswig-Holstein, Thüringen.")
    bavarian = to_do(lived("DE-BY"))[TO_AUTHORITY]
    assert bavarian.url == "https://www.lda.bayern.de/de/beschwerde.html"
    assert not any("Which authority" in step for step in steps(bavarian))


@pytest.mark.parametrize("region", ["DE-BE", "CH", "GB", "BR", "JP", "KR", "US-CA", "CA-QC"])
def test_german_steps_call_the_law_by_its_german_name(region: str) -> None:
    said = " ".join(step for action in to_do(lived(region)).values() for step in steps(action, "de"))
    plain = re.sub(r"„[^“]*“", "", said).replace("UK GDPR", "")
    assert not re.search(r"GDPR|FADP|\b(?:Law|regs|time:|Ordinance Art|Enforcement|as amended)\b", plain)
    assert foreign_days(said) == ()


@pytest.mark.parametrize("region", ["US-TX", "US", "GP", "IN"])
def test_no_complaint_is_offered_where_no_law_or_authority_is_known(region: str) -> None:
    assert TO_AUTHORITY not in to_do(lived(region))


def test_without_a_residence_no_law_is_named() -> None:
    actions = to_do(())
    assert list(actions) == [SWITCH_OFF, RELATED, REQUEST, RECHECK]
    said = " ".join(steps(actions[REQUEST]))
    assert "You have not said where you live now." in said
    assert "month" not in said


def test_the_law_is_that_of_where_the_person_lives_now() -> None:
    moved = lived(("US-CA", None, "2025-03-01"), ("DE", "2025-03-01", None))
    assert OBJECT in to_do(moved)
    assert "has one month to answer" in " ".join(steps(to_do(moved)[REQUEST]))
    left = lived(("DE", None, "2026-01-01"), ("US-TX", "2026-01-01", None))
    assert OBJECT not in to_do(left)
    gone = lived(("DE", None, "2026-11-21"))
    assert OBJECT not in to_do(gone)
    assert OBJECT in to_do(lived(("DE", None, "2026-11-22")))


def test_two_accounts_have_actions_of_their_own() -> None:
    findings = [*found(lived("US"), account="a"), *found(lived("US"), account="b")]
    ids = [action.id for action in checklist(findings, lived("US"), CATALOG, NOW)]
    assert len(set(ids)) == len(ids)
    assert SWITCH_OFF in ids
    assert f"{SWITCH_OFF}.2" in ids


@pytest.mark.parametrize("lang", ["en", "de", "xx-long"])
@pytest.mark.parametrize("region", EVERYWHERE)
def test_every_action_says_everything_in_every_language(region: str, lang: str) -> None:
    ids = (REQUEST, OBJECT, TO_SERVICE)
    sent = [Sent(one, date(2026, 10, 1), received=date(2026, 10, 5)) for one in ids]
    written = as_json(list(to_do(lived(region), sent=sent).values()), Messages(lang))
    for item in written:
        assert list(item) == [
            "id", "service", "action", "title", "steps", "url", "due", "status", "not_undone",
        ]  # fmt: skip
        assert item["title"]
        assert item["steps"]
        assert item["not_undone"]
        assert not forbidden_phrases(json.dumps(item, ensure_ascii=False), lang.partition("-")[0])
    assert msgspec.json.decode(json.dumps(written)) == written


def test_every_complaint_of_the_catalog_is_worded() -> None:
    known = Messages().keys()
    rights = {right.id for right in CATALOG.rights if right.right == "complaint"}
    assert rights
    assert not [right for right in rights if f"actions.complain.{right}" not in known]
