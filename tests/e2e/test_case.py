# SPDX-License-Identifier: Apache-2.0
"""`inspector case` as a person types it: what is kept, what opens it, and how it ends."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.program import ROOT, Done, run
from tests.makers.linkedin import ERA_2026, of_era

WORDS = "stormy harbour"
NAME = "Mine & LinkedIn"


class Desk:
    """Someone with a folder for cases, a passphrase in a file, and an export."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.words = folder / "words.txt"
        self.words.write_text(f"{WORDS}\n", "utf-8")
        self.code = folder / "code.txt"
        self.export = folder / "Complete_LinkedInDataExport_01-02-2026.zip"
        self.export.write_bytes(of_era(ERA_2026).zip())

    def case(self, deed: str, *arguments: str | Path, by: str = "words") -> Done:
        opens: tuple[str | Path, ...] = ()
        if deed != "list":
            opens = ("--password-file", self.words) if by == "words" else ("--code-file", self.code)
        data = str(self.folder / "data")
        return run("case", deed, *arguments, *opens, INSPECTOR_DATA=data)

    @cached_property
    def id(self) -> str:
        listed = json.loads(self.case("list", "--json", "-").stdout)
        return str(listed["cases"][0]["id"])


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    one = Desk(tmp_path)
    done = one.case("new", NAME, "--write-code", one.code)
    assert done.returncode == 0, done.stderr
    return one


def answer(done: Done, code: int = 0) -> dict[str, Any]:
    assert done.returncode == code, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_what_was_added_is_answered_another_day_without_the_file(desk: Desk) -> None:
    added = answer(desk.case("add", desk.id, desk.export, "--residence", "DE", "--json", "-"))
    desk.export.unlink()
    opened = answer(desk.case("open", desk.id[:6], "--json", "-", by="code"))
    assert opened["findings"] == added["findings"]
    assert opened["sources"] == added["sources"]


def test_a_case_answers_as_inspect_does(desk: Desk) -> None:
    plain = json.loads(run("inspect", desk.export, "--residence", "DE", "--json", "-").stdout)
    kept = answer(desk.case("add", desk.id, desk.export, "--residence", "DE", "--json", "-"))
    assert kept == plain


def test_a_bundle_of_a_case_verifies_and_its_log_is_whole(desk: Desk, tmp_path: Path) -> None:
    desk.case("add", desk.id, desk.export, "--residence", "DE")
    for name, more in (("a.zip", ()), ("b.zip", ("--no-seal",))):
        done = desk.case("export", desk.id, tmp_path / name, *more)
        assert done.returncode == 0, done.stderr
    assert run("verify", tmp_path / "b.zip").returncode == 0
    acts = answer(desk.case("log", desk.id, "--json", "-"))["acts"]
    kinds = [act["kind"] for act in acts if act["kind"] != "opened"]
    assert kinds == ["residence_declared", "kept", "added", "exported", "exported"]
    first = next(act["details"]["fingerprint"] for act in acts if act["kind"] == "exported")
    assert first in run("verify", tmp_path / "a.zip").stdout
    assert first.encode() in (tmp_path / "b.zip").read_bytes()
    checked = desk.case("check", desk.id, tmp_path / "a.zip", tmp_path / "b.zip")
    assert checked.returncode == 0, checked.stdout
    said = " ".join(checked.stdout.split())
    assert "a.zip is intact, and the log says that this case made it." in said
    assert "this case made it. The bundle is not sealed: the report" in said


def test_what_is_altered_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.case("add", desk.id, desk.export, "--residence", "DE")
    (copy,) = (desk.folder / "data" / "cases" / desk.id / "originals").iterdir()
    data = bytearray(copy.read_bytes())
    data[-30] ^= 1
    copy.write_bytes(data)
    done = desk.case("check", desk.id)
    assert done.returncode == 1
    assert "is no longer what was handed in" in " ".join(done.stdout.split())
    assert desk.case("originals", desk.id, tmp_path / "out").returncode == 1


def test_originals_come_out_as_they_were(desk: Desk, tmp_path: Path) -> None:
    desk.case("add", desk.id, desk.export)
    assert desk.case("originals", desk.id, tmp_path / "out").returncode == 0
    assert (tmp_path / "out" / desk.export.name).read_bytes() == desk.export.read_bytes()


