# SPDX-License-Identifier: Apache-2.0
"""Chosen attacks on a bundle, each caught by the confined check and named for what it is.

Those on seal, timestamp and the signature of the report stand with their own tests.
"""

from __future__ import annotations

import io
import json
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.app.checking import verify
from inspector.bundle import layout
from inspector.cases.custody import chained
from tests.unit.bundle.fictional import (
    failures,
    files_of,
    named_files,
    remade,
    retagged,
    unpacked,
    written,
    zipped,
)

Files = dict[str, bytes]
Attack = Callable[[Files], bytes]
MEMBER, OTHER = "data/members/0001.bin", "data/members/0002.bin"


def packed(files: Files) -> bytes:
    """The files as a zip that is as the program writes it."""
    return zipped((f"{layout.FOLDER}/{path}", files[path]) for path in sorted(files))


def without(files: Files, *paths: str) -> Files:
    return {path: data for path, data in files.items() if path not in paths}


def raw(files: Files, **more: bytes) -> bytes:
    """The zip with more members, under any name, in their order."""
    every = {f"{layout.FOLDER}/{path}": data for path, data in files.items()} | more
    return zipped(sorted(every.items(), key=lambda one: one[0].encode()))


def with_acts(files: Files, change: Callable[[list[dict[str, object]]], list[dict[str, object]]]) -> bytes:
    log = json.loads(files[layout.CUSTODY])
    return packed(
        remade({**files, layout.CUSTODY: json.dumps({**log, "acts": change(log["acts"])}).encode()})
    )


def bare(acts: list[dict[str, object]]) -> list[dict[str, object]]:
    """Acts as they are before they are chained."""
    return [{key: value for key, value in act.items() if key != "prev"} for act in acts]


def replaced_and_listed_again(files: Files) -> bytes:
    """Other findings, all lists made to fit, the report left as it is."""
    made = remade({**files, layout.FINDINGS: b'{"schema": "inspector/findings/1", "state": "off"}\n'})
    return packed(retagged({**made, layout.REPORT: files[layout.REPORT]}))


def real_names_swapped(files: Files) -> bytes:
    rows = json.loads(files[layout.MEMBERS])
    first, second = rows["cited"]
    first["file"], second["file"] = second["file"], first["file"]
    return packed(remade({**files, layout.MEMBERS: json.dumps(rows).encode()}))


def zipped_again(files: Files) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(f"{layout.FOLDER}/{path}", data)
    return out.getvalue()


def with_comment(files: Files) -> bytes:
    data = bytearray(packed(files))
    data[-2:] = (4).to_bytes(2, "little")
    return bytes(data) + b"note"


def cut_in_the_manifest(files: Files) -> bytes:
    lines = files[layout.MANIFEST].splitlines(keepends=True)
    fewer = b"".join(line for line in lines if MEMBER.encode() not in line)
    return packed(retagged({**files, layout.MANIFEST: fewer}))


def traversal(files: Files) -> bytes:
    more = files[layout.MANIFEST] + b"0" * 64 + b"  data/../../../../etc/passwd\n"
    return packed(retagged({**files, layout.MANIFEST: more}))


