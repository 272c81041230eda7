# SPDX-License-Identifier: Apache-2.0
"""Makes a redacted bundle: items made anew, a new report and new data, and a search for what was withheld.

Where anything that was withheld is found in the finished files, no bundle is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from inspector.app import export
from inspector.app.export import ALWAYS_CITED, Order
from inspector.app.rebuilding import Leak, Redactor
from inspector.app.recording import sheets
from inspector.app.redacted_items import (
    Hands,
    Item,
    hands_for,
    items,
    labels_under,
    members,
    named,
    originals,
)
from inspector.app.request import UsageError
from inspector.app.revealing import LOG
from inspector.app.setting import set_pages
from inspector.app.underway import UNWATCHED, Watch, Way
from inspector.app.veil import Veil
from inspector.app.view import catalog_view
from inspector.bundle import index, layout, streams
from inspector.bundle.contents import BundleContents, BundleError, Payload, Program
from inspector.bundle.redaction import document, log
from inspector.bundle.redaction.boxes import touch
from inspector.bundle.redaction.commitments import secret_of
from inspector.bundle.redaction.document import Left, Redaction
from inspector.bundle.redaction.known import program_texts
from inspector.bundle.redaction.needles import Needles
from inspector.bundle.redaction.rules import Rule, Rules, RulesError, parse
from inspector.bundle.writing import write
from inspector.cases.acts import Act, ActKind
from inspector.cases.custody import chained
from inspector.cases.story import MOST, stories
from inspector.catalog.index import Catalog
from inspector.domain.captured import Captured
from inspector.domain.facts import Fact
from inspector.domain.text import note
from inspector.report import redacted
from inspector.report.document import ReportDocument, Sheets, build
from inspector.report.findings import findings_object, findings_text
from inspector.report.numbering import Numbers, numbers
from inspector.report.redacted import Cut, rested_on
from inspector.report.render import render
from inspector.system.messages import Messages

Json = dict[str, Any]

_MOST_NAMED: Final = 5
_SENTENCE: Final = 16
_PROGRAM: Final = "Privacy Settings Inspector"


def make(asked: Order, catalog: Catalog, watch: Watch = UNWATCHED) -> str:
    """Write the bundle that was asked for, redacted or whole, and return its fingerprint.

    Raises as `export.make` does; BundleError also where something that was withheld would leak.
    """
    rules = asked.wish.redact
    if rules is None:
        return export.make(asked, catalog, watch)
    if asked.wish.originals:
        raise BundleError(note("redaction.with_originals"))
    _refuse_unknown(rules, asked)
    with hands_for(asked, watch.check) as hands:
        case = _Case(asked, rules, hands)
        way = Way(watch, sum(len(item.content or b"") for item in case.items))
        return write(
            case.contents(catalog, way, watch),
            asked.wish.target,
            asked.now,
            asked.wish.lang,
            way.passed,
            sealing=asked.sealing,
            lock=asked.wish.lock,
            look=lambda files: case.refuse_leaks(files, hands.redactor, watch),
        )


def report_of(asked: Order, catalog: Catalog, watch: Watch = UNWATCHED) -> ReportDocument:
    """Return the report of a redacted bundle before there is one. Raises BundleError."""
    with hands_for(asked, watch.check) as hands:
        case = _Case(asked, asked.wish.redact or Rules(), hands)
        return case.report(catalog, case.published(), None)


def rules_in(file: str | None) -> Rules | None:
    """Return the rules in a file, those that withhold the most for `-`, None for None. Raises UsageError."""
    if file is None or file == "-":
        return Rules() if file else None
    try:
        return parse(Path(file).read_bytes())
    except OSError as error:
        raise UsageError(note("redaction.rules.unreadable", file=Path(file).name)) from error
    except RulesError as error:
        raise UsageError(error.note) from error


def _refuse_unknown(rules: Rules, asked: Order) -> None:
    """Refuse rules for a file that is not there: what they should withhold would not be."""
    known: set[tuple[str, str | None]] = set()
    for one in asked.readings:
        for name in (one.source.name, one.source.sha256):
            known |= {(name, None), *((name, member.name) for member in one.source.members)}
    for of, member in rules.items:
        if (of, member) not in known:
            raise BundleError(note("redaction.rules.unknown_file", name=member or of))


@dataclass(frozen=True, slots=True)
class _Told:
    """What the program itself tells, without what is withheld."""

    findings: Json
    sheets: Sheets
    acts: list[Json]


def facts_that_stay(found: Json, ids: Numbers) -> dict[str, Fact]:
    """Return the facts that an answer stands on, by their id."""
    rested = rested_on(found)
    known = {id_: fact for fact, id_ in ids.facts.items()}
    return {id_: fact for id_, fact in known.items() if id_ in rested or fact.kind in ALWAYS_CITED}


class _Case:
    """A case as it goes out: its items first, then all that is told of them."""

    def __init__(self, asked: Order, rules: Rules, hands: Hands) -> None:
        self.asked, self.rules = asked, rules
        self.whole: Json = findings_object(asked.inspection, Messages(asked.wish.lang))
        self.ids: Numbers = numbers(asked.inspection)
        self.facts = facts_that_stay(self.whole, self.ids)
        self.items = items(asked, self.ids, self.facts, hands)
        self.check = hands.check
        self.names = {
            one.source.name: named(one.source, self.ids.sources[one.source.sha256], rules)
            for one in asked.readings
            if one.source.sha256 and Rule.NAMES in rules.on
        }
        self.hidden = tuple(dict.fromkeys(self._hidden()))
        self.veil = Veil(self.names, rules.words, self.hidden)
        self.told = self._told()

    def _hidden(self) -> Iterator[str]:
        """Yield what must stand nowhere, besides what was withheld of the items."""
        members = {(item.source.sha256, item.member) for item in self.items}
        known = Needles(member.name for one in self.asked.readings for member in one.source.members).found_in(
            program_texts()
        )
        # Who has all of a file can take its hash.
        given = {sha256(item.content).hexdigest() for item in self.items if item.content is not None}
        for one in self.asked.readings:
            yield from (digest for digest in _hashes(one.source) if digest not in given)
            if Rule.NAMES not in self.rules.on:
                continue
            captured = self.asked.known_of(one.source)
            yield from filter(None, [captured.url if captured else None])
            for member in one.source.members:
                if (one.source.sha256, member.name) not in members and member.name not in known:
                    yield member.name
        notes = (act for act in self.asked.acts if act.kind is ActKind.CONSENT_NOTED)
        yield from (str(act.details["note"]) for act in notes if act.details.get("note"))
        yield from _told_of_stories(self.asked.acts)

    def _told(self) -> _Told:
        asked = self.asked
        plain = sheets(
            asked.inspection, asked.readings, asked.acts, asked.captured, self.check, bare=asked.wish.bare
        )
        cut = self._cut()
        acts = [act.as_object() for act in self._acts()]
        shown = redacted.log(acts, cut)
        made = redacted.findings(self.whole, cut)
        record = redacted.record(plain.record, cut)
        seal = asked.key.fingerprint if asked.key else None
        # The act of exporting is the bundle's own, so the report does not print it.
        chain = chained(shown[: len(asked.acts)])
        return _Told(made, Sheets(record, self._captured(), chain, seal), shown)

    def _acts(self) -> list[Act]:
        asked = self.asked
        return [*asked.acts, Act(len(asked.acts) + 1, ActKind.EXPORTED, asked.now, asked.details)]

    def _cut(self) -> Cut:
        under = {item.id: labels_under(self.asked, item.source, self._wanted(item)) for item in self.items}
        kept = ((item.id, item.member) for item in self.items if item.member is not None)
        return Cut(
            self.veil,
            frozenset(self.facts),
            frozenset(kept),
            frozenset(raw for item in self.items for raw in item.raws),
            under,
            names=Rule.NAMES in self.rules.on,
        )

    def _wanted(self, item: Item) -> Any:
        return self.rules.of(item.source.name, item.source.sha256, item.member)

    def _captured(self) -> Mapping[str, Captured]:
        """Return what was read in the pictures that go in, by their id, without what a box covers."""
        found: dict[str, Captured] = {}
        for item in self.items:
            captured = self.asked.known_of(item.source)
            if captured is None or item.content is None or item.source.kind != "capture":
                continue
            boxes = self._wanted(item).boxes
            settings = tuple(
                one
                for one in captured.settings
                if one.crop is None or not any(touch(one.crop.box, box) for box in boxes)
            )
            found[item.id] = replace(captured, settings=settings)
        return found

    def report(self, catalog: Catalog, published: Redaction, own: str | None) -> ReportDocument:
        """Return the report; `own` is the fingerprint of the bundle, None before there is one."""
        asked, lang = self.asked, self.asked.wish.lang
        return build(
            self.told.findings,
            catalog_view(asked.inspection, catalog, lang),
            Messages(lang),
            asked.now,
            fingerprint=own,
            maker=asked.wish.maker,
            sheets=self.told.sheets,
            withheld=document.as_object(published),
        )

    def contents(self, catalog: Catalog, way: Way, watch: Watch) -> BundleContents:
        """Return what the bundle holds."""
        bare = self._bare()
        published = self.published(index.payloads(bare))

        def report(own: str) -> bytes:
            made = self.report(catalog, published, own)
            with way.report():
                return render(made, set_pages, stopped=watch.cancelled)

        return replace(bare, report_pdf=report, redaction_json=document.encode(published))

    def _bare(self) -> BundleContents:
        """Return what the bundle holds without the report, and without what is told of the rest."""
        told, program = self.told, self.asked.inspection.program
        return BundleContents(
            findings_json=findings_text(told.findings).encode(),
            acts=tuple(chained(told.acts)),
            originals=originals(self.items, self.asked, self.ids),
            cited=members(self.items, self.veil),
            counted=(),
            report_pdf=lambda _own: b"",
            program=Program(_PROGRAM, program.version, program.catalog_version, program.catalog_sha256),
            record_json=findings_text(told.sheets.record).encode(),
        )

    def published(self, files: Sequence[Payload] = ()) -> Redaction:
        """Return what is told of what was withheld; `files` tell where each item lies."""
        places = {id(file.source): file.path for file in files}
        rows = [item for item in self.items if item.proof is not None]
        acts = [act.as_object() for act in self._acts()]
        secret = secret_of(self.asked.secret, LOG)
        logged = log.proof_of(acts, self.told.acts, secret)
        found = [
            document.Item(f"r{at}", item.id, self._shown_name(item), places.get(id(item.content)), item.proof)
            for at, item in enumerate(rows, 1)
            if item.proof is not None
        ]
        found.append(document.Item(f"r{len(found) + 1}", None, None, _custody(files), logged))
        on = tuple(rule.value for rule in Rule if rule in self.rules.on)
        return Redaction(tuple(found), tuple(self._left()), on, len(self.rules.words), self._original())

    def _shown_name(self, item: Item) -> str | None:
        return None if item.member is None else self.veil(item.member)

    def _left(self) -> Iterator[Left]:
        counts = {
            ("facts", "rest"): self.told.findings["redacted"]["facts"],
            ("members", "names"): self.told.findings["redacted"]["members"],
            ("hashes", "hash"): len(self.told.findings["sources"]),
            ("stories", "rest"): len(stories(self.asked.acts)),
            ("names", "names"): len(self.names),
            ("raws", "picked"): len({raw for item in self.items for raw in item.raws}),
            ("words", "words"): len(self.rules.words),
        }
        yield from (Left(what, count, why) for (what, why), count in counts.items() if count)

    def _original(self) -> str | None:
        """Return the fingerprint of the newest whole bundle of this case."""
        whole = (
            act.details.get("fingerprint")
            for act in reversed(self.asked.acts)
            if act.kind is ActKind.EXPORTED and not act.details.get("redacted")
        )
        return next((str(one) for one in whole if one), None)

    def refuse_leaks(self, files: Sequence[Payload], redactor: Redactor, watch: Watch) -> None:
        """Look through every file of the bundle. Raises BundleError where something would leak."""
        values = [text for item in self.items for text in item.hidden]
        values += [*self.hidden, *(name for name in self.names if self.names[name] != name)]
        redactor.seek(values, self.rules.words, list(self._shown()))
        leaks: list[Leak] = []
        for file in files:
            watch.check()
            with closing(streams.opened(file.source)) as stream:
                leaks += redactor.search(file.path, stream.read())
        if leaks:
            places = sorted({leak.place for leak in leaks})
            more = ["…"] if len(places) > _MOST_NAMED else []
            named_ = "; ".join([*places[:_MOST_NAMED], *more])
            count = len({leak.number for leak in leaks})
            raise BundleError(note("redaction.refused.leak", n=count, places=named_))

    def _shown(self) -> Iterator[str]:
        """Yield what goes in as it stands: the parts that are left, and the words of the data itself."""
        for item in self.items:
            if item.content is not None and item.proof is not None and item.source.kind == "archive":
                yield item.content.decode("utf-8", "replace")
        raws = {raw for item in self.items for raw in item.raws}
        for id_, fact in self.facts.items():
            yield fact.value
            if id_ not in raws and fact.provenance is not None:
                yield fact.provenance.raw
        yield from _keys([self.told.findings, self.told.sheets.record, self.told.acts])
        opened = (act for act in self.told.acts if act["kind"] == "opened")
        yield from (findings_text(act) for act in opened)


def _hashes(source: Any) -> Iterator[str]:
    yield source.sha256
    yield from (one.sha256 for one in (*source.members, *source.parts) if one.sha256)


def _told_of_stories(acts: Sequence[Act]) -> Iterator[str]:
    """Yield what is told in whole sentences; shorter texts such as `JSON` stand in any bundle by chance."""
    told = (act.details for act in acts if act.kind is ActKind.STORY_TOLD)
    texts = {str(one[part]) for one in told for part in MOST if one.get(part)}
    long = sorted(text for text in texts if len(text) >= _SENTENCE)
    by_chance = Needles(long).found_in(program_texts()) if long else []
    yield from (text for text in long if text not in by_chance)


def _custody(files: Sequence[Payload]) -> str | None:
    return next((file.path for file in files if file.path == layout.CUSTODY), None)


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield str(key)
            yield from _keys(one)
    elif isinstance(value, list):
        for one in value:
            yield from _keys(one)
