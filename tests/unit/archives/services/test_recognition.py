# SPDX-License-Identifier: Apache-2.0
"""Which service an export is of shows by shape and content, never by its name, by few names at any size."""

from __future__ import annotations

import io
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.archives.candidates import candidates
from inspector.archives.find import find_sources
from inspector.archives.membership import Claim, claimed
from inspector.archives.opening import open_container
from inspector.archives.read import read_source
from tests.makers.assistants import samples
from tests.makers.assistants.chatgpt import conversation, era_2026
from tests.makers.assistants.others import claude_sample, deepseek_sample
from tests.makers.assistants.work import copilot_sample
from tests.makers.clock import at
from tests.makers.containers import folder
from tests.makers.every import exports
from tests.makers.linkedin import account
from tests.makers.platforms import samples as platform_samples
from tests.makers.platforms.discord import discord_samples
from tests.makers.platforms.google import google_samples
from tests.makers.sample import as_json, made
from tests.makers.together import together
from tests.makers.zips import Member
from tests.unit.archives.ways import NOW, counts, read, said

SAMPLES = samples()
EXPORTS = exports()
DAY = at("2026-06-13 16:00")


def service_of(path: Path) -> str | None:
    """Return the service that a source is recognised as."""
    container = open_container(path)
    try:
        claim = claimed(container, path.name)
    finally:
        container.close()
    return claim.kind.service if isinstance(claim, Claim) else None


@pytest.mark.parametrize("name", EXPORTS)
def test_the_name_of_the_file_and_the_order_of_members_tell_nothing(name: str, tmp_path: Path) -> None:
    service, export = EXPORTS[name]
    turned = replace(export, name="download.bin", members=export.members[::-1])
    assert service_of(turned.write(tmp_path)) == service


@pytest.mark.parametrize("name", EXPORTS)
def test_a_folder_around_the_export_is_looked_through(name: str, tmp_path: Path) -> None:
    service, export = EXPORTS[name]
    members = [replace(member, name=f"Téléchargements/a b/{member.name}") for member in export.members]
    assert service_of(replace(export, members=tuple(members)).write(tmp_path)) == service


def test_keys_in_any_order_and_spacing_tell_the_same(tmp_path: Path) -> None:
    chat = dict(reversed(conversation(1, DAY).items()))
    spread = as_json([chat]).replace(b'":', b'" : ')
    only = made("export.zip", {"conversations.json": b"\xef\xbb\xbf" + spread}, DAY)
    assert service_of(only.write(tmp_path)) == "chatgpt"
    assert counts(read(tmp_path / only.name)) == {"ai_chats": 1, "ai_prompts": 2}


def test_conversations_of_three_services_share_a_name_and_are_told_apart(tmp_path: Path) -> None:
    for number, sample in enumerate((era_2026(), claude_sample(), deepseek_sample())):
        name = "conversations-000.json" if sample.service == "chatgpt" else "conversations.json"
        alone = made(f"{number}.zip", {"conversations.json": sample.made[name]}, DAY)
        assert service_of(alone.write(tmp_path)) == sample.service


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b'[{"title":"a"}]',
        b'{"mapping":1}',
        b"<html>",
        b'[{"mapping',
        b"\xff" * 9000,
    ],
)
def test_a_file_that_only_has_the_name_is_no_export(content: bytes, tmp_path: Path) -> None:
    names = (
        "conversations.json", "user.json", "users.json", "users_000001.json", "user_data.json",
        "json/account.json", "Account/user.json", "checkfile.csv", "statistics.csv", "Userdata.json",
        "Takeout/a/c.csv",        "Takeout/a/b/MyActivity.json", "Takeout/a/b/MyActivity.html",
    )  # fmt: skip
    assert service_of(made("x.zip", dict.fromkeys(names, content), DAY).write(tmp_path)) is None


