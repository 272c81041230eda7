# SPDX-License-Identifier: Apache-2.0
"""What verify says of bundles that are whole, damaged, forged or no bundles at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from inspector.bundle import layout
from inspector.bundle.verification import Verification, to_json
from inspector.bundle.verifying import verify
from inspector.system.messages import Messages
from tests.unit.bundle.fictional import (
    check_of,
    failures,
    files_of,
    forged,
    named_files,
    remade,
    report_pdf,
    retagged,
    sha256,
    unpacked,
    verified,
    written,
)

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def files(bundle: Path) -> Files:
    return files_of(bundle)


def test_a_whole_bundle_is_intact_and_not_sealed(bundle: Path, files: Files) -> None:
    found = verify(bundle)
    assert {check.name: check.ok for check in found.checks} == {
        "container": True,
        "payload": True,
        "manifest": True,
        "completeness": True,
        "seal": None,
        "timestamp": None,
        "custody": True,
        "report": True,
        "redaction": None,
    }
    assert found.ok
    assert found.fingerprint == sha256(files[layout.MANIFEST])
    assert found.verdict.key == "bundle.verdict.unsealed"


def test_the_same_files_in_a_folder_are_intact_and_have_no_container(tmp_path: Path, files: Files) -> None:
    found = verify(unpacked(tmp_path, files))
    assert found.ok
    assert check_of(found, "container").ok is None


def test_json_has_the_shape_of_the_interface(bundle: Path) -> None:
    found = verify(bundle)
    value = to_json(found, Messages("en"))
    assert list(value) == ["schema", "ok", "fingerprint", "checks"]
    assert value["schema"] == "inspector/verification/1"
    checks = value["checks"]
    assert isinstance(checks, list)
    assert [set(check) for check in checks] == [{"name", "ok", "detail"}] * 9
    assert all(check["detail"] for check in checks)


@pytest.mark.parametrize("lang", ["en", "xx-long"])
def test_every_outcome_has_a_sentence_in_every_language(tmp_path: Path, files: Files, lang: str) -> None:
    broken = {path: data + b"x" for path, data in files.items()}
    for found in (verify(unpacked(tmp_path, broken), "?"), verify(tmp_path / "nothing")):
        sentences = [text for check in found.checks for text in check.sentences(Messages(lang))]
        assert len(sentences) >= 9
        assert Messages(lang).text(found.verdict.key, **found.verdict.as_dict())


# The fingerprint that someone else gave.


def test_the_expected_fingerprint_may_be_typed_as_people_type(bundle: Path) -> None:
    plain = verify(bundle).fingerprint or ""
    grouped = " ".join(plain[at : at + 4] for at in range(0, 64, 4)).upper()
    for expect in (plain, grouped, f" {plain}\n"):
        found = verify(bundle, expect)
        assert (found.ok, found.expected, found.verdict.key) == (True, True, "bundle.verdict.expected")


@pytest.mark.parametrize(
    ("expect", "why"), [("0" * 64, "unexpected"), ("abc", "bad_expectation"), ("", "bad_expectation")]
)
def test_another_fingerprint_than_expected_fails_the_manifest(bundle: Path, expect: str, why: str) -> None:
    found = verify(bundle, expect)
    assert failures(found) == {"manifest": [f"manifest.{why}"]}
    assert (found.expected, found.verdict.key) == (False, "bundle.verdict.failed")


def test_a_bundle_made_again_by_its_holder_passes_alone_and_fails_what_was_expected(
    tmp_path: Path, bundle: Path, files: Files
) -> None:
    again = remade({**files, layout.FINDINGS: b'{"state": "off"}\n'})
    path = forged(tmp_path / "again.zip", again)
    assert verify(path).ok
    assert failures(verify(path, verify(bundle).fingerprint)) == {"manifest": ["manifest.unexpected"]}


# Files that were changed, taken away or added. Each is tried in the zip and in a folder.

Change = Callable[[Files], Files]

CHANGES: dict[str, tuple[Change, dict[str, list[str]]]] = {
    "a payload byte": (
        lambda files: {**files, layout.FINDINGS: files[layout.FINDINGS].replace(b"1", b"2")},
        {"payload": ["file.changed"]},
    ),
    "two payload files": (
        lambda files: {**files, layout.FINDINGS: b"{}", layout.CUSTODY: b"{}"},
        {
            "payload": ["file.changed", "file.changed"],
            "manifest": ["manifest.oxum"],
            "custody": ["custody.unreadable"],
        },
    ),
    "a tag file": (
        lambda files: {**files, layout.HOW_TO: b"trust me\n"},
        {"manifest": ["file.changed"]},
    ),
    "a missing payload file": (
        lambda files: {path: data for path, data in files.items() if path != "data/members/0002.bin"},
        {"manifest": ["manifest.oxum"], "completeness": ["file.missing"]},
    ),
    "an added payload file": (
        lambda files: {**files, "data/more.bin": b""},
        {"manifest": ["manifest.oxum"], "completeness": ["file.unlisted"]},
    ),
    "an added tag file": (
        lambda files: {**files, "note.txt": b"read me"},
        {"completeness": ["file.unlisted"]},
    ),
    "another tag manifest": (
        lambda files: {**files, "tagmanifest-md5.txt": b""},
        {"completeness": ["file.unlisted"]},
    ),
    "a listed fetch.txt": (
        lambda files: retagged({**files, layout.FETCH: b"file:///x 1 data/x\n"}),
        {"completeness": ["completeness.fetch"]},
    ),
    "another version of BagIt": (
        lambda files: retagged({**files, layout.BAGIT: files[layout.BAGIT].replace(b"1.0", b"0.97")}),
        {"manifest": ["manifest.bagit"]},
    ),
    "two statements of size": (
        lambda files: retagged({**files, layout.BAG_INFO: files[layout.BAG_INFO] + b"Payload-Oxum: 1.1\n"}),
        {"manifest": ["manifest.oxum"]},
    ),
    "a tag manifest that leaves out the report": (
        lambda files: {**files, layout.TAG_MANIFEST: without_line(files[layout.TAG_MANIFEST], layout.REPORT)},
        {"manifest": ["manifest.uncovered"], "completeness": ["file.unlisted"]},
    ),
    "a report of another bundle": (
        lambda files: retagged({**files, layout.REPORT: b"%PDF-1.7 fingerprint:" + b"a" * 64}),
        {"report": ["report.other"]},
    ),
    "a report that names two bundles": (
        lambda files: retagged({**files, layout.REPORT: files[layout.REPORT] + b"fingerprint:" + b"a" * 64}),
        {"report": ["report.other"]},
    ),
    "no lists at all": (
        lambda files: {
            path: data for path, data in files.items() if path not in (layout.MANIFEST, layout.TAG_MANIFEST)
        },
        {"completeness": ["file.missing", "file.missing"], "report": ["report.other"]},
    ),
    "a seal that is none": (
        lambda files: {**files, layout.SEAL: b"0"},
        {"seal": ["seal.unreadable"]},
    ),
    "two timestamps that are none": (
        lambda files: {**files, f"{layout.TAG_MANIFEST}.tsr": b"0", f"{layout.TAG_MANIFEST}.2.tsr": b"0"},
        {"timestamp": ["timestamp.unreadable", "timestamp.unreadable"]},
    ),
    "a real name that points at other bytes": (
        lambda files: remade(
            {**files, layout.MEMBERS: files[layout.MEMBERS].replace(b"0001.bin", b"0009.bin")}
        ),
        {"payload": ["payload.index_differs", "payload.index_differs"]},
    ),
    "a member that no list names": (
        lambda files: remade({**files, "data/members/0003.bin": b"smuggled"}),
        {"payload": ["payload.index_differs"]},
    ),
    "an index that is none": (
        lambda files: remade(
            {**files, layout.ORIGINALS: b'{"schema": "inspector/originals/1", "originals": 1}'}
        ),
        {"payload": ["payload.bad_index"]},
    ),
}


def without_line(text: bytes, ending: str) -> bytes:
    return b"".join(
        line for line in text.splitlines(keepends=True) if not line.endswith(f"{ending}\n".encode())
    )


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("form", ["zip", "folder"])
def test_every_change_fails_the_check_that_is_about_it(
    tmp_path: Path, files: Files, change: str, form: str
) -> None:
    changed, wanted = CHANGES[change][0](files), CHANGES[change][1]
    found = verified(tmp_path, changed) if form == "zip" else verify(unpacked(tmp_path, changed))
    assert failures(found) == wanted


def test_every_failing_file_is_named(tmp_path: Path, files: Files) -> None:
    broken = {path: data + b"!" for path, data in files.items()}
    assert set(files) - {layout.TAG_MANIFEST} <= named_files(verified(tmp_path, broken))


BAD_LISTS = {
    "no line break at the end": lambda text: text.rstrip(b"\n"),
    "a line twice": lambda text: text + text.splitlines(keepends=True)[0],
    "capitals": lambda text: text.replace(text[:64], text[:64].upper().replace(b"0", b"A"), 1),
    "one space": lambda text: text.replace(b"  ", b" ", 1),
    "a star": lambda text: text.replace(b"  ", b" *", 1),
    "a path that leads out": lambda text: text + b"0" * 64 + b"  data/../../x\n",
    "an absolute path": lambda text: text + b"0" * 64 + b"  /etc/passwd\n",
    "a path on the other side of data/": lambda text: text + b"0" * 64 + b"  notes.txt\n",
    "an endless line": lambda text: text + b"a" * 3_000_000,
    "not text": lambda text: text + b"\xff\xfe\0\n",
}


@pytest.mark.parametrize("kind", BAD_LISTS)
def test_a_list_of_hashes_that_is_not_as_written_fails_the_manifest(
    tmp_path: Path, files: Files, kind: str
) -> None:
    found = verified(tmp_path, retagged({**files, layout.MANIFEST: BAD_LISTS[kind](files[layout.MANIFEST])}))
    note = check_of(found, "manifest").notes[0]
    assert (note.key, note.as_dict()["file"]) == ("bundle.manifest.bad_lines", layout.MANIFEST)


@pytest.mark.parametrize("digit", [0, 31, 32, 63])
@pytest.mark.parametrize("listed", [layout.MANIFEST, layout.TAG_MANIFEST])
def test_every_digit_of_a_hash_counts(tmp_path: Path, files: Files, listed: str, digit: int) -> None:
    line, rest = files[listed].split(b"\n", 1)
    other = b"0" if line[digit : digit + 1] != b"0" else b"1"
    changed = {**files, listed: line[:digit] + other + line[digit + 1 :] + b"\n" + rest}
    if listed == layout.MANIFEST:
        changed = retagged({**changed, layout.REPORT: report_pdf(sha256(changed[listed]))})
    found = verified(tmp_path, changed)
    assert "file.changed" in [key for keys in failures(found).values() for key in keys]
    assert line[66:].decode() in named_files(found)


# What is no bundle, or cannot be read.


def unreadable(found: Verification, note: str) -> bool:
    checks = found.checks
    others = all(check.ok is None for check in checks[1:])
    return checks[0].ok is False and checks[0].notes[0].id == note and others and found.fingerprint is None


def test_a_place_where_nothing_is(tmp_path: Path) -> None:
    assert unreadable(verify(tmp_path / "none.zip"), "not_found")


def test_what_is_neither_file_nor_folder_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert unreadable(verify(tmp_path / "pipe"), "not_plain")


def test_an_empty_file_and_a_folder_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "empty.zip").touch()
    assert unreadable(verify(tmp_path / "empty.zip"), "no_end")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "photo.jpg").write_bytes(b"x")
    assert unreadable(verify(tmp_path / "folder"), "no_bundle")
    (tmp_path / "folder" / layout.REPORT).write_bytes(b"x")
    completeness = check_of(verify(tmp_path / "folder"), "completeness")
    assert [note.id for note in completeness.notes][:2] == ["no_bag", "missing"]


def test_a_folder_of_something_else_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x" * 1000)
    read: list[int] = []
    verify(tmp_path, None, read.append)
    assert not read


def test_links_in_a_folder_are_named_and_not_followed(tmp_path: Path, files: Files) -> None:
    root = unpacked(tmp_path, files)
    secret = tmp_path / "secret.txt"
    secret.write_bytes(files[layout.FINDINGS])
    (root / layout.FINDINGS).unlink()
    (root / layout.FINDINGS).symlink_to(secret)
    (root / "data" / "loop").symlink_to(root)
    os.mkfifo(root / "pipe")
    notes = check_of(verify(root), "completeness").notes
    assert {(note.id, note.as_dict()["file"]) for note in notes} == {
        ("missing", layout.FINDINGS),
        ("not_plain", layout.FINDINGS),
        ("not_plain", "data/loop"),
        ("not_plain", "pipe"),
    }


def test_names_that_no_bundle_has_are_named_in_a_folder_so_that_they_can_be_seen(
    tmp_path: Path, files: Files
) -> None:
    root = unpacked(tmp_path, files)
    (root / ".DS_Store").touch()
    (root / "data" / "a\u202egpj.exe").touch()
    (root / os.fsdecode(b"bad\xff")).touch()
    names = {note.as_dict()["file"] for note in check_of(verify(root), "completeness").notes}
    assert names == {".DS_Store", "data/a[U+202E]gpj.exe", "bad[U+DCFF]"}


@contextmanager
def without_rights() -> Iterator[None]:
    """As a user whom file modes bind; tests may run as root, whom they do not."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter, which pytest's own are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_files_that_the_system_does_not_let_us_read_are_named(open_folder: Path, files: Files) -> None:
    root = unpacked(open_folder, files)
    for path in (layout.FINDINGS, layout.MANIFEST, "data/members"):
        (root / path).chmod(0)
    with without_rights():
        found = verify(root)
    (root / "data/members").chmod(0o755)
    notes = {(note.id, note.as_dict().get("file")) for note in check_of(found, "completeness").notes}
    assert {("unreadable", path) for path in (layout.FINDINGS, layout.MANIFEST, "data/members/")} <= notes
    assert found.fingerprint is None


def test_a_zip_or_folder_that_the_system_does_not_let_us_read(open_folder: Path, files: Files) -> None:
    root, path = unpacked(open_folder, files), forged(open_folder / "closed.zip", files)
    root.chmod(0)
    path.chmod(0)
    with without_rights():
        assert unreadable(verify(root), "forbidden")
        assert unreadable(verify(path), "forbidden")
    root.chmod(0o755)
