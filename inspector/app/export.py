# SPDX-License-Identifier: Apache-2.0
"""Makes the evidence bundle of a case: what goes in, the report on it, and the file itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from inspector.app.exhibits import Bare, Copies, shown_parts
from inspector.app.fetching import Fetcher
from inspector.app.masking import Masker
from inspector.app.passwords import Passwords
from inspector.app.recording import sheets
from inspector.app.sealing import key_for, secret_for
from inspector.app.setting import set_pages
from inspector.app.stamping import Stamping, asked_detail
from inspector.app.underway import UNWATCHED, Watch, Way
from inspector.app.view import catalog_view
from inspector.archives.again import files_of
from inspector.bundle.contents import (
    BundleContents,
    CitedMember,
    CountedMember,
    Original,
    Part,
    Program,
)
from inspector.bundle.redaction.rules import Rules
from inspector.bundle.seal.key import SealKey
from inspector.bundle.seal.sealing import Sealing
from inspector.bundle.writing import write
from inspector.cases.acts import ASIDE, Act, ActKind, Detail
from inspector.cases.case import Case
from inspector.cases.custody import chained
from inspector.cases.standing import spoken
from inspector.catalog.index import Catalog
from inspector.domain.captured import Captured
from inspector.domain.facts import Fact, Tally
from inspector.domain.findings import Finding, Reason
from inspector.domain.reading import SourceReading
from inspector.domain.sources import Source
from inspector.domain.words import FactKind
from inspector.report.context import Json
from inspector.report.declarations import declarations
from inspector.report.document import build
from inspector.report.findings import findings_object, findings_text
from inspector.report.inspection import Inspection
from inspector.report.numbering import Numbers, numbers
from inspector.report.render import render
from inspector.system.messages import Messages

ALWAYS_CITED = {
    FactKind.ACCOUNT_CREATED,
    FactKind.PLAN_PAYMENT,
    FactKind.PLAN_STATE,
    FactKind.SETTING_READING,
    FactKind.SETTING_CHANGE,
    FactKind.POLICY_ACCEPTED,
    FactKind.NOTICE_RECEIVED,
}
"""Facts that every answer stands on. Hints, logins and AI use are listed, but their files are not copied."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person wants of a bundle. `originals`: the whole archives too; `maker`: who to name in it.

    `passwords` open the archives that were read with them. `seal`: sealed with the key of the case; then
    `stamping` asks time authorities, if any. `redact`: what is withheld, None for a whole bundle. `lock`: the
    password behind which the whole goes.
    """

    target: Path
    lang: str
    originals: bool = False
    bare: bool = False
    maker: str | None = None
    passwords: Passwords = field(default_factory=Passwords, repr=False)
    seal: bool = True
    stamping: Stamping | None = None
    redact: Rules | None = None
    lock: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Order:
    """What a bundle is made from, as it stood when it was asked for; later acts do not change it.

    `key` seals it, None for a bundle without a seal. `captured`: what was read in captures after they were
    added, by their SHA-256. `secret`: what opens withheld parts later.
    """

    acts: tuple[Act, ...]
    readings: tuple[SourceReading, ...]
    inspection: Inspection
    wish: Wish
    now: datetime
    key: SealKey | None = None
    captured: Mapping[str, Captured] = field(default_factory=dict)
    secret: bytes = field(default=b"", repr=False)

    @property
    def says(self) -> int:
        """Return the number of the last act that bears on the answer: making a bundle does not."""
        return max((act.number for act in self.acts if act.kind not in ASIDE), default=0)

    @property
    def details(self) -> dict[str, Detail]:
        """Return the details of the act of exporting."""
        details: dict[str, Detail] = {"originals": self.wish.originals, "language": self.wish.lang}
        if self.wish.bare:
            details["pictures"] = "bare"
        if self.wish.redact is not None:
            details["redacted"] = True
        if self.key is not None:
            # The log is part of what the fingerprint names, so nobody can put another seal in its place.
            details["seal"] = self.key.fingerprint
            if self.wish.stamping is not None:
                details["timestamps_asked"] = [*self.wish.stamping.hosts]
        return details

    def known_of(self, source: Source) -> Captured | None:
        """Return what was read in a capture, None where nobody looked at it."""
        read = next((one.captured for one in self.readings if one.source.sha256 == source.sha256), None)
        return read or self.captured.get(source.sha256)

    @property
    def sealing(self) -> Sealing | None:
        """Return what seals the bundle and has it stamped."""
        if self.key is None:
            return None
        return Sealing(self.key, self.wish.stamping.stampers if self.wish.stamping else ())


@dataclass(frozen=True, slots=True)
class Parcel:
    """The person's own data in a bundle: sources, files that state a cited fact, files only counted."""

    originals: tuple[Original, ...]
    cited: tuple[CitedMember, ...]
    counted: tuple[CountedMember, ...]


