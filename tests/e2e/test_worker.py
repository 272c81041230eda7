# SPDX-License-Identifier: Apache-2.0
"""The whole program and its worker, as processes: killed, orphaned, watched; nothing is left behind.

INSPECTOR_KILLS=50 kills so often; a run of the suite does so 8 times.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from inspector.app.reading import Readers
from inspector.domain.reading import SourceReading
from tests.e2e.program import EPOCH, ROOT, answer, run
from tests.makers.captures.mails import NOTICE, mail
from tests.makers.captures.pages import linkedin_switch, single_file
from tests.makers.linkedin import account
from tests.makers.linkedin.big import big_messages
from tests.unit.archives.ways import NOW
from tests.unit.captures.drawn import GREEN, Page

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")

KILLS = int(os.environ.get("INSPECTOR_KILLS", "8"))
RUNS = max(KILLS // 5, 3)
SEED = 20261121


def begun(*arguments: str | Path, before: tuple[str, ...] = (), **environment: str) -> subprocess.Popen[str]:
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.Popen(
        [*before, sys.executable, "-m", "inspector", *map(str, arguments)],
        cwd=ROOT,
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def children(pid: int) -> Iterator[int]:
    """The processes that any thread of a process has started and that still run."""
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            yield from map(int, task.read_text().split())
        except OSError:
            continue


def of_session(leader: int) -> set[int]:
    """All processes that a process begun here and those it started have left behind."""
    found = set()
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            session = int(file.read_text().rpartition(")")[2].split()[3])
        except OSError:
            continue
        if session == leader and runs(int(file.parent.name)):
            found.add(int(file.parent.name))
    return found


def newcomers(process: subprocess.Popen[str], known: set[int]) -> set[int]:
    """The processes that one has started beside those known, once there are any; none where it ended."""
    latest = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < latest:
        if new := set(children(process.pid)) - known:
            return new
        time.sleep(0.002)
    return set()


def worker_of(process: subprocess.Popen[str]) -> int:
    latest = time.monotonic() + 20
    while time.monotonic() < latest:
        for pid in children(process.pid):
            return pid
        time.sleep(0.002)
    raise AssertionError("no worker came")


def runs(pid: int) -> bool:
    """Whether a process is still there; one that has ended and that nobody waited for is not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def ended(pid: int, within: float) -> bool:
    latest = time.monotonic() + within
    while runs(pid):
        if time.monotonic() > latest:
            return False
        time.sleep(0.01)
    return True


def state_of(found: dict[str, Any]) -> dict[str, Any]:
    return {"counts": [one["counts"] for one in found["accounts"]], "findings": found["findings"]}


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "Complete_LinkedInDataExport.zip"
    big_messages(path, 3_000)
    return path


class Striker(threading.Thread):
    """Kills workers of this process: the first one so many seconds after it came, then the next one."""

    def __init__(self, *after: float) -> None:
        super().__init__()
        self.hit = 0
        self._after = after
        self._known = set(children(os.getpid()))
        self._over = threading.Event()

    def run(self) -> None:
        for seconds in self._after:
            found: set[int] = set()
            while not found and not self._over.wait(0.001):
                found = set(children(os.getpid())) - self._known
            self._known |= found
            if not self._over.wait(seconds):
                self.hit += sum(map(killed, found))

    def end(self) -> int:
        """How many were struck while they were at work."""
        self._over.set()
        self.join()
        return self.hit


