# SPDX-License-Identifier: Apache-2.0
"""The archive of the demo is the committed file, byte for byte, and has what the demo is about."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.makers.demo import FOLDER, demo, demo_archive, write
from tests.makers.truth import Bounds

FILE = FOLDER / "Complete_LinkedInDataExport_10-05-2026.zip"


def test_the_committed_archive_is_what_the_maker_makes() -> None:
    assert FILE.read_bytes() == demo_archive()


def test_writing_it_elsewhere_gives_the_same_file(tmp_path: Path) -> None:
    assert write(tmp_path / "new").read_bytes() == FILE.read_bytes()
    assert (tmp_path / "new" / FILE.name).exists()


def test_it_is_small_sound_and_independent_of_the_packer() -> None:
    assert FILE.stat().st_size < 60_000
    with zipfile.ZipFile(FILE) as archive:
        assert archive.testzip() is None
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        times = [info.date_time for info in archive.infolist()]
    assert min(times) == (2026, 10, 5, 2, 30, 0)
    assert max(times)[:4] == (2026, 10, 6, 1)


def test_it_has_something_of_every_class() -> None:
    truth = demo().truth
    assert truth.created == Bounds("2012-03-03T22:00:00Z", "2012-03-05T00:00:59Z")
    assert truth.drafts == 1
    assert all(count > 0 for count in truth.counts().values())
    assert {payment.country for payment in truth.plans} == {"US", "DE"}
    assert {payment.source for payment in truth.plans} == {"Receipts.csv", "Receipts_v2.csv"}


def test_it_speaks_many_languages() -> None:
    letters = demo()["messages.csv"].decode()
    for name in ("ليلى مثال", "נועה לדוגמה", "健二 例", "Zoë Échantillon 🐝"):
        assert name in letters


def test_posts_stand_on_both_sides_of_every_boundary() -> None:
    posts = demo().truth.by_month["posts"]
    for first, last in (
        ("2012-03", "2024-07"),
        ("2024-10", "2025-02"),
        ("2025-03", "2025-10"),
        ("2025-12", "2026-09"),
    ):
        assert any(first <= month <= last for month in posts), first
