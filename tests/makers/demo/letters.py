# SPDX-License-Identifier: Apache-2.0
"""Messages and AI chats of the person of the demo; all invented."""

from __future__ import annotations

from typing import Final

from tests.makers.clock import at
from tests.makers.linkedin.contents import Person
from tests.makers.linkedin.messages import SPONSORED_TITLE, sponsored_text
from tests.makers.linkedin.people import ANA, JONAS, KENJI, LAYLA, NOA, SEEKER, SPONSOR, ZOE
from tests.makers.linkedin.rows import DELETED, CoachLine, Contact, Message

ME: Final = Person().contact


def _thread(other: Contact, *rows: tuple[str, str, str]) -> list[Message]:
    """A talk between two: ``>`` marks what the member sent."""
    return [
        Message(at(when), *((ME, (other,)) if way == ">" else (other, (ME,))), text, other.name)
        for when, way, text in rows
    ]


_TALKS: Final = [
    *_thread(
        ANA,
        ("2023-12-04 16:20:11", "<", "The mirror arrived in one piece. You pack like a librarian."),
        ("2023-12-04 16:42:50", ">", "I take that as the compliment it is."),
        ("2024-09-12 15:03:27", "<", "Are you coming to the fair?\nHall 3, stand 12, free cookies."),
        ("2024-09-12 15:10:44", ">", "For cookies, always."),
        ("2025-11-07 08:05:19", "<", "How is Berlin treating you?"),
        ("2025-11-07 08:31:02", ">", "Grey sky, warm people, great bread.\n\nAnd you?"),
        ("2026-05-13 09:17:36", "<", "Can you check the drawing before noon?"),
        ("2026-05-13 09:58:20", ">", "Done. Two small remarks, one smiley 🙂"),
    ),
    *_thread(
        LAYLA,
        ("2024-10-20 17:45:00", "<", "مرحبا! هل وصلت العينات؟"),
        ("2024-10-20 18:02:13", ">", "They did, thank you. Perfect as ever."),
        ("2026-03-02 07:50:41", "<", "شكراً جزيلاً على المحاضرة."),
    ),
    *_thread(
        NOA,
        ("2025-02-03 16:12:08", "<", "בהצלחה בעבודה החדשה!"),
        ("2025-02-03 16:30:55", ">", "Toda! I hope we meet at the next design week."),
        ("2026-06-24 10:11:12", "<", ""),  # a picture only
    ),
    *_thread(
        KENJI,
        ("2025-12-08 06:30:29", "<", "新しいレンズの写真をありがとうございます。"),
        ("2025-12-08 07:15:46", ">", "My pleasure. The next one will be in focus."),
    ),
    *_thread(
        ZOE,
        ("2024-08-27 18:09:37", "<", "Tes abeilles vont bien ?"),
        ("2024-08-27 18:40:22", ">", "Très bien, merci. Elles te saluent."),
        ("2026-08-02 11:21:58", "<", "Je t'envoie un pot de miel de lavande 🍯"),
    ),
    *_thread(DELETED, ("2022-07-19 13:00:00", "<", "Nice to have met you.")),
]

_INVITED = "Optics lead in Hamburg"
_OTHERS: Final = [
    Message(at("2024-12-02 17:20:05"), SEEKER, (ME,), "I found your profile and thought of this role.\n\n"
            "Shall we talk on Thursday?", "seeker", subject=_INVITED, title=_INVITED),
    Message(at("2024-12-02 19:44:51"), ME, (SEEKER,), "Thank you, I have just signed elsewhere.", "seeker",
            subject=_INVITED),
    Message(at("2026-02-18 08:08:30"), JONAS, (ME,), "Would you review my paper on stray light?", "paper",
            subject="Review request"),
    Message(at("2026-04-09 15:25:17"), ME, (JONAS, LAYLA, ANA), "Dinner after the workshop? I book for four.",
            "dinner", title="Workshop dinner"),
    Message(at("2025-05-21 06:00:00"), SPONSOR, (ME,), sponsored_text("Master lens design in ten evenings."),
            "ad 1", title=SPONSORED_TITLE, sponsored=True),
    Message(at("2026-01-28 06:00:00"), DELETED, (ME,), sponsored_text("Your industry report is ready."),
            "ad 2", title="Industry report", sponsored=True),
    Message(at("2026-09-30 20:12:00"), ME, (ANA,), "I have been thinking about", "draft", draft=True),
]  # fmt: skip
MESSAGES: Final = tuple(sorted([*_TALKS, *_OTHERS], key=lambda message: message.when, reverse=True))

LEARNING_COACH: Final = (
    CoachLine(
        at("2026-06-16 19:02:10"), "Which course explains Zernike polynomials?", "zernike", by_member=True
    ),
    CoachLine(
        at("2026-06-16 19:02:18"),
        "Try [Optics, step by step](https://example.com/c/7).",
        "zernike",
        by_member=False,
    ),
    CoachLine(at("2026-06-16 19:05:44"), "Without integrals, please 🙈", "zernike", by_member=True),
    CoachLine(at("2026-06-16 19:05:52"), "Then start with part two.", "zernike", by_member=False),
    CoachLine(at("2026-01-07 18:30:00"), "Plan my first month as a team lead.", "lead", by_member=True),
    CoachLine(at("2026-01-07 18:30:09"), "Listen first.\nThen ask.\nThen decide.", "lead", by_member=False),
)
ROLE_PLAY: Final = (
    CoachLine(
        at("2026-03-11 20:15:00"), "Let us practise a difficult talk about dates.", "talk", by_member=True
    ),
    CoachLine(at("2026-03-11 20:15:07"), "I am your colleague. You begin.", "talk", by_member=False),
)
