# SPDX-License-Identifier: Apache-2.0
"""Sealed bundles: what a check says of a good one, and of each way to tamper with seal, report and stamp."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from inspector.bundle import custody, layout
from inspector.bundle.seal.key import grouped
from inspector.bundle.seal.report_signing import signed
from inspector.bundle.seal.signing import sealed
from inspector.bundle.timestamp.question import question
from inspector.bundle.verification import KNOWN_KEY, UNKNOWN_KEY, Verification
from inspector.bundle.verifying import verify
from inspector.cases.custody import chained
from inspector.domain.text import note
from inspector.domain.wire import time_text
from inspector.system.messages import Messages
from tests.makers.authority import NAME, Authority, made
from tests.unit.bundle.fictional import (
    CONTENTS,
    NOW,
    check_of,
    failures,
    files_of,
    remade,
    retagged,
    sha256,
    verified,
    written,
)
from tests.unit.bundle.seal.test_report import shadowed
from tests.unit.bundle.sealed import KEY, OTHER, acts, real_pdf, sealed_again, sealed_bundle, with_seal

Files = dict[str, bytes]
STAMP = layout.timestamp(1)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return made(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sealed_bundle(tmp_path_factory.mktemp("sealed"))


@pytest.fixture(scope="module")
def stamped(tmp_path_factory: pytest.TempPathFactory, authority: Authority) -> Path:
    def stamper(_what: str, data: bytes) -> bytes:
        return authority.reply(question(data).request)

    return sealed_bundle(tmp_path_factory.mktemp("stamped"), [stamper, lambda _what, _data: None])


@pytest.fixture
def files(stamped: Path) -> Files:
    return files_of(stamped)


def test_a_sealed_bundle_is_intact_and_its_key_not_known(bundle: Path) -> None:
    found = verify(bundle)
    assert found.ok
    assert {
        check.name: check.ok for check in found.checks if check.name in ("seal", "timestamp", "report")
    } == {
        "seal": True,
        "timestamp": None,
        "report": True,
    }
    assert found.verdict.key == "bundle.verdict.sealed"
    assert Messages("en").text(found.verdict.key).startswith("Intact; sealed by a key not known here.")
    assert check_of(found, "seal").notes == (note(UNKNOWN_KEY, fingerprint=grouped(KEY.fingerprint)),)


def test_with_its_fingerprint_or_its_key_the_verdict_is_more(bundle: Path) -> None:
    own = verify(bundle).fingerprint
    assert verify(bundle, own).verdict.key == "bundle.verdict.sealed_expected"
    found = verify(bundle)
    known = replace(check_of(found, "seal"), notes=(note(KNOWN_KEY, fingerprint=grouped(KEY.fingerprint)),))
    checks = tuple(known if check.name == "seal" else check for check in found.checks)
    assert Verification(found.fingerprint, checks).verdict.key == "bundle.verdict.sealed_known"


def test_a_stamped_bundle_says_when_and_by_whom(stamped: Path) -> None:
    found = verify(stamped)
    assert found.ok, failures(found)
    # The authority is a real one of today, the log is of a day that has long gone by.
    said, *_apart = check_of(found, "timestamp").notes
    assert (said.key, said.as_dict()["name"]) == ("bundle.timestamp.good", NAME)
    assert [one.key for one in check_of(found, "report").notes] == [
        "bundle.report.good",
        "bundle.report.signed",
        "bundle.timestamp.good",
    ]
    assert STAMP in files_of(stamped)
    assert layout.timestamp(2) not in files_of(stamped)


def stamped_log(made: datetime, asked: int = 0) -> Callable[[Files], Files]:
    """Puts in a log that ends at this time and names so many authorities that were asked, and seals it."""

    def change(files: Files) -> Files:
        plain = [{name: value for name, value in act.items() if name != "prev"} for act in acts(None)]
        hosts = [f"{number}.example.com" for number in range(asked)]
        plain[-1] |= {"at": time_text(made), "details": {"seal": KEY.fingerprint, "timestamps_asked": hosts}}
        log = custody.document(chained(plain))
        fitting = remade({**files, layout.CUSTODY: log})
        return {**fitting, layout.SEAL: sealed(fitting[layout.TAG_MANIFEST], KEY)}

    return change


def stamps_said(folder: Path, files: Files, authority: Authority, stamps: int) -> list[str]:
    """What is said of the timestamps besides who made them, in a bundle with so many."""
    files = without(STAMP, files)
    for number in range(1, stamps + 1):
        answer = authority.reply(question(files[layout.TAG_MANIFEST]).request)
        files[layout.timestamp(number)] = answer
    found = verified(folder, files)
    assert found.ok, failures(found)
    known = ("bundle.timestamp.good", "bundle.timestamp.none")
    return [one.id for one in check_of(found, "timestamp").notes if one.key not in known]


@pytest.mark.parametrize(("asked", "stamps"), [(0, 0), (1, 1), (2, 2), (1, 0), (2, 1)])
def test_a_timestamp_that_was_taken_out_is_missed(
    tmp_path: Path, files: Files, authority: Authority, asked: int, stamps: int
) -> None:
    said = stamps_said(tmp_path, stamped_log(datetime.now(UTC), asked)(files), authority, stamps)
    assert said == (["fewer"] if stamps < asked else [])


def test_a_log_by_a_clock_that_was_set_back_is_told_from_the_time_of_the_authority(
    tmp_path: Path, files: Files, authority: Authority
) -> None:
    back = stamped_log(datetime.now(UTC) - timedelta(days=300))(files)
    assert stamps_said(tmp_path, back, authority, 1) == ["apart"]


def test_a_timestamp_from_the_future_is_told(
    tmp_path: Path, files: Files, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = datetime.now(UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int((today - timedelta(days=9)).timestamp())))
    assert stamps_said(tmp_path, stamped_log(today)(files), authority, 1) == ["ahead"]


def test_without_pages_the_signature_of_the_report_is_left_out(bundle: Path) -> None:
    assert [one.key for one in check_of(verify(bundle, pages=False), "report").notes] == [
        "bundle.report.good"
    ]


def test_no_two_sealed_bundles_are_alike_but_what_they_hold_is(bundle: Path, tmp_path: Path) -> None:
    again = sealed_bundle(tmp_path)
    one, other = files_of(bundle), files_of(again)
    assert {path for path in one if one[path] != other[path]} == {
        layout.REPORT,
        layout.TAG_MANIFEST,
        layout.SEAL,
    }
    assert verify(bundle).fingerprint == verify(again).fingerprint


def without(path: str, files: Files) -> Files:
    return {name: data for name, data in files.items() if name != path}


def with_file(path: str, data: bytes, files: Files) -> Files:
    return {**files, path: data}


def with_report(change: Callable[[bytes], bytes], files: Files) -> Files:
    """Another report, covered by a good seal of the same key: only the report's own check can see it."""
    return with_seal({**without(STAMP, files), layout.REPORT: change(files[layout.REPORT])}, KEY)


