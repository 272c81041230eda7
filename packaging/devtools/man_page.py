# SPDX-License-Identifier: Apache-2.0
"""Writes the manual page from the program's own parser, so that no verb and no option is missing in it.

Started by an environment with the program in reach: `man_page.py FILE DAY`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from inspector import __version__  # noqa: E402 - found from the root
from inspector.cli.parser import parser  # noqa: E402 - found from the root
from inspector.system.messages import Messages  # noqa: E402 - found from the root

_ENDS = r"""
.SH EXIT STATUS
.TP
.B 0
Done. An answer that is unknown is done.
.TP
.B 1
Nothing could be used, or a check failed.
.TP
.B 2
The command cannot be understood.
.TP
.B 3
Something that could bear on the answer was not read.
.TP
.B 130
Stopped.
.SH ENVIRONMENT
.TP
.B INSPECTOR_DATA
The folder for cases, in place of the system's.
.TP
.B SOURCE_DATE_EPOCH
The time that counts as now, in seconds since 1970; the same input then gives the same bytes.
.SH FILES
.TP
.I ~/.local/share/privacy\-settings\-inspector/cases
Cases, each encrypted in a folder of its own.
.TP
.I ~/.local/share/privacy\-settings\-inspector/catalog
A newer catalog that was handed in.
.TP
.I ~/.config/privacy\-settings\-inspector/window.json
Which language and look were chosen for the window. Nothing else is kept.
"""


def page(day: str) -> str:
    """Return the page in the language of man, `day` being the date in its foot line."""
    top = parser(Messages())
    lines = [f'.TH INSPECTOR 1 "{day}" "inspector {__version__}" "User Commands"', ".SH NAME"]
    lines += [r"inspector \- was sharing for AI training on, off or unknown, since when, on what evidence"]
    lines += [".SH SYNOPSIS", _usage(top)]
    for verb in _leaves(top):
        lines += [".br", _usage(verb)]
    lines += [".SH DESCRIPTION", _text(top.description or ""), "Without a verb it opens the window."]
    lines += [".SH OPTIONS", *_options(top), ".SH VERBS"]
    for verb in _leaves(top):
        lines += [f".SS {_text(verb.prog)}", _text(_help_of(top, verb)), *_options(verb)]
    return "\n".join(lines) + _ENDS


def _leaves(top: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """All verbs that can be typed, and in place of one with deeds its deeds."""
    for child in _children(top):
        deeds = list(_leaves(child))
        yield from deeds or [child]


def _children(of: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    return [child for action in _subparsers(of) for child in action.choices.values()]


def _subparsers(of: argparse.ArgumentParser) -> list[argparse._SubParsersAction[argparse.ArgumentParser]]:
    return [one for one in of._actions if isinstance(one, argparse._SubParsersAction)]  # noqa: SLF001 - argparse tells of its parts nowhere else


def _help_of(top: argparse.ArgumentParser, verb: argparse.ArgumentParser) -> str:
    """What the parser above a verb says of it."""
    for action in _subparsers(top):
        for told, child in zip(action._choices_actions, action.choices.values(), strict=True):  # noqa: SLF001 - argparse tells of it nowhere else
            if child is verb:
                return told.help or ""
            inner = _help_of(child, verb)
            if inner:
                return inner
    return ""


def _usage(verb: argparse.ArgumentParser) -> str:
    words = verb.prog.split()
    shown = [rf"[{_text(one.option_strings[-1])}{_value(one)}]" for one in _named(verb)]
    shown += [_place(one) for one in _placed(verb)]
    return " ".join([rf"\fB{_text(' '.join(words))}\fR", *shown])


def _options(verb: argparse.ArgumentParser) -> list[str]:
    lines: list[str] = []
    for one in _placed(verb):
        lines += [".TP", _place(one), _text(one.help or "")]
    for one in _named(verb):
        names = ", ".join(rf"\fB{_text(name)}\fR" for name in one.option_strings)
        lines += [".TP", f"{names}{_value(one)}", _text((one.help or "").replace("%%", "%"))]
    return lines


def _named(verb: argparse.ArgumentParser) -> list[argparse.Action]:
    return [one for one in verb._actions if one.option_strings]  # noqa: SLF001 - argparse tells of its parts nowhere else


def _placed(verb: argparse.ArgumentParser) -> list[argparse.Action]:
    actions = verb._actions  # noqa: SLF001 - argparse tells of its parts nowhere else
    return [one for one in actions if not one.option_strings and one not in _subparsers(verb)]


def _place(one: argparse.Action) -> str:
    name = rf"\fI{_text(str(one.metavar or one.dest))}\fR"
    shown = name + ("..." if one.nargs in ("+", "*") else "")
    return f"[{shown}]" if one.nargs in ("?", "*") else shown


def _value(one: argparse.Action) -> str:
    if one.nargs == 0:
        return ""
    choices = "|".join(str(choice) for choice in one.choices or ())
    return rf" \fI{_text(str(one.metavar or choices or one.dest.upper()))}\fR"


def _text(plain: str) -> str:
    """Return text that man shows as it is."""
    told = " ".join(plain.split()).replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{told}" if told.startswith((".", "'")) else told


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(sys.argv[2]), encoding="utf-8")