def order(
    case: Case,
    inspection: Inspection,
    wish: Wish,
    now: datetime,
    captured: Mapping[str, Captured] | None = None,
) -> Order:
    """Return the order for a bundle of a case as it stands; `inspection` is the answer to it."""
    key = key_for(case, now) if wish.seal else None
    secret = secret_for(case) if wish.redact is not None else b""
    readings = spoken(case.readings, case.acts)
    return Order(case.acts, readings, inspection, wish, now, key, captured or {}, secret)


def make(asked: Order, catalog: Catalog, watch: Watch = UNWATCHED) -> str:
    """Write the bundle and return its fingerprint. Touches no case, so it may run on another thread.

    Raises BundleError, RenderError or what `watch.check` raises, leaving no file.
    """
    lang = asked.wish.lang
    messages = Messages(lang)
    found = findings_object(asked.inspection, messages)
    paths = [one.source.path for one in asked.readings]
    with Fetcher(paths, asked.wish.passwords) as fetcher, Masker(paths) as masker:
        held = parcel(
            asked.readings,
            asked.inspection,
            fetcher,
            originals=asked.wish.originals,
            copies=masker.copy,
            bare=asked.known_of if asked.wish.bare else None,
        )
        way = Way(watch, _size(asked.inspection, held))
        plain = sheets(
            asked.inspection, asked.readings, asked.acts, asked.captured, watch.check, bare=asked.wish.bare
        )
        known = replace(plain, seal=asked.key.fingerprint if asked.key else None)

        def report(fingerprint: str) -> bytes:
            view = catalog_view(asked.inspection, catalog, lang)
            maker = asked.wish.maker
            document = build(
                found, view, messages, asked.now, fingerprint=fingerprint, maker=maker, sheets=known
            )
            with way.report():
                return render(document, set_pages, stopped=watch.cancelled)

        contents = _contents(asked, held, known.record, findings_text(found), report)
        seal, lock = asked.sealing, asked.wish.lock
        return write(contents, asked.wish.target, asked.now, lang, way.passed, sealing=seal, lock=lock)


def note(case: Case, asked: Order, fingerprint: str) -> Act:
    """Note in the case that the bundle was made, and which acts are so new that it does not hold them.

    A later bundle names the fingerprint of this one, so that whoever has both sees that they belong together.
    """
    newer: list[Detail] = [act.number for act in case.acts[len(asked.acts) :]]
    made: dict[str, Detail] = {**asked.details, "fingerprint": fingerprint}
    act = case.append(ActKind.EXPORTED, asked.now, made | ({"without": newer} if newer else {}))
    for one in asked.wish.stamping.outcomes if asked.wish.stamping else ():
        if one.sent:
            case.append(ActKind.ASKED, asked.now, asked_detail(one))
    return act


def export(case: Case, inspection: Inspection, catalog: Catalog, wish: Wish, now: datetime) -> str:
    """Write a whole bundle, note it, return its fingerprint. Raises as `make` does; then nothing is noted."""
    asked = order(case, inspection, wish, now)
    fingerprint = make(asked, catalog)
    note(case, asked, fingerprint)
    return fingerprint