def flipped(pdf: bytes) -> bytes:
    changed = bytearray(pdf)
    changed[pdf.index(b"/MediaBox") - 3] ^= 1
    return bytes(changed)


def nearly(signature: bytes) -> bytes:
    """Return it with one bit changed in the number at its end."""
    return signature[:-5] + bytes([signature[-5] ^ 1]) + signature[-4:]


def own(files: Files) -> str:
    return sha256(files[layout.MANIFEST])


ATTACKS: dict[str, tuple[Callable[[Files], Files], dict[str, list[str]]]] = {
    "the seal is gone": (partial(without, layout.SEAL), {"seal": ["seal.missing"]}),
    "the seal of another bundle": (
        partial(with_file, layout.SEAL, sealed(b"another list\n", KEY)),
        {"seal": ["seal.other"]},
    ),
    "a seal with a flipped byte": (
        lambda files: {**files, layout.SEAL: nearly(files[layout.SEAL])},
        {"seal": ["seal.other"]},
    ),
    "no seal at all under its name": (
        partial(with_file, layout.SEAL, b"-----BEGIN"),
        {"seal": ["seal.unreadable"]},
    ),
    "the same data, sealed with another key": (
        lambda files: with_seal(without(STAMP, files), OTHER),
        {"seal": ["seal.other_key"]},
    ),
    "other data, sealed again with another key": (
        lambda files: sealed_again(
            {**without(STAMP, files), layout.FINDINGS: b'{"schema": "inspector/findings/1" }\n'}, OTHER
        ),
        {},
    ),
    "other data, sealed again, the log left": (
        lambda files: sealed_again(
            {**without(STAMP, files), layout.FINDINGS: b'{"schema": "inspector/findings/1" }\n'},
            OTHER,
            stated=False,
        ),
        {"seal": ["seal.other_key"]},
    ),
    "the stamp of another bundle": (
        lambda files: {**retagged({**files, layout.HOW_TO: b"other\n"}), layout.SEAL: files[layout.SEAL]},
        {"seal": ["seal.other"], "timestamp": ["timestamp.other_hash"]},
    ),
    "a stamp with a flipped byte": (
        lambda files: {**files, STAMP: nearly(files[STAMP])},
        {"timestamp": ["timestamp.unsigned"]},
    ),
    "an endless stamp": (partial(with_file, STAMP, bytes(70_000)), {"timestamp": ["timestamp.unreadable"]}),
    "a report with a shadow on top": (partial(with_report, shadowed), {"report": ["report.appended"]}),
    "a report with a changed byte": (partial(with_report, flipped), {"report": ["report.bad_signature"]}),
    "a report signed by someone else": (
        lambda files: with_report(lambda _: signed(real_pdf(own(files)), OTHER, NOW), files),
        {"report": ["report.other_key"]},
    ),
    "a signed report of another bundle": (
        lambda files: with_report(lambda _: signed(real_pdf("0" * 64), KEY, NOW), files),
        {"report": ["report.other"]},
    ),
}


