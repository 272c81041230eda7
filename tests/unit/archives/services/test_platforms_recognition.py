# SPDX-License-Identifier: Apache-2.0
"""Platforms are told by shape and content, in any language, beside each other, in a second at any size."""

from __future__ import annotations

import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.archives.find import find_sources
from inspector.archives.membership import Claim, claimed
from inspector.archives.opening import open_container
from inspector.archives.read import read_source
from tests.makers.containers import folder
from tests.makers.linkedin import account
from tests.makers.platforms import Sample, samples
from tests.makers.platforms.discord import discord_samples
from tests.makers.platforms.google import google_samples
from tests.makers.platforms.tiktok import tiktok_samples
from tests.makers.sample import made
from tests.unit.archives.ways import NOW

SAMPLES = samples()


def _name(sample: Sample) -> str:
    return sample.name


def service_of(path: Path) -> str | None:
    """Return the service that a source is recognised as."""
    container = open_container(path)
    try:
        claim = claimed(container, path.name)
    finally:
        container.close()
    return claim.kind.service if isinstance(claim, Claim) else None


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_the_name_of_the_file_and_the_order_of_members_tell_nothing(sample: Sample, tmp_path: Path) -> None:
    turned = replace(sample.made, name="download.bin", members=sample.made.members[::-1])
    assert service_of(turned.write(tmp_path)) == sample.service


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_a_folder_around_the_export_is_looked_through(sample: Sample, tmp_path: Path) -> None:
    members = [replace(member, name=f"Téléchargements/a b/{member.name}") for member in sample.made.members]
    around = replace(sample.made, members=tuple(members))
    assert service_of(around.write(tmp_path)) == sample.service


def test_folders_of_discord_in_any_language_are_discords(tmp_path: Path) -> None:
    sample = discord_samples()[0]
    for word in ("Compte", "Konto", "アカウント", "账户"):
        members = [
            replace(member, name=member.name.replace("Account/", f"{word}/"))
            for member in sample.made.members
            if member.name.startswith("Account/")
        ]
        only = replace(sample.made, members=tuple(members))
        assert service_of(only.write(tmp_path)) == "discord"


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"null", b'[{"id":1}]', b"<html>", b'{"id', b"\xff" * 9000]
)
def test_a_file_that_only_has_the_name_is_no_export(content: bytes, tmp_path: Path) -> None:
    names = (
        "user_data.json", "Userdata.json", "json/account.json", "Account/user.json", "checkfile.csv",
        "statistics.csv", "Takeout/a/b/MyActivity.json", "Takeout/a/b/MyActivity.html", "Takeout/a/c.csv",
    )  # fmt: skip
    assert service_of(made("x.zip", dict.fromkeys(names, content), account().newest).write(tmp_path)) is None


def test_a_folder_of_downloads_is_sorted_into_accounts(tmp_path: Path) -> None:
    packed = (google_samples()[0], *discord_samples()[:1], *tiktok_samples()[:1])
    for sample in packed:
        sample.made.write(tmp_path)
    unpacked = [
        sample for sample in SAMPLES if sample.name in {"reddit-2024", "snapchat-2024", "alexa-residence"}
    ]
    for sample in unpacked:
        sample.made.unpack(tmp_path)
    account().write(tmp_path)
    (tmp_path / "notes.txt").write_bytes(b"x")
    readings = [read_source(path, NOW) for path in find_sources([tmp_path])]
    assert {reading.source.status for reading in readings} == {"read"}
    assert sorted(reading.source.service or "" for reading in readings) == sorted(
        ["linkedin", *(sample.service for sample in (*packed, *unpacked))]
    )


def test_what_is_unpacked_into_one_folder_hides_nothing_else(tmp_path: Path) -> None:
    for sample in SAMPLES:
        if sample.name in {"google-json-renamed", "spotify-account", "spotify-extended", "tiktok-2026"}:
            folder(tmp_path, sample.made.members)
        if sample.name == "reddit-2024":
            sample.made.unpack(tmp_path)
    (tmp_path / "screen.png").write_bytes(b"\x89PNG")
    found = find_sources([tmp_path])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "export_robin-fictional_20240413",
        "screen.png",
        "Spotify Account Data",
        "Spotify Extended Streaming History",
        "Takeout",
        "user_data_tiktok.json",
    ]
    readings = [read_source(path, NOW) for path in found if path.suffix != ".png"]
    assert [reading.source.service for reading in readings] == [
        "reddit",
        "spotify",
        "spotify",
        "google",
        "tiktok",
    ]
    assert {reading.source.status for reading in readings} == {"read"}


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Takeout with very many photos, each with a file of data beside it, and many other folders."""
    where = tmp_path_factory.mktemp("big") / "takeout-20260309T010203Z-001.zip"
    with zipfile.ZipFile(where, "w") as archive:
        for number in range(40_000):
            album = f"Takeout/Google Fotos/{number % 400}"
            archive.writestr(f"{album}/IMG_{number}.jpg", b"")
            archive.writestr(f"{album}/IMG_{number}.jpg.json", b'{"title":"-"}')
        for number in range(400):
            archive.writestr(f"Takeout/Google Fotos/{number}/metadata.json", b'{"title":"-"}')
        for member in google_samples()[2].made.members:
            archive.writestr(member.name, member.data)
    return where


def test_a_takeout_is_recognised_in_a_second_among_very_many_files(big: Path) -> None:
    container = open_container(big)
    try:
        took = []
        for _ in range(3):
            start = time.process_time()
            claim = claimed(container, big.name)
            took.append(time.process_time() - start)
            assert isinstance(claim, Claim)
            assert claim.kind.service == "google"
    finally:
        container.close()
    assert min(took) < 1.0