def test_what_two_services_claim_is_read_by_neither_and_both_are_named(tmp_path: Path) -> None:
    both = {
        member.name: member.data for sample in (era_2026(), claude_sample()) for member in sample.made.members
    }
    reading = read(made("both.zip", both, DAY).write(tmp_path))
    assert (reading.source.status, reading.source.service) == ("unsupported", None)
    assert reading.source.reason is not None
    assert reading.source.reason.as_dict()["services"] == "ChatGPT, Claude"
    assert reading.facts == ()
    assert "ChatGPT, Claude" in said(reading)[0]


def test_exports_of_several_services_in_one_zip_are_counted_and_not_mixed(tmp_path: Path) -> None:
    both = {sample.name: sample.made for sample in (claude_sample(), deepseek_sample())}
    reading = read(together("all.zip", both).write(tmp_path))
    assert reading.source.reason is not None
    assert (reading.source.reason.id, reading.source.reason.as_dict()["n"]) == ("several_exports", 2)
    assert (len(reading.inside), reading.facts) == (2, ())


def test_a_folder_of_downloads_is_sorted_into_accounts(tmp_path: Path) -> None:
    for sample in SAMPLES:
        sample.made.write(tmp_path)
    account().write(tmp_path)
    other = tmp_path / "old"
    other.mkdir()
    second = era_2026().made
    second = second.with_member(
        "user.json", second["user.json"].replace(b"user-Fictional", b"user-Another00")
    )
    second.write(other)
    claude_sample().made.unpack(other)
    (other / "notes.txt").write_bytes(b"x")
    (other / "screen.png").write_bytes(b"\x89PNG")
    found = find_sources([tmp_path])
    readings = [read_source(path, NOW) for path in found if path.suffix != ".png"]
    assert len(found) == len(SAMPLES) + 4
    assert {reading.source.status for reading in readings} == {"read"}
    accounts = {(reading.source.service, reading.source.account) for reading in readings}
    assert len([one for one in accounts if one[0] == "chatgpt"]) == 2
    assert len([one for one in accounts if one[0] == "claude"]) == 1
    assert {one[0] for one in accounts} == {sample.service for sample in SAMPLES} | {"linkedin"}


def test_files_of_an_export_loose_among_downloads_do_not_hide_the_archives(tmp_path: Path) -> None:
    for member in claude_sample().made.members:
        (tmp_path / member.name).write_bytes(member.data)
    archive = account().write(tmp_path)
    (tmp_path / "screen.png").write_bytes(b"\x89PNG")
    assert find_sources([tmp_path]) == sorted([tmp_path, archive, tmp_path / "screen.png"])
    assert read(tmp_path).source.service == "claude"


def test_tables_that_come_one_by_one_leave_what_lies_beside_them(tmp_path: Path) -> None:
    for member in copilot_sample().made.members:
        (tmp_path / member.name).write_bytes(member.data)
    (tmp_path / "screen.png").write_bytes(b"\x89PNG")
    assert find_sources([tmp_path]) == [tmp_path, tmp_path / "screen.png"]
    alone = tmp_path / "alone"
    alone.mkdir()
    copy = alone / "copilot-chat-activity (1).csv"
    copy.write_bytes(copilot_sample().made["copilot-chat-activity.csv"])
    assert find_sources([alone]) == [copy]
    assert (read(copy).source.service, counts(read(copy))) == ("microsoft-copilot", {"ai_prompts": 2})


BIG, FEW = 30_000, 300


def _big(where: Path, service: str) -> Path:
    """An export with very many pictures and other files of data."""
    made_of = {"chatgpt": era_2026().made, "google": google_samples()[2].made}
    with zipfile.ZipFile(where, "w") as archive:
        for number in range(BIG):
            if service == "google":
                archive.writestr(f"Takeout/Google Fotos/{number % 400}/IMG_{number}.jpg", b"")
                archive.writestr(
                    f"Takeout/Google Fotos/{number % 400}/IMG_{number}.jpg.json", b'{"title":"-"}'
                )
            else:
                archive.writestr(f"user-1/{number:06d}/file-{number}.dat", b"")
                archive.writestr(f"notes/{number % 500}/{number}.json", b"[]")
        for member in made_of[service].members:
            archive.writestr(member.name, member.data)
    return where


