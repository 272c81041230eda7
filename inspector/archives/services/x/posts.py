# SPDX-License-Identifier: Apache-2.0
"""Posts and messages by the hour. Replies and reposts stand among the posts, not told apart."""

from __future__ import annotations

from collections.abc import Iterator

from inspector.archives.frame.dated import Dated
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import iso
from inspector.archives.services.x import shapes
from inspector.archives.services.x.records import Gathered, Records
from inspector.domain.facts import Fact, Tally
from inspector.domain.words import DataClass


def read_tweets(page: Page, gathered: Gathered) -> Iterator[Fact | Tally]:
    """Yield the count of posts, and compare the time in each id with the one beside it."""
    records, posts = Records(page, shapes.TWEET), Dated()
    for record in records:
        tweet = record.get("tweet")
        if tweet is None or not isinstance(tweet.value, dict):
            page.fault(record.row, "member.record_form")
            continue
        written = tweet.value.get("created_at")
        moment = page.time(written, record.row, (shapes.TWEET_TIME,))
        records.compare(tweet.value.get("id_str"), moment)
        posts.add(moment)
        if page.items:
            place = Node(page, written, f"{tweet.pointer}/created_at", record.row)
            yield page.item_at(DataClass.POSTS, place, moment)
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
