# SPDX-License-Identifier: Apache-2.0
"""Fictional exports of Google, Snapchat, TikTok, Reddit, Discord, Spotify and Amazon, by layout."""

from tests.makers.platforms.amazon import amazon_samples
from tests.makers.platforms.discord import discord_samples
from tests.makers.platforms.google import google_samples
from tests.makers.platforms.reddit import reddit_samples
from tests.makers.platforms.snapchat import snapchat_samples
from tests.makers.platforms.spotify import spotify_samples
from tests.makers.platforms.tiktok import tiktok_samples
from tests.makers.sample import Sample


def samples() -> tuple[Sample, ...]:
    """Return an export of each service and era."""
    return (
        *amazon_samples(),
        *discord_samples(),
        *google_samples(),
        *reddit_samples(),
        *snapchat_samples(),
        *spotify_samples(),
        *tiktok_samples(),
    )


__all__ = ["Sample", "samples"]
