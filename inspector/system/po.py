# SPDX-License-Identifier: Apache-2.0
"""Reads message files in the format of gettext, with the standard library alone: a start waits for them.

Source: GNU gettext manual, section "The Format of PO Files". What it calls fuzzy or obsolete is not taken;
anything else that is not understood is an error, so that no sentence is lost silently.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_LINE: Final = re.compile(r'(?:(msgid|msgid_plural|msgstr|msgstr\[(\d+)\])[ \t]+)?"((?:[^"\\]|\\.)*)"\Z')
_ESCAPED: Final = re.compile(r"\\(.)")
_MEANT: Final = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_PLURAL: Final = re.compile(r"^Plural-Forms:.*?plural\s*=\s*([^;\n]+)", re.MULTILINE)


class NotAMessageFileError(ValueError):
    """A message file is not of its format; names the file, and the line where one is at fault."""


@dataclass(slots=True)
class _Block:
    """One entry as it is put together line by line."""

    key: str = ""
    has_plural: bool = False
    forms: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Message:
    """A key, its forms, and which of them a number takes; no rule where it has no plural."""

    key: str
    forms: tuple[str, ...]
    form_for: Callable[[int], int] | None


def read(file: Path) -> list[Message]:
    """Return the messages of a file that are translated, in its order.

    Raises NotAMessageFileError, and OSError where it cannot be read.
    """
    blocks = list(_blocks(file))
    head = next((one.forms[0] for one in blocks if not one.key and one.forms), "")
    rule = _PLURAL.search(head)
    form_for = gettext.c2py(rule[1].strip()) if rule else None
    if form_for is None and any(one.has_plural for one in blocks):
        msg = f"{file.name}: plural forms and no rule for them"
        raise NotAMessageFileError(msg)
    return [
        Message(one.key, tuple(one.forms), form_for if one.has_plural else None)
        for one in blocks
        if one.key and one.forms and all(one.forms)
    ]


def _blocks(file: Path) -> Iterator[_Block]:
    """Yield the entries of a file, its head first, which has no key."""
    block, fuzzy, skipped, at = _Block(), False, False, ""
    for number, raw in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        found = _LINE.match(line)
        if found is None or not (found[1] or at):
            msg = f"{file.name}, line {number}: not of the format of message files"
            raise NotAMessageFileError(msg)
        if found[1] == "msgid" and at:
            yield block
            block = _Block()
        if found[1] == "msgid":
            skipped, fuzzy = fuzzy, False
        at = found[1] or at
        _take(block, at, _plain(found[3]), begins=found[1] is not None, skipped=skipped)
    if at:
        yield block


def _take(block: _Block, at: str, text: str, *, begins: bool, skipped: bool) -> None:
    """Put a piece of text where it belongs in its entry."""
    if at == "msgid":
        block.key += text
    elif at == "msgid_plural":
        block.has_plural = True
    elif skipped:
        return
    elif begins:
        block.forms.append(text)
    else:
        block.forms[-1] += text


def _plain(text: str) -> str:
    """Return a quoted text without its escapes."""
    return _ESCAPED.sub(lambda found: _MEANT.get(found[1], found[0]), text) if "\\" in text else text
