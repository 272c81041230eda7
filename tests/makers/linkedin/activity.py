# SPDX-License-Identifier: Apache-2.0
"""Posts, comments, reactions, votes, reposts, articles, searches and pictures."""

from __future__ import annotations

import html
from dataclasses import replace

from tests.makers.clock import dash, sentence, slash_utc
from tests.makers.linkedin import columns
from tests.makers.linkedin.contents import Contents
from tests.makers.linkedin.eras import Era
from tests.makers.linkedin.rows import Article, Comment, Media, Share, feed
from tests.makers.linkedin.shape import Files, dialect
from tests.makers.tables import Dialect, record, table, whole


def files(contents: Contents, era: Era) -> Files:
    """Shares.csv and its neighbours."""
    if contents.shares is not None:
        rows = [_share(share, era) for share in contents.shares]
        yield "Shares.csv", table(era.shares, rows, dialect(era, "Shares.csv"))
    if contents.comments is not None:
        yield "Comments.csv", _comments(contents.comments, era)
    yield from _short_ones(contents, era)
    if contents.searches is not None:
        form = dialect(era, "SearchQueries.csv")
        form = replace(form, quoting="none") if era.bare_searches else form
        queries = [(slash_utc(x.when), x.query) for x in contents.searches]
        yield "SearchQueries.csv", table(columns.SEARCHES, queries, form)
    if contents.media is not None:
        media = [_media(item, era) for item in contents.media]
        yield "Rich_Media.csv", table(era.rich_media, media, dialect(era, "Rich_Media.csv"))
    for article in contents.articles or ():
        yield article_name(article), article_page(article)


def _short_ones(contents: Contents, era: Era) -> Files:
    if contents.reactions is not None:
        rows = [(dash(x.when), x.kind, feed(x.number)) for x in contents.reactions]
        yield "Reactions.csv", table(columns.REACTIONS, rows, dialect(era, "Reactions.csv"))
    if contents.votes is not None:
        rows = [(dash(x.when), feed(x.number), x.option) for x in contents.votes]
        yield "Votes.csv", table(columns.VOTES, rows, dialect(era, "Votes.csv"))
    if contents.reposts is not None:
        pairs = [(dash(x.when), feed(x.number)) for x in contents.reposts]
        yield "InstantReposts.csv", table(columns.REPOSTS, pairs, dialect(era, "InstantReposts.csv"))


def _share(share: Share, era: Era) -> tuple[str, ...]:
    if era.shares == columns.SHARES_2018:
        head = (slash_utc(share.when), "", "", share.link, share.text)
        return (*head, share.shared_url, share.media_url, "", share.visibility)
    text = share.text.replace("\n", '"\n"') if era.wrapped_shares else share.text
    return (dash(share.when), share.link, text, share.shared_url, share.media_url, share.visibility)


def _comments(comments: tuple[Comment, ...], era: Era) -> bytes:
    """In the spilling era a text with a line break stands bare, so that it runs over several lines."""
    form = dialect(era, "Comments.csv")
    lines = [record(columns.COMMENTS, form), *(_comment(comment, era, form) for comment in comments)]
    return whole("".join(lines), form)


def _comment(comment: Comment, era: Era, form: Dialect) -> str:
    cells = (dash(comment.when), comment.link, comment.text)
    if era.spilled_comments and "\n" in comment.text:
        bare = (*cells[:2], comment.text.replace("\n", form.newline))
        return record(bare, replace(form, quoting="none"))
    return record(cells, form)


def _media(item: Media, era: Era) -> tuple[str, ...]:
    if era.rich_media == columns.RICH_MEDIA_OLD:
        return ("Photo", item.link)
    return (f"{item.what} on {sentence(item.when)}", item.description, item.link)


def article_name(article: Article) -> str:
    """Where the archive keeps it; older ones have a date before the slug."""
    date = f"{article.dated:%Y-%m-%d %H_%M_%S}.0-" if article.dated else ""
    return f"Articles/Articles/{date}{article.slug}.html"


def article_page(article: Article) -> bytes:
    """The page: title, link of the heading, paragraphs; no date inside."""
    title = html.escape(article.title)
    link = f"https://www.linkedin.com/pulse/{article.slug}"
    body = "\n".join(f"  <p>{html.escape(text)}</p>" for text in article.paragraphs)
    page = (
        f"<html>\n<head>\n  <title>{title}</title>\n"
        "  <style>body { font-family: sans-serif }</style>\n</head>\n"
        f'<body>\n  <h1><a href="{link}">{title}</a></h1>\n{body}\n</body>\n</html>\n'
    )
    return page.encode()
