# SPDX-License-Identifier: Apache-2.0
"""Fictional exports of assistants and of GitHub, in each known era and layout."""

from tests.makers.assistants.chatgpt import chatgpt_samples
from tests.makers.assistants.others import claude_sample, deepseek_sample, grok_samples, mistral_sample
from tests.makers.assistants.work import copilot_sample, github_sample
from tests.makers.sample import Sample


def samples() -> tuple[Sample, ...]:
    """Return an export of each service and era."""
    return (
        *chatgpt_samples(),
        claude_sample(),
        deepseek_sample(),
        github_sample(),
        *grok_samples(),
        copilot_sample(),
        mistral_sample(),
    )


__all__ = ["Sample", "samples"]