ATTACKS: dict[str, tuple[Attack, str, str]] = {
    "a renamed file": (
        lambda files: packed({**without(files, MEMBER), "data/members/0009.bin": files[MEMBER]}),
        "completeness",
        "data/members/0009.bin",
    ),
    "an added file": (
        lambda files: packed({**files, "data/more.bin": b"x"}),
        "completeness",
        "data/more.bin",
    ),
    "a file with the ending of a seal": (
        lambda files: packed({**files, "more.p7s": b"x"}),
        "completeness",
        "more.p7s",
    ),
    "a file with the name of a timestamp elsewhere": (
        lambda files: packed({**files, f"more/{layout.timestamp(1)}": b"x"}),
        "completeness",
        f"more/{layout.timestamp(1)}",
    ),
    "a path in other letters in the manifest": (
        lambda files: packed(
            retagged(
                {**files, layout.MANIFEST: files[layout.MANIFEST].replace(b"members/0001", b"Members/0001")}
            )
        ),
        "completeness",
        "data/Members/0001.bin",
    ),
    "a removed file": (lambda files: packed(without(files, MEMBER)), "completeness", MEMBER),
    "two files swapped": (
        lambda files: packed({**files, MEMBER: files[OTHER], OTHER: files[MEMBER]}),
        "payload",
        MEMBER,
    ),
    "real names swapped": (real_names_swapped, "payload", MEMBER),
    "a line cut out of the manifest": (cut_in_the_manifest, "completeness", MEMBER),
    "other findings, all lists made again": (replaced_and_listed_again, "report", ""),
    "a path out of the folder in the manifest": (traversal, "manifest", layout.MANIFEST),
    "a member that unpacks out of the folder": (
        lambda files: raw(files, **{f"{layout.FOLDER}/../../evil.sh": b"x"}),
        "container",
        f"{layout.FOLDER}/../../evil.sh",
    ),
    "an absolute member": (
        lambda files: raw(files, **{"/etc/cron.d/evil": b"x"}),
        "container",
        "/etc/cron.d/evil",
    ),
    "a member with the same name in capitals": (
        lambda files: raw(files, **{f"{layout.FOLDER}/REPORT.PDF": b"%PDF another"}),
        "container",
        f"{layout.FOLDER}/REPORT.PDF",
    ),
    "a name in two Unicode forms": (
        lambda files: raw(
            files,
            **{f"{layout.FOLDER}/{unicodedata.normalize(form, 'ré.txt')}": b"x" for form in ("NFC", "NFD")},
        ),
        "container",
        f"{layout.FOLDER}/ré.txt",
    ),
    "a member twice": (
        lambda files: zipped(
            sorted(
                [
                    *((f"{layout.FOLDER}/{path}", data) for path, data in files.items()),
                    (f"{layout.FOLDER}/{layout.FINDINGS}", b"{}"),
                ]
            )
        ),
        "container",
        f"{layout.FOLDER}/{layout.FINDINGS}",
    ),
    "cut off": (lambda files: packed(files)[:-1000], "container", ""),
    "zipped again": (zipped_again, "container", f"{layout.FOLDER}/VERIFY.txt"),
    "something appended": (lambda files: packed(files) + b"PK\x05\x06" + bytes(18), "container", ""),
    "something in front": (lambda files: b"#!/bin/sh\n" + packed(files), "container", ""),
    "a comment in the zip": (with_comment, "container", ""),
    "the log cut short": (lambda files: with_acts(files, lambda acts: acts[1:]), "custody", "1"),
    "the end of the log cut off": (lambda files: with_acts(files, lambda acts: acts[:2]), "custody", ""),
    "an act taken out and the log chained anew": (
        lambda files: with_acts(files, lambda acts: chained(bare([acts[0], acts[2]]))),
        "custody",
        "2",
    ),
    "an act taken out of the log": (
        lambda files: with_acts(files, lambda acts: [acts[0], acts[2]]),
        "custody",
        "2",
    ),
    "an act changed in the log": (
        lambda files: with_acts(files, lambda acts: [{**acts[0], "at": "2020-01-01T00:00:00Z"}, *acts[1:]]),
        "custody",
        "2",
    ),
    "files that lie elsewhere": (
        lambda files: packed(retagged({**files, "fetch.txt": b"http://example.com/x 1 data/x\n"})),
        "completeness",
        "",
    ),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return files_of(written(tmp_path_factory.mktemp("attacked")))


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_caught_and_named(attack: str, files: Files, tmp_path: Path) -> None:
    change, check, named = ATTACKS[attack]
    target = tmp_path / "attacked.zip"
    target.write_bytes(change(files))
    found = verify(target)
    assert check in failures(found), failures(found)
    assert not named or named in named_files(found)
    assert not list(tmp_path.glob("**/evil*"))


def test_a_log_made_again_whole_is_another_bundle(files: Files, tmp_path: Path) -> None:
    """Nothing in the bundle itself can tell: what was noted elsewhere can."""
    before = tmp_path / "before.zip"
    before.write_bytes(packed(files))
    fingerprint = verify(before).fingerprint
    assert fingerprint
    first, _, last = bare(json.loads(files[layout.CUSTODY])["acts"])
    after = tmp_path / "after.zip"
    after.write_bytes(with_acts(files, lambda _acts: chained([first, {**last, "n": 2}])))
    assert verify(after).ok
    assert verify(after).verdict.key == "bundle.verdict.unsealed"
    assert failures(verify(after, fingerprint)) == {"manifest": ["manifest.unexpected"]}


def test_an_unpacked_bundle_on_a_disk_that_knows_no_case(files: Files, tmp_path: Path) -> None:
    root = unpacked(tmp_path, files)
    (root / "Report.pdf").write_bytes(b"%PDF another")
    assert "Report.pdf" in named_files(verify(root))
