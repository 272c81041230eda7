# SPDX-License-Identifier: Apache-2.0
"""Files of which only number and dates count, with the traps their rows have had."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector.archives.services.linkedin.counted import read_article, read_counted
from inspector.archives.services.linkedin.shapes import COUNTED, is_article, key_of, wanted_key
from inspector.domain.facts import Tally
from inspector.domain.words import DataClass
from tests.makers.linkedin import ERA_2024, of_era
from tests.unit.archives.ways import counts, page, read_files, tallied

REGISTRATION = b'Registered At,Registration Ip,Subscription Types\n"3/4/12, 12:00 PM",,\n'
LINK = "https://www.linkedin.com/feed/update/a"


def count(key: str, text: str) -> tuple[int, dict[str, int]]:
    found = page(text.encode())
    tallies = tallied(read_counted(found, COUNTED[key]))
    return sum(tallies.values()), {
        fault.key.removeprefix("member."): fault.row for fault in found.faults.values()
    }


def test_comments_are_counted_not_lines() -> None:
    spilled = (
        f'Date,Link,Message\n2024-05-01 10:00:00,{LINK},one\n"two\n2024-05-01 10:00:00, a date in the text\n'
    )
    assert count("comments", spilled + f"2024-05-02 10:00:00,{LINK},next\n") == (2, {})


def test_a_comment_with_a_bad_date_does_not_vanish_into_the_one_before() -> None:
    text = f"Date,Link,Message\n2024-05-01 10:00:00,{LINK},one\n1-May-24,{LINK},two\n"
    assert count("comments", text) == (2, {"row_bad_date": 3})


def test_comments_quoted_as_they_should_be_count_the_same() -> None:
    first = f'"2026-05-01 10:00:00","{LINK}","one\n\n2026-05-01, two"\n'
    second = f'"2026-05-02 10:00:00","{LINK}",""\n'
    assert count("comments", '"Date","Link","Message"\n' + first + second) == (2, {})


def test_searches_with_bare_commas_are_one_each() -> None:
    text = "Time,Search Query\n2024/05/01 10:00:00 UTC,lens, berlin, remote\n2024/05/01 11:00:00 UTC,bees\n"
    assert count("searchqueries", text) == (2, {})


def test_a_row_cut_off_is_left_out_and_named() -> None:
    assert count("reactions", f"Date,Type,Link\n2024-05-01 10:00:00,LIKE,{LINK}\n2024-05-01\n") == (
        1,
        {"row_short": 3},
    )


def test_posts_wrapped_in_quotes_line_by_line_are_one_each() -> None:
    first = f'2023-05-01 10:00:00,{LINK},"""one""\n""two"""\n'
    second = f"2023-05-02 10:00:00,{LINK},x\n"
    assert count("shares", "Date,ShareLink,ShareCommentary\n" + first + second) == (2, {})


def test_media_carry_their_date_at_the_end_of_a_sentence() -> None:
    row = '"You uploaded a feed photo on March 4, 2012 at 9:05 AM (GMT)", -,x\n'
    found = page(b"Date/Time,Media Description,Media Link\n" + row.encode())
    (tally,) = (entry for entry in read_counted(found, COUNTED["richmedia"]) if isinstance(entry, Tally))
    assert (tally.count, tally.undated, len(tally.bins[0].starts)) == (1, 0, 1)


def test_long_resumes_are_one_each() -> None:
    text = (
        'Private Identity Asset Name,Private Identity Asset Raw Text\ncv.pdf,"'
        + "line, one\n" * 5000
        + '"\nb.pdf,\n'
    )
    assert count("privateidentityasset", text) == (2, {})


@pytest.mark.parametrize(
    ("name", "dated"),
    [("2016-05-08 19_22_41.0-mirrors.html", True), ("des-abeilles-à-l-observatoire.html", False)],
)
def test_an_article_may_carry_its_date_in_its_name(name: str, dated: bool) -> None:
    found = page(b"<html></html>", path=f"Articles/Articles/{name}", items=True)
    entries = list(read_article(found))
    (tally,) = (entry for entry in entries if isinstance(entry, Tally))
    assert (tally.data_class, tally.count, tally.undated) == (DataClass.ARTICLES, 1, int(not dated))
    assert len(entries) == 2


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("Comments_900000417.csv", "comments"),
        ("Job Applicant Saved Answers.csv", "jobapplicantsavedanswers"),
        (
            "Jobs/Job Applicant Saved Screening Question Responses_12.csv",
            "jobapplicantsavedscreeningquestionresponses",
        ),
        ("SearchQueries.csv", "searchqueries"),
        ("Search Queries.csv", "searchqueries"),
        ("messages.csv", "messages"),
        ("MESSAGES.csv", None),
        ("messages.txt", None),
        ("Saved_Items.csv", None),
    ],
)
def test_names_are_known_in_every_spelling(path: str, key: str | None) -> None:
    assert key_of(path) == key


@pytest.mark.parametrize(
    "path", ["__MACOSX/._Shares.csv", "backup/Shares.csv", "Articles/x.css", ".DS_Store"]
)
def test_what_lies_elsewhere_is_not_wanted(path: str) -> None:
    assert wanted_key(path) is None
    assert not is_article(path)


def test_split_parts_are_added_up(tmp_path: Path) -> None:
    part = b"Question,Answer\nVisa?,No\nNotice?,Now\n"
    name = "Job Applicant Saved Screening Question Responses"
    files = {f"{name}.csv": part, f"{name}_1.csv": part, "Job Applicant Saved Answers.csv": part}
    assert counts(read_files(tmp_path, {**files, "Registration.csv": REGISTRATION}))["saved_answers"] == 6


def test_the_comments_of_2024_come_out_as_made(tmp_path: Path) -> None:
    made = of_era(ERA_2024)
    assert made["Comments.csv"].count(b"\n") - 1 > (made.truth.comments or 0)
    files = {"Comments.csv": made["Comments.csv"], "Registration.csv": REGISTRATION}
    assert counts(read_files(tmp_path, files))["comments"] == made.truth.comments
