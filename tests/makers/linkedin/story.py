# SPDX-License-Identifier: Apache-2.0
"""The usual contents of a test archive: a few rows of everything, with the traps that real rows have."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.makers.clock import at, ctime, dash, dash_utc, slash_utc, us_short
from tests.makers.linkedin.contents import Contents, Rows
from tests.makers.linkedin.eras import Era
from tests.makers.linkedin.messages import SPONSORED_TITLE, sponsored_text
from tests.makers.linkedin.people import ANA, JONAS, KENJI, LAYLA, NOA, SEEKER, SPONSOR, ZOE
from tests.makers.linkedin.rows import (
    DELETED,
    Article,
    Challenge,
    CoachLine,
    Comment,
    Connection,
    Endorsement,
    Invitation,
    Login,
    Media,
    Message,
    Reaction,
    Receipt,
    Repost,
    Search,
    Share,
    Vote,
)

ME = Contents().person.contact
AGENT = "Mozilla/5.0 (X11; Linux x86_64) ExampleBrowser/1.0"


def full(era: Era) -> Contents:
    """What the member had when an archive of that era was made: nothing is younger than the archive."""
    now = era.made_at
    year = now.year
    return Contents(
        registered_at="3/4/12, 12:00 PM",
        registration_ip="192.0.2.17" if year < 2020 else "",
        account_created="2012/03/04 12:00:00 UTC" if year in {2018, 2022} else None,
        receipts=old_receipts() if 2021 <= year <= 2025 else None,
        receipts_v2=new_receipts(now) if year >= 2024 else None,
        logins=logins(now),
        challenges=challenges(now),
        messages=messages(now),
        coach=_coach(year),
        guide=() if year >= 2025 else None,
        learning_coach=_learning_coach(now),
        role_play=() if year >= 2025 else None,
        shares=shares(now),
        comments=comments(now),
        reactions=(Reaction(_ago(now, 9), "LIKE", 21), Reaction(_ago(now, 40), "EMPATHY", 22)),
        votes=(Vote(_ago(now, 60), "Yes, always", 31),),
        reposts=(Repost(_ago(now, 70), 41),) if year >= 2024 else None,
        articles=articles(),
        searches=(Search(_ago(now, 3), "lens designer, berlin, remote"), Search(_ago(now, 5), "bees")),
        media=(Media(_ago(now, 100), "You uploaded a feed photo", "https://example.com/photo/1"),),
        connections=connections(now),
        invitations=invitations(now),
        endorsements=(Endorsement(_ago(now, 300), "Optics", ANA), Endorsement(_ago(now, 200), "Bees", ZOE)),
        resumes=resumes() if year >= 2026 else None,
        saved_answers=(("Do you need a visa?", "No"),) if year >= 2022 else None,
        screening_answers=screening_answers() if year >= 2024 else None,
        seeker=seeker(),
        targeting=targeting(year),
        tables=tables(now),
    )


def _ago(now: datetime, days: int, hours: int = 0) -> datetime:
    """That long before the archive, at a quarter past some hour."""
    return (now - timedelta(days=days, hours=hours)).replace(minute=15, second=7)


def old_receipts() -> tuple[Receipt, ...]:
    """Three months of 2020 in the old style."""
    what, paid = "Premium Career Subscription (Monthly)", ("0.00", "29.99", "29.99")
    return tuple(
        Receipt(at(f"2020-{n}-11 14:20"), what, "CreditCard", "US", "97201", f"10000000{n}", paid, "USD")
        for n in (10, 11, 12)
    )


def new_receipts(now: datetime) -> tuple[Receipt, ...]:
    """A trial for nothing and a paid month in the new style."""
    trial, paid = ("0.00", "0.00", "0.00"), ("0.00", "39.99", "39.99")
    return (
        Receipt(_ago(now, 90), "Premium Career", "CARD", "US", "97201", "20000000001", trial, "USD"),
        Receipt(_ago(now, 60), "Premium Career", "PAYPAL", "US", "97201", "200000000002", paid, "USD"),
    )


def messages(now: datetime) -> tuple[Message, ...]:
    """Ordinary, with subject, sponsored, draft, deleted sender, group, empty, and of several lines."""
    academy = sponsored_text("Learn to write <b>examples</b>.")
    return (
        Message(_ago(now, 2, 1), ANA, (ME,), "Are you at the fair?\nHall 3, stand 12.", "ana"),
        Message(_ago(now, 2), ME, (ANA,), 'Yes, "hall 3", see you there 🐝', "ana"),
        Message(
            _ago(now, 5, 1), SEEKER, (ME,), "I'm hiring.", "tilda", subject="Optics role", title="Optics role"
        ),
        Message(_ago(now, 5), ME, (SEEKER,), "Thank you, not now.", "tilda", subject="Optics role"),
        Message(_ago(now, 8), ME, (JONAS, LAYLA, NOA), "Group dinner on Friday?", "dinner", title="Dinner"),
        Message(_ago(now, 9), LAYLA, (ME,), "شكراً جزيلاً", "layla", folder="ARCHIVE"),
        Message(_ago(now, 10), NOA, (ME,), "", "noa", attachments=_pictures()),
        Message(_ago(now, 11), DELETED, (ME,), "Thanks,\r\nbye.", "gone"),
        Message(_ago(now, 12), SPONSOR, (ME,), academy, "ad1", title=SPONSORED_TITLE, sponsored=True),
        Message(_ago(now, 13), DELETED, (ME,), academy, "ad2", title="A course for you", sponsored=True),
        Message(_ago(now, 14), ME, (KENJI,), "Not finished yet", "kenji", draft=True),
        Message(_ago(now, 15), ME, (ZOE,), "Nor this", "zoe", conversation_draft=True),
        Message(_ago(now, 16), ZOE, (ME,), "Cheap honey!!!", "spam", folder="SPAM"),
    )


def _pictures() -> tuple[str, ...]:
    return tuple(f"https://www.linkedin.com/dms/prv/image/fiction-{n}" for n in (1, 2))


def _coach(year: int) -> tuple[CoachLine, ...] | None:
    """Chats with the first coach fell into the last weeks of 2024; later the file had only a header."""
    if year == 2024:
        return (
            CoachLine(at("2024-11-20 08:00"), "Rewrite my headline, please.", "coach", by_member=True),
            CoachLine(at("2024-11-20 08:01"), "", "coach", by_member=False),
            CoachLine(at("2024-12-11 19:30"), "Which skills do I lack?", "coach", by_member=True),
        )
    return () if year == 2025 else None


def _learning_coach(now: datetime) -> tuple[CoachLine, ...] | None:
    """Header only in 2025, with rows from the end of that year on."""
    if now.year < 2026:
        return () if now.year == 2025 else None
    return (
        CoachLine(at("2025-12-02 10:00"), "Explain ray tracing\nin two lines.", "learn", by_member=True),
        CoachLine(
            at("2025-12-02 10:01"), "Try [this course](https://example.com/c/1).", "learn", by_member=False
        ),
        CoachLine(at("2026-01-15 21:45"), "And for bees?", "learn", by_member=True),
        CoachLine(at("2026-01-15 21:46"), "They see ultraviolet.", "learn", by_member=False),
    )


def shares(now: datetime) -> tuple[Share, ...]:
    """One line, several lines with quotes, and none."""
    return (
        Share(_ago(now, 20), "First light through the new mirror.", 1),
        Share(_ago(now, 80), 'We measured twice,\n\nand cut "once".\nBees, too 🐝', 2, visibility="PUBLIC"),
        Share(_ago(now, 400), "", 3, shared_url="https://example.com/telescopes"),
    )


def comments(now: datetime) -> tuple[Comment, ...]:
    """Plain, with comma and quotes, and over several lines, one of them empty, one with commas."""
    return (
        Comment(_ago(now, 21), "Lovely!", 11),
        Comment(_ago(now, 50), 'Cheaper, lighter, "better"', 12),
        Comment(_ago(now, 51), "Two thoughts:\n\nfirst, the mirror\nsecond the mount", 13),
    )


def articles() -> tuple[Article, ...]:
    """An older one with a date in its file name, a newer one with an accent."""
    text = ("A mirror is a promise.", 'Keep it clean & "cool".')
    return (
        Article("grinding-a-mirror-example", "Grinding a mirror", text, dated=at("2016-05-08 19:22:41")),
        Article("des-abeilles-à-l-observatoire-example", "Des abeilles à l'observatoire", text),
    )


def logins(now: datetime) -> tuple[Login, ...]:
    """IPv4 and IPv6."""
    return (Login(_ago(now, 1), "198.51.100.7", AGENT), Login(_ago(now, 31), "2001:db8::7", AGENT))


def challenges(now: datetime) -> tuple[Challenge, ...]:
    """Attempts from elsewhere, which say nothing of where the member lives."""
    return (
        Challenge(_ago(now, 33), "192.0.2.99", AGENT, "Brazil", "EMAIL_PIN_CHALLENGE"),
        Challenge(_ago(now, 34), "192.0.2.98", AGENT, "Unknown", "CAPTCHA_CHALLENGE"),
    )


def connections(now: datetime) -> tuple[Connection, ...]:
    """Some people, and one of whom only the date is left."""
    known = tuple(Connection(_ago(now, 500 + n), who) for n, who in enumerate((ANA, JONAS, LAYLA, NOA, ZOE)))
    return (*known, Connection(_ago(now, 900), None))


def invitations(now: datetime) -> tuple[Invitation, ...]:
    """One of each direction; they show which address is the member's own."""
    return (
        Invitation(_ago(now, 12), KENJI, sent=True, message="We met at the fair."),
        Invitation(_ago(now, 30), SEEKER, sent=False),
    )


