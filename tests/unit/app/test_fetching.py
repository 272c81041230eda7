# SPDX-License-Identifier: Apache-2.0
"""Members of archives once more, unpacked by a worker."""

from __future__ import annotations

import hashlib
from contextlib import closing
from pathlib import Path

import pytest

from inspector.app.fetching import Fetcher
from tests.makers.linkedin import account
from tests.unit.archives.ways import read
from tests.unit.worker.stand_ins import speaking


@pytest.mark.parametrize("unpacked", [False, True])
def test_every_member_comes_as_it_was_read(unpacked: bool, tmp_path: Path) -> None:
    made = account()
    path = made.unpack(tmp_path) if unpacked else made.write(tmp_path)
    with Fetcher([path]) as fetcher:
        for member in read(path).source.members:
            with closing(fetcher.again(path, member.name)()) as stream:
                assert hashlib.sha256(stream.read()).hexdigest() == member.sha256, member.name


def test_a_stream_may_be_left_and_opened_again(tmp_path: Path) -> None:
    path = account().write(tmp_path)
    with Fetcher([path]) as fetcher:
        whole = b""
        for size in (10, -1):
            with closing(fetcher.again(path, "messages.csv")()) as stream:
                whole = stream.read(size)
        assert len(whole) > 10


def test_what_is_not_there_cannot_be_opened(tmp_path: Path) -> None:
    path = account().write(tmp_path)
    with Fetcher([path]) as fetcher:
        for place, name in ((path, "Passwords.csv"), (tmp_path / "none.zip", "messages.csv")):
            with closing(fetcher.again(place, name)()) as stream, pytest.raises(OSError, match="no bytes"):
                stream.read()


@pytest.mark.parametrize(
    "code",
    [
        "os.kill(os.getpid(), 11)",
        "raw(b'garbage')",
        "say(P.Stopped())",
        "say(P.Fetched(b'some', last=False)); sys.exit(0)",
    ],
)
def test_where_the_worker_breaks_down_the_stream_says_so(code: str, tmp_path: Path) -> None:
    path = account().write(tmp_path)
    with Fetcher([path], line=speaking(code)) as fetcher:
        stream = fetcher.again(path, "messages.csv")()
        with closing(stream), pytest.raises(OSError, match=r"ended|garbled|no bytes"):
            stream.read()