def killed(pid: int) -> bool:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def test_killed_at_any_moment_of_an_import_nothing_is_lost(
    export: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A single kill from outside costs nothing: a new worker reads the source from its beginning.

    A second one, as the program sees it, comes from the source: a member may then be missing, and is named.
    """
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    chance, before = random.Random(SEED), set(children(os.getpid()))
    start = time.monotonic()
    whole = imported(export)
    usual, hits = time.monotonic() - start, 0
    for number in range(KILLS):
        striker = Striker(*(chance.random() * usual for _ in range(1 + number % 2)))
        striker.start()
        found = imported(export)
        struck = striker.end()
        hits += struck > 0
        assert found == whole or (struck > 1 and says_what_is_missing(found))
    assert hits >= KILLS // 2, "most were struck at work"
    assert set(children(os.getpid())) <= before
    assert list(export.parent.iterdir()) == [export]
    assert not list(tmp_path.iterdir())


def says_what_is_missing(found: SourceReading) -> bool:
    source = found.source
    missing = [member.name for member in source.members if member.status == "damaged"]
    named = {
        str(note.as_dict().get("file")) for note in source.problems if note.key == "member.reader_stopped"
    }
    stopped = ("source.reader_stopped", "source.reader_missing")
    nothing = source.reason is not None and source.reason.key in stopped
    return source.unread_bears and (nothing or (bool(missing) and {*missing} == named))


def imported(path: Path) -> SourceReading:
    readers = Readers()
    try:
        return readers.read(
            path, NOW, items=False, cancelled=lambda: False, progress=lambda _done, _total: None
        )
    finally:
        readers.rest()


def test_killed_at_any_moment_of_a_run_the_answer_is_whole_or_says_what_is_missing(
    export: Path, tmp_path: Path
) -> None:
    whole = answer(export, "--residence", "DE")
    chance = random.Random(SEED)
    own = tmp_path / "tmp"
    own.mkdir()
    for _ in range(RUNS):
        process = begun("inspect", export, "--residence", "DE", "--json", "-", TMPDIR=str(own))
        pid = worker_of(process)
        time.sleep(chance.random() * 0.6)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        out, err = process.communicate(timeout=60)
        found = json.loads(out)
        if process.returncode == 0:
            assert state_of(found) == state_of(whole)
            assert not err
        else:
            assert process.returncode in (1, 3), err
            assert not found["complete"]
            assert "reader stopped" in err
        assert ended(pid, 1.0)
    assert not list(own.iterdir())
    assert list(export.parent.iterdir()) == [export]


def test_killed_again_and_again_the_source_is_named_as_unread(export: Path) -> None:
    process = begun("inspect", export, "--residence", "DE", "--json", "-")
    struck: set[int] = set()
    while process.poll() is None:
        for pid in children(process.pid):
            if pid not in struck:
                struck.add(pid)
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.01)
    out, err = process.communicate()
    found = json.loads(out)
    assert process.returncode == 1
    assert [(one["status"], one["sha256"] != "") for one in found["sources"]] == [("damaged", True)]
    assert not found["complete"]
    assert err.startswith(f"{export.name}: ")
    assert len(struck) <= 20


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_the_worker_ends_with_the_program_however_that_ends(how: signal.Signals, tmp_path: Path) -> None:
    if signal.getsignal(how) is signal.SIG_IGN:
        pytest.skip("whoever started these tests lets nobody hear this signal")
    path = tmp_path / "big.zip"
    big_messages(path, 60_000)
    process = begun("inspect", path, "--residence", "DE", "--quiet")
    pid = worker_of(process)
    # Long before it is done: all of it takes less than a second where nobody else is at work.
    time.sleep(0.15)
    process.send_signal(how)
    process.communicate(timeout=30)
    assert process.returncode in (-how, 130)
    # One that is still starting comes up before it sees that nobody is left.
    assert ended(pid, 5.0)


def test_no_worker_outlives_a_run() -> None:
    demo = ROOT / "resources/demo/Complete_LinkedInDataExport_10-05-2026.zip"
    process = begun("inspect", demo, "--residence", "DE", "--quiet")
    process.communicate(timeout=60)
    assert process.returncode == 0
    assert not of_session(process.pid)


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_no_process_of_an_import_opens_a_connection(tmp_path: Path) -> None:
    """Import, bundle with its report, and check of the bundle: what the kernel is asked for."""
    log, bundle = tmp_path / "trace", tmp_path / "bundle.zip"
    traced = ("strace", "-f", "-qq", "-e", "trace=%network,execve", "-e", "signal=none", "-o", str(log))
    archive = account().write(tmp_path)
    form = tmp_path / "form.json"
    made = ("inspect", archive, "--residence", "DE", "--bundle", bundle, "--skeleton", form)
    for verb in (made, ("verify", bundle)):
        process = begun(*map(str, verb), before=traced)
        _, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        calls = log.read_text()
        assert calls.count("execve(") > 1, "the worker was traced too"
        asked = [line for line in calls.splitlines() if "execve(" not in line]
        # The C library asks a service of the same computer for the name of the account, by a local socket.
        assert not [line for line in asked if "socket(" in line and "socket(AF_UNIX" not in line], asked
        assert not [line for line in asked if "AF_INET" in line or "AF_NETLINK" in line], asked


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_no_process_that_reads_captures_opens_a_connection(tmp_path: Path) -> None:
    log = tmp_path / "trace"
    traced = ("strace", "-f", "-qq", "-e", "trace=%network,execve", "-e", "signal=none", "-o", str(log))
    process = begun("read", *captures_in(tmp_path), "--json", "-", before=traced)
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert [one["state"] for one in json.loads(out)["captures"]] == ["on", "off", "unknown"]
    calls = log.read_text()
    assert calls.count("execve(") > 1, "the worker was traced too"
    asked = [line for line in calls.splitlines() if "socket(" in line or "AF_INET" in line]
    assert not [line for line in asked if "socket(AF_UNIX" not in line], asked


def test_killed_at_any_moment_of_a_reading_each_capture_is_whole_or_refused(tmp_path: Path) -> None:
    paths = captures_in(tmp_path)
    whole = json.loads(run("read", *paths, "--json", "-").stdout)["captures"]
    chance = random.Random(SEED)
    for _ in range(RUNS):
        process = begun("read", *paths, "--json", "-")
        struck: set[int] = set()
        # Twice, for a single kill costs nothing.
        for _ in range(2):
            new: set[int] = set()
            while process.poll() is None and not new:
                new = set(children(process.pid)) - struck
                time.sleep(0.002)
            time.sleep(chance.random() * 2.5)
            for pid in new:
                struck.add(pid)
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        out, _ = process.communicate(timeout=120)
        found = json.loads(out)["captures"]
        for one, wanted in zip(found, whole, strict=True):
            assert one == wanted or (one["status"] == "refused" and one["file"] in one["reason"])
        assert sum(one != wanted for one, wanted in zip(found, whole, strict=True)) <= 1
        assert not of_session(process.pid)


def captures_in(folder: Path) -> list[Path]:
    page = Page(900, 300)
    page.text(40, 40, "Use my data for training content creation AI models", 24)
    page.text(40, 120, "LinkedIn and its affiliates may use this.", 18)
    page.slide(800, 40, 1.0, GREEN)
    page.image.save(folder / "shot.png")
    (folder / "page.html").write_text(single_file(linkedin_switch("off", "Off")), "utf-8")
    (folder / "mail.eml").write_bytes(mail("LinkedIn <a@linkedin.com>", "Updates", NOTICE))
    return [folder / name for name in ("shot.png", "page.html", "mail.eml")]


def test_it_works_where_no_other_place_can_be_written(tmp_path: Path) -> None:
    """A worker needs no folder of its own: nothing is unpacked, nothing kept."""
    archive = account().write(tmp_path)
    nowhere = str(tmp_path / "nowhere")
    found = run("inspect", archive, "--residence", "DE", "--json", "-", TMPDIR=nowhere, HOME=nowhere)
    assert found.returncode == 0, found.stderr
    assert not Path(nowhere).exists()