@pytest.mark.parametrize("service", ["chatgpt", "google"])
def test_an_export_is_recognised_among_very_many_files_by_the_names_of_few(
    service: str, tmp_path: Path
) -> None:
    """How soon it is, tests/bench/many_names.py measures."""
    container = open_container(_big(tmp_path / "big.zip", service))
    try:
        claim, telling = claimed(container, "big.zip"), candidates(container.names())
    finally:
        container.close()
    assert isinstance(claim, Claim)
    assert claim.kind.service == service
    assert 0 < len(telling) <= FEW


def test_a_member_of_any_size_is_told_by_its_beginning(tmp_path: Path) -> None:
    chats = b"[" + b",".join([as_json(conversation(1, DAY, 40))] * 300) + b", what no reader knows"
    path = made("large.zip", {"conversations.json": chats}, DAY).write(tmp_path)
    assert service_of(path) == "chatgpt"


def test_an_unpacked_export_is_found_among_many_folders(tmp_path: Path) -> None:
    for number in range(300):
        folder = tmp_path / f"{number:03d}" / "inside"
        folder.mkdir(parents=True)
        for other in range(8):
            (folder / f"{other}.json").write_bytes(b"[]")
    era_2026().made.unpack(tmp_path / "150")
    assert find_sources([tmp_path]) == [tmp_path / "150" / era_2026().made.stem]


def test_names_that_lead_elsewhere_or_hide_are_no_export_of_their_own(tmp_path: Path) -> None:
    sample = claude_sample()
    junk = [Member(f"__MACOSX/{member.name}", member.data, member.when) for member in sample.made.members]
    packed = replace(sample.made, members=(*sample.made.members, *junk))
    assert read(packed.write(tmp_path)).source.status == "read"


ALONE = (
    ("chatgpt", "conversations-000.json"),
    ("chatgpt", "model_comparisons.json"),
    ("claude", "conversations.json"),
    ("deepseek", "conversations.json"),
    ("github", "users_000001.json"),
    ("mistral", "chat-00000000-0000-4000-8000-000000000000.json"),
)


@pytest.mark.parametrize(("service", "member"), ALONE)
def test_a_file_taken_out_of_an_export_is_read_by_itself(service: str, member: str, tmp_path: Path) -> None:
    sample = next(one for one in SAMPLES if one.service == service and member in one.made.names)
    name = member.replace(".json", " (1).json")
    (tmp_path / name).write_bytes(sample.made[member])
    (tmp_path / "other.json").write_bytes(b'{"a": 1}')
    assert find_sources([tmp_path]) == [tmp_path / name]
    source = read(tmp_path / name).source
    assert (source.service, source.status, source.format, source.members) == (service, "read", "json", ())
    assert {row.outcome for row in source.ledger} <= {"found", "absent", "not_looked"}


def test_a_packed_archive_of_github_is_read_as_it_comes(tmp_path: Path) -> None:
    sample = next(one for one in SAMPLES if one.service == "github")
    path = tmp_path / "export.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for member in sample.made.members:
            info = tarfile.TarInfo(member.name)
            info.size, info.mtime = len(member.data), int(member.when.timestamp())
            archive.addfile(info, io.BytesIO(member.data))
    reading = read(path)
    assert (reading.source.status, reading.source.account) == ("read", sample.account)
    assert counts(reading) == dict(sample.counts)
    assert len(reading.facts) == len(sample.facts)


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


def test_what_is_unpacked_into_one_folder_hides_nothing_else(tmp_path: Path) -> None:
    for sample in platform_samples():
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
