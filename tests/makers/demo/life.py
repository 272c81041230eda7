# SPDX-License-Identifier: Apache-2.0
"""Account, plans, jobs and network of the person of the demo; all invented."""

from __future__ import annotations

from typing import Final

from tests.makers.clock import at, ctime, dash, dash_utc, slash_utc, us_padded, us_short
from tests.makers.linkedin.contents import Person, Rows
from tests.makers.linkedin.people import ANA, JONAS, KENJI, LAYLA, NOA, SEEKER, ZOE
from tests.makers.linkedin.rows import Challenge, Connection, Endorsement, Invitation, Login, Receipt

PERSON: Final = Person(
    headline="Optics engineer, amateur beekeeper",
    summary="I build small telescopes and large hives. Formerly Portland, now Berlin.",
    location="Berlin, Germany",
)
_LAPTOP = "Mozilla/5.0 (X11; Linux x86_64) ExampleBrowser/3.1"
_PHONE = "ExampleApp/9.2 (Phone)"

# Five months of an earlier plan, then a trial and nine paid months up to the move, and two after it.
RECEIPTS: Final = tuple(
    Receipt(at(f"{day} 15:20"), "Premium Career Subscription (Monthly)", "CreditCard", "US", "97201",
            f"10000000{n:02d}", ("0.00", "29.99", "29.99"), "USD")
    for n, day in enumerate(("2020-10-11", "2020-11-11", "2020-12-11", "2021-01-11", "2021-02-11"), start=1)
)  # fmt: skip
_PAID = ("2024-05-18", "2024-06-18", "2024-07-18", "2024-08-18", "2024-09-18", "2024-10-18", "2024-11-18",
         "2024-12-18", "2025-01-18")  # fmt: skip
