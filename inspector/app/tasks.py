# SPDX-License-Identifier: Apache-2.0
"""The checklist as a page shows it: steps by platform, what follows on what, and where each thing stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inspector.actions.action import Action
from inspector.actions.letter import Letter
from inspector.actions.wording import Line, Text, long_day, say
from inspector.app.letters import letters_of
from inspector.app.session import Session
from inspector.cases.acts import ActKind
from inspector.cases.post import Post, PostStep, post_of
from inspector.report.words import Words
from inspector.system.messages import Messages

_STEP = "actions.step."
_EVERYWHERE = "any"
_ASIDES = ("actions.object.needed", "actions.object.not_needed", "actions.switch_off.shared", "letters.way.")
_FOLLOWED = ("object", "request", "delete", "complain")
"""What is sent and answered."""


class Standing(StrEnum):
    """Where a thing to do stands."""

    OPEN = "open"
    SENT = "sent"
    DONE = "done"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Step:
    """One step, with the page it leads to where it names one.

    `numbered`: it is done after the one before; not a case that may apply, nor one way of several.
    """

    text: str
    url: str | None = None
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Guide:
    """The steps on one platform: web, ios or android."""

    platform: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do in words. `service`: whom it is about, `due`: by when.

    `after` names what comes before. `letter` tells whether the program writes one for it. `post`: the days
    of what was sent, None where nothing is sent; `offers` the days that can be given now.
    """

    id: str
    kind: str
    service: str
    title: str
    standing: Standing
    due: str
    guides: tuple[Guide, ...]
    steps: tuple[Step, ...]
    url: str | None
    not_undone: str
    after: tuple[str, ...]
    letter: bool
    post: Post | None
    offers: tuple[PostStep, ...]


def tasks(session: Session, messages: Messages, today: date) -> tuple[Task, ...]:
    """Return what to do, in the order in which to do it; what is not needed comes last."""
    written = letters_of(session, "en")
    posts = {one.action: one for one in post_of(session.case.acts)}
    actions = session.inspection().checklist
    names = {one: session.catalog.service(one).name for one in {each.service for each in actions}}
    words = _Words(messages, today, names)
    titles = {action.id: words.read(action.title) for action in actions}
    found = (_task(action, posts, written, titles, words) for action in actions)
    return tuple(sorted(found, key=lambda task: task.standing is Standing.NOT_NEEDED))


def left(found: tuple[Task, ...]) -> int:
    """Return how many of the tasks wait for the person or for an answer."""
    return sum(task.standing in (Standing.OPEN, Standing.SENT) for task in found)


@dataclass(frozen=True, slots=True)
class _Words:
    messages: Messages
    today: date
    names: Mapping[str, str]

    def due(self, action: Action) -> str:
        if action.due is None or action.status != "open":
            return ""
        overdue = action.due < self.today and action.action != "recheck"
        key = f"gui.act.due.{action.action}" if not overdue else "gui.act.overdue"
        return self.messages.text(key, day=long_day(action.due, self.messages.lang))

    def read(self, text: Text) -> str:
        """Return a text as it is read on screen."""
        return Words(self.messages).prose(say(text, self.messages))

    def step(self, text: Text) -> Step:
        return Step(self.read(text), _address(text), not _is_aside(text))


def _task(
    action: Action,
    posts: Mapping[str, Post],
    written: Mapping[str, Letter],
    titles: Mapping[str, str],
    words: _Words,
) -> Task:
    followed = action.action in _FOLLOWED
    post = posts.get(action.id, Post(action.id)) if followed else None
    return Task(
        id=action.id,
        kind=action.action,
        service=words.names[action.service],
        title=titles[action.id],
        standing=_standing(action, post),
        due=words.due(action),
        guides=tuple(_guides(action, words)),
        steps=tuple(words.step(text) for text in action.steps if _platform(text) is None),
        url=action.url,
        not_undone=" ".join(words.read(text) for text in action.not_undone),
        after=tuple(titles[name] for name in action.depends_on if name in titles),
        letter=action.id in written,
        post=post,
        offers=tuple(_offers(post, written.get(action.id))),
    )


def _standing(action: Action, post: Post | None) -> Standing:
    if action.status == "open" and post is not None and post.sent is not None:
        return Standing.SENT
    return Standing(action.status)


def _offers(post: Post | None, letter: Letter | None) -> Iterator[PostStep]:
    if post is None:
        return
    yield ActKind.SENT
    if post.sent is None:
        return
    yield ActKind.RECEIVED
    if letter is not None and letter.law is not None and letter.law.extension is not None and post.received:
        yield ActKind.EXTENDED
    yield ActKind.ANSWERED


def _platform(text: Text) -> str | None:
    """Return the platform that a step is for; None where it is for all."""
    if not isinstance(text, Line) or not text.key.startswith(_STEP):
        return None
    platform = text.key.removeprefix(_STEP)
    return None if platform == _EVERYWHERE else platform


def _guides(action: Action, words: _Words) -> Iterator[Guide]:
    named = [(_platform(text), text) for text in action.steps]
    for platform in dict.fromkeys(name for name, _ in named if name is not None):
        own = (text for name, text in named if name == platform and isinstance(text, Line))
        # The choice of the platform stands above: the steps need not name it once more.
        plain = (Line(f"{_STEP}{_EVERYWHERE}", text.values) for text in own)
        yield Guide(platform, tuple(words.step(text) for text in plain))


def _is_aside(text: Text) -> bool:
    """Answer whether a text says when something is needed, what else it decides, or one of several ways."""
    return isinstance(text, Line) and text.key.startswith(_ASIDES)


def _address(text: Text) -> str | None:
    values = dict(text.values) if isinstance(text, Line) else {}
    named = (values.get(name) for name in ("url", "where"))
    return next((one for one in named if isinstance(one, str) and one.startswith("https://")), None)
