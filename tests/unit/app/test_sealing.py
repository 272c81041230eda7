# SPDX-License-Identifier: Apache-2.0
"""The key that seals: one per case that is kept, a new one each time where nothing is kept."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from inspector.app.checking import recognised, verify
from inspector.app.connections import Connections
from inspector.app.export import Wish, make, note, order
from inspector.app.sealing import NAME, KeepsSecrets, key_for, known_keys
from inspector.app.stamping import Stamping
from inspector.cases.acts import ActKind
from inspector.cases.case import MemoryCase
from inspector.cases.vault.vault_case import VaultCase
from tests.makers.authority import answering, made, serving
from tests.unit.app.cases import demo
from tests.unit.bundle.fictional import NOW


class KeptCase(MemoryCase):
    """A case that has a place for secrets."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, bytes] = {}

    def secret(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def keep_secret(self, name: str, value: bytes) -> None:
        self.kept[name] = value


def test_a_case_that_is_kept_has_one_key(tmp_path: Path) -> None:
    assert issubclass(VaultCase, KeepsSecrets)
    with VaultCase(tmp_path, bytes(32)) as case:
        first = key_for(case, NOW).fingerprint
    with VaultCase(tmp_path, bytes(32)) as case:
        assert key_for(case, NOW).fingerprint == first


def test_a_case_that_keeps_nothing_has_a_new_key_each_time() -> None:
    case = MemoryCase()
    assert key_for(case, NOW).fingerprint != key_for(case, NOW).fingerprint


def test_a_key_that_cannot_be_read_is_made_anew() -> None:
    case = KeptCase()
    case.keep_secret(NAME, b"damaged")
    assert key_for(case, NOW).fingerprint == key_for(case, NOW).fingerprint


def test_a_sealed_and_stamped_bundle_of_a_case(tmp_path: Path) -> None:
    session = demo()
    authority = made(tmp_path / "authority")
    target = tmp_path / "bundle.zip"
    connections = Connections()
    with serving(answering(authority.reply)) as address:
        stamping = Stamping([address], lambda _: True, connections.send)
        wish = Wish(target, "en", stamping=stamping)
        wanted = order(session.case, session.inspection(), wish, NOW)
        own = make(wanted, session.catalog)
        note(session.case, wanted, own)
    assert wanted.key is not None
    assert [one.note.key for one in stamping.outcomes] == ["stamp.good.report", "stamp.good.lists"]
    assert len(connections.visits) == 2
    found = verify(target, own, known=known_keys(session.case))
    assert found.ok
    assert found.verdict.key == "bundle.verdict.sealed_expected"
    assert recognised(verify(target), known_keys(session.case)).verdict.key == "bundle.verdict.sealed_known"
    assert recognised(verify(target), ()).verdict.key == "bundle.verdict.sealed"
    with zipfile.ZipFile(target) as opened:
        log = json.loads(opened.read("privacy-evidence/data/custody.json"))
    assert log["acts"][-1]["details"]["seal"] == wanted.key.fingerprint
    assert log["acts"][-1]["details"]["timestamps_asked"] == [*stamping.hosts]
    assert [act.kind for act in session.case.acts[-3:]] == [ActKind.EXPORTED, ActKind.ASKED, ActKind.ASKED]
    assert session.case.acts[-1].details["sha256"] == stamping.outcomes[-1].digest


def test_an_authority_that_fails_leaves_a_sealed_bundle_without_it(tmp_path: Path) -> None:
    session = demo()
    target = tmp_path / "bundle.zip"
    with serving(answering(lambda _: b"no")) as address:
        stamping = Stamping([address], lambda _: True, Connections().send)
        make(
            order(session.case, session.inspection(), Wish(target, "en", stamping=stamping), NOW),
            session.catalog,
        )
    assert [one.note.key for one in stamping.outcomes] == ["stamp.unreadable"] * 2
    found = verify(target)
    assert found.ok
    assert {check.name: check.ok for check in found.checks}["timestamp"] is None


def test_a_bundle_without_a_seal_names_no_key(tmp_path: Path) -> None:
    session = demo()
    wanted = order(session.case, session.inspection(), Wish(tmp_path / "b.zip", "en", seal=False), NOW)
    own = make(wanted, session.catalog)
    note(session.case, wanted, own)
    assert wanted.key is None
    assert not known_keys(session.case)
    assert verify(tmp_path / "b.zip").verdict.key == "bundle.verdict.unsealed"
