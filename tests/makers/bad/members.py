# SPDX-License-Identifier: Apache-2.0
"""Sound archives with one member that is not what it should be."""

from __future__ import annotations

from dataclasses import replace

from tests.makers.bad.result import COMMENTS, REACTIONS, SHARES, Bad, registration
from tests.makers.bad.workbook import workbook
from tests.makers.linkedin import ERA_2026, account, columns, of_era
from tests.makers.tables import table
from tests.makers.truth import Truth


def disguised_workbook() -> Bad:
    """Reactions saved by a spreadsheet program: a workbook that is still called .csv."""
    made = of_era(ERA_2026).with_member(REACTIONS, workbook())
    truth = replace(made.truth, reactions=None)
    return Bad(made.name, made.zip(), usable=True, truth=truth, harmed=(REACTIONS,))


def missing_columns() -> Bad:
    """messages.csv without DATE and FOLDER, Registration.csv without its date."""
    thin = table(("FROM", "TO", "CONTENT"), [("Ana Ruiz-Example", "Mara Lindqvist-Example", "Hello")])
    made = account().with_member("messages.csv", thin)
    made = made.with_member("Registration.csv", table(("Registration Ip", "Subscription Types"), [("", "")]))
    truth = replace(made.truth, private_messages=None, messages_with_subject=None, sponsored_messages=None)
    return Bad(made.name, made.zip(), usable=True, truth=truth, harmed=("Registration.csv", "messages.csv"))


def renamed_columns() -> Bad:
    """Headers that somebody translated; the rows are as they were."""
    made = account()
    comments = made[COMMENTS].replace(b"Date,Link,Message", b"Datum,Verweis,Nachricht", 1)
    made = made.with_member(COMMENTS, comments)
    truth = replace(made.truth, comments=None)
    return Bad(made.name, made.zip(), usable=True, truth=truth, harmed=(COMMENTS,))


def impossible_dates() -> Bad:
    """Dates that no calendar has; the rows still count, their time is not known."""
    dates = ("2026-02-30 10:00:00", "0000-00-00 00:00:00", "yesterday", "")
    link = "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A9000000000000000001"
    posts = table(columns.SHARES, [(date, link, "A post", "", "", "MEMBER_NETWORK") for date in dates])
    made = account().with_member(SHARES, posts)
    made = made.with_member("Registration.csv", registration("13/45/12, 25:61 XM"))
    truth = replace(made.truth, posts=len(dates), by_month=_without(made.truth, "posts"))
    return Bad(made.name, made.zip(), usable=True, truth=truth, harmed=("Registration.csv", SHARES))


def foreign_date() -> Bad:
    """A registration date in another order and with words of another language; nothing may be guessed."""
    made = account().without("Account Status History.csv")
    made = made.with_member("Registration.csv", registration("4. März 2012 12:00"))
    truth = replace(made.truth, created=None)
    return Bad(made.name, made.zip(), usable=True, truth=truth, harmed=("Registration.csv",))


def nul_bytes() -> Bad:
    """A table with NUL bytes after its first record, as a failing disk leaves them."""
    made = account()
    torn = made[COMMENTS][:-20] + bytes(20)
    truth = replace(made.truth, comments=None)
    return Bad(
        made.name, made.with_member(COMMENTS, torn).zip(), usable=True, truth=truth, harmed=(COMMENTS,)
    )


def western_encoding() -> Bad:
    """Shares in Windows-1252: the bytes above 127 are no UTF-8."""
    made = account()
    text = made[SHARES].decode().replace("mirror", "Miroir à l'étoile").encode("cp1252")
    truth = replace(made.truth, posts=None)
    return Bad(made.name, made.with_member(SHARES, text).zip(), usable=True, truth=truth, harmed=(SHARES,))


def bare_utf16() -> Bad:
    """Shares in UTF-16LE without a byte order mark."""
    made = account()
    text = made[SHARES].decode().encode("utf-16-le")
    truth = replace(made.truth, posts=None)
    return Bad(made.name, made.with_member(SHARES, text).zip(), usable=True, truth=truth, harmed=(SHARES,))


def spreadsheet_saved() -> Bad:
    """Saved again by a spreadsheet program: byte order mark, CRLF; the dates in the local short form."""
    made = account()
    text = made[COMMENTS].decode().replace("2026-01-21 11:00:00", "21-Jan-26").replace("\n", "\r\n")
    data = b"\xef\xbb\xbf" + text.encode()
    truth = replace(made.truth, by_month=_without(made.truth, "comments"))
    return Bad(made.name, made.with_member(COMMENTS, data).zip(), usable=True, truth=truth)


def open_quote() -> Bad:
    """A quote that is never closed swallows the rest of the file."""
    made = account()
    data = made[SHARES] + b'2026-02-01 10:00:00,https://www.linkedin.com/feed/update/x,"never closed\n'
    truth = replace(made.truth, posts=None)
    return Bad(made.name, made.with_member(SHARES, data).zip(), usable=True, truth=truth, harmed=(SHARES,))


def ragged_rows() -> Bad:
    """A row cut off after its date between two good ones, which still count."""
    rows = (
        b"Date,Type,Link\n"
        b"2026-01-02 10:00:00,LIKE,https://www.linkedin.com/feed/update/a\n"
        b"2026-01-03\n"
        b"2026-01-04 10:00:00,LIKE,https://www.linkedin.com/feed/update/b\n"
    )
    made = account().with_member(REACTIONS, rows)
    truth = replace(made.truth, reactions=2)
    return Bad(made.name, made.zip(), usable=True, truth=truth, harmed=(REACTIONS,))


def huge_cell(mebibytes: int = 17) -> Bad:
    """A comment longer than any reader should hold."""
    made = account()
    link = "https://www.linkedin.com/feed/update/a"
    data = table(("Date", "Link", "Message"), [("2026-01-02 10:00:00", link, "z" * (mebibytes << 20))])
    truth = replace(made.truth, comments=None)
    return Bad(
        made.name, made.with_member(COMMENTS, data).zip(), usable=True, truth=truth, harmed=(COMMENTS,)
    )


def emptied(name: str = SHARES) -> Bad:
    """One member has no byte at all, not even a header."""
    made = account().with_member(name, b"")
    truth = replace(made.truth, posts=None) if name == SHARES else made.truth
    return Bad(made.name, made.zip(), usable=True, truth=truth, harmed=(name,))


def _without(truth: Truth, name: str) -> dict[str, dict[str, int]]:
    return {key: dict(months) for key, months in truth.by_month.items() if key != name}
