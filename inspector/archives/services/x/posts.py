# SPDX-License-Identifier: Apache-2.0
"""Posts and messages by the hour. Replies and reposts stand among the posts, not told apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from inspector.archives.formats.records import Leaf
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import iso
from inspector.archives.services.x import shapes
from inspector.archives.services.x.clock import Clock
from inspector.archives.services.x.records import Gathered, Records
from inspector.domain.facts import Fact, Tally
from inspector.domain.words import DataClass


class _Tweet(TypedDict, total=False):
    created_at: Leaf
    id_str: Leaf


class _Post(TypedDict, total=False):
    tweet: _Tweet


def read_tweets(page: Page, gathered: Gathered) -> Iterator[Fact | Tally]:
    """Yield the count of posts, and compare the time in each id with the one beside it."""
    records, posts, clock = Records(page, shapes.TWEET, _Post), Dated(), Clock(page.years)
    for record in records:
        # Of very many records no node is made for what lies inside.
        value = record.value
        tweet = value.get("tweet") if isinstance(value, dict) else None
        if not isinstance(tweet, dict):
            page.fault(record.row, "member.record_form")
            continue
        written = tweet.get("created_at")
        second = clock.second(written)
        records.compare(tweet.get("id_str"), second)
        if second is not None:
            posts.add_second(second)
        else:
            posts.add(page.time(written, record.row, (shapes.TWEET_TIME,)))
        if page.items:
            moment = shapes.TWEET_TIME(written, page.years)
            yield page.item_at(DataClass.POSTS, record.beneath(written, "tweet", "created_at"), moment)
    records.keep(gathered)
    yield page.tally(DataClass.POSTS, posts)


def read_messages(page: Page, gathered: Gathered, data_class: DataClass) -> Iterator[Fact | Tally]:
    """Yield the count of messages, sent and received; other events of a conversation are none."""
    records, messages = Records(page, None), Dated()
    for record in records:
        talk = record.get("dmConversation", "messages")
        if talk is None:
            page.fault(record.row, "member.record_form")
            continue
        for event in talk.each():
            records.inside += 1
            made = event.get("messageCreate")
            if made is None:
                continue
            written = made.get("createdAt")
            moment = page.time(written.value if written is not None else None, record.row, (iso,))
            messages.add(moment)
            if page.items:
                yield page.item_at(data_class, written or made, moment)
    records.keep(gathered)
    yield page.tally(data_class, messages)
