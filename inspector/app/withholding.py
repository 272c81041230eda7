# SPDX-License-Identifier: Apache-2.0
"""What a person chooses to withhold: the items there are, their parts, and the rules that come of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from inspector.app.export import Order, Wish
from inspector.app.jobs import Job
from inspector.app.rebuilding import Made
from inspector.app.redacted_items import facts_of, hands_for, look, stating
from inspector.app.redacting import facts_that_stay
from inspector.app.session import Session
from inspector.bundle.redaction.boxes import Box
from inspector.bundle.redaction.commitments import SECRET
from inspector.bundle.redaction.rules import AS_RULED, ItemRules, Keep, Rule, Rules
from inspector.cases.standing import spoken
from inspector.domain.facts import Fact
from inspector.domain.sources import Source
from inspector.report.findings import findings_object
from inspector.report.numbering import numbers
from inspector.system.clock import now
from inspector.system.messages import Messages

Kind = Literal["picture", "table", "whole"]
"""How an item is divided: by boxes, by its parts, or not at all."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that goes into a bundle: a file of an archive, a picture, a page or a mail."""

    source: Source
    member: str | None
    kind: Kind

    @property
    def name(self) -> str:
        """Return the name it was handed in by."""
        return self.member or self.source.name

    @property
    def key(self) -> tuple[str, str | None]:
        """Return what rules name it by: its hash, as names can be alike."""
        return (self.source.sha256, self.member)


def items(session: Session) -> tuple[Item, ...]:
    """Return all items of which something would go into a bundle, pictures first."""
    cited = _cited(session)
    found: list[Item] = []
    for one in spoken(session.case.readings, session.case.acts):
        source = one.source
        if source.kind == "archive":
            members = stating(source, facts_of(cited, source))
            found.extend(Item(source, member.name, "table") for member, _ in members)
        elif source.status == "read" and source.sha256:
            found.append(Item(source, None, "picture" if source.kind == "capture" else "whole"))
    order: dict[Kind, int] = {"picture": 0, "whole": 1, "table": 2}
    return tuple(sorted(found, key=lambda one: order[one.kind]))


def parts(session: Session, item: Item, rules: Rules, wish: Wish, job: Job) -> Made:
    """Return the parts of a table or JSON file, and why each is withheld. Raises BundleError."""
    case, found = session.case, session.inspection()
    wanted = replace(wish, redact=rules, seal=False, stamping=None)
    # Nothing of it is published, so any secret will do.
    order = Order(case.acts, case.readings, found, wanted, now(), None, {}, bytes(SECRET))
    facts = {
        member.name: (member, own)
        for member, own in stating(item.source, facts_of(_cited(session), item.source))
    }
    member, own = facts[item.member or ""]
    with hands_for(order, job.check) as hands:
        return look(order, item.source, member, own, hands)


def _cited(session: Session) -> Mapping[str, Fact]:
    inspection = session.inspection()
    return facts_that_stay(findings_object(inspection, Messages("en")), numbers(inspection))


@dataclass(frozen=True, slots=True)
class Choices:
    """The rules as a person changes them, one choice at a time."""

    rules: Rules

    def of(self, item: Item) -> ItemRules:
        """Return what is chosen for one item."""
        return self.rules.items.get(item.key, AS_RULED)

    def turn(self, rule: Rule, *, on: bool) -> Choices:
        """Turn a rule on or off."""
        return self._with(on=self.rules.on | {rule} if on else self.rules.on - {rule})

    def keep_out(self, text: str) -> Choices:
        """Keep out the words in a text, which commas and line ends set apart."""
        words = dict.fromkeys(word.strip() for word in text.replace("\n", ",").split(","))
        return self._with(words=tuple(word for word in words if word))

    def keep(self, item: Item, keep: Keep | None) -> Choices:
        """Choose how much of an item goes in; what was chosen for its parts stays."""
        return self._item(item, replace(self.of(item), keep=keep))

    def boxes(self, item: Item, boxes: tuple[Box, ...]) -> Choices:
        """Draw these boxes on a picture."""
        return self._item(item, replace(self.of(item), boxes=boxes))

    def show(self, item: Item, part: str, *, shown: bool) -> Choices:
        """Show or withhold one part, whatever the rules say."""
        one = self.of(item)
        mine, other = (
            (one.show | {part}, one.withhold - {part})
            if shown
            else (one.show - {part}, one.withhold | {part})
        )
        return self._item(item, replace(one, show=mine, withhold=other))

    def _item(self, item: Item, one: ItemRules) -> Choices:
        found = {**self.rules.items, item.key: one}
        return self._with(items={key: each for key, each in found.items() if each != AS_RULED})

    def _with(self, **changes: object) -> Choices:
        return Choices(replace(self.rules, **changes))  # type: ignore[arg-type]  # each as its field is