@pytest.mark.parametrize("kind", ATTACKS)
def test_every_attack_on_seal_stamp_and_report_is_named(tmp_path: Path, files: Files, kind: str) -> None:
    change, wanted = ATTACKS[kind]
    found = verified(tmp_path, change(files))
    assert {name: keys for name, keys in failures(found).items() if name != "container"} == wanted
    if not wanted:
        # Nobody can tell it from a good one but by what they know from elsewhere.
        assert found.verdict.key == "bundle.verdict.sealed"
        assert own(files) != found.fingerprint


def test_a_bundle_sealed_again_is_caught_with_the_fingerprint_of_the_first(
    tmp_path: Path, files: Files
) -> None:
    change, _ = ATTACKS["other data, sealed again with another key"]
    verified(tmp_path, change(files))
    found = verify(tmp_path / "forged.zip", own(files))
    assert failures(found) == {"manifest": ["manifest.unexpected"]}


def test_a_stale_stamp_is_caught_where_a_bundle_was_sealed_again(tmp_path: Path, files: Files) -> None:
    changed = sealed_again({**files, layout.FINDINGS: b'{"schema": "inspector/findings/1" }\n'}, OTHER)
    assert failures(verified(tmp_path, changed)) == {"timestamp": ["timestamp.other_hash"]}


def test_a_seal_that_was_put_on_later_by_someone_is_named(tmp_path: Path) -> None:
    found = verified(tmp_path, with_seal(files_of(written(tmp_path, CONTENTS)), OTHER))
    assert failures(found) == {"seal": ["seal.unstated"]}


def test_a_stamp_by_an_authority_that_vouches_for_itself_is_named(tmp_path: Path, files: Files) -> None:
    own_stamp = made(tmp_path / "own", self_signed=True).reply(question(files[layout.TAG_MANIFEST]).request)
    found = verified(tmp_path, {**files, STAMP: own_stamp})
    assert failures(found) == {"timestamp": ["timestamp.self_signed"]}


def test_an_unsigned_report_under_a_seal_is_said_to_be_so(tmp_path: Path, files: Files) -> None:
    plain = {**without(STAMP, files), layout.REPORT: real_pdf(own(files))}
    found = verified(tmp_path, with_seal(plain, KEY))
    assert found.ok
    assert check_of(found, "report").notes[-1].key == "bundle.report.unsigned"


def test_the_plain_lists_made_again_without_the_key_fail(tmp_path: Path, files: Files) -> None:
    found = verified(tmp_path, remade({**files, layout.FINDINGS: b"{}\n"}))
    assert set(failures(found)) == {"seal", "timestamp"}
