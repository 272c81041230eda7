# SPDX-License-Identifier: Apache-2.0
"""What each capture of a seed is to show: drawn by a seeded generator, so that a seed is always the same."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Final, Literal

from tests.corpus.captures import labels
from tests.corpus.captures.kinds import BELOW, BOXES, KINDS, SLIDES, State
from tests.corpus.captures.labels import Lang, Row

Case = Literal[
    "plain",
    "disabled",
    "managed",
    "no control",
    "cut off",
    "middle",
    "mixed mark",
    "other page",
    "help text",
    "other service",
]
Layout = Literal["right", "left", "below"]

_LANG_WEIGHTS: Final[dict[Lang, int]] = {
    "en": 44, "de": 10, "fr": 6, "es": 4, "it": 2, "nl": 4, "pt-BR": 4, "pl": 3, "fi": 2, "zh-Hans": 4,
    "ja": 4, "ru": 3, "ko": 3, "ar": 3, "he": 2, "hi": 2,
}  # fmt: skip
_DISTORTIONS: Final = {
    "none": 56, "jpeg q60": 7, "jpeg q35": 6, "rescaled": 10, "cropped": 7, "night": 5, "grey": 4, "photo": 5,
}  # fmt: skip
_WIDTHS: Final = (360, 375, 390, 412, 430, 600, 768, 1024, 1280, 1440, 1920)
_FONTS: Final = (
    "Roboto", "Inter", "Liberation Sans", "Open Sans", "Noto Sans", "DejaVu Sans", "Liberation Serif",
)  # fmt: skip
_ACCENTS: Final = ("#0a84ff", "#1d9bf0", "#6750a4", "#10a37f", "#1a73e8", "#0b57d0", "#b3261e", "#7c3aed")
_WIDEST: Final = 2600
"""Pixels of the widest picture."""

PHONE: Final = 600
"""CSS pixels below which a page looks like that of a phone."""


@dataclass(frozen=True, slots=True)
class Spec:
    """One capture to be made."""

    number: int
    kind: str
    row: Row
    case: Case
    state: State
    layout: Layout
    dark: bool
    width: int
    density: float
    font: str
    accent: str
    distortion: str
    described: bool
    headed: bool
    branded: bool
    hosted: bool
    menu: bool
    dense: bool
    variant: int
    size: int
    before: int
    after: int
    noise: int
    """Seed of what the distortion and the wording draw."""

    @property
    def phone(self) -> bool:
        """Whether the page looks like that of a phone."""
        return self.width < PHONE


def plans(seed: int, count: int, word: str = "") -> list[Spec]:
    """Return the captures of a seed. The first ones are the same whatever the count.

    `word`: only labels with this text in them, of the languages that have any.
    """
    source = random.Random(seed * 7919)
    by_lang = {
        lang: [row for row in labels.rows() if row.lang == lang and word in row.text] for lang in labels.LANGS
    }
    kinds = list(KINDS)
    return [_spec(source, number, kinds[number % len(kinds)], by_lang) for number in range(count)]


def _spec(source: random.Random, number: int, kind: str, by_lang: dict[Lang, list[Row]]) -> Spec:
    weights = {lang: weight for lang, weight in _LANG_WEIGHTS.items() if by_lang[lang]}
    lang = source.choices(list(weights), list(weights.values()))[0]
    row = source.choice(by_lang[lang])
    width = source.choice(_WIDTHS)
    density = source.choice([d for d in (1.0, 1.5, 2.0, 2.625, 3.0) if d * width <= _WIDEST or d == 1])
    state: State = source.choice(("on", "off"))
    case = _case(source, kind)
    if case == "other service" and not row.shared:
        case = "plain"
    return Spec(
        number=number,
        kind=kind,
        row=row,
        case=case,
        state="middle" if case in ("middle", "mixed mark") else state,
        layout=_layout(source, kind),
        dark=source.random() < 0.4,
        width=width,
        density=density,
        font=source.choice(_FONTS),
        accent=source.choice(_ACCENTS),
        distortion=source.choices(list(_DISTORTIONS), list(_DISTORTIONS.values()))[0],
        described=source.random() < 0.6,
        headed=source.random() < 0.5,
        branded=source.random() < (0.9 if row.shared else 0.5),
        hosted=source.random() < 0.15,
        menu=width >= 768 and source.random() < 0.5,
        dense=source.random() < 0.12,
        variant=source.randrange(2),
        size=source.choice((14, 15, 16, 17)),
        before=source.randrange(0, 4),
        after=source.randrange(0, 4),
        noise=source.randrange(1 << 30),
    )  # fmt: skip


def _case(source: random.Random, kind: str) -> Case:
    drawn = source.random()
    slides, boxes = kind in SLIDES and kind != "square red and green", kind in BOXES
    steps: list[tuple[float, bool, Case]] = [
        (0.02, kind not in ("select", "text row", "word and button", "button only"), "managed"),
        (0.04, True, "no control"),
        (0.05, True, "cut off"),
        (0.075, slides, "middle"),
        (0.075, boxes, "mixed mark"),
        (0.09, True, "other page"),
        (0.1, True, "help text"),
        (0.13, True, "other service"),
        (0.19, kind in BOXES or kind in SLIDES, "disabled"),
    ]
    return next((case for below, fits, case in steps if drawn < below and fits), "plain")


def _layout(source: random.Random, kind: str) -> Layout:
    if kind in BOXES:
        return "left" if source.random() < 0.8 else "right"
    if kind in BELOW:
        return "below"
    drawn = source.random()
    if drawn < 0.1:
        return "below"
    return "left" if drawn < 0.17 and kind in SLIDES else "right"