def resumes() -> Rows:
    """One long text over many lines."""
    text = "Mara Lindqvist-Example\nOptics engineer\n" + "Built a telescope.\n" * 60
    return (("Mara_CV_example.pdf", text),)


def screening_answers() -> Rows:
    """Enough to be split over three files."""
    return tuple((f"Years of experience with example {n}?", str(n)) for n in range(1, 6))


def seeker() -> dict[str, str]:
    """The only file with positions of settings; none of them governs AI."""
    return {
        "Locations": "Berlin | Portland",
        "Job Titles": "Optics engineer",
        "Open To Recruiters": "No",
        "Profile Shared With Job Poster": "Yes",
        "Open Candidate Visibility": "RECRUITERS",
        "Job Seeking Urgency Level": "USER_DID_NOT_SPECIFY",
    }


def targeting(year: int) -> dict[str, str]:
    """Values for the columns that matter, among them those that come three times."""
    if year < 2020:
        return {"Country": "us", "Partner Opt Out Advertising": "false"}
    return {
        "Company Names": "Example Optics GmbH; Sample Lenses|Institute of Examples|Miel d'Exemple",
        "Job Titles": "Optics Engineer|Telescope Builder|Beekeeper",
        "Profile Locations": "Berlin, Germany; Germany",
        "interfaceLocale": "en_US",
        "Buyer Groups": "Lab equipment",
    }


