# SPDX-License-Identifier: Apache-2.0
"""What opens an account never enters a bundle: it is masked there and told; the person's file stays."""

from __future__ import annotations

import hashlib
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from inspector.app import questions
from inspector.app.confirming import confirmed
from inspector.app.evidence import held
from inspector.app.export import Wish, export
from inspector.app.masking import Masker
from inspector.app.session import Session
from inspector.bundle.contents import BundleError
from inspector.bundle.verifying import verify
from inspector.catalog.index import Catalog
from inspector.domain.sources import Source
from inspector.system.clock import now
from tests.makers.captures.mails import GRANTED, mail, mailbox
from tests.makers.captures.pages import linkedin_switch, mhtml, single_file
from tests.unit.worker.stand_ins import speaking

Json = dict[str, Any]
NOW = datetime(2026, 11, 22, 5, tzinfo=UTC)
CATALOG = Catalog.load()
TOKEN = "abcdefgh1234567890"
SECRET = f'<meta name="csrf-token" content="{TOKEN}">'
COOKIE = "Cookie: li_at=AQEDAR0000000000; JSESSIONID=ajax:123456"
ANSWER = mail(
    "Facebook <a@facebookmail.com>", "Your objection", f"{GRANTED} https://example.test/?token={TOKEN}"
)
PRIVATE = mail("Bo <bo@example.test>", "Dinner", "See you at the pier at eight.")


def put(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def case_of(*paths: Path) -> Session:
    """A case in which every clear or likely reading was confirmed."""
    session = Session(CATALOG)
    for path in paths:
        session.add(session.read(path))
    session.rest()
    for one in questions.questions(session):
        assert one.captured is not None
        questions.confirm(session, one, confirmed(one.captured, one.number, one.source.path, now()))
    return session


def bundle(session: Session, folder: Path) -> tuple[Path, dict[str, bytes]]:
    target = folder / "bundle.zip"
    export(session.case, session.inspection(), CATALOG, Wish(target, "en", seal=False), NOW)
    assert verify(target, None).ok
    with zipfile.ZipFile(target) as opened:
        return target, {name.partition("/")[2]: opened.read(name) for name in opened.namelist()}


def only(files: dict[str, bytes]) -> tuple[Json, Json]:
    """The one source in a bundle, and its one file."""
    (row,) = json.loads(files["data/originals.json"])["originals"]
    (part,) = row["files"]
    return row, part


@pytest.mark.parametrize("form", [single_file, mhtml], ids=["html", "mhtml"])
def test_a_page_goes_in_masked_and_the_list_says_what_was_masked(form: object, tmp_path: Path) -> None:
    assert callable(form)
    page = put(
        tmp_path, "page.mhtml" if form is mhtml else "page.html", form(linkedin_switch("off", "Off") + SECRET)
    )
    before = page.read_bytes()
    _, files = bundle(case_of(page), tmp_path)
    row, part = only(files)
    assert TOKEN.encode() not in b"".join(files.values())
    assert part["masked"][0]["what"] == "csrf"
    assert part["masked"][0]["where"]
    assert row["sha256"] == hashlib.sha256(before).hexdigest()
    assert part["sha256"] == hashlib.sha256(files[part["file"]]).hexdigest()
    assert part["sha256"] != row["sha256"]
    assert page.read_bytes() == before


def test_a_page_without_secrets_goes_in_as_it_is(tmp_path: Path) -> None:
    page = put(tmp_path, "page.html", single_file(linkedin_switch("off", "Off")))
    _, files = bundle(case_of(page), tmp_path)
    _, part = only(files)
    assert "masked" not in part
    assert files[part["file"]] == page.read_bytes()


def test_of_a_mailbox_only_the_cited_message_goes_in(tmp_path: Path) -> None:
    box = put(tmp_path, "box.mbox", mailbox(PRIVATE, ANSWER, PRIVATE))
    session = case_of(box)
    assert [(one.name, one.way) for one in held(session, originals=False)] == [
        ("box.mbox, message 2", "cited")
    ]
    _, files = bundle(session, tmp_path)
    _, part = only(files)
    whole = b"".join(files.values())
    assert b"pier" not in whole
    assert TOKEN.encode() not in whole
    assert b"Your objection" in files[part["file"]]
    assert [one["what"] for one in part["masked"]] == ["link_token"]


def test_what_goes_in_masked_is_told_before_the_bundle_is_made(tmp_path: Path) -> None:
    page = put(tmp_path, "page.html", single_file(linkedin_switch("off", "Off") + SECRET))
    assert [(one.name, one.way) for one in held(case_of(page), originals=False)] == [("page.html", "masked")]


def test_the_same_bundle_comes_out_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    page = put(tmp_path, "page.html", single_file(linkedin_switch("off", "Off") + SECRET))
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, _ = bundle(case_of(page), tmp_path / "a")
    second, _ = bundle(case_of(page), tmp_path / "b")
    assert first.read_bytes() == second.read_bytes()


def source_of(path: Path) -> Source:
    session = Session(CATALOG)
    return session.read(path).source


def test_a_file_that_changed_since_it_was_read_makes_no_bundle(tmp_path: Path) -> None:
    page = put(tmp_path, "page.html", single_file(linkedin_switch("off", "Off")))
    source = source_of(page)
    page.write_text("<p>something else</p>")
    with Masker([page]) as masker, pytest.raises(BundleError) as error:
        masker.copy(source)
    assert error.value.note.key == "bundle.write.changed"
    page.unlink()
    with Masker([page]) as masker, pytest.raises(BundleError) as error:
        masker.copy(source)
    assert error.value.note.key == "bundle.write.unreadable"


@pytest.mark.parametrize(
    "code",
    [
        "os._exit(1)",
        "say(P.Refused('x'))",
        "say(P.CaptureDone(P.Captured('x', 'page')))",
        "say(P.Masked((P.Secret('BAD KIND', '', -1),)))",
        "[say(P.Fetched(bytes(1 << 20), False)) for _ in range(200)]",
    ],
)
def test_without_a_copy_that_can_be_believed_nothing_goes_out(code: str, tmp_path: Path) -> None:
    page = put(tmp_path, "page.html", single_file(linkedin_switch("off", "Off")))
    source = source_of(page)
    with Masker([page], speaking(code)) as masker, pytest.raises(BundleError) as error:
        masker.copy(source)
    assert error.value.note.key == "bundle.write.not_masked"


def test_a_message_that_is_not_there_is_told(tmp_path: Path) -> None:
    box = put(tmp_path, "box.mbox", mailbox(PRIVATE, ANSWER))
    with Masker([box]) as masker, pytest.raises(BundleError):
        masker.copy(source_of(box), 7)
