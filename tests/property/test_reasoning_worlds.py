# SPDX-License-Identifier: Apache-2.0
"""The true story is never ruled out: an answer leaves each world possible that may stand behind its question.

What a world takes for granted, as the program does (see worlds.py): a contradiction is resolved by grade or
leaves the position unknown; a move of the switch that nobody saw happened only where two statements leave no
other way; a change or reset that cannot be ordered among readings happened where it explains most of them.
Worlds in which no such order exists are not drawn.
"""

from __future__ import annotations

from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from inspector.reasoning.answer import answer
from inspector.reasoning.question import Question
from tests.property.depth import many
from tests.property.strategies import crowded_questions, questions
from tests.property.telling import can_tell
from tests.property.worlds import ImpossibleError, World

seeds = st.integers(0, 2**20)


def _world(question: Question, seed: int) -> World | None:
    """A world of the question; None where what was drawn first leaves no time for the rest."""
    try:
        return World(question, Random(seed))
    except ImpossibleError:
        return None


def _leaves_its_world_possible(question: Question, seed: int) -> bool:
    """Tell whether the spans can tell the true story.

    Where all things in it happened at seconds of their own, only spans flagged `may_be_empty` may be empty.
    """
    finding, world = answer(question), _world(question, seed)
    assume(finding is not None and world is not None)
    assert finding is not None
    assert world is not None
    return can_tell(finding.spans, world.story(), strict=world.is_plain())


@many
@given(questions(), seeds)
def test_the_true_story_is_never_ruled_out(question: Question, seed: int) -> None:
    assert _leaves_its_world_possible(question, seed)


@many
@given(crowded_questions(), seeds)
def test_the_true_story_is_never_ruled_out_where_much_bears_on_the_switch(
    question: Question, seed: int
) -> None:
    assert _leaves_its_world_possible(question, seed)
