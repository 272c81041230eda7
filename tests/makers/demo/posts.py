# SPDX-License-Identifier: Apache-2.0
"""What the person of the demo posted, wrote below other posts, liked, and published; all invented."""

from __future__ import annotations

from typing import Final

from tests.makers.clock import at
from tests.makers.linkedin.rows import Article, Comment, Media, Reaction, Repost, Search, Share, Vote


def _shares(*rows: tuple[str, str]) -> tuple[Share, ...]:
    """Newest first, numbered from the oldest on; some are public."""
    posts = [
        Share(at(when), text, n, visibility="PUBLIC" if n % 3 == 0 else "MEMBER_NETWORK")
        for n, (when, text) in enumerate(sorted(rows), start=1)
    ]
    return tuple(reversed(posts))


SHARES: Final = _shares(
    ("2013-05-14 18:02:11", "First light! My first home-made telescope sees the rings of Saturn."),
    ("2016-06-03 07:44:52", "New job: I am joining the optics bench at Northlight Sample Works in Portland."),
    (
        "2019-09-22 20:15:36",
        "Ten hives on the roof of the office, and not one complaint from accounting.\nYet 🐝",
    ),
    ("2022-02-17 16:30:05", "We are looking for a test engineer who is not afraid of dust."),
    ("2023-11-08 15:21:40", "A coating survived 1,000 hours of salt spray. I did not, but it is Friday."),
    ("2024-05-29 13:12:09", "Back to basics: why your alignment laser is not aligned."),
    (
        "2024-08-21 17:05:33",
        "Three lessons from a failed prototype:\n\n1. Measure first.\n2. Write it down.\n3. Measure again.",
    ),
    ("2024-10-02 15:48:27", 'Overheard in the lab: "The tolerance is fine, the ruler is wrong."'),
    ("2024-11-26 19:33:18", "Honey harvest 2024: 41 jars. The squirrels demand a share."),
    (
        "2025-01-15 16:09:54",
        "I have said yes to a new adventure on the other side of the Atlantic. More soon.",
    ),
    ("2025-02-20 18:20:01", "Last day at Northlight. Thank you for nine years of patience and espresso."),
    (
        "2025-03-17 08:11:45",
        "Hallo Berlin! Ab heute bin ich bei der Beispiel Optik GmbH. Wer kennt einen guten Imker-Verein?",
    ),
    ("2025-06-11 10:26:30", "Mein erster Bienenstock in Brandenburg. Die Damen sprechen noch Englisch."),
    ("2025-09-04 09:02:12", "Was ich an deutschen Normen mag: Es gibt immer eine, die schon passt."),
    (
        "2025-11-12 08:45:59",
        "Wir suchen Verstärkung im Optiklabor: Messtechnik, Berlin, gern auch in Teilzeit.",
    ),
    (
        "2025-12-19 16:55:20",
        "Jahresrückblick: 3 Prototypen, 2 Patente, 1 Schwarm im Treppenhaus.\n\nFrohes Fest!",
    ),
    ("2026-02-05 07:58:41", "Unsere neue Linse ist kleiner als ein Reiskorn und sturer als ein Esel."),
    ("2026-04-22 09:14:07", "Slides of my talk on low-cost interferometers are online. Questions welcome."),
    ("2026-07-01 11:37:26", "Sommerfest im Labor: gegrillt wurde nur Gemüse, kein Spiegel."),
    ("2026-09-14 08:20:44", "Merci à toute l'équipe de Lyon pour l'accueil. À l'année prochaine !"),
)


def _comments(*rows: tuple[str, str]) -> tuple[Comment, ...]:
    made = [Comment(at(when), text, 100 + n) for n, (when, text) in enumerate(sorted(rows), start=1)]
    return tuple(reversed(made))


COMMENTS: Final = _comments(
    ("2021-04-09 17:12:30", "Congratulations, well deserved!"),
    ("2023-06-21 14:45:02", "Have you tried turning the grating round, too?"),
    ("2024-09-03 16:20:48", "Count me in, I bring honey."),
    ("2024-09-25 18:31:10", 'Short answer: yes. Longer answer: "it depends, and then yes".'),
    ("2024-12-11 15:05:55", "Lovely picture!"),
    ("2025-01-28 17:40:09", "We will miss you, too."),
    ("2025-04-10 07:22:38", "Danke für den Tipp, genau das habe ich gesucht."),
    ("2025-08-19 12:09:14", "Sehr schön erklärt, vor allem der Teil über Streulicht."),
    (
        "2025-11-20 09:33:27",
        "Zwei Gedanken dazu:\n\nerstens, die Probe war zu warm,\nzweitens, die Uhr ging vor.",
    ),
    ("2026-01-13 08:16:51", "¡Enhorabuena por el premio!"),
    ("2026-03-24 10:48:05", "Gibt es die Folien irgendwo?"),
    ("2026-05-30 19:27:33", "Tack för en fin konferens!"),
    ("2026-08-18 07:55:46", "Ich melde mich nächste Woche, versprochen 🙂"),
)

_KINDS: Final = ("LIKE", "PRAISE", "EMPATHY", "INTEREST")
REACTIONS: Final = tuple(
    Reaction(at(f"{month}-{day:02d} 08:{day + 20}:05"), _KINDS[day % 4], 200 + day)
    for day, month in enumerate(
        (
            "2026-09", "2026-09", "2026-07", "2026-06", "2026-04", "2026-03", "2026-01", "2025-12", "2025-11",
            "2025-09", "2025-06", "2025-04", "2025-02", "2025-01", "2024-12", "2024-11", "2024-10", "2024-09",
            "2024-08", "2024-05",
        ),
        start=1,
    )
)  # fmt: skip
VOTES: Final = (
    Vote(at("2026-06-09 09:41:12"), "Nur mit Schutzbrille", 301),
    Vote(at("2025-12-02 12:15:40"), "Vier Tage die Woche", 302),
    Vote(at("2024-10-17 18:22:05"), "Coffee first", 303),
)
REPOSTS: Final = (
    Repost(at("2026-05-06 08:30:15"), 401),
    Repost(at("2025-12-10 07:12:44"), 402),
    Repost(at("2024-11-05 17:58:20"), 403),
)
SEARCHES: Final = (
    Search(at("2026-09-28 07:40:19"), "optical coatings conference 2027"),
    Search(at("2026-08-11 18:05:02"), "imkerei, brandenburg, verein"),
    Search(at("2025-10-30 20:14:33"), "generative ai setting"),
)
MEDIA: Final = (
    Media(at("2026-07-01 11:35:00"), "You uploaded a feed photo", "https://example.com/media/901"),
    Media(at("2024-11-26 19:30:00"), "You uploaded a feed photo", "https://example.com/media/902", "41 jars"),
)
ARTICLES: Final = (
    Article(
        "what-bees-taught-me-about-tolerances-example",
        "What bees taught me about tolerances",
        (
            "A honeycomb cell is off by a few hundredths of a millimetre, and nobody minds.",
            "Engineers call that robust design. Bees call it Tuesday.",
        ),
        dated=at("2018-05-20 16:41:07"),
    ),
    Article(
        "kleine-linsen-große-wirkung-example",
        "Kleine Linsen, große Wirkung",
        ("Wer eine Linse schleift, lernt warten.", "Wer zwei schleift, lernt fluchen."),
    ),
)
