# SPDX-License-Identifier: Apache-2.0
"""The items of a case as a redacted bundle holds them: what of each was made anew, and what was withheld."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from msgspec import structs

from inspector.app.exhibits import shown_parts
from inspector.app.export import Order
from inspector.app.fetching import Fetcher
from inspector.app.masking import Masker
from inspector.app.rebuilding import Made, Redactor, picture_at
from inspector.app.revealing import item_secret
from inspector.bundle.contents import BundleError, CitedMember, Original, Part
from inspector.bundle.redaction import rules
from inspector.bundle.redaction.boxes import touch
from inspector.bundle.redaction.proof import Proof
from inspector.bundle.redaction.rules import MOST_BYTES, ItemRules, Rule, Rules
from inspector.bundle.streams import opened
from inspector.domain.facts import Fact
from inspector.domain.reading import SourceReading
from inspector.domain.sources import Member, Source
from inspector.domain.text import note
from inspector.report.numbering import Numbers
from inspector.worker.redaction import (
    Rebuild,
)

_WITHHELD: Final = ("bytes", "sha256")
_ENDINGS: Final = frozenset(
    {"zip", "tgz", "tar", "gz", "eml", "mbox", "html", "htm", "mhtml", "json", "csv", "pdf"}
)


@dataclass(frozen=True, slots=True)
class Item:
    """One file of which something is withheld, or that goes in as it is where `proof` is None.

    `content`: what goes in, None for nothing. `hidden`: texts that must not leak. `raws`: facts of which the
    text that was found is withheld.
    """

    source: Source
    id: str
    member: str | None
    content: bytes | None
    proof: Proof | None
    hidden: tuple[str, ...] = ()
    raws: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hands:
    """Whoever reads and rebuilds for us."""

    fetcher: Fetcher
    masker: Masker
    redactor: Redactor
    check: Callable[[], None]


@contextmanager
def hands_for(asked: Order, check: Callable[[], None]) -> Iterator[Hands]:
    """Have workers as long as the block lasts; each starts with the first thing it is asked for."""
    paths = [one.source.path for one in asked.readings]
    with (
        Fetcher(paths, asked.wish.passwords) as fetcher,
        Masker(paths) as masker,
        Redactor(paths) as redactor,
    ):
        yield Hands(fetcher, masker, redactor, check)


@dataclass(frozen=True, slots=True)
class _Of:
    """What was handed in, and its id in the findings."""

    source: Source
    id: str


def named(source: Source, id_: str, wanted: Rules) -> str:
    """Return how a source is called in the bundle."""
    if Rule.NAMES not in wanted.on:
        return source.name
    ending = source.name.rpartition(".")[2].lower()
    if source.kind == "capture":
        return f"{id_}.png"
    return f"{id_}.{ending}" if ending in _ENDINGS and "." in source.name else id_


def items(asked: Order, ids: Numbers, cited: Mapping[str, Fact], hands: Hands) -> list[Item]:
    """Return all items. `cited`: the facts that stay, by their id. Raises BundleError."""
    found: list[Item] = []
    for one in asked.readings:
        if one.source.sha256:
            found.extend(_of_source(asked, one, ids, cited, hands))
    return found


def _of_source(
    asked: Order, reading: SourceReading, ids: Numbers, cited: Mapping[str, Fact], hands: Hands
) -> Iterator[Item]:
    source = reading.source
    of = _Of(source, ids.sources[source.sha256])
    own = facts_of(cited, source)
    if source.kind == "archive":
        for member, facts in stating(source, own):
            hands.check()
            yield _member_item(asked, of, member, facts, hands)
    elif source.status == "read" and source.kind != "capture" and _goes_whole(asked, source):
        # A mail or a page cannot be divided: it goes in as any bundle holds it, with secrets masked, and of a
        # mailbox only the messages that are cited.
        for part in shown_parts(reading, asked.inspection, hands.masker.copy):
            hands.check()
            with closing(opened(part.content)) as stream:
                yield Item(source, of.id, None, stream.read(), None)
    elif source.status == "read":
        hands.check()
        yield _capture_item(asked, of, own, hands)


def facts_of(cited: Mapping[str, Fact], source: Source) -> dict[str, Fact]:
    """Return the facts that a source states."""
    return {
        id_: fact
        for id_, fact in cited.items()
        if fact.provenance is not None and fact.provenance.source_sha256 == source.sha256
    }


def stating(source: Source, own: Mapping[str, Fact]) -> Iterator[tuple[Member, dict[str, Fact]]]:
    """Yield the files of an archive that state facts, with these."""
    for member in source.members:
        facts = {id_: fact for id_, fact in own.items() if _member(fact) == member.name}
        if member.sha256 and facts:
            yield member, facts


def _member(fact: Fact) -> str | None:
    return fact.provenance.member if fact.provenance is not None else None


def _member_item(asked: Order, of: _Of, member: Member, facts: Mapping[str, Fact], hands: Hands) -> Item:
    source = of.source
    wanted = _rules(asked).of(source.name, source.sha256, member.name)
    places = {key: fact.provenance for key, fact in facts.items() if fact.provenance is not None}
    made = hands.redactor.rebuild(_rebuild(asked, source, member, facts, hands), member.name)
    raws = {key for key, place in places.items() if place.locator in made.covered}
    if wanted.keep == "nothing":
        raws = set(places)
    return _item(of, member.name, made, frozenset(raws), tuple(places[key].raw for key in raws))


def look(asked: Order, source: Source, member: Member, facts: Mapping[str, Fact], hands: Hands) -> Made:
    """Return a file of an archive as a person looks at it: its parts, and why each is withheld."""
    return hands.redactor.rebuild(
        structs.replace(_rebuild(asked, source, member, facts, hands), look=True), member.name
    )


def _rebuild(
    asked: Order, source: Source, member: Member, facts: Mapping[str, Fact], hands: Hands
) -> Rebuild:
    wanted = _rules(asked).of(source.name, source.sha256, member.name)
    places = [fact.provenance for fact in facts.values() if fact.provenance is not None]
    return Rebuild(
        member.sha256 or "",
        None if member.size > MOST_BYTES else _fetched(hands, source, member),
        None,
        tuple((place.locator, place.raw) for place in places),
        _sent(asked, member.sha256 or "", wanted),
        item_secret(asked.secret, source, member.name),
    )


def _fetched(hands: Hands, source: Source, member: Member) -> bytes:
    try:
        with hands.fetcher.again(source.path, member.name)() as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise BundleError(note("bundle.write.unreadable", file=member.name)) from error


def _capture_item(asked: Order, of: _Of, facts: Mapping[str, Fact], hands: Hands) -> Item:
    source = of.source
    wanted = _rules(asked).of(source.name, source.sha256, None)
    if source.kind == "capture" and wanted.keep != "nothing":
        labels = labels_under(asked, source, wanted)
        raws = frozenset(key for key, fact in facts.items() if _raw(fact) in labels)
        made = hands.redactor.rebuild(_task(asked, source, wanted, picture_at(source.path)), source.name)
        return _item(of, None, made, raws, tuple(sorted(labels)))
    made = hands.redactor.rebuild(_task(asked, source, wanted, None), source.name)
    gone = frozenset(facts) if wanted.keep == "nothing" else frozenset()
    return _item(of, None, made, gone, tuple(_raw(facts[key]) for key in gone))


def _goes_whole(asked: Order, source: Source) -> bool:
    keep = _rules(asked).of(source.name, source.sha256, None).keep
    return keep == "whole" or (keep is None and Rule.PEOPLE not in _rules(asked).on)


def _task(asked: Order, source: Source, wanted: ItemRules, path: bytes | None) -> Rebuild:
    secret = item_secret(asked.secret, source, None)
    return Rebuild(source.sha256, None, path, (), _sent(asked, source.sha256, wanted), secret)


def _item(of: _Of, member: str | None, made: Made, raws: frozenset[str], hidden: tuple[str, ...]) -> Item:
    return Item(of.source, of.id, member, made.content, made.proof, (*made.hidden, *hidden), raws)


def labels_under(asked: Order, source: Source, wanted: ItemRules) -> frozenset[str]:
    """Return the words read in a picture of which a box covers a part; all where nothing of it goes in."""
    captured = asked.known_of(source)
    if captured is not None and wanted.keep == "nothing":
        return frozenset(setting.label for setting in captured.settings)
    return frozenset(
        setting.label
        for setting in (captured.settings if captured else ())
        for part in (setting.pixels.label, setting.pixels.control)
        if part is not None and any(touch(part, box) for box in wanted.boxes)
    )


def _raw(fact: Fact) -> str:
    return fact.provenance.raw if fact.provenance is not None else ""


def _rules(asked: Order) -> Rules:
    return asked.wish.redact or Rules()


def _sent(asked: Order, digest: str, wanted: ItemRules) -> bytes:
    return rules.encode(replace(_rules(asked), items={(digest, None): wanted}))


def originals(found: list[Item], asked: Order, ids: Numbers) -> tuple[Original, ...]:
    """Return every source with what of it goes in, under the name it has in the bundle."""
    made = []
    for one in asked.readings:
        source = one.source
        if source.sha256:
            id_ = ids.sources[source.sha256]
            name = named(source, id_, _rules(asked))
            parts = tuple(
                Part(name, sha256(item.content).hexdigest(), item.content)
                for item in found
                if item.id == id_ and item.member is None and item.content is not None
            )
            made.append(Original(id_, name, source.kind, "", 0, parts, _WITHHELD))
    return tuple(made)


def members(found: list[Item], veil: Callable[[str], str]) -> tuple[CitedMember, ...]:
    """Return the files of archives that are left."""
    return tuple(
        CitedMember(item.id, veil(item.member), sha256(item.content).hexdigest(), item.content)
        for item in found
        if item.member is not None and item.content is not None
    )
