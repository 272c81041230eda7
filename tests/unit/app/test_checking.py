# SPDX-License-Identifier: Apache-2.0
"""Checking a bundle by a worker: the same verdict, and none where the check comes to no end."""

from __future__ import annotations

import time
from pathlib import Path
from zipfile import ZipFile

import pytest

from inspector.app.checking import CheckCancelledError, verify
from inspector.app.export import Wish, export
from inspector.bundle import verifying
from inspector.system.messages import Messages
from tests.unit.app.cases import demo
from tests.unit.archives.ways import NOW
from tests.unit.worker.stand_ins import LONG_BEFORE, speaking

GOOD = """
names = "container payload manifest completeness seal timestamp custody report redaction".split()
note = __import__("inspector.domain.text", fromlist=["note"]).note
def lines(names=names, key="bundle.not_checked", notes=1):
    return tuple(P.CheckLine(name, True, (note(key),) * notes) for name in names)
"""


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    session = demo()
    target = tmp_path_factory.mktemp("checked") / "evidence.zip"
    export(session.case, session.inspection(), session.catalog, Wish(target, "en"), NOW)
    return target


def test_a_worker_finds_what_the_program_itself_would(bundle: Path, tmp_path: Path) -> None:
    folder = tmp_path / "unpacked"
    with ZipFile(bundle) as file:
        file.extractall(folder)
    (inside,) = folder.iterdir()
    wrong = tmp_path / "changed.zip"
    data = bytearray(bundle.read_bytes())
    data[len(data) // 2] ^= 1
    wrong.write_bytes(data)
    for path in (bundle, inside, wrong, tmp_path / "none.zip", Path("/dev/null")):
        for expect in (None, "0" * 64, verifying.verify(bundle).fingerprint):
            assert verify(path, expect) == verifying.verify(path, expect), path.name


@pytest.mark.parametrize(
    "code",
    [
        "os.kill(os.getpid(), 11)",
        "raw(b'all is well')",
        "say(P.Stopped())",
        "say(P.Verified('F' * 64, lines()))",
        "say(P.Verified(None, lines(names[:-1])))",
        "say(P.Verified(None, lines(names[::-1])))",
        "say(P.Verified(None, lines(key='bundle.praise')))",
        "say(P.Verified(None, lines(key='source.empty')))",
        "say(P.Verified(None, lines(notes=0)))",
    ],
)
def test_a_check_that_stops_or_lies_finds_nothing_good(code: str, bundle: Path) -> None:
    found = verify(bundle, line=speaking(GOOD + code))
    assert not found.ok
    assert found.fingerprint is None
    assert [check.ok for check in found.checks] == [False] + [None] * 8
    assert found.checks[0].sentences(Messages())[0].startswith("The check stopped before")


def test_the_stand_in_for_a_good_check_is_believed(bundle: Path) -> None:
    assert verify(bundle, line=speaking(GOOD + "say(P.Verified(None, lines()))")).ok


def test_a_check_that_cannot_start_finds_nothing_good(bundle: Path, tmp_path: Path) -> None:
    found = verify(bundle, line=[str(tmp_path / "no program")])
    assert found.checks[0].sentences(Messages())[0].startswith("The bundle was not checked")


def test_the_person_can_stop_it(bundle: Path) -> None:
    start = time.monotonic()
    with pytest.raises(CheckCancelledError):
        verify(bundle, None, lambda: time.monotonic() > start + 0.3, speaking("time.sleep(60)"))
    assert time.monotonic() - start < LONG_BEFORE
