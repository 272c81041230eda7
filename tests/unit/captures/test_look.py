# SPDX-License-Identifier: Apache-2.0
"""What is seen on small drawn pages: the setting, its position, and when a person is asked."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from inspector.captures.labels.index import LabelIndex
from inspector.captures.look import look, looking
from inspector.captures.seen import Seen
from inspector.captures.text.engine import Engine
from inspector.captures.text.lines import Box
from inspector.catalog.index import Catalog
from tests.unit.captures.drawn import GREEN, GREY, Knowing, Page

LINKEDIN = "Use my data for training content creation AI models"
CHATGPT = "Improve the model for everyone"


@cache
def index() -> LabelIndex:
    return LabelIndex(Catalog.load().services())


def seen(page: Page, host: str | None = None) -> Seen:
    return look(page.picture(), Knowing(page), index(), host)


def row(text: str, share: float | None, track: tuple[int, int, int] = GREEN, **more: object) -> Page:
    page = Page(**more)  # type: ignore[arg-type] # fields of Page
    page.text(20, 100, text, 13)
    if share is not None:
        page.slide(355, 93, share, track)
    return page


@pytest.mark.parametrize(("share", "track", "state"), [(1.0, GREEN, "on"), (0.0, GREY, "off")])
def test_a_switch_whose_knob_and_track_agree_is_read(
    share: float, track: tuple[int, int, int], state: str
) -> None:
    found = seen(row(LINKEDIN, share, track))
    assert (found.service, found.control) == ("linkedin", "linkedin/generative-ai-improvement")
    assert (found.state, found.sharing, found.asked) == (state, state, False)
    assert found.confidence > 0.9
    assert found.control_box is not None
    assert abs(found.control_box.x - 355) <= 2


@pytest.mark.parametrize(
    ("share", "track"),
    [(0.5, GREEN), (0.0, GREEN), (1.0, GREY)],
    ids=["halfway", "left but green", "right but grey"],
)
def test_a_switch_whose_facts_disagree_is_asked(share: float, track: tuple[int, int, int]) -> None:
    found = seen(row(LINKEDIN, share, track))
    assert (found.state, found.asked, found.confidence) == ("unknown", True, 0.0)


def test_a_label_without_a_control_is_asked() -> None:
    found = seen(row(LINKEDIN, None))
    assert found.asked
    assert found.control == "linkedin/generative-ai-improvement"
    assert "capture.why.no_control" in found.why


def test_an_inverted_label_turns_sharing_around() -> None:
    found = seen(row("Opt Out of Customer Data Access", 1.0))
    assert (found.control, found.state, found.sharing) == ("salesforce/customer-data-access", "on", "off")


def test_words_that_several_services_use_are_asked_until_the_page_names_one() -> None:
    unnamed = seen(row(CHATGPT, 1.0))
    assert unnamed.asked
    assert {"chatgpt/improve-the-model", "deepseek/improve-the-model"} <= set(unnamed.among)
    assert unnamed.control is None
    page = row(CHATGPT, 1.0)
    page.text(20, 40, "DeepSeek", 20)
    assert (seen(page).control, seen(page).asked) == ("deepseek/improve-the-model", False)


def test_the_host_tells_services_apart() -> None:
    found = seen(row(CHATGPT, 1.0), "chatgpt.com")
    assert (found.control, found.asked) == ("chatgpt/improve-the-model", False)


def test_few_words_on_a_page_of_an_unknown_service_are_asked() -> None:
    page = row("Model training", 1.0)
    page.text(20, 40, "Lantern Notes", 20)
    assert seen(page).asked
    assert "capture.why.common_words" in seen(page).why


def test_a_negated_label_is_not_the_label() -> None:
    found = seen(row("Do not " + LINKEDIN[0].lower() + LINKEDIN[1:], 1.0))
    assert found.asked


def test_the_neighbour_that_stands_the_other_way_does_not_decide() -> None:
    page = row(LINKEDIN, None)
    page.text(20, 150, "Email notifications", 13)
    page.slide(355, 143, 1.0, GREEN)
    page.text(20, 50, "Profile visibility", 13)
    page.slide(355, 43, 1.0, GREEN)
    assert seen(page).asked
    page.slide(355, 93, 0.0, GREY)
    assert (seen(page).state, seen(page).asked) == ("off", False)


def test_a_word_that_contradicts_the_switch_makes_it_a_question() -> None:
    page = row(CHATGPT, 1.0)
    page.text(315, 100, "Off", 13)
    found = seen(page, "chatgpt.com")
    assert found.asked
    assert "capture.why.word_contradicts" in found.why


def test_a_button_says_what_it_would_do() -> None:
    page = row(CHATGPT, None)
    page.text(330, 100, "Turn off", 13)
    assert seen(page, "chatgpt.com").state == "on"


@pytest.mark.parametrize(("mark", "state"), [("tick", "on"), ("", "off"), ("dash", "unknown")])
def test_a_check_box_is_read_by_its_mark(mark: str, state: str) -> None:
    page = Page()
    page.text(50, 100, CHATGPT, 14)
    page.box(20, 101, mark)
    assert seen(page, "chatgpt.com").state == state


def test_of_two_options_the_one_with_the_dot_counts() -> None:
    page = Page()
    page.text(20, 60, CHATGPT, 15)
    for number, (word, chosen) in enumerate((("On", False), ("Off", True))):
        page.text(50, 90 + 30 * number, word, 14)
        page.circle(20, 90 + 30 * number, chosen=chosen)
    assert (seen(page, "chatgpt.com").state, seen(page, "chatgpt.com").asked) == ("off", False)


def test_an_option_whose_other_one_was_not_read_is_asked() -> None:
    page = Page()
    page.text(20, 60, CHATGPT, 15)
    page.text(50, 90, "On", 14)
    page.circle(20, 90, chosen=False)
    assert seen(page, "chatgpt.com").asked


def test_a_letter_in_a_side_menu_is_no_check_box() -> None:
    page = Page()
    page.text(10, 100, "D", 16)
    page.text(200, 100, "Content analysis", 15)
    page.text(200, 30, "Adobe", 20)
    assert seen(page).asked


def test_a_setting_managed_by_an_employer_is_asked() -> None:
    page = row(LINKEDIN, 1.0)
    page.text(20, 180, "This setting is managed by your organization.", 12)
    assert "capture.why.managed" in seen(page).why
    assert seen(page).asked


def test_a_second_setting_on_the_page_is_told_as_well() -> None:
    page = row(CHATGPT, 1.0)
    page.text(20, 150, "Include your audio recordings", 13)
    page.slide(355, 143, 0.0, GREY)
    page.text(20, 30, "ChatGPT", 20)
    found = seen(page)
    told = {(found.control, found.state), *((one.control, one.state) for one in found.further)}
    assert told == {("chatgpt/improve-the-model", "on"), ("chatgpt/audio-recordings", "off")}


def test_the_setting_is_named_before_the_rest_is_read() -> None:
    page = Page(height=1400)
    page.text(20, 20, LINKEDIN, 14)
    for number in range(40):
        page.text(20, 60 + 30 * number, f"Explains item {number} of this page in words", 11)
    engine = Knowing(page)
    stages = looking(page.picture(), engine, index(), None)
    assert next(stages).control == "linkedin/generative-ai-improvement"
    assert len(engine.asked) < 20
    assert list(stages)[-1].asked
    assert len(engine.asked) == 41


def test_a_clock_in_the_status_line_is_kept() -> None:
    page = row(LINKEDIN, 1.0, height=500)
    page.text(20, 4, "9:41", 12)
    assert seen(page).clock == "9:41"


def test_a_page_with_nothing_known_is_asked() -> None:
    found = seen(row("Email notifications", 1.0))
    assert (found.control, found.asked, found.why) == (None, True, ("capture.why.no_label",))


def test_a_script_that_is_not_read_is_said() -> None:
    page = Page(height=400)
    for number in range(4):
        page.text(20, 40 + 60 * number, "Использовать мои данные", 16, score=0.5)
    assert not seen(page).readable
    assert "capture.why.script" in seen(page).why


def test_the_real_engine_reads_a_drawn_page() -> None:
    page = Page(width=560, height=200)
    page.text(20, 40, "LinkedIn", 24)
    page.text(20, 100, LINKEDIN, 15)
    page.slide(490, 95, 1.0, GREEN)
    found = look(page.picture(), Engine(), index())
    assert (found.control, found.state, found.asked) == ("linkedin/generative-ai-improvement", "on", False)


def test_confidence_rises_with_a_second_fact_and_not_beyond_what_was_measured() -> None:
    word = row(CHATGPT, None)
    word.text(355, 100, "On", 13)
    both = row(CHATGPT, 1.0)
    both.text(325, 100, "On", 13)
    alone, alike, more = (seen(page, "chatgpt.com").confidence for page in (word, row(CHATGPT, 1.0), both))
    assert alone < alike == more
    assert "capture.why.word" in seen(both, "chatgpt.com").why


def test_a_heading_does_not_take_the_switch_of_the_first_row_below_it() -> None:
    page = Page(width=460)
    page.text(20, 20, "Data for Generative AI Improvement", 24)
    page.text(20, 60, "Suggested content", 15)
    page.slide(390, 55, 1.0, GREEN)
    assert seen(page).asked
    page.text(20, 120, LINKEDIN, 13)
    page.slide(390, 115, 0.0, GREY)
    assert (seen(page).state, seen(page).asked) == ("off", False)


def test_a_sign_above_a_label_does_not_belong_to_it() -> None:
    page = Page()
    page.box(20, 60, "tick")
    page.text(50, 60, "Profile visibility", 14)
    page.lines.append(replace(page.lines[0], box=Box(18, 60, 22, 20), text="✓"))
    page.text(20, 84, LINKEDIN, 13)
    assert seen(page).asked


def test_the_next_label_is_not_taken_for_more_of_the_description() -> None:
    page = row(LINKEDIN, None)
    page.ink = (110, 112, 116)
    page.text(20, 120, "Choose whether this applies.", 12)
    page.ink = (20, 20, 20)
    page.text(20, 142, "Sync contacts", 12)
    page.slide(355, 137, 0.0, GREY)
    assert seen(page).asked


def test_a_switch_right_above_a_label_is_that_of_another() -> None:
    page = row(LINKEDIN, None)
    page.text(20, 40, "Profile visibility", 13)
    page.slide(20, 66, 0.0, GREY)
    assert seen(page).asked


def test_a_hardly_read_word_beside_a_sure_one_is_not_left_out() -> None:
    page = row(CHATGPT, None)
    page.text(300, 100, "on", 13, score=0.7)
    page.text(345, 100, "Off", 13)
    assert seen(page, "chatgpt.com").asked


def test_a_hardly_read_word_alone_is_asked() -> None:
    page = row(CHATGPT, None)
    page.text(355, 100, "Off", 13, score=0.7)
    assert seen(page, "chatgpt.com").asked


def test_a_word_beside_a_coloured_ground_is_one_of_two_choices() -> None:
    page = row(CHATGPT, None)
    page.pen.rectangle((290, 96, 342, 122), (10, 90, 220))
    page.text(345, 100, "Off", 13)
    found = seen(page, "chatgpt.com")
    assert found.asked
    assert "capture.why.other_option_unread" in found.why


@pytest.mark.parametrize("text", ["Qn", "Activee"])
def test_a_misread_text_beside_a_word_may_be_the_other_choice(text: str) -> None:
    page = row(CHATGPT, None)
    page.text(270, 100, text, 13)
    page.text(345, 100, "Off", 13)
    assert seen(page, "chatgpt.com").asked


def test_a_link_beside_a_word_is_no_choice() -> None:
    page = row(CHATGPT, None)
    page.text(290, 100, "Manage", 13)
    page.text(355, 100, "Off", 13)
    assert (seen(page, "chatgpt.com").state, seen(page, "chatgpt.com").asked) == ("off", False)


def test_the_arrow_of_a_list_does_not_end_its_row() -> None:
    page = Page()
    page.text(20, 100, CHATGPT, 15)
    page.text(20, 130, "Off", 13)
    page.text(50, 132, "V", 12)
    assert (seen(page, "chatgpt.com").state, seen(page, "chatgpt.com").asked) == ("off", False)


def test_a_word_and_a_switch_read_as_one_line_agree() -> None:
    page = row(CHATGPT, 0.0, GREY)
    page.lines.append(replace(page.lines[0], box=Box(325, 93, 82, 31), text="Off O"))
    found = seen(page, "chatgpt.com")
    assert (found.state, found.asked) == ("off", False)
    assert "capture.why.knob" in found.why


def test_a_control_level_with_neither_label_nor_row_belongs_to_another_text() -> None:
    page = row(LINKEDIN, None)
    page.text(20, 122, "Sync contacts", 11)
    page.slide(355, 114, 1.0, GREEN)
    assert seen(page).asked


def test_a_coloured_knob_on_a_white_track_is_asked() -> None:
    page = Page(ground=(27, 27, 27), ink=(230, 230, 230))
    page.text(20, 100, LINKEDIN, 13)
    page.slide(355, 93, 0.0, (201, 54, 54))
    assert seen(page).asked


def test_the_name_at_the_end_of_a_label_is_not_the_next_row() -> None:
    page = Page()
    page.text(20, 60, "Prevent third-party sharing for example", 13)
    page.text(20, 82, "Sync contacts", 13)
    page.slide(355, 78, 0.0, GREY)
    page.text(20, 20, "Tumblr", 20)
    assert seen(page).asked


def test_words_that_others_may_use_need_the_name_of_the_service() -> None:
    page = row("Include your audio recordings", 1.0)
    page.text(20, 40, "Lantern Notes", 20)
    assert "capture.why.common_words" in seen(page).why
    assert seen(page).asked


def test_the_setting_is_told_once_before_the_rest() -> None:
    page = Page(height=1400)
    page.text(20, 20, LINKEDIN, 14)
    for number in range(40):
        page.text(20, 60 + 30 * number, f"Explains item {number} of this page in words", 11)
    engine, heard = Knowing(page), []
    found = look(page.picture(), engine, index(), None, lambda one: heard.append((one, len(engine.asked))))
    ((early, read),) = heard
    assert (early.control, early.whole, early.asked, early.state) == (found.control, False, True, "unknown")
    assert read < len(engine.asked)
    assert found.whole


def test_a_heading_does_not_take_the_switch_of_the_second_row_below_it() -> None:
    page = Page(width=460)
    page.text(20, 20, "Data for Generative AI Improvement", 24)
    page.text(20, 60, "Profile visibility", 15)
    page.text(20, 88, "Personal recommendations", 15)
    page.slide(390, 83, 1.0, GREEN)
    assert seen(page).asked
    assert seen(page).control_box is None
