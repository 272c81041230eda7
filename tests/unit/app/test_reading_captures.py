# SPDX-License-Identifier: Apache-2.0
"""Captures read by a worker: the same answer, and where the reader stops, one capture less and a sentence."""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector.app import reading_captures
from inspector.app.reading_captures import CaptureReaders
from inspector.archives.watch import ReadCancelledError
from inspector.captures.labels.index import LabelIndex
from inspector.captures.read import CaptureReader
from inspector.captures.text.engine import Engine
from inspector.catalog.index import Catalog
from inspector.cli.main import main
from inspector.domain.captured import Captured
from inspector.system.messages import Messages
from inspector.worker.client import Asked
from inspector.worker.starting import command
from tests.makers.captures.mails import GRANTED, NOTICE, mail, mailbox
from tests.makers.captures.pages import claude_account, linkedin_switch, plain, single_file
from tests.makers.pictures import picture
from tests.unit.captures.drawn import GREEN, Page
from tests.unit.worker.stand_ins import (
    EAT,
    HANG,
    KILL,
    LONG_BEFORE,
    RAISE,
    SEGFAULT,
    SPIN,
    faulty_captures,
    first_only,
    speaking,
)

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
CATALOG = Catalog.load()
LINKEDIN = "linkedin/generative-ai-improvement"
NO_MODEL = "models._PACKAGE = 'a_package_that_is_not_there'; models.model_path.cache_clear()"


