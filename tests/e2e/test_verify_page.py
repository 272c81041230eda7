# SPDX-License-Identifier: Apache-2.0
"""verify.html in a headless Chromium, opened as a file: passes what is whole, names what is not."""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from inspector.bundle import layout
from inspector.bundle.seal import key as keys
from inspector.bundle.seal import signing
from inspector.bundle.verify_page import page
from inspector.bundle.writing import write
from tests.e2e import browser
from tests.unit.bundle.fictional import (
    CONTENTS,
    NOW,
    files_of,
    forged,
    remade,
    retagged,
    sha256,
    written,
    zipped,
)
from tests.unit.bundle.sealed import KEY, OTHER, sealed_again, sealed_bundle

pytestmark = pytest.mark.skipif(browser.CHROMIUM is None, reason="no Chromium on this machine")

Files = dict[str, bytes]

# Takes files in as a person's choice does, waits until the page shows a result, and says what it shows.
_SHOWN = """async () => {
  const given = %s;
  const bytes = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const seen = [];
  for (const one of given) {
    const list = new DataTransfer();
    for (const [name, path, data] of one.files) {
      const file = new File([bytes(data)], name);
      if (path) Object.defineProperty(file, "webkitRelativePath", {value: path});
      list.items.add(file);
    }
    speak(one.lang);
    document.getElementById("expected").value = one.expected;
    const paths = new Map(one.files.map(([name, path]) => [name, path]));
    const files = [...list.files].map((file) => {
      Object.defineProperty(file, "webkitRelativePath", {value: paths.get(file.name)});
      return file;
    });
    if (one.picked) {
      const input = document.getElementById("zip");
      input.files = list.files;
      input.dispatchEvent(new Event("change"));
    } else {
      check(() => chosen(files));
    }
    while (busy || !shown) await new Promise((resolve) => setTimeout(resolve, 5));
    seen.push({
      head: document.querySelector("#result h2").textContent,
      text: document.getElementById("result").innerText,
      no: shown.checks ? shown.checks.filter((one) => one.ok === false).map((one) => one.name) : null,
      yes: shown.checks ? shown.checks.filter((one) => one.ok).map((one) => one.name) : null,
    });
  }
  return seen;
}"""


def one(data: Mapping[str, bytes] | bytes, lang: str = "en", expected: str = "") -> dict[str, Any]:
    """A zip, or the files of a folder by their path."""
    files = {"bundle.zip": data} if isinstance(data, bytes) else dict(data)
    rows = [
        (
            f"{number}-{path.rpartition('/')[2]}",
            "" if isinstance(data, bytes) else f"some/folder/{path}",
            each,
        )
        for number, (path, each) in enumerate(files.items())
    ]
    encoded = [[name, path, base64.b64encode(each).decode()] for name, path, each in rows]
    return {"files": encoded, "lang": lang, "expected": expected, "picked": isinstance(data, bytes)}


def shown(folder: Path, *given: dict[str, Any]) -> list[dict[str, Any]]:
    """What the page shows for each; its policy against foreign scripts lets no test in, so it is left out."""
    text = page().decode()
    free = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    assert free != text
    target = folder / "verify.html"
    target.write_text(free, "utf-8")
    found: list[dict[str, Any]] = browser.heard(target, _SHOWN % json.dumps(given))
    return found


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def files(bundle: Path) -> Files:
    return files_of(bundle)


def test_a_whole_bundle_is_intact_as_zip_and_as_folder(tmp_path: Path, bundle: Path, files: Files) -> None:
    own = sha256(files[layout.MANIFEST])
    spaced = " ".join(own[at : at + 4] for at in range(0, 64, 4)).upper()
    found = shown(
        tmp_path,
        one(bundle.read_bytes()),
        one(files),
        one(bundle.read_bytes(), "de", spaced),
        one(bundle.read_bytes(), "en", "0" * 64),
        one(bundle.read_bytes(), "en", "none"),
    )
    assert [each["head"] for each in found[:3]] == ["Intact.", "Intact.", "Unverändert."]
    assert "Not sealed." in found[0]["text"]
    assert own[:4] + " " + own[4:8] in found[0]["text"]
    assert "container" in found[0]["yes"]
    assert "container" not in [*found[1]["yes"], *found[1]["no"]]
    assert "Es hat den Fingerabdruck, den Sie angegeben haben" in found[2]["text"]
    assert "spricht nur für die Dateien unter data/" in found[2]["text"]
    assert [each["no"] for each in found[3:]] == [["manifest"], ["manifest"]]
    assert "this is another bundle" in found[3]["text"]


def without(files: Files, path: str) -> Files:
    return {name: data for name, data in files.items() if name != path}


def with_other_act(files: Files) -> Files:
    return remade({**files, layout.CUSTODY: files[layout.CUSTODY].replace(b"T09:00:00Z", b"T08:00:00Z")})


def with_log_cut_short(files: Files) -> Files:
    log = json.loads(files[layout.CUSTODY])
    return remade({**files, layout.CUSTODY: json.dumps({**log, "acts": log["acts"][1:]}).encode()})