RECEIPTS_V2: Final = (
    Receipt(at("2024-04-18 16:05"), "Premium Career", "CARD", "US", "97201", "20000000000",
            ("0.00", "0.00", "0.00"), "USD"),
    *(
        Receipt(at(f"{day} 16:05"), "Premium Career", "CARD", "US", "97201", f"2000000{n:04d}",
                ("0.00", "39.99", "39.99"), "USD")
        for n, day in enumerate(_PAID, start=1)
    ),
    *(
        Receipt(at(f"{day} 09:30"), "Premium Business", "PAYPAL", "DE", "10115", f"20000001{n:04d}",
                ("9.58", "50.41", "59.99"), "EUR")
        for n, day in enumerate(("2026-04-02", "2026-05-02"), start=1)
    ),
)  # fmt: skip
LOGINS: Final = (
    Login(at("2026-10-04 18:22:31"), "2001:db8:49::1f", _PHONE),
    Login(at("2026-06-12 07:05:09"), "198.51.100.24", _LAPTOP),
    Login(at("2025-12-01 06:58:40"), "198.51.100.24", _LAPTOP),
    Login(at("2025-03-04 09:12:55"), "198.51.100.24", _LAPTOP),
    Login(at("2025-01-19 17:44:03"), "192.0.2.61", _LAPTOP),
)
CHALLENGES: Final = (
    Challenge(at("2026-07-23 02:11:46"), "192.0.2.200", _LAPTOP, "Brazil", "CAPTCHA_CHALLENGE"),
    Challenge(at("2025-03-04 09:12:20"), "198.51.100.24", _LAPTOP, "Germany", "EMAIL_PIN_CHALLENGE"),
)
CONNECTIONS: Final = (
    Connection(at("2025-10-16"), KENJI),
    Connection(at("2024-03-22"), NOA),
    Connection(at("2022-11-02"), LAYLA),
    Connection(at("2021-07-14"), None),
    Connection(at("2019-02-27"), ZOE),
    Connection(at("2016-06-06"), ANA),
)
INVITATIONS: Final = (
    Invitation(at("2026-08-20 12:30"), JONAS, sent=True, message="We met at the workshop."),
    Invitation(at("2026-05-05 07:45"), SEEKER, sent=False),
)
ENDORSEMENTS: Final = (
    Endorsement(at("2024-06-30 10:20:30"), "Optics", ANA),
    Endorsement(at("2023-02-11 21:00:05"), "Beekeeping", ZOE),
)
_CV_ENGLISH = """\
Mara Lindqvist-Example
Berlin
mara@example.com

Experience
2025 to date  Beispiel Optik GmbH, Berlin: team lead, optical metrology
2016 to 2025  Northlight Sample Works, Portland: optics engineer

Education
University of Examples, MSc Physics

Languages
English, Deutsch, svenska, français"""
_CV_GERMAN = """\
Mara Lindqvist-Example
Berlin

Berufserfahrung
seit 2025  Beispiel Optik GmbH, Berlin
2016 bis 2025  Northlight Sample Works, Portland

Hobbys
Bienen, Brot, Brücken"""
RESUMES: Final[Rows] = (
    ("Lindqvist-Example_CV_2026.pdf", _CV_ENGLISH),
    ("Lindqvist-Example_Lebenslauf.pdf", _CV_GERMAN),
)
SAVED_ANSWERS: Final[Rows] = (
    ("Are you legally authorised to work in Germany?", "Yes"),
    ("When can you start?", "In three months"),
)
SCREENING_ANSWERS: Final[Rows] = (
    ("How many years of experience do you have with interferometers?", "9"),
    ("Do you speak German?", "Yes"),
    ("Are you comfortable working on site, in a clean room?", "Yes, gladly"),
    ("Do you have a driving licence?", "No, a bicycle"),
)
SEEKER_PREFERENCES: Final = {
    "Locations": "Berlin, Germany",
    "Job Titles": "Optics engineer",
    "Open To Recruiters": "No",
    "Profile Shared With Job Poster": "Yes",
    "Open Candidate Visibility": "RECRUITERS",
    "Job Seeking Urgency Level": "CASUALLY_BROWSING",
}
TARGETING: Final = {
    "Company Names": "Beispiel Optik GmbH; Northlight Sample Works|University of Examples|Example Lenses",
    "Degrees": "Master of Science",
    "Job Titles": "Optics Engineer; Team Lead|Metrologist|Beekeeper",
    "Member Skills": "Optics; Metrology; Public Speaking",
    "Profile Locations": "Berlin, Germany; Germany",
    "interfaceLocale": "en_US",
}
TABLES: Final[dict[str, Rows]] = {
    "Positions.csv": (
        ("Beispiel Optik GmbH", "Team lead, optical metrology", "", "Berlin, Germany", "Mar 2025", ""),
        ("Northlight Sample Works", "Optics engineer", "", "Portland, Oregon", "Jun 2016", "Feb 2025"),
    ),
    "Education.csv": (("University of Examples", "2005", "2010", "", "MSc Physics", "Choir"),),
    "Skills.csv": (("Optics",), ("Metrology",), ("Beekeeping",), ("Public Speaking",)),
    "Languages.csv": (
        ("English", "Native or bilingual proficiency"),
        ("Deutsch", "Full professional proficiency"),
        ("svenska", "Limited working proficiency"),
    ),
    "Profile Summary.csv": (),
    "Recommendations_Received.csv": (
        (ANA.first, ANA.last, ANA.company, ANA.position, "Precise, kind, and always on time for cookies.",
         us_padded(at("2024-01-30 09:05")), "VISIBLE"),
    ),
    "Company Follows.csv": (("Example Lenses, Ltd.", ctime(at("2023-04-18 12:01:33"))),),
    "Learning.csv": (
        ("Stray light basics", "<p>What it is, and <b>where</b> it hides</p>", "Course",
         "2026-06-17 18:10 UTC", "N/A", "false", "N/A", ""),
    ),
    "Jobs/Saved Jobs.csv": (
        (us_short(at("2024-12-05 20:31")), "https://www.linkedin.com/jobs/view/9000000417", "Optics lead",
         "Sample Recruiting"),
    ),
    "Verifications/Verifications.csv": (
        ("Mara", "", "Lindqvist-Example", "WORKPLACE", "Beispiel Optik GmbH", "mara@example.com", "de", "N/A",
         "N/A", "N/A", "N/A", "N/A", "N/A", "2025-04-02", "N/A"),
    ),
    "Ads Clicked.csv": ((slash_utc(at("2026-02-27 19:20:11")), "900000000417"),),
    "LAN Ads Engagement.csv": (("view", "2026/08/30", "900000000418", "example.org"),),
    "Inferences_about_you.csv": (("Career inferences", "Seniority", "Derived from the profile", "Yes"),),
    "Member_Follows.csv": ((dash(at("2025-08-15 07:07:07")), "Active", ZOE.name),),
    "Saved_Items.csv": (("https://example.com/articles/interferometers", dash(at("2026-03-08 21:14:50"))),),
    "Notes.csv": ((JONAS.first, JONAS.last, JONAS.url, "Knows everything about stray light",
                   dash_utc(at("2026-08-20 12:35:00")), ""),),
}  # fmt: skip
