# SPDX-License-Identifier: Apache-2.0
"""Every note of the archives has its sentence, in one and in many, with the places it needs."""

from __future__ import annotations

from string import Formatter

import pytest

from inspector.archives.services.linkedin.ledger import SOUGHT
from inspector.system.messages import Messages

PARTS = ("member.", "source.", "ledger.")
KEYS = sorted(filter(lambda key: key.startswith(PARTS), Messages().keys()))
VALUES = {"name": "a.zip", "file": "b.csv", "files": "b.csv", "row": 7, "kind": "rar"} | {
    "keys": "settings.new", "services": "A, B", "bytes": 7, "offset": 0, "sha256": "00ff", "part": 3, "of": 5,
    "day": "2026-01-01", "first": "2025-01-01", "last": "2026-01-01",
}  # fmt: skip


def values_of(key: str) -> dict[str, object]:
    """Return a value for each place of a sentence; places that only few have hold a word."""
    fields = (field for form in Messages().templates(key) for _, field, _, _ in Formatter().parse(form))
    return {name: VALUES.get(name, "word") for name in filter(None, fields)}


@pytest.mark.parametrize("n", [1, 2, 1000])
def test_a_sentence_stands_whole_in_one_and_in_many(n: int) -> None:
    for key in KEYS:
        text = Messages().text(key, **{**values_of(key), "n": n})
        assert "{" not in text, key
        assert text[0].isupper() or text.startswith(("a.zip:", "b.csv", str(n))), key


@pytest.mark.parametrize("key", [key for key in KEYS if key.startswith("source.")])
def test_a_sentence_on_a_source_begins_with_its_name(key: str) -> None:
    assert Messages().text(key, **{**values_of(key), "n": 2}).startswith("a.zip: ")


@pytest.mark.parametrize("key", [key for key in KEYS if key.startswith("member.")])
def test_a_sentence_on_a_member_begins_with_its_place(key: str) -> None:
    starts = {"row_": "b.csv, row 7", "record_": "b.csv, record 7", "rest_": "b.csv, record 7"}
    begun = (start for name, start in starts.items() if key.startswith(f"member.{name}"))
    start = "b.csv, message 7" if key == "member.mail_broken" else next(begun, "b.csv: ")
    assert Messages().text(key, **{**values_of(key), "n": 2}).startswith(start)


def test_every_row_of_the_ledger_says_what_was_sought_and_what_absence_means() -> None:
    ids = [sought.id for sought in SOUGHT]
    for ledger_id in ids:
        assert {f"ledger.{ledger_id}.sought", f"ledger.{ledger_id}.absence"} <= set(KEYS)