def with_end_cut_off(files: Files) -> Files:
    log = json.loads(files[layout.CUSTODY])
    return remade({**files, layout.CUSTODY: json.dumps({**log, "acts": log["acts"][:2]}).encode()})


def with_other_number(files: Files) -> Files:
    return remade({**files, layout.CUSTODY: files[layout.CUSTODY].replace(b'"n": 3', b'"n": 4')})


MEMBER = "data/members/0001.bin"
# What was changed, the checks that say no, and what is named.
BROKEN: dict[str, tuple[Callable[[Files], Files], list[str], str]] = {
    "a payload byte": (lambda files: {**files, MEMBER: b"x"}, ["payload", "bag"], MEMBER),
    "the report": (lambda files: {**files, layout.REPORT: b"x"}, ["manifest", "report"], layout.REPORT),
    "a missing file": (lambda files: without(files, MEMBER), ["bag", "completeness"], MEMBER),
    "an added file": (
        lambda files: {**files, "data/more.txt": b""},
        ["bag", "completeness"],
        "data/more.txt",
    ),
    "an added tag file": (
        lambda files: {**files, "more.txt": b""},
        ["manifest", "completeness"],
        "more.txt",
    ),
    "two files swapped": (
        lambda files: {
            **files,
            MEMBER: files["data/members/0002.bin"],
            "data/members/0002.bin": files[MEMBER],
        },
        ["payload"],
        "data/members/0002.bin",
    ),
    "an act": (with_other_act, ["custody"], "act 2"),
    "a log cut short": (with_log_cut_short, ["custody"], "act 1"),
    "the end of the log": (with_end_cut_off, ["custody"], "its end was cut off"),
    "an act that is not its number": (with_other_number, ["custody"], "Act 3 "),
    "a list with a mark of byte order": (
        lambda files: {**files, layout.MANIFEST: b"\xef\xbb\xbf" + files[layout.MANIFEST]},
        ["manifest", "completeness", "report"],
        "does not name a hash and a file",
    ),
    "a path out of the folder": (
        lambda files: {**files, layout.MANIFEST: files[layout.MANIFEST] + b"0" * 64 + b"  data/../../x\n"},
        ["manifest", "report"],
        "does not name a hash and a file",
    ),
    "a report of another bundle": (
        lambda files: retagged({**files, layout.REPORT: b"fingerprint:" + b"0" * 64}),
        ["report"],
        "does not name the fingerprint",
    ),
    "a size that does not fit": (
        lambda files: retagged({**files, layout.BAG_INFO: b"Payload-Oxum: 1.1\n"}),
        ["bag"],
        layout.BAG_INFO,
    ),
    "a seal that is none": (lambda files: {**files, layout.SEAL: b"0\x80"}, ["seal"], layout.SEAL),
    "no list": (lambda files: without(files, layout.MANIFEST), ["completeness", "report"], layout.MANIFEST),
}


def test_what_was_changed_is_named(tmp_path: Path, files: Files) -> None:
    changed = [change(files) for change, _, _ in BROKEN.values()]
    zips = [forged(tmp_path / "changed.zip", each).read_bytes() for each in changed]
    found = shown(tmp_path, *map(one, changed), *map(one, zips))
    for number, (name, (_, checks, named)) in enumerate(BROKEN.items()):
        for each in (found[number], found[number + len(BROKEN)]):
            assert each["head"] == "Something is wrong with this bundle.", name
            assert each["no"] == checks, name
            assert named in each["text"], name


def test_a_seal_is_checked_and_its_key_is_shown(tmp_path: Path) -> None:
    whole = files_of(sealed_bundle(tmp_path))
    lists, own = whole[layout.TAG_MANIFEST], sha256(whole[layout.MANIFEST])
    seal = bytearray(whole[layout.SEAL])
    seal[-1] ^= 1
    twice = keys.made(NOW)
    found = shown(
        tmp_path,
        one((tmp_path / "sealed.zip").read_bytes()),
        one({**whole, layout.SEAL: bytes(seal)}),
        one(without(whole, layout.SEAL)),
        one({**whole, layout.SEAL: signing.sealed(lists, OTHER)}),
        one({**whole, layout.SEAL: signing.sealed(b"other lists", KEY)}),
        one(sealed_again(whole, twice)),
        one(sealed_again(whole, twice, stated=False)),
        one({**whole, layout.SEAL: whole[layout.SEAL] + b"x"}),
        one(whole, "en", own),
    )
    good, *bad, expected = found
    assert "It has the fingerprint that you gave, and it is sealed." in expected["text"]
    assert "only the holder of the key stands" in expected["text"]
    assert good["head"] == "Intact."
    assert "seal" in good["yes"]
    assert KEY.fingerprint in good["text"].replace(" ", "")
    assert "not known here" in good["text"]
    again = bad.pop(4)
    assert again["head"] == "Intact.", "only a fingerprint from elsewhere tells it apart"
    assert twice.fingerprint in again["text"]
    assert [each["no"] for each in bad] == [["seal"]] * 6


