# SPDX-License-Identifier: Apache-2.0
"""The big archive is the small one with many messages, and its truth holds."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from pathlib import Path

from tests.makers.linkedin.big import big_messages


def test_the_big_archive_counts_as_it_says(tmp_path: Path) -> None:
    truth = big_messages(tmp_path / "big.zip", rows=1_200)
    with zipfile.ZipFile(tmp_path / "big.zip") as archive:
        assert archive.testzip() is None
        data = archive.read("messages.csv")
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    ads = sum("spinmail" in row["CONTENT"] for row in rows)
    assert len(rows) == 1_200
    assert truth.sponsored_messages == ads == 120
    assert truth.private_messages == 1_080
    assert truth.messages_with_subject == sum(bool(row["SUBJECT"]) for row in rows) == 48
    assert sum(truth.by_month["private_messages"].values()) == 1_080
    assert 430 < len(data) / len(rows) < 480  # so that 200,000 rows are about 90 MB
    assert data.count(b"\n") > 1_201  # some messages have several lines


def test_the_big_archive_is_made_the_same_twice(tmp_path: Path) -> None:
    digests = set()
    for name in ("a.zip", "b.zip"):
        big_messages(tmp_path / name, rows=600)
        digests.add(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())
    assert len(digests) == 1