def put(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def drawn(folder: Path, name: str = "Screenshot_20260110-093015.png") -> Path:
    page = Page(900, 300)
    page.text(40, 40, "Use my data for training content creation AI models", 24)
    page.text(40, 120, "LinkedIn and its affiliates may use this.", 18)
    page.slide(800, 40, 1.0, GREEN)
    page.image.save(folder / name)
    return folder / name


def three(folder: Path) -> list[Path]:
    texts = {
        "a.html": linkedin_switch("on"),
        "b.html": linkedin_switch("off"),
        "c.html": linkedin_switch("on"),
    }
    return [put(folder, name, single_file(text)) for name, text in texts.items()]


def batch(paths: list[Path], line: list[str] | None = None, asked: Asked | None = None) -> list[Captured]:
    with CaptureReaders(paths, CATALOG, line=line, asked=asked) as readers:
        return [readers.read(path, NOW) for path in paths]


def said(captured: Captured) -> str:
    assert captured.reason is not None
    return Messages().text(captured.reason.key, **captured.reason.as_dict())


def test_a_worker_reads_as_the_program_itself_would(tmp_path: Path) -> None:
    paths = [
        drawn(tmp_path),
        put(tmp_path, "page.html", single_file(linkedin_switch("off", "Off"))),
        put(tmp_path, "plain.html", plain("<div>Help improve Claude</div><script src=x></script>")),
        put(tmp_path, "account.json", claude_account(enabled=True)),
        put(tmp_path, "mail.eml", mail("Facebook <a@facebookmail.com>", "Your objection", GRANTED)),
        put(tmp_path, "box.mbox", mailbox(mail("LinkedIn <a@linkedin.com>", "Updates", NOTICE))),
        put(tmp_path, "small.png", picture(3)),
        put(tmp_path, "plain.png", picture(3, 200, 200)),
        put(tmp_path, "none.png", b"PK\x03\x04 no picture"),
        put(tmp_path, "cut.png", picture(3, 200, 200)[:300]),
        put(tmp_path, "print.pdf", b"%PDF-1.7 nothing else"),
        put(tmp_path, "notes.txt", "nothing of that kind"),
        put(tmp_path, "half \udc80.html", single_file(linkedin_switch("on"))),
        tmp_path / "absent.png",
        tmp_path,
    ]
    own = CaptureReader(LabelIndex(CATALOG.services()), Engine())
    found = batch(paths)
    assert found == [own.read(path, NOW) for path in paths]
    assert (found[0].setting and found[0].setting.control, found[0].size) == (LINKEDIN, (900, 300))
    assert found[0].setting is not None
    assert found[0].setting.state == "on"


def test_the_setting_is_told_before_the_rest_is_read(tmp_path: Path) -> None:
    page = Page(900, 1800)
    page.text(40, 40, "Use my data for training content creation AI models", 24)
    page.slide(800, 40, 1.0, GREEN)
    for number in range(30):
        page.text(40, 120 + 50 * number, f"Item {number} of this page says something else", 16)
    page.image.save(tmp_path / "shot.png")
    heard: list[tuple[Captured, float]] = []
    with CaptureReaders([tmp_path / "shot.png"], CATALOG) as readers:
        found = readers.read(
            tmp_path / "shot.png", NOW, named=lambda one: heard.append((one, time.monotonic()))
        )
        ended = time.monotonic()
    ((early, told),) = heard
    assert early.setting is not None
    assert found.setting is not None
    assert (early.setting.control, early.setting.state, early.setting.asked) == (LINKEDIN, "unknown", True)
    assert early.setting.why[-1] == "capture.why.not_read_yet"
    assert found.setting.state == "on"
    assert ended - told > 0.05


def test_one_worker_and_its_engine_read_the_whole_batch_and_are_given_back(tmp_path: Path) -> None:
    paths = [drawn(tmp_path, f"{number}.png") for number in range(2)]
    pids = set()
    with CaptureReaders(paths, CATALOG) as readers:
        for path in paths:
            assert readers.read(path, NOW).status == "read"
            assert readers._worker is not None
            pids.add(readers._worker.pid)
    assert len(pids) == 1
    with pytest.raises(ProcessLookupError):
        os.kill(pids.pop(), 0)


@pytest.mark.parametrize("fault", [SEGFAULT, RAISE, EAT, "import os; os._exit(0)", KILL])
def test_where_the_reader_breaks_down_one_capture_is_refused_and_the_rest_are_read(
    fault: str, tmp_path: Path
) -> None:
    first, second, third = batch(three(tmp_path), faulty_captures(fault, "b.html"))
    assert (first.status, second.status, third.status) == ("read", "refused", "read")
    assert (second.kind, second.settings) == ("page", ())
    assert said(second).startswith("b.html was not read, for the reader stopped at it")


@pytest.mark.parametrize("fault", [HANG, SPIN])
def test_where_the_reader_hangs_one_capture_is_refused(fault: str, tmp_path: Path) -> None:
    found = batch(three(tmp_path), faulty_captures(fault, "b.html"), Asked(quiet=2.0))
    assert [one.status for one in found] == ["read", "refused", "read"]


def test_a_worker_that_goes_on_and_on_is_ended(tmp_path: Path) -> None:
    forever = "import itertools, time; [(time.sleep(0.05), self.tick()) for _ in itertools.count()]"
    start = time.monotonic()
    found = batch(three(tmp_path), faulty_captures(forever, "b.html"), Asked(seconds=2.0))
    assert [one.status for one in found] == ["read", "refused", "read"]
    assert time.monotonic() - start < LONG_BEFORE


def test_a_worker_that_somebody_killed_costs_nothing(tmp_path: Path) -> None:
    paths = three(tmp_path)
    killed = first_only(faulty_captures(KILL, "b.html"), command("capture"), tmp_path / "begun")
    assert batch(paths, killed) == batch(paths)
    assert (tmp_path / "begun").is_dir()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux holds a worker to its memory so")
def test_a_picture_for_which_a_worker_has_no_room_left_is_read_by_a_new_one(tmp_path: Path) -> None:
    paths = [*three(tmp_path)[:1], drawn(tmp_path)]
    full = "import resource; resource.setrlimit(resource.RLIMIT_AS, (420 << 20, 420 << 20))"
    assert batch(paths, faulty_captures(full, "a.html")) == batch(paths)
    alone = faulty_captures(full, paths[1].name)
    (found,) = batch(paths[1:], alone)
    assert (found.status, found.reason and found.reason.key) == ("refused", "capture.too_large")


@pytest.mark.parametrize(
    "code",
    [
        "sys.exit(1)",
        "raw(b'nonsense')",
        "say(P.Verified(None, ()))",
        "say(P.Stopped())",
        "os.kill(os.getpid(), 11)",
        "say(P.CaptureDone(P.Captured('x', 'page', status='refused')))",
    ],
)
def test_what_a_worker_makes_up_is_not_believed(code: str, tmp_path: Path) -> None:
    (found,) = batch(three(tmp_path)[:1], speaking(code))
    assert found.status == "refused"
    assert "the reader stopped at it" in said(found)


def test_where_no_worker_can_be_started_it_is_told(tmp_path: Path) -> None:
    (found,) = batch(three(tmp_path)[:1], [str(tmp_path / "no program")])
    assert "could not start its reader" in said(found)


def test_a_person_can_stop_it(tmp_path: Path) -> None:
    paths = three(tmp_path)
    start = time.monotonic()
    with (
        CaptureReaders(paths, CATALOG, line=faulty_captures(HANG, "a.html")) as readers,
        pytest.raises(ReadCancelledError),
    ):
        readers.read(paths[0], NOW, lambda: time.monotonic() > start + 2)
    assert time.monotonic() - start < LONG_BEFORE


def test_without_its_model_the_program_says_so_and_reads_what_needs_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shot, page = drawn(tmp_path, "shot.png"), three(tmp_path)[0]
    monkeypatch.setattr(reading_captures, "command", lambda _: faulty_captures(NO_MODEL, "shot.png"))
    assert main(["read", str(shot)]) == 1
    wanted = "shot.png was not read: PP-OCRv6_det_small.onnx, a part of this program"
    assert capsys.readouterr().err.startswith(wanted)
    assert main(["read", str(shot), str(page)]) == 3
    assert capsys.readouterr().err.startswith(wanted)
    assert main(["inspect", str(shot), "--confirm", f"{shot}=yes"]) == 2
    assert capsys.readouterr().err.startswith(wanted)


def test_a_worker_that_is_still_starting_keeps_nobody_waiting_who_wants_to_stop(tmp_path: Path) -> None:
    never_ready = [sys.executable, "-c", "import sys; sys.stdin.buffer.read()"]
    with CaptureReaders((), CATALOG, line=never_ready) as readers, pytest.raises(ReadCancelledError):
        readers.read(drawn(tmp_path), NOW, cancelled=lambda: True)
