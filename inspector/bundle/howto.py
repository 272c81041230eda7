# SPDX-License-Identifier: Apache-2.0
"""`VERIFY.txt`: how anyone checks the bundle with stock tools, in the bundle's language.

The commands are the same in every language and stand here; each is one line that starts with four spaces and
`$ `, so that a machine can take them out and run them one after the other. The sentences are messages.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from inspector.bundle import fingerprint, layout
from inspector.bundle.contents import Program
from inspector.bundle.layout import (
    BAG_INFO,
    BAGIT,
    CRATE,
    CUSTODY,
    DECLARATIONS,
    FINDINGS,
    FOLDER,
    MANIFEST,
    MEMBERS,
    ORIGINALS,
    RECORD,
    REDACTION,
    REPORT,
    SEAL,
    TAG_MANIFEST,
    VERIFY_PAGE,
)
from inspector.bundle.seal.steps import steps
from inspector.system.messages import Messages

PROMPT = "    $ "
_WIDTH = 78

_UNPACK = (f"BUNDLE={FOLDER}.zip", 'unzip -tq "$BUNDLE"', 'unzip -q "$BUNDLE"', f"cd {FOLDER}")
_PAYLOAD = (f"sha256sum -c {MANIFEST}",)
_TAGS = (f"sha256sum -c {TAG_MANIFEST}",)
_PAYLOAD_FILES = "find data ! -type d | wc -l"
_OUTSIDE = " ".join(
    f"! -path './{path}'" for path in ("data/*", TAG_MANIFEST, SEAL, f"{TAG_MANIFEST}.[0-9].tsr")
)
_TAG_FILES = f"find . ! -type d {_OUTSIDE} | wc -l"
_COUNT = (
    f'test "$({_PAYLOAD_FILES})" -eq "$(wc -l < {MANIFEST})" && echo "data: OK"',
    f'test "$({_TAG_FILES})" -eq "$(wc -l < {TAG_MANIFEST})" && echo "beside data: OK"',
)
_BAGIT = ("bagit.py --validate .",)
_FINGERPRINT = (
    f"sha256sum {MANIFEST}",
    f'pdfinfo {REPORT} 2> /dev/null | grep "{fingerprint.mark(f"$(sha256sum {MANIFEST} | cut -c 1-64)")}"',
)
_CHAIN = f"""
import json, hashlib;
acts = json.load(open("{CUSTODY}", encoding="utf-8"))["acts"];
form = dict(sort_keys=True, separators=(",", ":"), ensure_ascii=False);
links = [hashlib.sha256(json.dumps(a, **form).encode()).hexdigest() for a in acts];
assert [a["prev"] for a in acts] == ["0" * 64, *links[:-1]];
assert [a["n"] for a in acts] == [*range(1, len(acts) + 1)] and acts[-1]["kind"] == "exported";
print("custody: OK")
"""
_CUSTODY = (f"python3 -c '{' '.join(_CHAIN.split())}'",)
_STEPS = (
    ("unpack", _UNPACK),
    ("payload", _PAYLOAD),
    ("tags", _TAGS),
    ("count", _COUNT),
    ("bagit", _BAGIT),
    ("fingerprint", _FINGERPRINT),
    ("custody", _CUSTODY),
)
_FILES = (
    *(REPORT, FINDINGS, CUSTODY, ORIGINALS, MEMBERS),
    *(MANIFEST, TAG_MANIFEST, BAGIT, BAG_INFO, CRATE, VERIFY_PAGE),
)
_OTHER = ("page", "macos", "windows", "program")
_SHOWS = ("unchanged", "complete", "bound")
_SHOWS_NOT = ("real", "remade", "when", "meaning")


@dataclass(frozen=True, slots=True)
class Kind:
    """What of a bundle its instructions depend on.

    `stamped`: time authorities were asked; `redacted`, `declared`, `recorded`: it holds the file for that.
    """

    sealed: bool = False
    stamped: bool = False
    redacted: bool = False
    declared: bool = False
    recorded: bool = False


PLAIN = Kind()


def how_to(program: Program, made: date, messages: Messages, kind: Kind = PLAIN) -> bytes:
    """The text of `VERIFY.txt`, lines of at most 78 characters but for commands. `made`: the day, in UTC."""
    return ("\n".join(_lines(program, made, messages, kind)) + "\n").encode()


def commands(text: str) -> list[str]:
    """The commands of a `VERIFY.txt`, in order."""
    return [line.removeprefix(PROMPT) for line in text.splitlines() if line.startswith(PROMPT)]


def _lines(program: Program, made: date, messages: Messages, kind: Kind) -> Iterator[str]:
    say = messages.text
    yield from _heading(say("bundle.howto.title"), "=")
    yield from _paragraph(say("bundle.howto.intro"))
    by = {"date": f"{made:%Y-%m-%d}", "program": program.name, "version": program.version}
    yield from _paragraph(say("bundle.howto.made", catalog=program.catalog_version, **by))
    yield from _heading(say("bundle.howto.files"), "-")
    for path in _files(kind):
        yield from _wrapped(say(f"bundle.about.{layout.about(path)}"), f"{path:<25} ")
    yield ""
    own = steps(sealed=kind.sealed, stamped=kind.stamped)
    for number, (step, lines) in enumerate((*_STEPS, *own), start=1):
        yield from _step(number, step, lines, messages)
    yield from _points("other", _OTHER, messages)
    shows, shows_not = _shown(kind)
    yield from _points("shows", shows, messages)
    yield from _points("shows_not", shows_not, messages)


def _files(kind: Kind) -> Iterator[str]:
    """Yield the files that are explained."""
    yield from _FILES
    there = {RECORD: kind.recorded, DECLARATIONS: kind.declared, REDACTION: kind.redacted, SEAL: kind.sealed}
    yield from (path for path, held in there.items() if held)


def _shown(kind: Kind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what the checks show and what they do not, which a seal and timestamps change."""
    shows: tuple[str, ...] = _SHOWS
    shows_not: tuple[str, ...] = _SHOWS_NOT
    if kind.sealed:
        shows = (*_SHOWS, "sealed")
        shows_not = ("real", "resealed", "when_stamped" if kind.stamped else "when", "meaning")
    if kind.redacted:
        shows, shows_not = (*shows, "committed"), (*shows_not, "withheld")
    return shows, shows_not


def _step(number: int, step: str, lines: tuple[str, ...], messages: Messages) -> Iterator[str]:
    yield from _heading(f"{number}. " + messages.text(f"bundle.howto.{step}.title"), "-")
    yield from _paragraph(messages.text(f"bundle.howto.{step}.do"))
    yield from (f"{PROMPT}{line}" for line in lines)
    yield ""
    yield from _paragraph(messages.text(f"bundle.howto.{step}.see"))


def _points(section: str, points: tuple[str, ...], messages: Messages) -> Iterator[str]:
    yield from _heading(messages.text(f"bundle.howto.{section}.title"), "-")
    for point in points:
        yield from _wrapped(messages.text(f"bundle.howto.{section}.{point}"), "- ")
    yield ""


def _heading(text: str, rule: str) -> Iterator[str]:
    lines = _wrapped(text)
    yield from lines
    yield rule * max(map(len, lines))
    yield ""


def _paragraph(text: str) -> Iterator[str]:
    yield from _wrapped(text)
    yield ""


def _wrapped(text: str, first: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