def tables(now: datetime) -> dict[str, Rows]:
    """Files that look alike in every era."""
    course = ("Optics basics", "<p>Light, <b>mostly</b></p>", "Course")
    return {
        "Positions.csv": (("Example Optics GmbH", "Optics engineer", "Mirrors", "Berlin", "Jan 2016", ""),),
        "Education.csv": (("University of Examples", "2005", "2010", "", "MSc", ""),),
        "Skills.csv": (("Optics",), ("Beekeeping",)),
        "Languages.csv": (("English", "Native or bilingual proficiency"), ("Deutsch", "")),
        "Profile Summary.csv": (),
        "Company Follows.csv": (("Example Optics GmbH", ctime(_ago(now, 700))),),
        "Learning.csv": (
            (*course, f"{_ago(now, 250):%Y-%m-%d %H:%M} UTC", "N/A", "false", "N/A", ""),
        ),
        "Jobs/Saved Jobs.csv": (
            (us_short(_ago(now, 45)), "https://www.linkedin.com/jobs/view/9000000001", "Engineer", "Sample"),
        ),
        "Ads Clicked.csv": ((slash_utc(_ago(now, 120)), "900000000011"),),
        "LAN Ads Engagement.csv": (("view", f"{_ago(now, 40):%Y/%m/%d}", "900000000012", "example.com"),),
        "Inferences_about_you.csv": (("Career inferences", "Open to work", "Derived", "No"),),
        "Member_Follows.csv": ((dash(_ago(now, 300)), "Active", ANA.name),),
        "Hashtag_Follows.csv": (("#optics", dash(_ago(now, 310)), dash(_ago(now, 310)), "Active"),),
        "Saved_Items.csv": (("https://example.com/saved/1", dash(_ago(now, 130))),),
        "Verifications/Verifications.csv": _verifications(),
        "Notes.csv": ((ANA.first, ANA.last, ANA.url, "Met at the fair", dash_utc(_ago(now, 8)), ""),),
    }  # fmt: skip


def _verifications() -> Rows:
    """One employer check; the country is spelled in lower case."""
    who = ("Mara", "", "Lindqvist-Example", "WORKPLACE", "Example Optics GmbH", "mara@example.com")
    return ((*who, "de", "N/A", "N/A", "N/A", "N/A", "N/A", "N/A", "2023-06-01", "N/A"),)
