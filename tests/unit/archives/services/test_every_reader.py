# SPDX-License-Identifier: Apache-2.0
"""What holds for every reader: its ledger speaks, the catalog knows it, nothing at all claims nothing."""

from __future__ import annotations

from itertools import chain

import pytest

from inspector.archives.reader import ReaderKind, Seen
from inspector.archives.services import READERS
from inspector.system.messages import Messages
from tests.unit.archives.ways import NOW
from tests.unit.catalog.samples import shipped

# Shapes that a file of data may have, and that tell nothing.
BEGINNINGS = (
    b"",
    b"{}",
    b"[]",
    b"null",
    b'[{"id":1,"name":"x","created_at":"2025-01-01"}]',
    b"a,b\n1,2\n",
    b"<html>",
)


def _name(kind: ReaderKind) -> str:
    return kind.service


def test_each_service_has_one_reader_in_order() -> None:
    services = [kind.service for kind in READERS]
    assert services == sorted(set(services))


@pytest.mark.parametrize("kind", READERS, ids=_name)
def test_each_thing_sought_says_what_its_absence_means(kind: ReaderKind) -> None:
    reader = kind.make(NOW, False)
    assert reader.service == kind.service
    conclusion = reader.conclude(Seen(()))
    assert (conclusion.account, conclusion.facts, conclusion.tallies) == (None, (), ())
    messages = Messages()
    assert conclusion.ledger
    for row in conclusion.ledger:
        assert row.outcome == "absent"
        assert row.where
        for end in ("sought", "absence"):
            assert messages.text(f"ledger.{row.id}.{end}")


@pytest.mark.parametrize("kind", READERS, ids=_name)
def test_the_catalog_says_that_the_program_reads_the_archive(kind: ReaderKind) -> None:
    archive = shipped().service(kind.service).archive
    assert archive is not None
    assert archive.reader


def test_no_archive_that_the_catalog_calls_readable_lacks_its_reader() -> None:
    catalog = shipped()
    entries = ((service, catalog.service(service).archive) for service in catalog.service_ids())
    said = {service for service, archive in entries if archive is not None and archive.reader}
    assert said == {kind.service for kind in READERS}


def test_what_asks_for_an_archive_until_something_is_found_names_what_is_sought() -> None:
    messages, catalog = Messages(), shipped()
    narrowing = [one for service in catalog.service_ids() for one in catalog.service(service).narrow]
    ids = [sought for remark in narrowing for sought in remark.until_found]
    assert len(ids) >= 8
    for sought in ids:
        assert messages.text(f"ledger.{sought}.sought")


@pytest.mark.parametrize("kind", READERS, ids=_name)
def test_files_of_other_names_and_forms_are_claimed_by_none(kind: ReaderKind) -> None:
    names = [
        "notes.json",
        "data.json",
        "index.html",
        "table.csv",
        "a/b/c.json",
        "messages.json",
        "photos/1.js",
    ]
    for start in BEGINNINGS:
        assert not kind.claims(names, lambda _, start=start: start)  # type: ignore[misc] # mypy cannot infer a lambda with a default
        assert all(kind.claims_alone(name, start) is None for name in names)
    assert not kind.claims([], lambda _: b"")


def test_a_root_is_a_folder_of_the_path_it_is_told_from() -> None:
    names = (
        "conversations.json",
        "x/users.json",
        "x/y/data/account.js",
        "messages.csv",
        "z/Registration.csv",
    )
    for name, kind in chain.from_iterable(((name, kind) for kind in READERS) for name in names):
        root = kind.root(name)
        assert root is None or (name.startswith(root) and (not root or root.endswith("/")))
