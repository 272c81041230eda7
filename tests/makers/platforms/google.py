# SPDX-License-Identifier: Apache-2.0
"""Fictional Google Takeouts: saved activity as JSON or pages, in several languages and years."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from tests.makers.clock import at, month
from tests.makers.platforms.facts import fact, no_zone, utc
from tests.makers.sample import Sample, Stated, as_json, made
from tests.makers.tables import Row, table

OWNER = "104000000000000000017"
MADE_AT = at("2026-03-09 01:02:04")
CREATED = at("2014-03-09 10:11:12")
ASKED = (
    at("2024-02-11 09:30:00"),
    at("2024-06-02 18:45:10"),
    at("2025-08-30 07:05:59"),
    at("2026-02-17 17:51:53"),
)
SEARCHED = (at("2025-03-04 11:00:00"), at("2026-03-01 21:15:00"))
ACCESSED = (
    (at("2026-02-20 06:59:59"), "DE"),
    (at("2026-02-24 12:00:00"), "FR"),
    (at("2026-03-02 08:30:00"), "DE"),
)
_LOG_NAME = "Activities - A list of Google services accessed by.csv"
OLD_LOG = (
    "Gaia ID", "Activity Timestamp", "IP Address", "Proxied Host IP Address", "Is Non-routable IP Address",
    "Activity Country", "Activity Region", "Activity City", "User Agent String", "Product Name",
    "Sub-Product Name", "Activity Type", "Gmail Access Channel",
)  # fmt: skip
NEW_LOG = (
    *OLD_LOG[:11], "Referer Product Name", "Referer Sub-Product Name", *OLD_LOG[11:],
    "Android Webview Package Name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """What a Takeout calls things in one language."""

    activity: str
    gemini: str
    search: str
    file: str
    account: str
    log: str
    products: str
    prompted: str
    searched: str


ENGLISH = Words(
    "My Activity", "Gemini Apps", "Search", "MyActivity", "Google Account", "Access Log Activity",
    "Products:", "Prompted ", "Searched for ",
)  # fmt: skip
GERMAN = Words(
    "Meine Aktivitäten", "Gemini-Apps", "Google Suche", "MeineAktivitäten", "Google-Konto",
    "Zugriffsprotokolle", "Produkte:", "Eingegeben: ", "Gesucht nach: ",
)  # fmt: skip
PORTUGUESE = Words(
    "Minha atividade", "Apps do Gemini", "Pesquisa", "Minhaatividade", "Conta do Google",
    "Atividade do Registro de acesso", "Produtos:", "Comando: ", "Pesquisou ",
)  # fmt: skip
CHINESE = Words(
    "我的活动记录", "Gemini 应用", "搜索", "我的活动记录", "Google 帐号", "访问日志活动",
    "产品：", "提示：", "搜索了 ",
)  # fmt: skip


def _z(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%S}.123Z"


def _english(when: datetime) -> str:
    hour = when.hour % 12 or 12
    half = "AM" if when.hour < 12 else "PM"
    return f"{month(when)} {when.day}, {when:%Y}, {hour}:{when:%M:%S}\u202f{half} UTC"


def _german(when: datetime) -> str:
    return f"{when:%d.%m.%Y, %H:%M:%S} MEZ"


def _portuguese(when: datetime) -> str:
    names = ("jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez")
    return f"{when.day} de {names[when.month - 1]}. de {when:%Y}, {when:%H:%M:%S} BRT"


def _prompted(when: datetime, words: Words, control: str) -> dict[str, object]:
    return {
        "header": words.gemini,
        "title": f"{words.prompted}a fictional question",
        "time": _z(when),
        "products": [words.gemini],
        "activityControls": [control],
        "safeHtmlItem": [{"html": "<p>A fictional answer.</p>"}],
    }


def _used(when: datetime) -> dict[str, object]:
    """An item in the older form, with request and answer among the details."""
    return {
        "header": "Gemini",
        "title": "Used Gemini Apps",
        "time": _z(when),
        "products": ["Gemini"],
        "activityControls": ["Gemini Apps Activity"],
        "details": [{"name": "Request: a fictional question"}, {"name": "Response: a fictional answer"}],
    }


def _interaction(when: datetime) -> dict[str, object]:
    """An item in the form with interactions."""
    talk = {"userInteraction": {"request": "a fictional question", "response": "a fictional answer"}}
    return {
        **_used(when),
        "header": "Gemini Apps",
        "title": "Gemini",
        "details": [],
        "userInteractions": [talk],
    }


def _search(when: datetime, words: Words) -> dict[str, object]:
    return {
        "header": words.search,
        "title": f"{words.searched}fictional things",
        "titleUrl": "https://www.google.com/search?q=fictional+things",
        "time": _z(when),
        "products": [words.search],
        "activityControls": ["Web & App Activity"],
    }


def cell(words: Words, product: str, sentence: str, spelled: str, answer: str = "") -> str:
    """One record of a page of activity."""
    grid = "mdl-cell mdl-cell--12-col"
    body = "mdl-cell mdl-cell--6-col mdl-typography--body-1"
    return (
        f'<div class="outer-cell {grid} mdl-shadow--2dp"><div class="mdl-grid"><div class="header-cell '
        f'{grid}"><p class="mdl-typography--title">{product}<br></p></div><div class="content-cell {body}">'
        f'{sentence}<br>{spelled}<br>{answer}</div><div class="content-cell {grid} mdl-typography--caption">'
        f"<b>{words.products}</b><br>&emsp;{product}<br></div></div></div>"
    )


def page(cells: Sequence[str]) -> bytes:
    """A page of activity, with the long style sheet before its records."""
    style = ".mdl-grid{display:flex}.mdl-cell{margin:8px}" * 400
    head = f'<html><head><meta charset="utf-8"><title>-</title><style type="text/css">{style}</style></head>'
    return f'{head}<body><div class="mdl-grid">{"".join(cells)}</div></body></html>'.encode()


def _pages(words: Words, spell: Callable[[datetime], str]) -> dict[str, bytes]:
    answer = "<p>A fictional answer.</p>"
    talks = [
        cell(words, words.gemini, escape(f"{words.prompted}a question"), spell(when), answer)
        for when in reversed(ASKED)
    ]
    link = '<a href="https://www.google.com/search?q=fictional">fictional</a>'
    searches = [
        cell(words, words.search, f"{words.searched}{link}", spell(when)) for when in reversed(SEARCHED)
    ]
    folder = f"Takeout/{words.activity}"
    return {
        f"{folder}/{words.gemini}/{words.file}.html": page(talks),
        f"{folder}/{words.search}/{words.file}.html": page(searches),
    }


def subscriber(created: str, **more: str) -> bytes:
    """The page on the account."""
    lines = {
        "Google Account ID": OWNER,
        "Name": "Robin Fictional",
        "e-Mail": "robin@example.com",
        "Created on": created,
        "Terms of Service IP": "192.0.2.7",
        "Terms of Service Language": "de",
        "Status": "Enabled",
        **{name.replace("_", " "): value for name, value in more.items()},
    }
    items = "".join(f"<li>{escape(name)}: {escape(value)}</li>" for name, value in lines.items())
    return f"<html><body><div class='section'><h2>Account</h2><ul>{items}</ul></div></body></html>".encode()


def _log(header: Row) -> bytes:
    return table(header, [_access(header, when, country) for when, country in reversed(ACCESSED)])


def _access(header: Row, when: datetime, country: str) -> list[str]:
    cells = {
        "Gaia ID": OWNER,
        "Activity Timestamp": f"{when:%Y-%m-%d %H:%M:%S} UTC",
        "IP Address": "192.0.2.7",
        "Activity Country": country,
        "User Agent String": "Fictional/1.0",
        "Product Name": "Gmail",
    }
    return [cells.get(name, "") for name in header]


def _account(words: Words, header: Row) -> dict[str, bytes]:
    return {
        "Takeout/archive_browser.html": b"<html><body>Fictional contents</body></html>",
        f"Takeout/{words.account}/robin.SubscriberInfo.html": subscriber(f"{CREATED:%Y-%m-%d %H:%M:%S} UTC"),
        f"Takeout/{words.log}/{_LOG_NAME if words is ENGLISH else words.log + '.csv'}": _log(header),
        "Takeout/Fotos/Album/IMG_0001.jpg.json": b'{"title": "IMG_0001.jpg"}',
        "Takeout/Fotos/Album/metadata.json": b'{"title": "Album"}',
    }


def _json(words: Words, items: Sequence[dict[str, object]]) -> dict[str, bytes]:
    folder = f"Takeout/{words.activity}"
    searches = [_search(when, words) for when in reversed(SEARCHED)]
    return {
        f"{folder}/{words.gemini}/{words.file}.json": as_json(items),
        f"{folder}/{words.search}/{words.file}.json": as_json(searches),
    }


def _uses(words: Words, ending: str, *found: tuple[datetime, str]) -> tuple[Stated, ...]:
    """The uses that show: their times and places, with a zone in JSON and in English pages only."""
    member = f"Takeout/{words.activity}/{words.gemini}/{words.file}.{ending}"
    bounds = utc if ending == "json" or words is ENGLISH else no_zone
    return tuple(fact("ai_use", "gemini", bounds(when), member, place) for when, place in found)


def _logged(words: Words) -> tuple[Stated, ...]:
    member = f"Takeout/{words.log}/{_LOG_NAME if words is ENGLISH else words.log + '.csv'}"
    (first, _), (french, _), (last, _) = ACCESSED
    return (
        fact("login", "login", utc(first), member, "row 4, column Activity Timestamp"),
        fact("login", "login", utc(last), member, "row 2, column Activity Timestamp"),
        fact("region_hint", "DE", utc(first), member, "row 4, column Activity Country"),
        fact("region_hint", "DE", utc(last), member, "row 2, column Activity Country"),
        fact("region_hint", "FR", utc(french), member, "row 3, column Activity Country"),
    )


def _sample(
    era: str, words: Words, header: Row, files: Mapping[str, bytes], uses: tuple[Stated, ...]
) -> Sample:
    name = "takeout-20260309T010203Z-001.zip" if header is OLD_LOG else "takeout-20260309T010203Z-1-001.zip"
    account = f"Takeout/{words.account}/robin.SubscriberInfo.html"
    created = fact("account_created", "created", utc(CREATED), account, "record 4")
    counts = {"ai_prompts": len(ASKED), "searches": len(SEARCHED)}
    archive = made(name, _account(words, header) | dict(files), MADE_AT)
    return Sample(f"google-{era}", "google", archive, OWNER, counts, (created, *_logged(words), *uses))


OLDER = [_used(when) for when in ASKED[:2]] + [_interaction(when) for when in ASKED[2:]]
RENAMED = [_prompted(when, ENGLISH, "Keep Activity") for when in ASKED[3:]] + [
    _prompted(when, ENGLISH, "Gemini Apps Activity") for when in reversed(ASKED[:3])
]
LOCAL = [_prompted(when, CHINESE, "Gemini 应用活动记录") for when in ASKED]


def _json_uses(words: Words) -> tuple[Stated, ...]:
    return _uses(words, "json", (ASKED[0], "/0/activityControls"), (ASKED[3], "/3/activityControls"))


def _page_uses(words: Words) -> tuple[Stated, ...]:
    return _uses(words, "html", (ASKED[0], "record 4"), (ASKED[3], "record 1"))


def google_samples() -> tuple[Sample, ...]:
    """A Takeout of each known form of saved activity; the name of the control changes in 2025."""
    places = ("/3/activityControls", "/1/activityControls", "/0/activityControls")
    renamed = _uses(ENGLISH, "json", *zip((ASKED[0], ASKED[2], ASKED[3]), places, strict=True))
    return (
        _sample("json-older", ENGLISH, OLD_LOG, _json(ENGLISH, OLDER), _json_uses(ENGLISH)),
        _sample("json-renamed", ENGLISH, NEW_LOG, _json(ENGLISH, RENAMED), renamed),
        _sample("json-chinese", CHINESE, NEW_LOG, _json(CHINESE, LOCAL), _json_uses(CHINESE)),
        _sample("html-english", ENGLISH, NEW_LOG, _pages(ENGLISH, _english), _page_uses(ENGLISH)),
        _sample("html-german", GERMAN, NEW_LOG, _pages(GERMAN, _german), _page_uses(GERMAN)),
        _sample(
            "html-portuguese", PORTUGUESE, NEW_LOG, _pages(PORTUGUESE, _portuguese), _page_uses(PORTUGUESE)
        ),
    )