def test_a_forgotten_passphrase_is_renewed_and_so_is_the_code(desk: Desk, tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text("another harbour", "utf-8")
    assert desk.case("passphrase", desk.id, "--new-password-file", new, by="code").returncode == 0
    assert desk.case("open", desk.id).returncode == 1
    desk.words = new
    assert desk.case("code", desk.id, "--write-code", tmp_path / "code2.txt").returncode == 0
    assert desk.case("log", desk.id, by="code").returncode == 1, "a newer code took its place"
    desk.code = tmp_path / "code2.txt"
    assert desk.case("log", desk.id, by="code").returncode == 0


def test_each_thing_that_does_not_open_it_is_one_plain_sentence(desk: Desk, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("calm harbour", "utf-8")
    number = desk.id
    by_hand = run("case", "open", number, INSPECTOR_DATA=str(desk.folder / "data"))
    empty = desk.case("open", number)
    assert empty.stdout.startswith("Nothing was added to this case yet.")
    assert "lines above" not in empty.stdout
    desk.words = wrong
    desk.code = wrong
    told = {
        "passphrase": (desk.case("open", number), 1),
        "code": (desk.case("open", number, by="code"), 1),
        "nobody": (by_hand, 2),
        "no case": (desk.case("open", "none"), 1),
    }
    for name, (done, code) in told.items():
        assert done.returncode == code, name
        assert len(done.stderr.splitlines()) == 1, (name, done.stderr)
        assert "Traceback" not in done.stderr
        assert done.stdout == ""
    way = f"inspector case passphrase {number[:8]} --code-file FILE"
    assert way in told["passphrase"][0].stderr, "a forgotten passphrase has a way forward"


def test_names_codes_and_passphrases_are_seen_by_nobody_else(desk: Desk) -> None:
    assert stat.S_IMODE(desk.code.stat().st_mode) == 0o600
    listed = desk.case("list")
    assert "(locked)" in listed.stdout
    assert NAME not in listed.stdout
    case = desk.folder / "data" / "cases" / desk.id
    assert stat.S_IMODE(case.stat().st_mode) == 0o700
    whole = b"".join(file.read_bytes() for file in case.rglob("*") if file.is_file())
    code = desk.code.read_text("utf-8").splitlines()[0]
    for text in (NAME, WORDS, code, code.replace("-", "")):
        assert text.encode() not in whole


def test_a_code_is_not_written_over_a_file(desk: Desk) -> None:
    before = desk.code.read_bytes()
    done = desk.case("code", desk.id, "--write-code", desk.code)
    assert done.returncode == 2
    assert desk.code.read_bytes() == before
    assert desk.case("log", desk.id, by="code").returncode == 0, "the code is as it was"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_a_passphrase_is_typed_unseen(desk: Desk) -> None:
    import pty

    try:
        own, theirs = pty.openpty()
    except OSError:
        pytest.skip("this system has no terminals to give")
    with subprocess.Popen(
        [sys.executable, "-m", "inspector", "case", "log", desk.id],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "INSPECTOR_DATA": str(desk.folder / "data"), "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    ) as process:
        os.close(theirs)
        asked = os.read(own, 100)
        while b":" not in asked:
            asked += os.read(own, 100)
        os.write(own, f"{WORDS}\n".encode())
        out, _ = process.communicate(timeout=60)
        echoed = os.read(own, 1000)
    os.close(own)
    assert process.returncode == 0
    assert b"case opened" in out
    assert WORDS.encode() not in echoed + asked


def test_what_is_open_elsewhere_is_told(desk: Desk) -> None:
    code = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from inspector.cases.vault.in_use import Hold\n"
        "hold = Hold(Path(sys.argv[1]))\n"
        "print('held', flush=True)\n"
        "time.sleep(60)\n"
    )
    case = desk.folder / "data" / "cases" / desk.id
    with subprocess.Popen(
        [sys.executable, "-c", code, str(case)], stdout=subprocess.PIPE, cwd=ROOT
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        done = desk.case("open", desk.id)
        holder.kill()
    assert done.returncode == 1
    assert "has this case open" in done.stderr
    assert desk.case("log", desk.id).returncode == 0, "the lock ends with the program that held it"
