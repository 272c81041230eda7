# SPDX-License-Identifier: Apache-2.0
"""Fictional exports of Spotify: account data, and the extended streaming history."""

from __future__ import annotations

from tests.makers.clock import at
from tests.makers.platforms.facts import at_export, fact, no_zone_day, utc
from tests.makers.sample import Sample, made

CREATED = at("2015-01-02 00:00:00")
MADE_AT = at("2026-04-20 06:00:00")
SEARCHED = (at("2026-04-18 10:11:12"), at("2026-03-01 09:00:00"))
PLAYED = (
    (at("2019-07-01 08:00:00"), "US"),
    (at("2021-02-03 09:30:00"), "DE"),
    (at("2023-05-06 07:00:00"), "US"),
    (at("2026-04-19 22:10:00"), "DE"),
)


def user() -> dict[str, object]:
    """``Userdata.json``."""
    return {
        "username": "robin-fictional",
        "email": "robin@example.com",
        "country": "DE",
        "createdFromFacebook": False,
        "facebookUid": None,
        "birthdate": "1990-01-01",
        "gender": "neutral",
        "postalCode": None,
        "mobileNumber": None,
        "mobileOperator": None,
        "mobileBrand": None,
        "creationTime": f"{CREATED:%Y-%m-%d}",
    }


def _account() -> Sample:
    folder = "Spotify Account Data"
    searches = [
        {
            "platform": "ANDROID",
            "searchTime": f"{when:%Y-%m-%dT%H:%M:%S}.123Z[UTC]",
            "searchQuery": "fictional",
            "searchInteractionURIs": [],
        }
        for when in SEARCHED
    ]
    plays = [{"endTime": "2026-04-19 22:10", "artistName": "-", "trackName": "-", "msPlayed": 200_000}]
    files = {
        f"{folder}/Userdata.json": user(),
        f"{folder}/Identity.json": {"displayName": "Robin"},
        f"{folder}/Inferences.json": {"inferences": ["fictional"]},
        f"{folder}/SearchQueries.json": searches,
        f"{folder}/StreamingHistory_music_0.json": plays,
        f"{folder}/Read_Me_First.pdf": b"%PDF-1.4\n",
    }
    place = f"{folder}/Userdata.json"
    # What was played last has a minute and no zone, so it may have been the day before.
    now = at_export(at("2026-04-19 08:10:00"), MADE_AT)
    facts = (
        fact("account_created", "created", no_zone_day(CREATED), place, "/creationTime"),
        fact("region_hint", "DE", now, place, "/country"),
    )
    export = made("my_spotify_data.zip", files, MADE_AT)
    return Sample("spotify-account", "spotify", export, "robin-fictional", {"searches": 2}, facts)


def _extended() -> Sample:
    folder = "Spotify Extended Streaming History"
    plays = [
        {
            "ts": f"{when:%Y-%m-%dT%H:%M:%S}Z",
            "platform": "android",
            "ms_played": 200_000,
            "conn_country": country,
            "ip_addr": "192.0.2.1",
            "master_metadata_track_name": "-",
        }
        for when, country in PLAYED
    ]
    early, late = (
        f"{folder}/Streaming_History_Audio_2019-2021_0.json",
        f"{folder}/Streaming_History_Audio_2023_1.json",
    )
    files = {
        early: plays[:2],
        late: plays[2:],
        f"{folder}/Streaming_History_Video_2019-2023.json": [],
        f"{folder}/ReadMeFirst_ExtendedStreamingHistory.pdf": b"%PDF-1.4\n",
    }
    facts = tuple(
        fact("region_hint", country, utc(when), late if number > 1 else early, f"/{number % 2}/conn_country")
        for number, (when, country) in enumerate(PLAYED)
    )
    export = made("my_spotify_data.zip", files, MADE_AT)
    return Sample("spotify-extended", "spotify", export, None, {}, facts)


def spotify_samples() -> tuple[Sample, ...]:
    """Both packages, each as it comes."""
    return _account(), _extended()