def parcel(
    readings: Sequence[SourceReading],
    inspection: Inspection,
    fetcher: Fetcher,
    *,
    originals: bool,
    copies: Copies | None = None,
    bare: Bare | None = None,
) -> Parcel:
    """Return what of the person's own data goes in; with `originals` the whole archives too.

    `fetcher` opens the members of archives when they are written; `copies` makes the masked copies of pages
    and mails, and without it they only are listed. `bare`: as of `shown_parts`. Raises BundleError.
    """
    ids = numbers(inspection)
    used = [one for one in readings if one.source.sha256]
    cited = _cited_members(inspection)
    return Parcel(
        originals=tuple(
            _original(one, ids, shown_parts(one, inspection, copies, bare), whole=originals) for one in used
        ),
        cited=tuple(part for one in used for part in _cited(one.source, ids, cited, fetcher)),
        counted=tuple(part for one in used for part in _counted(one, ids, cited)),
    )


def _contents(
    asked: Order, held: Parcel, record: Json, text: str, report: Callable[[str], bytes]
) -> BundleContents:
    program = asked.inspection.program
    acts = [*asked.acts, Act(len(asked.acts) + 1, ActKind.EXPORTED, asked.now, asked.details)]
    return BundleContents(
        findings_json=text.encode("utf-8"),
        acts=tuple(chained([act.as_object() for act in acts])),
        originals=held.originals,
        cited=held.cited,
        counted=held.counted,
        report_pdf=report,
        program=Program(
            "Privacy Settings Inspector", program.version, program.catalog_version, program.catalog_sha256
        ),
        record_json=findings_text(record).encode("utf-8"),
        declarations=lambda own: declarations(record, program.version, own, asked.wish.maker),
    )


def _size(inspection: Inspection, held: Parcel) -> int:
    """Return about how many bytes go in."""
    sizes = {(of, member.name): member.size for source, of in _ids(inspection) for member in source.members}
    whole = sum(original.size for original in held.originals if original.parts)
    return whole + sum(sizes.get((one.source, one.name), 0) for one in held.cited)


def _ids(inspection: Inspection) -> list[tuple[Source, str]]:
    ids = numbers(inspection).sources
    return [(source, ids[source.sha256]) for source in inspection.sources]


def _cited_members(inspection: Inspection) -> set[tuple[str, str]]:
    """Return source hash and member of every fact that an answer stands on."""
    facts = [fact for fact in inspection.facts if fact.kind in ALWAYS_CITED]
    facts += [fact for finding in inspection.findings for fact in _facts_of(finding)]
    places = [fact.provenance for fact in facts if fact.provenance is not None]
    return {(place.source_sha256, place.member) for place in places if place.member is not None}


def _facts_of(finding: Finding) -> list[Fact]:
    reasons: list[Reason] = [
        reason for span in finding.spans for part in span.support for reason in part.because
    ]
    reasons += [reason for segment in finding.switch for reason in segment.because]
    return [reason for reason in reasons if isinstance(reason, Fact)]


def _original(reading: SourceReading, ids: Numbers, shown: tuple[Part, ...], *, whole: bool) -> Original:
    """A capture that someone vouches for goes in, an archive only where the person wants it."""
    source = reading.source
    parts = shown
    if whole and source.kind == "archive":
        parts = tuple(Part(file.name, file.sha256, file.content) for file in files_of(source))
    return Original(ids.sources[source.sha256], source.name, source.kind, source.sha256, source.size, parts)


def _cited(source: Source, ids: Numbers, cited: set[tuple[str, str]], fetcher: Fetcher) -> list[CitedMember]:
    return [
        CitedMember(
            ids.sources[source.sha256], member.name, member.sha256, fetcher.again(source.path, member.name)
        )
        for member in source.members
        if member.sha256 and (source.sha256, member.name) in cited
    ]


def _counted(reading: SourceReading, ids: Numbers, cited: set[tuple[str, str]]) -> list[CountedMember]:
    source = reading.source
    counts = _counts(reading.tallies)
    return [
        CountedMember(
            ids.sources[source.sha256], member.name, member.sha256, member.size, dict(counts[member.name])
        )
        for member in source.members
        if member.sha256 and member.name in counts and (source.sha256, member.name) not in cited
    ]


def _counts(tallies: Sequence[Tally]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    for tally in tallies:
        if tally.member is not None:
            counts.setdefault(tally.member, Counter())[str(tally.data_class)] += tally.count
    return counts
