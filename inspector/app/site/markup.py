# SPDX-License-Identifier: Apache-2.0
"""HTML and SVG as text: every value is escaped unless it was made here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)")
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "rect", "line", "circle", "path", "stop"})


class Markup(str):
    """Text that is HTML already and is not escaped again."""

    __slots__ = ()


Value = str | bool | None
"""What an attribute may be: a text, True for its name alone, or left out."""

Child = str | Iterable[str] | None
"""Text, which is escaped, Markup, which is not, several of them, or nothing."""


def tag(name: str, /, *children: Child, **attributes: Value) -> Markup:
    """Return an element. `class_` is `class`, `aria_label` is `aria-label`; None and False are left out."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{written}>" if name in _HTML_VOID else f"<{name}{written}/>")
    return Markup(f"<{name}{written}>{joined(children)}</{name}>")


_HTML_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


def dated(text: str) -> Markup:
    """Return text in which no day is broken at its hyphens."""
    parts = _DAY.split(text)
    return joined(tag("span", part, class_="day") if _DAY.fullmatch(part) else part for part in parts)


def joined(children: Iterable[Child], between: str = "") -> Markup:
    """Return children one after the other, as Markup."""
    return Markup(escape(between).join(part for child in children for part in _written(child)))


def _written(child: Child) -> Iterable[str]:
    if child is None:
        return ()
    if isinstance(child, Markup):
        return (child,)
    if isinstance(child, str):
        return (escape(child),)
    return (joined(child),)


def _attribute(key: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(value, quote=True)}"'
