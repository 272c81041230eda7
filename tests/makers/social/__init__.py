# SPDX-License-Identifier: Apache-2.0
"""Fictional exports of X and of Meta's services, in each known era and layout."""

from tests.makers.sample import Sample
from tests.makers.social.facebook import facebook_samples
from tests.makers.social.instagram import instagram_samples
from tests.makers.social.others import meta_ai_sample
from tests.makers.social.x import x_samples


def samples() -> tuple[Sample, ...]:
    """Return an export of each service and era."""
    return *x_samples(), *facebook_samples(), *instagram_samples(), meta_ai_sample()


__all__ = ["Sample", "samples"]
