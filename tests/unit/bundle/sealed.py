# SPDX-License-Identifier: Apache-2.0
"""Sealed bundles of a fictional person, with a real report, and such as someone sealed again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from inspector.app.setting import set_pages
from inspector.bundle import custody, layout
from inspector.bundle.seal import key as keys
from inspector.bundle.seal.key import SealKey
from inspector.bundle.seal.sealing import Sealing, Stamper
from inspector.bundle.seal.signing import sealed
from inspector.bundle.writing import write
from inspector.cases.custody import chained
from inspector.report.document import build
from inspector.report.render import render
from inspector.system.messages import Messages
from tests.unit.bundle.fictional import ACTS, CONTENTS, NOW, remade, retagged
from tests.unit.report.sample_catalog import VIEW
from tests.unit.report.samples import moved_from_us_to_germany

KEY = keys.made(NOW)
OTHER = keys.made(NOW)


@cache
def real_pdf(own: str) -> bytes:
    """The report as the program makes it for the bundle of this fingerprint."""
    words = Messages("en")
    return render(build(moved_from_us_to_germany(), VIEW, words, NOW, fingerprint=own), set_pages)


def acts(seal: str | None) -> tuple[Mapping[str, object], ...]:
    """The custody log, its last act naming the key of the seal."""
    plain = [{name: value for name, value in act.items() if name != "prev"} for act in ACTS]
    plain[-1]["details"] = {"originals": True, **({"seal": seal} if seal else {})}
    return tuple(chained(plain))


def sealed_bundle(folder: Path, stampers: Sequence[Stamper] = (), key: SealKey = KEY) -> Path:
    """A bundle with seal and signed report; its lists are stamped by each of the stampers."""
    target = folder / "sealed.zip"
    contents = replace(CONTENTS, acts=acts(key.fingerprint), report_pdf=real_pdf)
    write(contents, target, NOW, "en", sealing=Sealing(key, stampers))
    return target


def sealed_again(files: Mapping[str, bytes], key: SealKey, *, stated: bool = True) -> dict[str, bytes]:
    """The files as someone leaves them who changed them and seals them with a key of their own.

    `stated`: they put their key into the custody log as well, as the program would.
    """
    made = dict(files)
    if stated:
        made[layout.CUSTODY] = custody.document(acts(key.fingerprint))
    made = remade(made)
    made[layout.SEAL] = sealed(made[layout.TAG_MANIFEST], key)
    return made


def with_seal(files: Mapping[str, bytes], key: SealKey) -> dict[str, bytes]:
    """The files with lists that fit them and a seal over these, by this key."""
    made = retagged(files)
    return {**made, layout.SEAL: sealed(made[layout.TAG_MANIFEST], key)}
