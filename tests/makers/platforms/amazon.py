# SPDX-License-Identifier: Apache-2.0
"""Fictional zips of Amazon's data request: privacy settings, and Alexa's country of residence."""

from __future__ import annotations

from tests.makers.clock import at
from tests.makers.platforms.facts import fact, utc
from tests.makers.sample import Sample, made
from tests.makers.tables import Row, table

CHANGED = at("2025-03-28 10:11:12")
MADE_AT = at("2026-05-02 04:00:00")
LIVED = ((at("2019-12-25 08:00:00"), "US"), (at("2023-08-01 09:30:00"), "DE"))
PRIVACY = "Retail.CustomerProfile/Retail.CustomerProfile.PrivacySettings.csv"
RESIDENCE = "Location/Country of Residence-1.csv"


def privacy(header: Row = ("fictionalSetting", "lastModified")) -> bytes:
    """The table of privacy settings; of its columns only the day of change is known."""
    return table(header, [("true", f"{CHANGED:%m/%d/%Y %H:%M:%S}")])


def amazon_samples() -> tuple[Sample, ...]:
    """One zip for each kind of data, as Amazon hands them out, and both unpacked into one folder."""
    lived = table(
        ("Timestamp", "Country"), [(f"{when:%Y-%m-%dT%H:%M:%S}.000Z", code) for when, code in LIVED]
    )
    facts = tuple(
        fact("region_hint", code, utc(when), RESIDENCE, f"row {row}, column Country")
        for row, (when, code) in enumerate(LIVED, 2)
    )
    alexa = {RESIDENCE: lived, "Location/README.txt": b"Fictional\n"}
    profile = {PRIVACY: privacy(), "Retail.CustomerProfile/README.txt": b"Fictional\n"}
    return (
        Sample("alexa-residence", "alexa", made("Alexa.zip", alexa, MADE_AT), None, {}, facts),
        Sample("alexa-privacy", "alexa", made("Retail.CustomerProfile.zip", profile, MADE_AT), None, {}, ()),
        Sample("alexa-together", "alexa", made("Amazon.zip", alexa | profile, MADE_AT), None, {}, facts),
    )