def test_a_zip_that_is_not_as_written_is_never_intact(tmp_path: Path, bundle: Path, files: Files) -> None:
    data = bundle.read_bytes()
    flipped = [bytearray(data) for _ in range(40)]
    for number, each in enumerate(flipped):
        each[number * len(data) // 40 + number] ^= 1 << number % 8
    named = {f"{layout.FOLDER}/{path}": each for path, each in files.items()}
    double = zipped([*sorted(named.items()), (f"{layout.FOLDER}/verify.html", b"x")])
    odd = [
        data[:-1],
        data + b"x",
        data[: len(data) // 2],
        b"",
        b"PK\x05\x06" + bytes(18),
        double,
        zipped(sorted([*named.items(), ("../x", b"")])),
        zipped(sorted([*named.items(), (f"{layout.FOLDER}/VERIFY.TXT", b"")])),
        zipped(sorted(named.items(), reverse=True)),
        # Read as text without its mark, this name would be that of the last file of a bundle.
        zipped(
            (f"\ufeff{name}" if name.endswith("/verify.html") else name, named[name])
            for name in sorted(named)
        ),
    ]
    found = shown(tmp_path, *(one(bytes(each)) for each in (*flipped, *odd)))
    assert {each["head"] for each in found} == {"Something is wrong with this bundle.", "Not checked."}


def test_that_it_does_not_check_what_was_withheld_is_said_where_something_is(
    tmp_path: Path, files: Files
) -> None:
    found = shown(tmp_path, one(files), one(remade({**files, layout.REDACTION: b"{}\n"})))
    assert ["withheld" in each["text"] for each in found] == [False, True]
    assert "redaction" not in [*found[1]["yes"], *found[1]["no"]]


def test_a_locked_bundle_is_not_checked_and_the_page_says_what_to_do(tmp_path: Path) -> None:
    target = tmp_path / "locked.zip"
    write(CONTENTS, target, NOW, "en", lock="seven small telescopes")
    (found,) = shown(tmp_path, one(target.read_bytes()))
    assert found["head"].startswith("Not checked")
    assert "behind a password" in found["text"]
    assert found["yes"] is None


def test_names_cannot_forge_a_line_or_markup(tmp_path: Path, files: Files) -> None:
    (found,) = shown(tmp_path, one({**files, "data/<img src=x>\u202etxt.exe": b""}))
    assert "data/<img src=x>[U+202E]txt.exe stands in no list" in found["text"]


def test_hashes_written_out_are_those_of_the_browser(tmp_path: Path) -> None:
    target = tmp_path / "verify.html"
    target.write_bytes(re.sub(rb'<meta http-equiv="Content-Security-Policy"[^>]*>', b"", page()))
    does = """async () => {
      const wrong = [];
      for (const size of [0, 1, 55, 56, 63, 64, 65, 119, 128, 1000, 70000]) {
        const bytes = new Uint8Array(size).map((_, at) => (at * 31 + size) % 256);
        const own = new Sha256();
        for (let at = 0; at < size; at += 37) own.take(bytes.subarray(at, at + 37));
        const pieces = await measured(new Blob([bytes]), () => {}, -1);
        const whole = await measured(new Blob([bytes]), () => {});
        const found = new Set([own.hex(), pieces.sha256, whole.sha256]);
        if (found.size !== 1 || pieces.crc !== whole.crc) wrong.push(size);
      }
      return [wrong, await sha256Of(new TextEncoder().encode("abc")), isSecureContext];
    }"""
    wrong, abc, secure = browser.heard(target, does)
    assert not wrong
    assert abc == sha256(b"abc")
    assert secure, "this browser would check no seal in a page opened as a file"


def test_the_page_opens_nothing_and_runs_by_its_own_policy(tmp_path: Path) -> None:
    text = page().decode()
    assert not re.search(r"https?:|\bfetch\(|XMLHttpRequest|WebSocket|\bimport\b|src=\"|@import|url\(", text)
    (tmp_path / "verify.html").write_bytes(page())
    dom = browser.dom(tmp_path / "verify.html")
    assert 'aria-pressed="true"' in dom
    assert "Check an evidence bundle" in html.unescape(dom)


def test_the_page_is_usable_with_a_screen_reader(tmp_path: Path, bundle: Path) -> None:
    script = browser.axe_script()
    if script is None:
        pytest.skip("axe-core is not installed")
    target = tmp_path / "verify.html"
    target.write_bytes(re.sub(rb'<meta http-equiv="Content-Security-Policy"[^>]*>', b"", page()))
    for dark in (False, True):
        assert not browser.violations(target, script, browser.Look(dark=dark))


def test_every_bundle_holds_the_page_and_lists_it(files: Files) -> None:
    assert files[layout.VERIFY_PAGE] == page()
    assert f"{sha256(page())}  {layout.VERIFY_PAGE}\n".encode() in files[layout.TAG_MANIFEST]
    assert CONTENTS.program.name.encode() in page()
