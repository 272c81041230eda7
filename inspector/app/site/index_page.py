# SPDX-License-Identifier: Apache-2.0
"""The first page: what the site is, how to read it, and every service with what holds on its day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from inspector.app.site.drawing import definitions, legend_mark
from inspector.app.site.markup import Markup, dated, joined, tag
from inspector.app.site.words import SiteWords
from inspector.catalog.entry import ServiceEntry
from inspector.catalog.query import Query
from inspector.catalog.standing import ControlStanding, Standing, standings
from inspector.domain.words import Practice


def index_page(words: SiteWords, *, up: str = "") -> Markup:
    """Return what stands inside `main`. `up` leads to the root of the site, where the data lies."""
    found = standings(words.catalog, Query(), words.today)
    by_service = [
        (service, tuple(group)) for service, group in groupby(found, key=lambda one: one.service.id)
    ]
    cards = [_service(words, group) for _, group in by_service]
    return joined(
        (
            definitions(),
            tag("h1", words.say("title")),
            tag("p", words.say("lead", services=len(cards), n=len(found), day=words.made_on), class_="lead"),
            tag("p", words.say("permission")),
            _legend(words),
            _search(words),
            tag("div", *cards, class_="services", id="services"),
            tag("p", words.say("none_found"), id="none", role="status", hidden=True),
            *_about(words, up),
        ),
        "\n",
    )


def _legend(words: SiteWords) -> Markup:
    items = [
        tag(
            "div",
            tag("dt", legend_mark(practice), " ", words.messages.text(f"catalog.practice.{practice}")),
            tag("dd", words.say(f"legend.{practice}")),
        )
        for practice in Practice
    ]
    return tag(
        "section", tag("h2", words.say("legend"), id="legend"), tag("dl", *items),
        tag("p", words.say("legend.reading"), class_="aside"),
        class_="card legend", aria_labelledby="legend",
    )  # fmt: skip


def _search(words: SiteWords) -> Markup:
    """The field is hidden until the script runs: without it the list is whole."""
    return tag(
        "div",
        tag("label", words.say("search"), for_="search"),
        tag("input", type="search", id="search", autocomplete="off", spellcheck="false"),
        tag("p", words.say("search_hint"), class_="aside"),
        id="finding", hidden=True, role="search",
    )  # fmt: skip


def _service(words: SiteWords, controls: tuple[ControlStanding, ...]) -> Markup:
    entry = controls[0].service
    anchor = f"service-{entry.id}"
    title = tag("h2", tag("a", entry.name, href=f"services/{entry.id}.html"), id=anchor)
    parts = [_control(words, one) for one in controls]
    return tag(
        "section", title, *parts, tag("p", _facts(words, entry), class_="aside"),
        class_="card service", aria_labelledby=anchor, data_find=_find(words, controls),
    )  # fmt: skip


def _control(words: SiteWords, whole: ControlStanding) -> Markup:
    rows = [_standing(words, one, whole) for one in whole.standings]
    name = words.own(whole.entry.name)
    anchor = whole.entry.id.partition("/")[2]
    href = f"services/{whole.service.id}.html#{anchor}"
    return joined((tag("h3", tag("a", name, href=href)), tag("ul", *rows, class_="standings")))


def _standing(words: SiteWords, one: Standing, whole: ControlStanding) -> Markup:
    practice = tag("b", words.practice(one), class_=f"practice {one.practice}")
    since = words.say("since", day=words.since(one.since)) if one.since else words.since(None)
    told = dated(f" {since} · {words.where(one, whole)} · {words.strength(*one.strengths)}")
    unsure = None if one.certain else f" · {words.messages.text('catalog.table.uncertain')}"
    return tag("li", legend_mark(one.practice), tag("span", practice, told, unsure))


def _facts(words: SiteWords, entry: ServiceEntry) -> str:
    read_on = words.say("read_on", day=words.day(entry.checked))
    parts = [read_on, words.say("source_count", n=len(entry.sources))]
    if words.today > entry.stale_after:
        parts.append(words.say("stale", day=words.day(entry.stale_after)))
    return " · ".join(parts)


def _find(words: SiteWords, controls: tuple[ControlStanding, ...]) -> str:
    """Return the words by which a service is found: names, ids, labels in every language, regions, plans."""
    entry = controls[0].service
    found = [entry.name, entry.id]
    for one in controls:
        found += [text for _, text in one.entry.name]
        found += [label.text for label in one.entry.labels]
        for row in one.entry.rows:
            found += [row.region, words.region(row.region, alone=False)]
    found += [text for plan in entry.plans for _, text in plan.name]
    return " | ".join(dict.fromkeys(found))


def _about(words: SiteWords, up: str) -> Iterator[Markup]:
    texts = [words.say(f"about.{name}") for name in ("sources", "strength", "dates", "age", "wrong")]
    cite = words.messages.text(
        "catalog.overview.cite", version=words.catalog.version, sha256=words.catalog.sha256, day=words.made_on
    )
    data = tag("a", words.say("data"), href=f"{up}catalog.json")
    yield tag(
        "section", tag("h2", words.say("about"), id="about"),
        tag("ul", *(tag("li", text) for text in texts)), tag("p", cite, class_="cite"), tag("p", data),
        class_="card", aria_labelledby="about",
    )  # fmt: skip
