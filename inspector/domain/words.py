# SPDX-License-Identifier: Apache-2.0
"""The small closed vocabularies: practice, switch, state, grade, strength, data class, fact kind, status."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal


class Practice(StrEnum):
    """What a service documents for a control in a region, plan and period."""

    DEFAULT_ON = "default_on"
    OPT_IN = "opt_in"
    NO_CONTROL = "no_control"
    NOT_USED = "not_used"
    UNKNOWN = "unknown"


class Switch(StrEnum):
    """The position of a control; `none` where it is not offered."""

    ON = "on"
    OFF = "off"
    NONE = "none"
    UNKNOWN = "unknown"


class State(StrEnum):
    """Whether sharing was allowed; follows from practice and switch."""

    ON = "on"
    OFF = "off"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Grade(StrEnum):
    """How we know, strongest first."""

    RECORDED = "recorded"
    SHOWN = "shown"
    DECLARED = "declared"
    DEFAULT = "default"
    INFERRED = "inferred"
    ALLEGED = "alleged"

    @property
    def rank(self) -> int:
        """Return 0 for the strongest grade, rising as grades get weaker."""
        return list(Grade).index(self)


def strongest(grades: list[Grade]) -> Grade:
    """Return the strongest of some grades; ValueError when there are none."""
    return min(grades, key=lambda grade: grade.rank)


def weakest(grades: list[Grade]) -> Grade:
    """Return the weakest of some grades; ValueError when there are none."""
    return max(grades, key=lambda grade: grade.rank)


class Strength(StrEnum):
    """Who says so, for a bound or row of the catalog."""

    OFFICIAL = "official"
    REGULATOR = "regulator"
    PRESS = "press"
    ALLEGED = "alleged"


class Decider(StrEnum):
    """Whether a state follows from the documented practice alone or from what the member did."""

    PRACTICE = "practice"
    MEMBER = "member"


class Stated(StrEnum):
    """What the provider says about a data class."""

    USED = "used"
    NOT_USED = "not_used"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class FactKind(StrEnum):
    """What a fact states."""

    ACCOUNT_CREATED = "account_created"
    REGION_HINT = "region_hint"
    PLAN_PAYMENT = "plan_payment"
    PLAN_STATE = "plan_state"
    POLICY_ACCEPTED = "policy_accepted"
    NOTICE_RECEIVED = "notice_received"
    SETTING_READING = "setting_reading"
    SETTING_CHANGE = "setting_change"
    AI_USE = "ai_use"
    LOGIN = "login"
    VISIBILITY_CHANGE = "visibility_change"
    ITEM = "item"


class DataClass(StrEnum):
    """Kinds of things a person leaves with a service."""

    PROFILE = "profile"
    POSTS = "posts"
    REPOSTS = "reposts"
    COMMENTS = "comments"
    REACTIONS = "reactions"
    ARTICLES = "articles"
    VOTES = "votes"
    PRIVATE_MESSAGES = "private_messages"
    MESSAGES_WITH_SUBJECT = "messages_with_subject"
    SPONSORED_MESSAGES = "sponsored_messages"
    GROUP_MESSAGES = "group_messages"
    RESUMES = "resumes"
    SAVED_ANSWERS = "saved_answers"
    AI_PROMPTS = "ai_prompts"
    AI_CHATS = "ai_chats"
    PHOTOS = "photos"
    VIDEOS = "videos"
    VOICE = "voice"
    SEARCHES = "searches"
    CODE = "code"
    FILES = "files"


SourceKind = Literal["archive", "capture", "page", "mail"]
SourceStatus = Literal["read", "partial", "damaged", "encrypted", "unsupported", "refused", "changed"]
MemberStatus = Literal["read", "listed", "damaged", "encrypted", "unsupported", "refused"]
Outcome = Literal["found", "absent", "unreadable", "not_looked"]
