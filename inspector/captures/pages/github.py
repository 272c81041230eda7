# SPDX-License-Identifier: Apache-2.0
"""GitHub's Copilot page: its form keeps the choice in a field named `telemetry`, enabled or disabled.

Forms of other settings may carry a field of that name; only the one sent to `/settings/copilot` counts.
"""

from __future__ import annotations

from typing import Final

from selectolax.lexbor import LexborNode

from inspector.captures.pages.html import Shown, locator_of
from inspector.domain.captured import AGREEING, MOST_ALONE, Position, Setting

_CONTROL: Final = "github/copilot-training"
_HOST: Final = "github.com"
_ACTION: Final = "/settings/copilot"
_FIELD: Final = "telemetry"
_VALUES: Final[dict[str, Position]] = {"enabled": "on", "disabled": "off"}
_CHOSEN_ONE_OF: Final = ("radio", "checkbox")


def of_github(shown: Shown) -> Setting | None:
    """Return the setting in GitHub's form; None where the page has no such form."""
    if _CONTROL not in shown.index.controls:
        return None
    forms = [form for form in shown.tree.css("form[action]") if _is_ours(form)]
    fields = [field for form in forms for field in form.css(f'[name="{_FIELD}"]')]
    if not fields:
        return None
    states = {state for field in fields if (state := _state(field)) is not None}
    chosen: Position = next(iter(states)) if len(states) == 1 else "unknown"
    ours = shown.page.origin.host == _HOST or shown.tree.css_first('meta[name="user-login"]') is not None
    sure = (AGREEING if ours else MOST_ALONE) if chosen != "unknown" else 0.0
    why = ["capture.why.form_field"] if chosen != "unknown" else ["capture.why.unclear_choice"]
    if ours:
        why.append("capture.why.host")
    return Setting(
        "github",
        _CONTROL,
        _FIELD,
        "en",
        chosen,
        chosen,
        sure,
        asked=sure <= MOST_ALONE or shown.page.cut,
        why=tuple(why),
        locator=locator_of(fields[0]),
    )


def _is_ours(form: LexborNode) -> bool:
    action = (form.attributes.get("action") or "").partition("?")[0].rstrip("/")
    return action in (_ACTION, f"https://{_HOST}{_ACTION}")


def _state(field: LexborNode) -> Position | None:
    """Return what a field states; None for a choice that is not taken."""
    kind = (field.attributes.get("type") or "").lower()
    if field.tag == "select":
        chosen = [option for option in field.css("option") if "selected" in option.attributes]
        value = chosen[0].attributes.get("value") if len(chosen) == 1 else None
    elif field.tag == "button" or (kind in _CHOSEN_ONE_OF and "checked" not in field.attributes):
        return None
    else:
        value = field.attributes.get("value")
    return _VALUES.get((value or "").lower())
